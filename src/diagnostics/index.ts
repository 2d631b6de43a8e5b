export { closest, didYouMean } from './closest.js'
export { CODES, type DiagnosticCode, type Severity } from './codes.js'
export { type Diagnostic, ErrorTracker, Findings, hasErrors, type Report } from './diagnostic.js'
export { escapeHtml } from './escape-html.js'
export { formatAnnotations } from './format-annotations.js'
export { countFindings, type FormatOptions, formatDiagnostics } from './format-diagnostics.js'
export { graphemeSegmenter, graphemesOf } from './graphemes.js'
export { type FindingEntry, findingEntry, htmlFindings } from './html-findings.js'
export { htmlPage, htmlText } from './html-page.js'
export { inertText } from './inert-text.js'
export { present } from './present.js'
export { printable, shorten, terminalWidth } from './printable.js'
export {
  deserializeDiagnostic,
  diagnosticToJson,
  type JsonDiagnostic,
  type SerializedDiagnostic,
  serializeDiagnostic,
} from './serialize-diagnostic.js'
export { sha256 } from './sha256.js'
export { type Place, type Position, type Range, SourceFile } from './source-file.js'
export { sortDiagnostics, UniqueFindings } from './unique-findings.js'
