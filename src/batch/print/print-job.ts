import type { SerializedDiagnostic } from '../../diagnostics/index.js'
import type { EditionFormat } from '../../edition/index.js'
import type { FitTrial } from '../../fit/index.js'
import type { PrintSettings } from '../plan/build-options.js'
import type { EditionInput } from '../record/edition-key.js'
import type { FileInput } from '../record/input-hashes.js'
import type { PrintedFacts } from '../record/manifest-entry.js'
import type { BriefFile } from '../workspace/find-briefs.js'
import type { PackedRecipient } from './packed-recipient.js'

/** An edition to print. */
export interface PrintJob {
  readonly settings: PrintSettings
  readonly brief: BriefFile
  /** Changes with the brief, its lock and its sources. */
  readonly inputsHash: string
  readonly audience: string
  /** The language, where it is not to be the brief's own. */
  readonly lang: string | undefined
  /** What to print it as: one at least. */
  readonly formats: readonly EditionFormat[]
  /** Whether twins that flow have all that the audience may see. */
  readonly whole: boolean
  readonly recipient: PackedRecipient | undefined
  /** Whether to return the layouts that are tried. */
  readonly traceFit: boolean
}

/** What comes of a job. */
export interface PrintResult {
  /** Undefined if anything found is an error. */
  readonly printed: PrintedEdition | undefined
  readonly findings: readonly SerializedDiagnostic[]
  /** The layouts that were tried, where that was asked for. */
  readonly trials: readonly FitTrial[]
}

export interface PrintedEdition {
  /** A part for each format of the job. */
  readonly outputs: readonly PrintedOutput[]
  /** Of the brief's file. */
  readonly brief_sha256: string
}

/** An edition in one format. */
export interface PrintedOutput {
  readonly format: EditionFormat
  /** One; of PNGs, one for each page. */
  readonly files: readonly Uint8Array[]
  readonly facts: PrintedFacts
  readonly findings: readonly SerializedDiagnostic[]
  /** What it was made from. */
  readonly inputs: readonly EditionInput[]
  /** Hash over all of it, by the bytes that were read. */
  readonly key: string
  /** Milliseconds, with those of fitting. */
  readonly ms: number
}

/** Prints editions, here or elsewhere. */
export interface Printer {
  /** Rejects if the printer was closed, or whoever printed it died. `files` are those that the brief is known to be made from. */
  print(job: PrintJob, files?: readonly FileInput[]): Promise<PrintResult>
  /** Ends at once what is being printed. */
  close(): Promise<void>
  /** How many jobs to give it at a time, so that it never waits for the next. */
  readonly concurrency: number
}
