/**
 * The stages as plain functions, in the order in which data goes through them. Values go in, values come out, and
 * what is wrong with them goes to a `Report`; only what `batch/` exports touches the disk.
 */

import { drawChart, provideCharts } from './figures/index.js'
import { provideSvg, readSvg } from './typeset/index.js'

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
  type OutputName,
  type PreviewEntry,
  type PrintedDocument,
  PrinterPool,
  type Progress,
  previewBuild,
  type QuoteCounts,
  type RenderOptions,
  type RenderResult,
  render,
  type Shard,
  type Tally,
  type UnprintedDocument,
  watchBriefs,
} from './batch/index.js'
export {
  type Brief,
  type BriefData,
  decodeText,
  type FieldPath,
  loadBrief,
  type Marking,
  type MarkingScheme,
  MarkingSchemes,
  type Prose,
  parseMarkingScheme,
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
  EDITION_FORMATS,
  type Edition,
  type EditionData,
  type EditionFormat,
  type EditionReader,
  type HouseStyle,
  inHouse,
  parseAudience,
  parseHouse,
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
export { printPagePictures, printTwin, type TwinContent, type TwinOptions } from './export/index.js'
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
  renderHtml,
  renderTemplate,
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
  type BlockData,
  DocumentLayouts,
  type DocumentStyle,
  type Fonts,
  type ImageAssets,
  type LaidOutDocument,
  type LineData,
  layOut,
  type NoteData,
  openFonts,
  type PageData,
  type PagesData,
  type PageText,
  type PictureData,
  type PlaceData,
  parseTheme,
  type RectangleData,
  type Theme,
  type TypesetDocument,
  typeset,
  type VectorData,
} from './typeset/index.js'

// The command line loads these when an edition needs them; functions that draw at once have them from the start.
provideCharts(drawChart)
provideSvg(readSvg)
