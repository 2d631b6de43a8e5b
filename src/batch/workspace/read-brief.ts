import {
  type Brief,
  type CustomFields,
  type LoadedBrief,
  loadPartialBrief,
  type MarkingSchemes,
  withDataFiles,
} from '../../brief/index.js'
import { type Place, present, type Report, type SourceFile } from '../../diagnostics/index.js'
import {
  type Evidence,
  type Lock,
  parseLock,
  proveInSteps,
  readSpeechOfSources,
  type SourceText,
} from '../../evidence/index.js'
import { type BriefFile, lockPath } from './find-briefs.js'
import { pauseForInterrupts, runInSteps } from './interruption.js'
import { readTextFile, resolveInBrief } from './read-file.js'
import { readSource } from './read-source.js'
import { type DataFiles, readTableFiles } from './read-table-files.js'
import { sourceFileProblem } from './source-file-problem.js'
import type { Workspace } from './workspace.js'

/** A brief with all that is known of its quotations: what editions are selected from. */
export interface ProvedBrief {
  readonly file: BriefFile
  readonly brief: Brief
  readonly texts: ReadonlyMap<string, SourceText>
  readonly lock: Lock | undefined
  /** The lock file as it stands; undefined if there is none. */
  readonly lockText: string | undefined
  readonly evidence: Evidence
  /** Of the brief's file. */
  readonly sha256: string
}

/** What briefs can name. */
export interface KnownToBriefs {
  readonly audiences: readonly string[]
  readonly markings: MarkingSchemes
  /** The fields that templates declare, for which these must be read. */
  customFields(): Promise<CustomFields>
}

/** Reads a brief, its sources and its lock, and proves its quotations; undefined if the brief itself has errors. */
export async function readBrief(
  file: BriefFile,
  known: KnownToBriefs,
  workspace: Workspace,
  report: Report,
): Promise<ProvedBrief | undefined> {
  const yaml = await readTextFile(workspace, file.path, report)
  if (!yaml) return undefined
  const { audiences, markings } = known
  const customFields = /^custom[ \t]*:/m.test(yaml.text) ? await known.customFields() : undefined
  const loaded = loadPartialBrief(yaml, { audiences, markings, customFields }, report)
  if (!loaded) return undefined
  const files = await readTableFiles(loaded.brief, workspace, report)
  const { brief, valid } = withFiles(loaded, files, report)
  const lockFile = await readLock(file, workspace, report)
  const lock = lockFile && parseLock(lockFile, report)
  const pause = () => pauseForInterrupts(workspace)
  const texts = await readSpeechOfSources(brief, await readSources(brief, lock, workspace, report), pause)
  const evidence = await runInSteps(proveInSteps(brief, texts, lock, report), workspace)
  if (!valid) return undefined
  const sha256 = present(workspace.read.get(file.path), 'hash of a file that was read')
  return { file, brief, texts, lock, lockText: lockFile?.text, evidence, sha256 }
}

function withFiles(loaded: LoadedBrief, { files, areAll }: DataFiles, report: Report): LoadedBrief {
  const { brief, valid } = withDataFiles(loaded.brief, files, report)
  return { brief, valid: valid && areAll && loaded.valid }
}

async function readLock(
  file: BriefFile,
  workspace: Workspace,
  report: Report,
): Promise<SourceFile | undefined> {
  const path = lockPath(file)
  // A link that leads nowhere, too: a lock is never passed over.
  return workspace.files.stands(path) ? readTextFile(workspace, path, report) : undefined
}

async function readSources(
  brief: Brief,
  lock: Lock | undefined,
  workspace: Workspace,
  report: Report,
): Promise<Map<string, SourceText>> {
  const texts = new Map<string, SourceText>()
  for (const [index, source] of (brief.data.sources ?? []).entries()) {
    if (source.text === undefined) {
      const provesQuotes = lock?.quotes.some(quote => quote.source === source.id)
      if (provesQuotes) reportAbsentText(brief.place(['sources', index]), source.id, report)
      continue
    }
    const place = brief.place(['sources', index, 'text'])
    const path = await resolveInBrief(workspace, source.text, brief.file, place, report)
    if (!path) continue
    if (isInLock(lock, source.id) && !(await isThere(path, workspace))) {
      reportAbsentText(place, source.id, report)
      continue
    }
    const problem = await sourceFileProblem(workspace, path, brief.file)
    const text = problem === undefined ? await readSource(workspace, path, place, report) : undefined
    if (problem !== undefined) reportNoSource(source.text, problem, place, report)
    else if (text) texts.set(source.id, text)
  }
  return texts
}

function reportAbsentText(place: Place, id: string, report: Report): void {
  report('text-absent', place, `the text of \`${id}\` is not here; the lock file speaks for it`)
}

function reportNoSource(path: string, problem: string, place: Place, report: Report): void {
  const hint = 'give the path of the text as it was published'
  report('text-not-source', place, `\`${path}\` ${problem}, which proves no quotation`, hint)
}

const isInLock = (lock: Lock | undefined, source: string) => lock?.sources.has(source) ?? false

async function isThere(path: string, { files }: Workspace): Promise<boolean> {
  try {
    await files.facts(path)
    return true
  } catch {
    return false
  }
}
