import { type Diagnostic, Findings, type Report } from '../../diagnostics/index.js'
import type { EditionFormat } from '../../edition/index.js'
import type { Document } from '../../markup/index.js'
import type { LaidOutDocument } from '../../typeset/index.js'
import type { EditionInput } from '../record/edition-key.js'
import type { PrintedFacts } from '../record/manifest-entry.js'
import type { Workspace } from '../workspace/workspace.js'
import type { WholeEdition } from './fit-edition.js'
import { readWordStyles, type WordStylesFile } from './word-styles.js'

/** What a format is printed from. */
export interface FormatSource {
  readonly document: Document
  readonly facts: PrintedFacts
  /** What it is made from. */
  readonly inputs: readonly EditionInput[]
  /** Of making the document, and of setting it in pages where it is. */
  readonly findings: readonly Diagnostic[]
  /** Undefined where nothing is set in pages. */
  readonly pages: PrintedPages | undefined
}

/** How a house has twins printed. */
export interface TwinMeans {
  readonly workspace: Workspace
  readonly embedFonts: boolean
  readonly wordStyles: WordStylesFile | undefined
}

/** The pages of an edition, drawn once for all formats that show them. */
export class PrintedPages {
  readonly #findings = new Findings()
  #pdf: Promise<Uint8Array | undefined> | undefined

  constructor(private readonly laidOut: LaidOutDocument) {}

  async pdf(report: Report): Promise<Uint8Array | undefined> {
    this.#pdf ??= this.laidOut.print(this.#findings.report)
    const pdf = await this.#pdf
    this.#findings.passOn(report)
    return pdf
  }
}

/** Prints an edition in one format: its files, or undefined if it has errors. */
export async function printFormat(
  format: EditionFormat,
  { document, pages }: FormatSource,
  { style, images }: WholeEdition,
  { workspace, embedFonts, wordStyles }: TwinMeans,
  report: Report,
): Promise<readonly Uint8Array[] | undefined> {
  if (format === 'pdf' || format === 'png') {
    const pdf = await pages?.pdf(report)
    return pdf && (format === 'pdf' ? [pdf] : pagePictures(pdf))
  }
  const styles =
    format === 'docx' && wordStyles ? await readWordStyles(wordStyles, workspace, report) : undefined
  const { printTwin } = await import('../../export/index.js')
  const options = { embedFonts, wordStyles: styles }
  const bytes = await printTwin(format, { document, style, images }, options, report)
  return bytes && [bytes]
}

async function pagePictures(pdf: Uint8Array): Promise<Uint8Array[]> {
  const { printPagePictures } = await import('../../export/index.js')
  return printPagePictures(pdf)
}
