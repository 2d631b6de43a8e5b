import type { Report } from '../../diagnostics/index.js'

/** Findings of one kind that are shown each. */
const MOST_OF_A_KIND = 5

type Finding = Parameters<Report>

interface Kind {
  count: number
  last: Finding
}

/** Passes findings about rows on, but of many alike only the first few, and at the end how many more there were. */
export class LimitedFindings {
  readonly #kinds = new Map<string, Kind>()

  constructor(readonly target: Report) {}

  readonly report: Report = (...finding) => {
    const [code, , message] = finding
    const key = `${code} ${message.replace(/`[^`]*`|\d+/g, '')}`
    const kind = this.#kinds.get(key) ?? { count: 0, last: finding }
    kind.count++
    kind.last = finding
    this.#kinds.set(key, kind)
    if (kind.count <= MOST_OF_A_KIND) this.target(...finding)
  }

  /** Reports the last of each kind that was not shown, with how many there are. */
  end(): void {
    for (const { count, last } of this.#kinds.values()) {
      if (count <= MOST_OF_A_KIND) continue
      const [code, place, message, ...hints] = last
      this.target(code, place, `${message}; ${count} rows have a fault of this kind`, ...hints)
    }
    this.#kinds.clear()
  }
}
