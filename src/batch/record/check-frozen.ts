import { type Diagnostic, type DiagnosticCode, Findings, hasErrors } from '../../diagnostics/index.js'
import { describeLockDifference, lockEvidence } from '../../evidence/index.js'
import type { ProvedBrief } from '../workspace/read-brief.js'

/** The findings of a brief whose lock must be what `check --update-lock` would write now. */
export function checkFrozen(source: ProvedBrief | undefined, findings: Findings): readonly Diagnostic[] {
  const strict = findings.all.map(
    (finding): Diagnostic => (FROZEN.has(finding.code) ? { ...finding, severity: 'error' } : finding),
  )
  if (!source || hasErrors(strict)) return strict
  const { brief, evidence, texts, lock } = source
  const current = lockEvidence(brief, evidence, texts, lock, '')
  const place = { file: brief.file, range: { start: 0, end: 0 } }
  const more = new Findings()
  if (!lock) {
    if (current.sources.size > 0)
      more.report('lock-missing', place, 'there is no lock file beside the brief', ...RENEW)
  } else {
    const difference = describeLockDifference(lock, current)
    if (difference !== undefined)
      more.report('lock-outdated', place, `the lock file is not what is proved now: ${difference}`, ...RENEW)
  }
  return [...strict, ...more.all.map((finding): Diagnostic => ({ ...finding, severity: 'error' }))]
}

const RENEW = ['run `briefwright check --update-lock` and commit the lock file']

const FROZEN: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'source-changed',
  'lock-old',
  'lock-outdated',
])
