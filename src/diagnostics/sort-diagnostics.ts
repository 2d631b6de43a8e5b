import type { Diagnostic } from './diagnostic.js'

/** Orders findings by file and place and drops repetitions, such as one template's fault in six editions. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics
    .filter(finding => {
      const key = identity(finding)
      return !seen.has(key) && seen.add(key)
    })
    .sort(byPlace)
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
