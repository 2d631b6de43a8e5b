import { type Brief, loadBrief } from '../../src/brief/index.js'
import { type Diagnostic, type DiagnosticCode, Findings, SourceFile } from '../../src/diagnostics/index.js'
import { TLP } from '../support/markings.js'

export const AUDIENCES = ['decision', 'one-page', 'press', 'analyst', 'legislator', 'public']

export interface Loaded {
  readonly brief: Brief | undefined
  readonly findings: readonly Diagnostic[]
  /** Line, column and code of each finding: `3:1 unknown-key`. */
  readonly found: readonly string[]
}

export function load(text: string, path = 'test.yaml'): Loaded {
  const findings = new Findings()
  const brief = loadBrief(
    new SourceFile(path, text),
    { audiences: AUDIENCES, markings: TLP },
    findings.report,
  )
  return { brief, findings: findings.all, found: findings.all.map(summary) }
}

/** Loads a brief that has nothing wrong with it, but for warnings that are said to be there. */
export function loadValid(text: string, ...expected: DiagnosticCode[]): Brief {
  const { brief, findings } = load(text)
  const errors = findings.filter(({ severity, code }) => severity !== 'info' && !expected.includes(code))
  if (!brief || errors.length > 0) throw new Error(`unexpected: ${errors.map(summary).join(', ')}`)
  return brief
}

export function summary({ code, place }: Diagnostic): string {
  const { line, column } = place.file.position(place.range.start)
  return `${line}:${column} ${code}`
}

/** The characters of the file that a finding or a place points at. */
export function pointedAt({ file, range }: Diagnostic['place']): string {
  return file.text.slice(range.start, range.end)
}
