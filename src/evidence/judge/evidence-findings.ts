import { CODES, type Diagnostic, Findings, type Report } from '../../diagnostics/index.js'

/**
 * Collects what is found in the quotations of a brief, and passes on as much as an author would go through: of a text with
 * thousands of faults the first ones, and how many more there are.
 */
export class EvidenceFindings {
  readonly #found = new Findings()
  readonly report: Report = this.#found.report
  #more = 0

  /** Whether one more finding would be passed on; what would not be need not be described. */
  get hasRoom(): boolean {
    return this.#found.all.length < MOST_COLLECTED
  }

  /** Counts findings that are not described. */
  omit(count: number): void {
    this.#more += count
  }

  /** Reports the findings; where there are too many, errors first, and of each kind at least one. */
  passOn(report: Report): void {
    const { all } = this.#found
    const shown = all.length > MAX_EVIDENCE_FINDINGS ? mostTelling(all) : all
    const more = this.#more + all.length - shown.length
    for (const [index, { code, place, message, hints }] of shown.entries()) {
      const closing =
        more > 0 && index === shown.length - 1
          ? `mend these first: ${more} more findings are not shown`
          : undefined
      report(code, place, message, ...hints, closing)
    }
  }
}

/** As many as of a brief's other faults. */
const MAX_EVIDENCE_FINDINGS = 200
/** Enough to choose from. */
const MOST_COLLECTED = 2000

function mostTelling(all: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>()
  const rank = ({ code }: Diagnostic) => {
    if (!seen.has(code)) {
      seen.add(code)
      return 0
    }
    return CODES[code].severity === 'error' ? 1 : 2
  }
  const ranked = all.map((finding, index) => ({ finding, index, rank: rank(finding) }))
  const chosen = ranked.sort((a, b) => a.rank - b.rank || a.index - b.index).slice(0, MAX_EVIDENCE_FINDINGS)
  return chosen.sort((a, b) => a.index - b.index).map(({ finding }) => finding)
}
