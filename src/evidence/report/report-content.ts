import type { FindingEntry } from '../../diagnostics/index.js'
import type { TextComparison } from './compare-texts.js'

/** What an editor who signs for the quotations of briefs reads, whatever the format. */
export interface ReportContent {
  readonly briefs: readonly BriefSection[]
}

export interface BriefSection {
  /** Of the file, without its extension. */
  readonly name: string
  readonly file: string
  /** Undefined where the brief could not be read. */
  readonly title?: string
  readonly asOf?: string
  readonly lang?: string
  readonly counts: readonly ReportCount[]
  readonly sources: readonly SourceEntry[]
  readonly quotations: readonly QuotationEntry[]
  /** What was found and belongs to no quotation. */
  readonly findings: readonly FindingEntry[]
}

export interface ReportCount {
  readonly label: string
  readonly number: number
}

/** A source that is quoted. */
export interface SourceEntry {
  readonly id: string
  readonly title: string
  readonly details: readonly ReportDetail[]
}

/** One quotation beside what proves it. */
export interface QuotationEntry {
  /** The field of the brief, as the lock file names it. */
  readonly field: string
  readonly line: number
  readonly words: readonly QuotedSegment[]
  /** BCP 47; of the words and of the passage. */
  readonly lang?: string
  /** Undefined where no text is at hand, or none has the words. */
  readonly passage?: PassageInContext
  readonly details: readonly ReportDetail[]
  /** Undefined where there is nothing to compare with. */
  readonly comparison?: TextComparison
  readonly findings: readonly FindingEntry[]
}

/** Some of a quotation's words, or a sign with which the brief declares that it alters them. */
export interface QuotedSegment {
  readonly text: string
  readonly isAlteration: boolean
}

/** The words of a source with the rest of their sentences. */
export interface PassageInContext {
  readonly before: string
  readonly words: string
  readonly after: string
}

export interface ReportDetail {
  readonly term: string
  readonly value: string
  /** An address that the value is. */
  readonly url?: string
}
