import type { ElementName } from '../html/vocabulary.js'

/** What calls a note, by its number from 1: `a` to `z`, then `aa`, `ab` and so on. */
export function noteLabel(number: number): string {
  const rest = number - 1
  const before = rest < 26 ? '' : noteLabel(Math.floor(rest / 26))
  return before + String.fromCharCode(97 + (rest % 26))
}

const IN_TEXT_BELOW = 'call it in the text below'

/** Where to call a note instead: headings are repeated in contents and bookmarks, and heads of tables on each page. */
export const PLACES_OF_NOTES: Readonly<Partial<Record<ElementName, string>>> = {
  ...{ h1: IN_TEXT_BELOW, h2: IN_TEXT_BELOW, h3: IN_TEXT_BELOW, h4: IN_TEXT_BELOW },
  subheading: IN_TEXT_BELOW,
  thead: 'call it in the body of the table, or say it in a `p` of class `note` below',
  caption: 'say it in a `p` of class `note` below',
  figcaption: 'say it in a `p` of class `note` below',
  a: 'call it after the link',
  sup: 'call it after `sup`',
  note: 'say it in the same note',
}
