import type { PlannedEdition } from '../plan/planned-edition.js'
import type { SealedFindings } from '../plan/sealed-findings.js'
import type { EditionKeys } from '../record/edition-key.js'
import type { PrintedFacts } from '../record/manifest-entry.js'
import type { OutputFolder } from './output-folder.js'

/** Whether the PDF of an edition stands as an earlier build printed it, and this one would print it again. */
export function isUpToDate(
  edition: PlannedEdition,
  folder: OutputFolder,
  { keys, sealed }: { readonly keys: EditionKeys; readonly sealed: SealedFindings },
): boolean {
  const { brief, audience, recipient, file } = edition
  const entry = folder.record.get(file)
  if (!entry || audience.selection === undefined) return false
  const key = keys.keyOf(audience.selection, entry.inputs, recipient?.fields)
  const { lang, left_out, unshown } = entry.facts as Partial<PrintedFacts>
  if (lang === undefined || !left_out || !unshown) return false
  const hasPlaces = entry.findings !== '' || left_out.length > 0 || unshown.length > 0
  const isSameText = entry.brief_sha256 === brief.brief_sha256
  if (key !== entry.key || (hasPlaces && !isSameText)) return false
  return sealed.open(edition, entry.findings) !== undefined && folder.isIntact(file)
}
