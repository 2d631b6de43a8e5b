/**
 * The stages as plain functions, in the order in which data goes through them. Values go in, values come out, and
 * what is wrong with them goes to a `Report`; only what `build/` exports touches the disk.
 */

export { type Brief, type BriefData, decodeText, loadBrief, type Path, type Prose } from './brief/index.js'
export {
  type BuildOptions,
  type BuildResult,
  buildBriefs,
  type CheckedBrief,
  type CheckOptions,
  type CheckResult,
  checkBriefs,
  type EditionName,
  type ListedAudience,
  listAudiences,
  type Manifest,
  type ManifestEntry,
  type MergeOptions,
  type MergeResult,
  mergeManifests,
  Presses,
  type Preview,
  type PreviewedEdition,
  type Progress,
  previewBuild,
  type QuoteCounts,
  type Shard,
  type Tally,
  watchBriefs,
} from './build/index.js'
export {
  CODES,
  type Diagnostic,
  type DiagnosticCode,
  diagnosticToJson,
  Findings,
  formatDiagnostics,
  type JsonDiagnostic,
  type Place,
  type Position,
  type Range,
  type Report,
  type Severity,
  SourceFile,
  sortDiagnostics,
} from './diagnostics/index.js'

export {
  type Article,
  type ArticleFormat,
  type Draft,
  type DraftJson,
  type DraftOptions,
  draftBrief,
  readArticle,
} from './draft/index.js'
export {
  type Audience,
  audiencesOf,
  type Edition,
  type EditionData,
  languageFor,
  languagesOf,
  parseAudience,
  type Reader,
  type RecipientData,
  selectEdition,
} from './edition/index.js'
export {
  type Evidence,
  formatLock,
  type Lock,
  lockOf,
  type Proof,
  parseLock,
  prove,
  type SourceText,
  sourceText,
  type Verdict,
} from './evidence/index.js'
export {
  altText,
  type Drawing,
  drawDiagram,
  type Palette,
  type Pens,
  type Room,
  type Shape,
  type Type,
} from './figures/index.js'
export {
  type Fitted,
  fit,
  isMade,
  type Material,
  makeVersion,
  type Setting,
  type Setup,
  type Version,
} from './fit/index.js'
export {
  type Document,
  type Locale,
  parseLocale,
  render,
  renderHtml,
  type TemplateLibrary,
} from './markup/index.js'
export {
  type Assets,
  type Fonts,
  type LaidOut,
  layOut,
  openFonts,
  type PageText,
  type Printed,
  parseTheme,
  type Style,
  type Theme,
  typeset,
} from './typeset/index.js'
