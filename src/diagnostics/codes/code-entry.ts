export type Severity = 'error' | 'warning' | 'info'

export interface CodeEntry {
  readonly severity: Severity
  readonly meaning: string
}
