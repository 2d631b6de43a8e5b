import type { BuildOptions } from '../plan/build-options.js'
import type { BuildPlan } from '../plan/plan-build.js'
import type { EditionName } from '../record/edition-name.js'
import { firstFileOf, parseOutputFile } from '../record/edition-name.js'
import { placeOfFile } from '../workspace/file-place.js'
import type { OutputFolder } from './output-folder.js'

/** A build that has gone through its plan. */
interface FinishedBuild {
  readonly plan: BuildPlan
  readonly folder: OutputFolder
  readonly options: BuildOptions
  /** The files of the whole plan; of PNGs, the first page. */
  readonly planned: ReadonlySet<string>
}

interface UnplannedFile {
  /** Path relative to the output folder. */
  readonly file: string
  /**
   * `failed`: of a brief that failed before its editions were known. `withheld`: for an audience that the brief may not
   * be shown to. `orphan`: no edition is planned for it, or not in its format.
   * `lost`: neither is there, or it is not as it was printed, and so somebody else's by now.
   */
  readonly state: 'failed' | 'withheld' | 'orphan' | 'lost'
}

/**
 * Handles what earlier builds left. Orphans are removed if the build prunes, and else they stay, but count as outdated.
 * Returns the orphans, as paths relative to the output folder.
 */
export async function handleUnplannedFiles(build: FinishedBuild): Promise<string[]> {
  const { folder, options } = build
  const orphans: string[] = []
  for (const { file, state } of unplannedFiles(build)) {
    if (state === 'withheld') {
      folder.record.setMissing(file, false)
      if (folder.record.has(file)) reportWithheld(file, folder)
      await folder.remove(file)
      continue
    }
    if (state === 'failed') {
      await folder.fail(file, options.keepOutdated === true)
      continue
    }
    folder.record.setMissing(file, false)
    if (state === 'lost') {
      folder.forget(file)
      continue
    }
    if (options.prune) await folder.remove(file)
    else folder.setOutdated(file)
    orphans.push(file)
  }
  return orphans
}

function reportWithheld(file: string, folder: OutputFolder): void {
  const place = placeOfFile(folder.workspace, folder.pathOf(file))
  const { brief, audience, format } = parseOutputFile(file)
  const what = format === 'pdf' ? 'PDF' : 'file'
  folder.report(
    'edition-withheld',
    place,
    `the ${what} of an earlier build was removed: \`${audience}\` may not see \`${brief}\` any more`,
  )
}

/** The files that a build would find no edition for, as paths relative to the output folder. */
export function listOrphans(build: FinishedBuild): string[] {
  return [...unplannedFiles(build)].flatMap(({ file, state }) => (state === 'orphan' ? [file] : []))
}

/** What earlier builds left and the plan has no edition for. */
function* unplannedFiles(build: FinishedBuild): Generator<UnplannedFile> {
  const { folder, plan } = build
  const failed = new Set(plan.briefs.flatMap(({ brief, failed }) => (failed ? [brief.name] : [])))
  const withheld = withheldIn(plan)
  for (const file of recordedButUnplanned(build)) {
    const { brief, audience } = parseOutputFile(file)
    if (withheld.get(brief)?.includes(audience)) yield { file, state: 'withheld' }
    else if (failed.has(brief)) yield { file, state: 'failed' }
    else if (plan.isComplete) yield { file, state: folder.isIntact(file) ? 'orphan' : 'lost' }
  }
}

/** By brief, the audiences that may not see it. */
const withheldIn = ({ briefs }: BuildPlan): ReadonlyMap<string, readonly string[]> =>
  new Map(briefs.map(({ brief, withheld }) => [brief.name, withheld]))

/**
 * What is recorded and not planned, of the briefs and audiences that the build is about; with recipients only in a mail
 * merge, without only in another build; in a language that was asked for only where the build asks for it, but for what may not be shown. Briefs that are gone are the business of a build of all briefs.
 */
function recordedButUnplanned({ folder, options, plan, planned }: FinishedBuild): string[] {
  const built = new Set(plan.briefs.map(({ brief }) => brief.name))
  const isMerge = plan.merge !== undefined
  const isAsked = ({ audience }: EditionName) =>
    options.audiences.length === 0 || options.audiences.includes(audience)
  const { languages = [] } = options
  const isInLanguages = ({ lang }: EditionName) =>
    lang ? languages.includes(lang) : languages.length === 0 || isMerge
  const isWithheld = ({ brief, audience }: EditionName) => withheldIn(plan).get(brief)?.includes(audience)
  const isAbout = (name: EditionName) =>
    built.has(name.brief)
      ? (name.recipient !== null) === isMerge && (isInLanguages(name) || isWithheld(name) === true)
      : options.briefs.length === 0
  const { files, missing } = folder.record
  return [...files, ...missing].filter(file => {
    const name = parseOutputFile(file)
    return !planned.has(firstFileOf(file)) && isAsked(name) && isAbout(name)
  })
}
