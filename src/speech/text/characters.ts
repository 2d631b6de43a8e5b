/**
 * The characters that a quotation and its source may write differently. Apart from canonical
 * composition (Unicode NFC), only what this table names is equal. Compatibility forms such as `²`, `½`, `①` or full-width
 * digits remain distinct, and so do primes, the minus sign and the digits of any script.
 */
export const FOLDED_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  ['ﬅ', 'st'],
  ['ﬆ', 'st'],
  ...mapEach('‘’‚‛‹›ʼ', "'"),
  ...mapEach('“”„‟«»', '"'),
  ...mapEach('–—‒―', '—'),
  ...mapEach('\u2010\u2011', '-'),
  ...mapEach(
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
    ' ',
  ),
  ...mapEach('\u0085\u2028\u2029', '\n'),
])

/** Characters without width or meaning to a reader: soft hyphens (with the line end after them, or the space that YAML makes of it), joiners, directional marks. */
export const IGNORABLE = String.raw`\xad[ \t]*(?:\r?\n[ \t]*)?|[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]`

/** Matches a character of the table, one without width, or one that may combine. */
export const NEEDS_FOLDING = new RegExp(
  String.raw`[${[...FOLDED_CHARACTERS.keys()].join('')}\p{M}\u1160-\u11ff\ud7b0-\ud7ff]|${IGNORABLE}`,
  'u',
)

function mapEach(characters: string, folded: string): [string, string][] {
  return Array.from(characters, character => [character, folded])
}

/** Sentence punctuation that says no more than that something ends or pauses, of the scripts that quotations are in: for a class of characters. */
export const STOPS = ',.;:。，、；：．؛،۔।'

/** What asks or exclaims, which no stop stands for: for a class of characters. */
export const ASKING = '?!؟？！⸮'
