export { type ListedAudience, listAudiences } from './authoring/list-audiences.js'
export { type BuildResult, buildBriefs } from './build-briefs.js'
export { type CheckedBrief, type CheckOptions, type CheckResult, checkBriefs } from './check-briefs.js'
export { type Inspection, type InspectOptions, inspectEdition } from './inspect-edition.js'
export type { InspectedStage } from './inspected-stages.js'
export { checkInMemory } from './memory/check-in-memory.js'
export { listAudiencesInMemory } from './memory/list-audiences-in-memory.js'
export { MemorySession, portableJob } from './memory/memory-session.js'
export type { WorkspaceContents } from './memory/memory-workspace.js'
export {
  type EditionInPlan,
  type PlanInMemory,
  type PlanOptions,
  planInMemory,
} from './memory/plan-in-memory.js'
export type { Tally } from './output/tally.js'
export {
  type PackFormat,
  type PackOptions,
  type PackResult,
  type PrintedPack,
  type PrintedPackFile,
  type PrintedPackItem,
  printPack,
} from './pack/print-pack.js'
export type { BuildOptions, PrintSettings, Progress } from './plan/build-options.js'
export type { Shard } from './plan/shard.js'
export { type BuildPreview, type PreviewEntry, previewBuild } from './preview-build.js'
export { memoryPerThread } from './print/memory-per-thread.js'
export type { PrintedOutput, Printer, PrintJob, PrintResult } from './print/print-job.js'
export { PrinterPool } from './print/printer-pool.js'
export type { Printers } from './print/printers.js'
export { type EditionName, type OutputName, outputFile, parseOutputFile } from './record/edition-name.js'
export type { FileInput } from './record/input-hashes.js'
export { type Manifest, manifestText } from './record/manifest.js'
export { type ManifestEntry, manifestEntry } from './record/manifest-entry.js'
export { type MergeOptions, type MergeResult, mergeManifests } from './record/merge-manifests.js'
export type { ProofRecord } from './record/proof-record.js'
export type { QuoteCounts } from './record/quote-counts.js'
export { render } from './render/render.js'
export type {
  PrintedDocument,
  RenderOptions,
  RenderResult,
  UnprintedDocument,
} from './render/render-options.js'
export { type BuildListener, watchBriefs } from './watch-briefs.js'
export { chance, now, stopwatch, touchFile, uniqueName, wallClock } from './workspace/clock.js'
export { describeFileError, systemErrorCode } from './workspace/file-error.js'
export { MEMORY_ROOT, type OtherPath } from './workspace/memory-files.js'
export { PACKAGE_ROOT, packageVersion } from './workspace/package.js'
export { folderContents, pathContent } from './workspace/path-content.js'
export { pathOnDisk } from './workspace/path-on-disk.js'
export { HOUSE_FILE } from './workspace/read-house.js'
export { displayPath, isInside } from './workspace/workspace.js'
export { DISK } from './workspace/workspace-files.js'
export { isTemporaryFile, replaceFile } from './workspace/write-file.js'
