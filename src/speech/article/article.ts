import type { Range, SourceFile } from '../../diagnostics/index.js'

export type ArticleFormat = 'text' | 'markdown' | 'html'

/** A news article: its text alone, and what its file tells of it. */
export interface Article extends ArticleMetadata {
  readonly format: ArticleFormat
  /**
   * Of a text all that the file holds, as it stands there. Of HTML and Markdown the blocks (headings, paragraphs, list
   * items, quotations), separated by an empty line, with the white space within each collapsed.
   */
  readonly file: SourceFile
  /** As citations count them, from 1. */
  readonly paragraphs: readonly Range[]
  /** Which of the paragraphs are headings, counted from 0. */
  readonly headings: ReadonlySet<number>
  /** Which of the paragraphs its markup shows as block quotations, counted from 0. */
  readonly blockQuotations: ReadonlySet<number>
  /** Which of the paragraphs are items of a list, counted from 0: they need no full stop. */
  readonly listItems: ReadonlySet<number>
  /** Which of the paragraphs are no part of the article proper (bylines, dates, credits, appeals), counted from 0. */
  readonly boilerplate: ReadonlySet<number>
}

/** What a file says of its article, never what could be guessed from it. */
export interface ArticleMetadata {
  readonly title?: string
  readonly author?: readonly string[]
  readonly publisher?: string
  /** EDTF, mostly of a day: `2025-02-20`. */
  readonly issued?: string
  readonly url?: string
}

/** A block of a document that has markup, as one line of text. */
export interface ArticleBlock {
  readonly text: string
  readonly kind: 'heading' | 'prose' | 'quotation' | 'item' | 'aside'
}

/** An article as its format gives it: a text has no blocks but its lines. */
export interface ParsedArticle {
  readonly file: SourceFile
  readonly blocks?: readonly ArticleBlock[]
  readonly metadata: ArticleMetadata
}
