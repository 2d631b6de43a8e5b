import type { EditionKeys } from '../cache/edition-key.js'
import type { PlannedEdition } from '../plan/plan.js'
import type { OutputFolder } from './output-folder.js'

/** Whether the PDF of an edition stands as an earlier build printed it, and this one would print it again. */
export function standsUnchanged(
  { sheet, edition, recipient, file }: PlannedEdition,
  folder: OutputFolder,
  keys: EditionKeys,
): boolean {
  const entry = folder.ledger.get(file)
  if (!entry || edition.selection === undefined) return false
  const key = keys.keyOf(edition.selection, entry.inputs, recipient?.fields)
  const hasPlaces = entry.findings.length > 0 || entry.facts.left_out.length > 0
  const isSameText = entry.brief_sha256 === sheet.brief_sha256
  return key === entry.key && (isSameText || !hasPlaces) && folder.stands(file)
}
