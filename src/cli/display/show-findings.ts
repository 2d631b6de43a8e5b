import { relative, sep } from 'node:path'
import {
  type Diagnostic,
  diagnosticToJson,
  formatAnnotations,
  formatDiagnostics,
  hasErrors,
  sortDiagnostics,
} from '../../diagnostics/index.js'
import { hasColour, type Io } from '../io.js'

/** Ends a command: its findings where their reader looks for them, and the exit status that they ask for. */
export function showFindings(
  diagnostics: readonly Diagnostic[],
  json: boolean,
  results: Readonly<Record<string, unknown>>,
  io: Io,
): number {
  const ok = !hasErrors(diagnostics)
  if (json) {
    const findings = sortDiagnostics(diagnostics).map(diagnosticToJson)
    io.stdout.write(
      `${escapeControls(JSON.stringify({ ok, diagnostics: findings, ...results }, undefined, 2))}\n`,
    )
  } else {
    const width = io.stderr.columns
    io.stderr.write(
      formatDiagnostics(diagnostics, { colour: hasColour(io.stderr, io.env), ...(width && { width }) }),
    )
    if (io.env.GITHUB_ACTIONS) io.stderr.write(formatAnnotations(diagnostics, folderInRepository(io)))
  }
  return ok ? 0 : 1
}

/** JSON leaves the controls of C1 and of bidirectional text as they are; on a terminal they would act. */
export function escapeControls(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function folderInRepository(io: Io): string {
  const root = io.env.GITHUB_WORKSPACE
  const folder = root ? relative(root, io.cwd).split(sep).join('/') : ''
  return folder.startsWith('..') ? '' : folder
}
