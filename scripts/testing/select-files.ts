import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'

/** A test file that is to run. */
interface SelectedFile {
  /** Its path below the root of the repository. */
  readonly file: string
  /** Only tests whose names match one of these regular expressions; absent for all. */
  readonly names: readonly string[] | undefined
}

export interface Selection {
  readonly files: readonly SelectedFile[]
  readonly others: readonly SelectedFile[]
}

/**
 * The test files that arguments mean: a folder of `test/` (a stage), a path, or a pattern that is looked for in paths and,
 * if it is in none, in the names of tests. No argument means all. `others` are to be tried if no test of `files` has such a
 * name: a name may be put together when the file is loaded.
 */
export function selectFiles(root: string, selectors: readonly string[], cwd = root): Selection {
  const all = testFilesOf(root)
  const whole = new Set(selectors.length === 0 ? all : [])
  const names: string[] = []
  for (const selector of selectors) {
    const path = pathOf(root, selector, cwd)
    const pattern = patternOf(selector)
    const found = all.filter(file =>
      path === undefined ? new RegExp(pattern, 'i').test(file) : file === path || file.startsWith(`${path}/`),
    )
    for (const file of found) whole.add(file)
    if (found.length === 0) names.push(pattern)
  }
  const mentions = (file: string) => {
    const text = readFileSync(join(root, file), 'utf8')
    return names.some(name => new RegExp(name, 'i').test(text))
  }
  const partly = all.filter(file => names.length > 0 && !whole.has(file))
  const likely = partly.filter(mentions)
  const inPart = (files: readonly string[]) => files.map(file => ({ file, names }))
  return {
    files: [...[...whole].map(file => ({ file, names: undefined })), ...inPart(likely)],
    others: inPart(partly.filter(file => !likely.includes(file))),
  }
}

function testFilesOf(root: string): string[] {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.test.ts'))
    .map(path => `test/${path.replaceAll(sep, '/')}`)
    .sort()
}

/** The path below the root, if the selector is one, as seen from the current folder or from `test/`. */
function pathOf(root: string, selector: string, cwd: string): string | undefined {
  const tests = join(root, 'test')
  const candidates = [tests, cwd].flatMap(folder => [
    resolve(folder, selector),
    resolve(folder, `${selector}.test.ts`),
  ])
  const found = candidates.find(
    path => (path === tests || path.startsWith(tests + sep)) && existsSync(path) && isTest(path),
  )
  return found && relative(root, found).replaceAll(sep, '/')
}

const isTest = (path: string) => path.endsWith('.test.ts') || statSync(path).isDirectory()

/** A selector that is no regular expression means its own characters. */
function patternOf(selector: string): string {
  try {
    new RegExp(selector)
    return selector
  } catch {
    return selector.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  }
}
