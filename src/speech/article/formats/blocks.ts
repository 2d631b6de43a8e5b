import { SourceFile } from '../../../diagnostics/index.js'
import type { ArticleBlock } from '../article.js'

/** Puts white space of every kind and amount in a text to a single space, and leaves out where words may break, as pages are shown. */
export function collapseWhiteSpace(text: string): string {
  return text
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim()
}

/** Whether a block has anything to show: some pages are full of paragraphs of zero width. */
export function hasVisibleText({ text }: ArticleBlock): boolean {
  return /[^\s\p{Cf}\p{Cc}]/u.test(text)
}

/** Writes blocks as a text, in which each is a paragraph for citations. */
export function fileOfBlocks(path: string, blocks: readonly ArticleBlock[]): SourceFile {
  return new SourceFile(path, blocks.map(({ text }) => text).join('\n\n'))
}

/** The text of a superscript: a figure in raised digits, so that the mark of a note is none of the number before it. */
export function raisedText(text: string): string {
  const figure = /^\s*(\d{1,3})\s*$/.exec(text)?.[1]
  return figure === undefined ? text : figure.replace(/\d/g, digit => RAISED_DIGITS.charAt(Number(digit)))
}

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
