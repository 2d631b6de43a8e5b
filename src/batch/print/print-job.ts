import type { SerializedDiagnostic } from '../../diagnostics/index.js'
import type { PrintSettings } from '../plan/build-options.js'
import type { EditionInput } from '../record/edition-key.js'
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
  readonly recipient: PackedRecipient | undefined
}

/** What comes of a job. */
export interface PrintResult {
  /** Undefined if anything found is an error. */
  readonly printed: PrintedEdition | undefined
  readonly findings: readonly SerializedDiagnostic[]
}

export interface PrintedEdition {
  readonly pdf: Uint8Array
  readonly facts: PrintedFacts
  /** What it was made from. */
  readonly inputs: readonly EditionInput[]
  /** Hash over all of it, by the bytes that were read. */
  readonly key: string
  /** Of the brief's file. */
  readonly brief_sha256: string
  /** Milliseconds. */
  readonly ms: number
}

/** Prints editions, here or elsewhere. */
export interface Printer {
  /** Rejects if the printer was closed, or whoever printed it died. */
  print(job: PrintJob): Promise<PrintResult>
  /** Ends at once what is being printed. */
  close(): Promise<void>
  /** How many jobs to give it at a time, so that it never waits for the next. */
  readonly concurrency: number
}
