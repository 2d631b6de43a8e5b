import type { Diagnostic, DiagnosticCode } from '../../diagnostics/index.js'

/** Lets a build go on with quotations that nothing proves, as `--allow-unverified` asks: they are printed marked. */
export function downgradeUnverified(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map(finding =>
    UNVERIFIED_CODES.has(finding.code) && finding.severity === 'error'
      ? { ...finding, severity: 'warning' }
      : finding,
  )
}

const UNVERIFIED_CODES: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'quote-altered',
  'quote-missing',
  'quote-unproved',
  'quote-changed',
  'lock-unrecorded',
  'lock-speaker-changed',
  'lock-source-changed',
  'omission-hides-negation',
  'quote-not-speech',
  'quote-other-speaker',
  'quote-disowned',
  'quote-inserts-negation',
  'quote-drops-question',
])
