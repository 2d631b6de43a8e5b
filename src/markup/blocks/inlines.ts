import type { Place } from '../../diagnostics/index.js'
import type { ReferenceContent } from './reference-words.js'

/** What all blocks and inlines have in common. */
export interface DocumentNode {
  /** In the brief if the text comes from there, else in the template. */
  readonly place: Place
}

export type Inline = InlineText | Strong | Emphasis | Superscript | Link | Reference | Note | Span | HardBreak

export interface InlineText extends DocumentNode {
  readonly kind: 'text'
  readonly text: string
  /** It is a mark that a template puts between two texts, and is not printed where a line ends there. */
  readonly separates?: boolean
}
export interface Strong extends DocumentNode {
  readonly kind: 'strong'
  readonly children: readonly Inline[]
}
export interface Emphasis extends DocumentNode {
  readonly kind: 'emphasis'
  readonly children: readonly Inline[]
}
export interface Superscript extends DocumentNode {
  readonly kind: 'superscript'
  readonly children: readonly Inline[]
}
export interface Link extends DocumentNode {
  readonly kind: 'link'
  /** `https:`, `http:`, `mailto:`, `tel:`, or `#id` of a heading. */
  readonly href: string
  /** A cross-reference such as `Table 2`, which is not broken. */
  readonly whole?: boolean
  readonly children: readonly Inline[]
}
/** A citation, which links to its entry in the list of sources. */
export interface Reference extends DocumentNode, ReferenceContent {
  readonly kind: 'reference'
  readonly source: string
  /** What is printed, such as `1`, `1 ¶4, 8` or `source 1, para. 4`. */
  readonly label: string
  /** What is read out, in words: `source 1, paragraphs 4, 8`. */
  readonly spoken: string
  /** Whether it is the first reference to its source, to which the source's entry links back. */
  readonly first: boolean
  /** Set back, for readers who look up no sources. */
  readonly quiet: boolean
}
/** A note at the foot of the page that calls it; it stands where its call does. */
export interface Note extends DocumentNode {
  readonly kind: 'note'
  /** What calls it, a letter: `a` to `z`, `aa`, `ab` and so on through the document. */
  readonly label: string
  readonly children: readonly Inline[]
}
/** Inline text in another style or another language. */
export interface Span extends DocumentNode {
  readonly kind: 'span'
  readonly style: string | undefined
  readonly lang: string | undefined
  readonly children: readonly Inline[]
}
export interface HardBreak extends DocumentNode {
  readonly kind: 'break'
}

/** A middle dot, a bar or a bullet by itself, with the space after it. */
const SEPARATOR = /(?<![^ ])([·|•](?: |$))/

/** A text of a template, or of the program itself, in which the marks between others are known to be that. */
export const separatedTexts = (text: string, place: Place): InlineText[] =>
  text.split(SEPARATOR).flatMap((part, index): InlineText[] => {
    if (part === '') return []
    return [
      index % 2 === 0
        ? { kind: 'text', text: part, place }
        : { kind: 'text', text: part, place, separates: true },
    ]
  })
