/**
 * The stages as plain functions, in the order in which data goes through them. Values go in, values come out, and
 * what is wrong with them goes to a `Report`; only what `batch/` exports touches the disk.
 */

export {
  type BuildOptions,
  type BuildPreview,
  type BuildResult,
  buildBriefs,
  type CheckedBrief,
  type CheckOptions,
  type CheckResult,
  checkBriefs,
  type EditionName,
  type InspectedStage,
  type Inspection,
  type InspectOptions,
  inspectEdition,
  type ListedAudience,
  listAudiences,
  type Manifest,
  type ManifestEntry,
  type MergeOptions,
  type MergeResult,
  mergeManifests,
  type PreviewEntry,
  PrinterPool,
  type Progress,
  previewBuild,
  type QuoteCounts,
  type Shard,
  type Tally,
  watchBriefs,
} from './batch/index.js'
export {
  type Brief,
  type BriefData,
  decodeText,
  type FieldPath,
  loadBrief,
  type Prose,
} from './brief/index.js'
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
  type Draft,
  type DraftJson,
  type DraftOptions,
  draftBrief,
} from './draft/index.js'
export {
  type Audience,
  audiencesForBrief,
  briefLanguages,
  closestBriefLanguage,
  type Edition,
  type EditionData,
  type EditionReader,
  parseAudience,
  type RecipientData,
  selectEdition,
} from './edition/index.js'
export {
  type Evidence,
  formatLock,
  type Lock,
  lockEvidence,
  type Proof,
  parseLock,
  prepareSourceText,
  prove,
  type SourceText,
  type Verdict,
} from './evidence/index.js'
export {
  type AvailableSpace,
  altText,
  type Drawing,
  drawDiagram,
  type FigureStyle,
  type FigureType,
  type Palette,
  type Shape,
} from './figures/index.js'
export {
  type EditionInputs,
  type EditionVariant,
  type FitOptions,
  type FitTrial,
  type FittedEdition,
  fit,
  isVariantMade,
  type LayoutSetting,
  makeVariant,
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
  type Article,
  type ArticleFormat,
  readArticle,
  readSpeech,
  type Speech,
  type Utterance,
} from './speech/index.js'
export {
  type DocumentStyle,
  type Fonts,
  type ImageAssets,
  type LaidOutDocument,
  layOut,
  openFonts,
  type PageText,
  parseTheme,
  type Theme,
  type TypesetDocument,
  typeset,
} from './typeset/index.js'
