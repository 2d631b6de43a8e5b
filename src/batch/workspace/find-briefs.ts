import { basename, dirname, join, resolve } from 'node:path'
import { type Report, SourceFile } from '../../diagnostics/index.js'
import { fileNameKey, fileNameProblem } from './file-names.js'
import { placeOfFile } from './file-place.js'
import { fileNames, realPath, type Workspace } from './workspace.js'

/** A brief to be read: its file, and the name that its folder in the output bears. */
export interface BriefFile {
  readonly name: string
  readonly path: string
}

/** Decides which briefs a command is about: those named, or all of `briefs/`; lock files are never briefs. */
export async function findBriefs(
  workspace: Workspace,
  named: readonly string[],
  report: Report,
): Promise<BriefFile[]> {
  const paths = named.length > 0 ? await resolveAll(workspace, named) : await allBriefs(workspace)
  if (paths.length === 0) reportNoBriefs(report)
  const briefs = paths.map(path => ({ name: briefName(path), path }))
  return briefs
    .filter(brief => hasUsableName(brief, workspace, report))
    .filter(rejectDuplicateNames(workspace, report))
}

/** The lock file beside a brief. */
export function lockPath(brief: BriefFile): string {
  return join(dirname(brief.path), `${brief.name}.lock.yaml`)
}

const briefName = (path: string) => basename(path).replace(/\.ya?ml$/i, '')

async function allBriefs(workspace: Workspace): Promise<string[]> {
  const folder = join(workspace.root, 'briefs')
  const names = await fileNames(folder)
  return names
    .filter(name => name.endsWith('.yaml') && !name.endsWith('.lock.yaml') && !name.startsWith('.'))
    .map(name => join(folder, name))
}

/** A shell's `briefs/*.yaml` names the locks too, and may name a brief twice. */
async function resolveAll(workspace: Workspace, named: readonly string[]): Promise<string[]> {
  const paths = named
    .filter(path => !path.endsWith('.lock.yaml'))
    .map(async path => {
      const absolute = resolve(workspace.root, path)
      return join(await realPath(dirname(absolute)), basename(absolute))
    })
  return [...new Set(await Promise.all(paths))]
}

function reportNoBriefs(report: Report): void {
  report(
    'no-briefs',
    { file: new SourceFile('briefs', ''), range: { start: 0, end: 0 } },
    'there is no brief in `briefs/`',
    'run `briefwright new NAME` to begin one',
  )
}

/** The name becomes a folder's, beside `manifest.json`, on whatever system the output is read on. */
function hasUsableName({ name, path }: BriefFile, workspace: Workspace, report: Report): boolean {
  const fault = fileNameKey(name) === 'manifest.json' ? 'the manifest has that name' : fileNameProblem(name)
  if (fault === undefined) return true
  report(
    'brief-name',
    placeOfFile(workspace, path),
    `\`${name}\` cannot name a folder of the output: ${fault}`,
    'rename the brief with letters, digits and hyphens',
  )
  return false
}

/** Drops the second of two briefs of one name; names that some file systems hold equal count as one. */
function rejectDuplicateNames(workspace: Workspace, report: Report): (brief: BriefFile) => boolean {
  const taken = new Map<string, BriefFile>()
  return brief => {
    const key = fileNameKey(brief.name)
    const other = taken.get(key)
    if (!other) taken.set(key, brief)
    else
      report(
        'duplicate-output',
        placeOfFile(workspace, brief.path),
        `the editions would print to the same files as those of \`${placeOfFile(workspace, other.path).file.path}\``,
        'rename one of the two briefs, or build them into different folders with `--out`',
      )
    return !other
  }
}
