import type { SerializedDiagnostic } from '../../diagnostics/index.js'
import type { InputSecrets } from '../record/input-secrets.js'
import { seal, unseal } from '../record/seal.js'
import type { PlannedEdition } from './planned-edition.js'

/**
 * Keeps the findings of printed editions, which quote briefs, sources and rows, so that only who has all of these can read them.
 * Those of a recipient's row move with the row.
 */
export class SealedFindings {
  constructor(readonly secrets: InputSecrets) {}

  /** Empty where there are none. */
  seal(edition: PlannedEdition, findings: readonly SerializedDiagnostic[]): string {
    return findings.length === 0 ? '' : seal(withLinesMoved(findings, edition, -1), this.#secretFor(edition))
  }

  /** Undefined where something that they are about has changed. */
  open(edition: PlannedEdition, sealed: string): readonly SerializedDiagnostic[] | undefined {
    if (sealed === '') return []
    const findings = unseal(sealed, this.#secretFor(edition)) as readonly SerializedDiagnostic[] | undefined
    return findings && withLinesMoved(findings, edition, 1)
  }

  #secretFor({ brief, recipient }: PlannedEdition): Buffer {
    return this.secrets.of(brief.inputs, recipient?.place.file.text)
  }
}

/** Lines of the recipient's data are kept as counted from the row. */
function withLinesMoved(
  findings: readonly SerializedDiagnostic[],
  { recipient }: PlannedEdition,
  direction: 1 | -1,
): readonly SerializedDiagnostic[] {
  if (!recipient) return findings
  const { path, firstLine } = recipient.place.file
  return findings.map(finding =>
    finding.path === path ? { ...finding, line: finding.line + direction * firstLine } : finding,
  )
}
