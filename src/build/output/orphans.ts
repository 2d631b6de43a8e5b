import type { EditionName } from '../manifest/manifest-entry.js'
import { editionOf } from '../plan/plan.js'
import type { OutputFolder } from './output-folder.js'
import type { Run } from './run.js'

/**
 * Sees to what earlier builds left and the plan has no edition for. Of a brief that failed before its editions were
 * known, they failed with it. Of others they are orphans: they are removed if the build prunes, and else they stay,
 * but count as outdated; a PDF that is not as it was printed is somebody else's by now, and is left alone. Returns the
 * orphans, as paths relative to the output folder.
 */
export async function settleOrphans(run: Run): Promise<string[]> {
  const { folder, options, plan } = run
  const failed = new Set(plan.sheets.flatMap(({ brief, failed }) => (failed ? [brief.name] : [])))
  const orphans: string[] = []
  for (const file of unplanned(run)) {
    const { brief } = editionOf(file)
    if (failed.has(brief)) await folder.fail(file, options.keepOutdated === true)
    else if (!plan.isComplete) continue
    else if (await settle(file, folder, options.prune === true)) orphans.push(file)
  }
  return orphans
}

/**
 * What is recorded and not planned, of the briefs and audiences that the build is about; with recipients only in a mail
 * merge, without only in another build. Briefs that are gone are the business of a build of all briefs.
 */
function unplanned({ folder, options, plan, planned }: Run): string[] {
  const built = new Set(plan.sheets.map(({ brief }) => brief.name))
  const isMerge = plan.merge !== undefined
  const isAsked = ({ audience }: EditionName) =>
    options.audiences.length === 0 || options.audiences.includes(audience)
  const isAbout = ({ brief, recipient }: EditionName) =>
    built.has(brief) ? (recipient !== null) === isMerge : options.briefs.length === 0
  const { files, missing } = folder.ledger
  return [...files, ...missing].filter(file => {
    const name = editionOf(file)
    return !planned.has(file) && isAsked(name) && isAbout(name)
  })
}

async function settle(file: string, folder: OutputFolder, prunes: boolean): Promise<boolean> {
  folder.ledger.setMissing(file, false)
  if (!folder.stands(file)) {
    folder.forget(file)
    return false
  }
  if (prunes) await folder.remove(file)
  else folder.setOutdated(file)
  return true
}
