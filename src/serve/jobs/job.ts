import type {
  EditionName,
  ManifestEntry,
  OutputName,
  PrintedOutput,
  PrintJob,
  PrintResult,
  ProofRecord,
  QuoteCounts,
  RenderOptions,
} from '../../batch/index.js'
import type { SerializedDiagnostic } from '../../diagnostics/index.js'
import type { EditionFormat } from '../../edition/index.js'

/** What one worker does at a time, as it stands on a queue: plain JSON of a few kilobytes. What it is made from lies in the store. */
export interface Job {
  /** See `jobId`: the name of the result in the store. */
  readonly id: string
  /** The version of the package that is to do it: no other has the same templates, and prints the same bytes. */
  readonly version: string
  /** What it belongs to: the name of a job of the service, or of a build. Editions of a batch are done after what somebody waits for. */
  readonly batch: string
  /** Whose it is: nothing of one client serves another. Empty for builds, and where there are no clients to tell apart. */
  readonly client: string
  /** The list of its inputs in the store. */
  readonly inputs: string
  readonly task: Task
}

/** What is to be done with the inputs. */
export type Task = PrintTask | RenderTask | CheckTask | PlanTask | ManifestTask

/** An edition that was planned: the printed files. Its paths are relative to the workspace, and so is `job.settings.root`, which is empty. */
export interface PrintTask {
  readonly kind: 'print'
  readonly job: PrintJob
}

/** An edition that one request asks for: the printed files, as `render` has them. */
export interface RenderTask {
  readonly kind: 'render'
  /** Of the brief among the inputs. */
  readonly path: string
  readonly options: Omit<RenderOptions, 'files' | 'path' | 'created'> & {
    readonly created?: number | undefined
  }
}

/** All that is wrong with a brief, and its proofs. */
export interface CheckTask {
  readonly kind: 'check'
  readonly path: string
}

/** The editions that a batch is to print. */
export interface PlanTask {
  readonly kind: 'plan'
  readonly options: BatchOptions
}

/** The manifest of a batch, once all of its editions have ended. */
export interface ManifestTask {
  readonly kind: 'manifest'
  /** The result of the plan. */
  readonly plan: string
}

/** What a batch is asked for: as the options of a build, with paths relative to the workspace. */
export interface BatchOptions {
  readonly briefs: readonly string[]
  /** All that each brief lists if none. */
  readonly audiences: readonly string[]
  readonly languages: readonly string[]
  readonly formats: readonly EditionFormat[]
  readonly whole: boolean
  readonly paper: RenderOptions['paper']
  readonly theme: string | undefined
  readonly created: number | undefined
  readonly allowUnverified: boolean
  /** Recipients among the inputs, `.csv` or `.jsonl`. */
  readonly data: string | undefined
  /** The plan of more is a finding. */
  readonly mostEditions: number | undefined
}

/**
 * What came of a job; the result in the store says the same and has the files. A job that cannot be done, since the
 * brief is wrong, is done, too: its findings say so.
 */
export interface JobReport {
  /** Whether there are the files that were asked for. */
  readonly ok: boolean
  readonly findings: readonly SerializedDiagnostic[]
}

/** What each kind of job says in its result, beside its files. */
export interface ResultHeads {
  readonly print: PrintHead
  readonly render: RenderHead
  readonly check: CheckHead
  readonly plan: PlanHead
  readonly manifest: ManifestHead
}

/** As the result of a print job, but that the bytes of files lie in the result beside it, output by output. */
export interface PrintHead extends JobReport {
  readonly printed: { readonly brief_sha256: string; readonly outputs: readonly PrintedHead[] } | undefined
  /** Paths, relative to the workspace, that were looked for and of which the inputs say nothing: whoever knows what is there is to ask again with that. */
  readonly absent: readonly string[]
  /** The layouts that were tried, where that was asked for. */
  readonly trials: PrintResult['trials']
}

/** `files` are their sizes in bytes, as they follow each other. */
export type PrintedHead = Omit<PrintedOutput, 'files' | 'ms'> & { readonly files: readonly number[] }

export interface RenderHead extends JobReport {
  readonly format: EditionFormat
  readonly pages: number | null
  readonly annex_pages: number | null
  readonly left_out: readonly string[]
  readonly quotes: QuoteCounts | null
}

export interface CheckHead extends JobReport {
  readonly proofs: readonly ProofRecord[]
}

/**
 * The jobs that a batch comes to; `ok` tells whether they are all that was asked for. The one file of the result has the jobs themselves, as a JSON
 * array of tasks.
 */
export interface PlanHead extends JobReport {
  readonly editions: readonly PlannedJob[]
  /** Files of editions that cannot be printed, as findings say. */
  readonly missing: readonly OutputName[]
}

export interface PlannedJob extends EditionName {
  readonly id: string
  readonly outputs: readonly { readonly format: EditionFormat; readonly file: string }[]
}

export interface ManifestHead extends JobReport {
  /** Entries of all files, and the names of those that are missing. */
  readonly editions: readonly ManifestEntry[]
  readonly missing: readonly OutputName[]
}
