import type { Diagnostic, DiagnosticCode } from '../diagnostics/index.js'

/** Lets a build go on with quotations that nothing proves, as `--allow-unverified` asks: they are printed marked. */
export function tolerateUnproved(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map(finding =>
    UNPROVED.has(finding.code) && finding.severity === 'error'
      ? { ...finding, severity: 'warning' }
      : finding,
  )
}

const UNPROVED: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'quote-altered',
  'quote-missing',
  'quote-unproved',
  'quote-changed',
  'omission-hides-negation',
])
