import type { PlannedEdition } from '../plan/planned-edition.js'
import type { EditionKeys } from '../record/edition-key.js'
import type { PrintedFacts } from '../record/manifest-entry.js'
import type { OutputFolder } from './output-folder.js'

/** Whether the PDF of an edition stands as an earlier build printed it, and this one would print it again. */
export function isUpToDate(
  { brief, audience, recipient, file }: PlannedEdition,
  folder: OutputFolder,
  keys: EditionKeys,
): boolean {
  const entry = folder.record.get(file)
  if (!entry || audience.selection === undefined) return false
  const key = keys.keyOf(audience.selection, entry.inputs, recipient?.fields)
  const { left_out, unshown } = entry.facts as Partial<PrintedFacts>
  if (!left_out || !unshown) return false
  const hasPlaces = entry.findings.length > 0 || left_out.length > 0 || unshown.length > 0
  const isSameText = entry.brief_sha256 === brief.brief_sha256
  return key === entry.key && (isSameText || !hasPlaces) && folder.isIntact(file)
}
