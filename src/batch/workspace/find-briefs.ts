import { basename, dirname, join } from 'node:path'
import { ErrorTracker, type Report, SourceFile, shorten } from '../../diagnostics/index.js'
import { fileNameKey, fileNameProblem } from './file-names.js'
import { placeOfFile } from './file-place.js'
import { reportLinksOut } from './links.js'
import { briefsIn, foldersHint, namedBriefs } from './named-briefs.js'
import { reportUndecodableNames } from './undecodable-names.js'
import { fileNames, type Workspace } from './workspace.js'

/** A brief to be read: its file, and the name that its folder in the output bears. */
export interface BriefFile {
  readonly name: string
  readonly path: string
}

/** Decides which briefs a command is about: those named, or all of `briefs/`; lock files and packs are never briefs. */
export async function findBriefs(
  workspace: Workspace,
  named: readonly string[],
  report: Report,
): Promise<BriefFile[]> {
  const folder = join(workspace.root, 'briefs')
  const findings = new ErrorTracker(report)
  const paths =
    named.length > 0
      ? await namedBriefs(workspace, named, findings.report)
      : await briefsIn(folder, workspace)
  if (paths.length === 0 && !findings.failed) await reportNoBriefs(workspace, named, folder, report)
  if (named.length === 0) reportUndecodableNames(workspace, 'briefs', report)
  for (const each of ['templates', 'fonts']) {
    reportUndecodableNames(workspace, each, report)
    reportLinksOut(workspace, each, report)
  }
  const briefs = paths.map(path => ({ name: briefName(path), path }))
  return briefs
    .filter(brief => hasUsableName(brief, workspace, report))
    .filter(rejectDuplicateNames(workspace, report))
}

/** The lock file beside a brief. */
export function lockPath(brief: BriefFile): string {
  return join(dirname(brief.path), `${brief.name}.lock.yaml`)
}

/** What a brief is called by, and its folder in the output. */
export const briefName = (path: string) => basename(path).replace(/\.ya?ml$/i, '')

/** Says where no brief was found, and what stands there instead. */
async function reportNoBriefs(
  workspace: Workspace,
  named: readonly string[],
  folder: string,
  report: Report,
): Promise<void> {
  const place = { file: new SourceFile('briefs', ''), range: { start: 0, end: 0 } }
  if (named.length > 0) {
    const hint = 'name the brief itself, or run the command without a name for all briefs'
    if (named.some(name => /\.pack\.ya?ml$/i.test(name)))
      report('no-briefs', place, 'a pack is no brief', 'print it with `briefwright pack FILE`')
    else report('no-briefs', place, 'a lock file is no brief', hint)
    return
  }
  const inFolders = await foldersHint(folder, workspace)
  const other = (await fileNames(folder, workspace.files)).find(
    name => /\.ya?ml\b/i.test(name) && !/\.lock\.ya?ml$/i.test(name),
  )
  const here = await briefsIn(workspace.root, workspace)
  const message = `there is no brief in \`briefs/\`${inFolders === undefined ? '' : ' itself'}`
  const passedOver =
    other === undefined ? undefined : `let the name of \`${shorten(other)}\` end in \`.yaml\``
  const isMissing = !workspace.files.stands(folder)
  const looked =
    here.length > 0
      ? `run the command in the folder above, or name the briefs that stand here: it looked in \`${folder}\``
      : `run the command in the folder that holds \`briefs/\`: it looked in \`${folder}\``
  const hints = [passedOver, inFolders, isMissing ? looked : undefined].filter(hint => hint !== undefined)
  report(
    'no-briefs',
    place,
    message,
    ...hints,
    hints.length === 0 || (isMissing && here.length === 0)
      ? 'run `briefwright new NAME` to begin one'
      : undefined,
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
