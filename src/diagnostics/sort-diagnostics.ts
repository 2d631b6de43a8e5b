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
  return JSON.stringify([
    place.file.path,
    place.range.start,
    place.range.end,
    severity,
    code,
    message,
    ...hints,
  ])
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.place.file.path !== b.place.file.path) return a.place.file.path < b.place.file.path ? -1 : 1
  return a.place.range.start - b.place.range.start
}
