import type { Diagnostic } from '../../diagnostics/index.js'
import type { EditionFormat } from '../../edition/index.js'
import type { RowFields } from '../recipients/recipient.js'
import type { QuoteCounts } from '../record/quote-counts.js'

/** What an edition is printed from, beside the text of its brief. */
export interface RenderOptions {
  /** The name of an audience that the package has a template for, or `files` in `templates/`. */
  readonly audience: string
  /** What to print it as; `pdf` if left out, whatever house and template say. */
  readonly format?: EditionFormat | undefined
  /** Print a twin that flows (`html`, `docx`, `md`, `txt`) with all that the audience may see, whatever its pages have room for. */
  readonly whole?: boolean | undefined
  /**
   * What a workspace would hold, by paths that are relative to it, with `/`: sources, tables and pictures that the brief names (which it does
   * relative to itself), `briefs/brief.lock.yaml`, `templates/…`, `fonts/…` with `fonts/fonts.yaml`, `briefwright.yaml`.
   * Texts are taken as UTF-8.
   */
  readonly files?: Readonly<Record<string, string | Uint8Array>> | undefined
  /** Where the brief would stand in that workspace, as findings name it; `briefs/brief.yaml` if left out. */
  readonly path?: string | undefined
  /** Whom the copy is for, as a row of a mail merge says it: by the names of its columns. */
  readonly recipient?: RowFields | undefined
  /** The language (BCP 47), where it is not to be that of the recipient, the house or the brief. */
  readonly lang?: string | undefined
  /** Paper, where it is not to be that of the template. */
  readonly paper?: 'a4' | 'letter' | undefined
  /** A theme that the package or `files` have, where it is not to be that of the house, the template or the brief. */
  readonly theme?: string | undefined
  /** The date that the document gives for its creation, where it is not to be the day that the brief holds for. */
  readonly created?: Date | undefined
  /** Print quotations that are not proved, marked as such. */
  readonly allowUnverified?: boolean | undefined
}

/** What came of an edition: its bytes, or what is wrong. */
export type RenderResult = PrintedDocument | UnprintedDocument

/** An edition that was printed. */
export interface PrintedDocument {
  readonly bytes: Uint8Array
  /** What was printed: `bytes` alone, but of PNG a picture of each page, of which `bytes` is the first. */
  readonly files: readonly Uint8Array[]
  /** Without those of annexes; null for a format that has no pages. */
  readonly pages: number | null
  readonly annex_pages: number | null
  /** What was left out to keep the page limit, such as `key_facts[3]`, in the order in which it was given up. */
  readonly left_out: readonly string[]
  /** Quotations that the edition prints, by how they are proved. */
  readonly quotes: QuoteCounts
  /** Warnings: what is wrong and kept nothing from being printed. */
  readonly diagnostics: readonly Diagnostic[]
}

/** An edition with an error among its findings: nothing of it is printed. */
export interface UnprintedDocument {
  readonly bytes: undefined
  readonly files: readonly []
  readonly pages: null
  readonly annex_pages: null
  readonly left_out: readonly []
  readonly quotes: null
  readonly diagnostics: readonly Diagnostic[]
}
