export { CODES, type DiagnosticCode, type Severity } from './codes.js'
export { type Diagnostic, Findings, type Report } from './diagnostic.js'
export { type Place, type Position, type Range, SourceFile } from './source-file.js'
