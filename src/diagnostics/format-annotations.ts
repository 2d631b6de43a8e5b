import type { Severity } from './codes.js'
import type { Diagnostic } from './diagnostic.js'
import { sortDiagnostics } from './unique-findings.js'

/**
 * Formats findings as GitHub's workflow commands, which show them next to the line in a pull request.
 * `folder` is the path of the workspace in the repository (`''` for its root).
 */
export function formatAnnotations(diagnostics: readonly Diagnostic[], folder = ''): string {
  return sortDiagnostics(diagnostics)
    .map(finding => `${annotation(finding, folder)}\n`)
    .join('')
}

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' }

function annotation({ place, severity, code, message, hints }: Diagnostic, folder: string): string {
  const { line, column } = place.file.position(place.range.start)
  const file = folder ? `${folder}/${place.file.path}` : place.file.path
  const properties = `file=${escapeProperty(file)},line=${line},col=${column},title=${code}`
  return `::${COMMANDS[severity]} ${properties}::${escapeData([message, ...hints].join('\n'))}`
}

/** Escapes text as the runner's toolkit does (`@actions/core`, command.ts). */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
