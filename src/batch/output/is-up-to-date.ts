import type { BuildPlan } from '../plan/plan-build.js'
import type { PlannedEdition, PlannedOutput } from '../plan/planned-edition.js'
import type { RecordEntry } from '../record/build-record.js'
import type { PrintedFacts } from '../record/manifest-entry.js'
import { twinVariant } from '../record/twin-variant.js'
import type { OutputFolder } from './output-folder.js'

/** Whether an edition stands in a format as an earlier build printed it, and this one would print it again. */
export function isUpToDate(
  edition: PlannedEdition,
  { format, file }: PlannedOutput,
  folder: OutputFolder,
  { keys, sealed, whole }: Pick<BuildPlan, 'keys' | 'sealed' | 'whole'>,
): boolean {
  const { brief, audience, recipient } = edition
  const entry = folder.record.get(file)
  if (!entry || audience.selection === undefined) return false
  const variant = twinVariant(format, whole, brief.twins)
  const key = keys.keyOf(audience.selection, entry.inputs, recipient?.fields, variant)
  const { lang, left_out, unshown } = entry.facts as Partial<PrintedFacts>
  if (lang === undefined || !left_out || !unshown) return false
  const hasPlaces = entry.findings !== '' || left_out.length > 0 || unshown.length > 0
  const isSameText = entry.brief_sha256 === brief.brief_sha256
  if (key !== entry.key || (hasPlaces && !isSameText)) return false
  if (sealed.open(edition, entry.findings) === undefined) return false
  return format === 'png' ? arePagesIntact(file, entry, folder) : folder.isIntact(file)
}

/** All pages must be of one printing, and no page of a longer one be left. */
function arePagesIntact(first: string, { key, facts }: RecordEntry, folder: OutputFolder): boolean {
  const files = folder.filesOf(first)
  if (files.length !== (facts.pages ?? 0) + (facts.annex_pages ?? 0)) return false
  return files.every(file => folder.record.get(file)?.key === key && folder.isIntact(file))
}
