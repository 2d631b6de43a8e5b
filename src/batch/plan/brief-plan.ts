import type { SerializedDiagnostic } from '../../diagnostics/index.js'
import type { EditionFormat } from '../../edition/index.js'
import type { SelectionHashes } from '../record/edition-key.js'
import type { FileInput } from '../record/input-hashes.js'
import type { HouseTwins } from '../record/twin-variant.js'
import type { BriefFile } from '../workspace/find-briefs.js'

/** All that a build must know of a brief to plan its editions: plain data, kept for the next build. */
export interface BriefPlan {
  readonly brief: BriefFile
  readonly findings: readonly SerializedDiagnostic[]
  /** Whether anything found is an error: nothing is printed then. */
  readonly failed: boolean
  /** Of the brief's file, as it was read. */
  readonly brief_sha256: string
  /** What the plan was made from. */
  readonly inputs: readonly FileInput[]
  /** Hash over all of it. */
  readonly inputsHash: string
  /** The audiences that it was to be printed for and may not be shown to: no file of an earlier build may stay either. */
  readonly withheld: readonly string[]
  /** Characters of the brief's file. */
  readonly size: number
  readonly twins: HouseTwins
  /** In the order in which they are printed; of a brief that cannot be read, those that were asked for. */
  readonly editions: readonly AudiencePlan[]
}

/** An edition of a brief, as it is before it is addressed to anybody. */
export interface AudiencePlan {
  readonly audience: string
  /** The language that the build, or a row of a mail merge, asks for to be given this edition; undefined for none in particular. */
  readonly asked: string | undefined
  /** The language to print it in, where it is not to be the brief's own. */
  readonly lang: string | undefined
  /** What to print it as, where the build does not say. */
  readonly formats: readonly EditionFormat[]
  /** Whether its template is wrong, so that nothing can be printed. */
  readonly broken: boolean
  /** See `selectionOf`; undefined if nothing may be shown. */
  readonly selection: SelectionHashes | undefined
  /** The fields of a recipient that it prints whatever they hold, and what reads them. */
  readonly required: readonly RequiredColumn[]
}

export interface RequiredColumn {
  readonly field: string
  /** Such as `templates/press.hbs`. */
  readonly by: string
}
