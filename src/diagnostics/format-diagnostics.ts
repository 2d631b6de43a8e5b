import { createColors } from 'picocolors'
import { codeFrame } from './code-frame.js'
import type { Severity } from './codes.js'
import type { Diagnostic } from './diagnostic.js'
import { printable } from './printable.js'
import { sortDiagnostics } from './unique-findings.js'

/** How findings are shown to people. */
export interface FormatOptions {
  readonly colour: boolean
  /** Columns of the terminal; lines of code are cut to fit. */
  readonly width?: number
}

/** Formats findings as compilers do: place and message, the line with marks under it, hints, and a count at the end. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], options: FormatOptions): string {
  if (diagnostics.length === 0) return ''
  const styles = terminalStyles(options.colour)
  const sorted = sortDiagnostics(diagnostics)
  const findings = sorted.map(finding => formatFinding(finding, options.width ?? 100, styles))
  return `${findings.join('\n')}\n${styles.bold(countFindings(sorted))}\n`
}

/** How many findings of each severity there are, in words: `2 errors, 1 warning`. */
export function countFindings(diagnostics: readonly Diagnostic[]): string {
  return (['error', 'warning', 'info'] as const)
    .map(severity => ({ severity, count: diagnostics.filter(one => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${NOUNS[severity]}${count === 1 ? '' : 's'}`)
    .join(', ')
}

const NOUNS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

type TerminalStyles = ReturnType<typeof terminalStyles>

function terminalStyles(colour: boolean) {
  const colours = createColors(colour)
  return {
    ...colours,
    severity: {
      error: (text: string) => colours.red(text),
      warning: (text: string) => colours.yellow(text),
      info: (text: string) => colours.blue(text),
    },
  }
}

function formatFinding(finding: Diagnostic, width: number, styles: TerminalStyles): string {
  const { place, severity, code } = finding
  const { line, column } = place.file.position(place.range.start)
  const coloured = styles.severity[severity]
  const location = styles.bold(`${printable(place.file.path)}:${line}:${column}:`)
  const title = `${location} ${coloured(`${severity}:`)} ${printable(finding.message)} ${styles.dim(`[${code}]`)}`
  return [title, ...frameLines(finding, width, styles), ...finding.hints.flatMap(hintLines(styles)), ''].join(
    '\n',
  )
}

function frameLines({ place, severity }: Diagnostic, width: number, styles: TerminalStyles): string[] {
  const gutter = String(place.file.position(place.range.start).line)
  const frame = codeFrame(place, Math.max(20, width - gutter.length - ' |  … '.length - ' …'.length))
  if (!frame) return []
  return [
    `${styles.dim(`${gutter} |`)} ${frame.text}`,
    `${styles.dim(`${' '.repeat(gutter.length)} |`)} ${styles.severity[severity](frame.marks)}`,
  ]
}

const hintLines =
  (styles: TerminalStyles) =>
  (hint: string): string[] =>
    hint
      .split('\n')
      .map((line, index) => `  ${index === 0 ? styles.cyan('hint:') : '     '} ${printable(line)}`)
