import { join, parse, resolve, sep } from 'node:path'
import { folderEntries } from './folder-entries.js'
import type { WorkspaceFiles } from './workspace-files.js'

/** Whether a path has characters that a shell would expand: cmd.exe and PowerShell hand them on. */
export function isPattern(path: string): boolean {
  return /[*?]|\[[^\]]+\]|\{[^{}]*,[^{}]*\}/.test(path)
}

/** The folder of a path or a pattern, as far as it is without marks of patterns. */
export function fixedFolder(path: string): string {
  const { root } = parse(path)
  const segments = segmentsOf(path.slice(root.length))
  const first = segments.findIndex(isPattern)
  return root + (segments.slice(0, first === -1 ? -1 : first).join('/') || '.')
}

/**
 * The files that a pattern matches, sorted: `*` and `?` within a name, `[abc]`, `{a,b}`, and `**` for any folders.
 * Hidden files and folders are matched by what begins with a dot alone.
 */
export async function expandPattern(
  folder: string,
  pattern: string,
  files: WorkspaceFiles,
): Promise<string[]> {
  const found = new Set<string>()
  for (const one of expandBraces(pattern)) {
    const { root } = parse(one)
    const segments = segmentsOf(one.slice(root.length))
    await collect(root === '' ? folder : resolve(folder, root), segments, found, files)
  }
  return [...found].sort()
}

/** As many as a command line would hold. */
const MAX_FOUND = 20_000
const MAX_BRACES = 100

async function collect(
  folder: string,
  segments: readonly string[],
  found: Set<string>,
  files: WorkspaceFiles,
): Promise<void> {
  const [segment, ...rest] = segments
  if (segment === undefined || found.size >= MAX_FOUND) return
  if (!isPattern(segment)) {
    if (rest.length > 0) await collect(join(folder, segment), rest, found, files)
    else if (
      (await folderEntries(folder, files)).some(({ name, kind }) => name === segment && kind !== 'folder')
    )
      found.add(join(folder, segment))
    return
  }
  if (segment === '**') await collect(folder, rest, found, files)
  const matches = segment === '**' ? (name: string) => !/^\.|^node_modules$/.test(name) : nameMatcher(segment)
  for (const { name, kind } of await folderEntries(folder, files)) {
    if (!matches(name)) continue
    const path = join(folder, name)
    const isFolder = kind === 'folder'
    if (isFolder && segment === '**') await collect(path, segments, found, files)
    else if (isFolder && rest.length > 0) await collect(path, rest, found, files)
    else if (!isFolder && rest.length === 0 && segment !== '**') found.add(path)
  }
}

function nameMatcher(pattern: string): (name: string) => boolean {
  const source = pattern.normalize('NFC').replace(/\*+|\?|\[(?:[!^]?)[^\]]+\]|[\\^$.+(){}|[\]]/g, part => {
    if (part.startsWith('*')) return '[^/]*'
    if (part === '?') return '[^/]'
    return part.length > 1
      ? `[${part.slice(1, -1).replace(/^!/, '^').replace(/[\\[]/g, '\\$&')}]`
      : `\\${part}`
  })
  const whole = wholePattern(source)
  return name =>
    (pattern.startsWith('.') || !name.startsWith('.')) && (whole?.test(name.normalize('NFC')) ?? false)
}

/** A range such as `[z-a]` matches nothing. */
function wholePattern(source: string): RegExp | undefined {
  try {
    return new RegExp(`^${source}$`, 'u')
  } catch {
    return undefined
  }
}

function expandBraces(pattern: string): string[] {
  let patterns = [pattern]
  for (let more = true; more && patterns.length < MAX_BRACES; ) {
    const next = patterns.flatMap(one => {
      const braces = /\{([^{}]*,[^{}]*)\}/.exec(one)
      if (!braces) return [one]
      const [whole, inner = ''] = braces
      return inner
        .split(',')
        .map(choice => one.slice(0, braces.index) + choice + one.slice(braces.index + whole.length))
    })
    more = next.length > patterns.length
    patterns = next
  }
  return patterns
}

/** On Windows a path may have either mark between its folders. */
function segmentsOf(path: string): string[] {
  return path.split(sep === '\\' ? /[/\\]+/ : /\/+/).filter(segment => segment !== '' && segment !== '.')
}
