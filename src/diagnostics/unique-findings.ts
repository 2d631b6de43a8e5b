import type { Diagnostic } from './diagnostic.js'

/** Sorts findings by file and place and drops repetitions, such as one template's error in six editions. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return new UniqueFindings(diagnostics).all.sort(byPlace)
}

/** Collects findings, each once: a build of thousands of editions reports an error in a template once. */
export class UniqueFindings {
  readonly #byIdentity = new Map<string, Diagnostic>()

  constructor(findings: readonly Diagnostic[] = []) {
    this.add(findings)
  }

  add(findings: readonly Diagnostic[]): void {
    for (const finding of findings) {
      const key = identity(finding)
      if (!this.#byIdentity.has(key)) this.#byIdentity.set(key, finding)
    }
  }

  get all(): Diagnostic[] {
    return [...this.#byIdentity.values()]
  }
}

function identity({ place, severity, code, message, hints }: Diagnostic): string {
  const { line, column } = place.file.position(place.range.start)
  return JSON.stringify([place.file.path, line, column, severity, code, message, ...hints])
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [one, other] = [a.place, b.place]
  if (one.file.path !== other.file.path) return one.file.path < other.file.path ? -1 : 1
  const [from, to] = [one.file.position(one.range.start), other.file.position(other.range.start)]
  return from.line - to.line || from.column - to.column
}
