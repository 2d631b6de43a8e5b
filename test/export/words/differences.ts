import type { TwinFormat } from '../../../src/export/index.js'
import { type Document, findNodes } from '../../../src/markup/index.js'
import { type PrintedWord, type WordKind, withoutScheme, wordsOfKind } from './words.js'

type WordFormat = Exclude<TwinFormat, 'png'>

/** Where the words of a twin are not those of the PDF, because its format imposes it. */
interface Difference {
  readonly what: string
  readonly why: string
  readonly formats: readonly WordFormat[]
  /** The words that the twin has in the place of those of the PDF. */
  apply(words: readonly PrintedWord[], document: Document): readonly PrintedWord[]
}

/** What a template puts between two texts. */
export const isMark = (word: string): boolean => /^[·|•]$/.test(word)

const without =
  (kind: WordKind): Difference['apply'] =>
  words =>
    words.filter(word => word.kind !== kind)

/** All differences between PDF and twins; any other fails. */
export const DIFFERENCES: readonly Difference[] = [
  {
    what: 'the words within a figure',
    why: 'its alternative text says them; a drawing of another width has others, or in another order',
    formats: ['html', 'docx', 'md', 'txt'],
    apply: without('drawn'),
  },
  {
    what: 'the bullets of lists',
    why: 'readers of the format draw them',
    formats: ['html', 'docx', 'md', 'txt'],
    apply: without('bullet'),
  },
  {
    what: 'the marks between two texts, such as a middle dot',
    why: 'a page leaves one out where a line ends there, and Word has other lines',
    formats: ['docx'],
    apply: words => words.filter(({ text }) => !isMark(text)),
  },
  {
    what: 'the page numbers of the contents',
    why: 'the format has no pages of its own',
    formats: ['html', 'md', 'txt'],
    apply: without('page-number'),
  },
  {
    what: 'the page numbers of the contents, which are others',
    why: 'Word breaks the text into pages of its own, and counts them itself',
    formats: ['docx'],
    apply: without('page-number'),
  },
  {
    what: 'the letters that call notes',
    why: 'readers of the format number the notes, those on sources among them',
    formats: ['md'],
    apply: without('call'),
  },
  {
    what: 'brackets around what calls a source or a note',
    why: 'plain text has no raised letters',
    formats: ['txt'],
    apply: inBrackets,
  },
  {
    what: 'hyphens that stand by themselves',
    why: 'they mark items of lists, and cells without words',
    formats: ['txt'],
    apply: words => words.filter(({ text }) => text !== '-'),
  },
  {
    what: 'what web addresses begin with',
    why: 'readers of e-mail follow only an address that is whole',
    formats: ['txt'],
    apply: words => words.map(word => ({ ...word, text: withoutScheme(word.text) })),
  },
  {
    what: 'what every page says in its header, its footer and behind its text, once at the end',
    why: 'the format has no pages, and a text that is passed on is to say it',
    formats: ['md', 'txt'],
    apply: (words, { running, overlay }) => [
      ...words,
      ...wordsOfKind([...new Set([...overlay, ...running.notes])].join(' · '), 'text'),
    ],
  },
  {
    what: 'the markings, again at the end',
    why: 'the format has no pages that could bear them',
    formats: ['md', 'txt'],
    apply: words => [...words, ...words.filter(({ kind }) => kind === 'marking')],
  },
]

/** The words that a twin in a format has to have. */
export const expectedWords = (
  format: WordFormat,
  words: readonly PrintedWord[],
  document: Document,
): readonly string[] =>
  DIFFERENCES.filter(({ formats }) => formats.includes(format))
    .reduce((left, { apply }) => apply(left, document), words)
    .map(({ text }) => text)

/** Each raised reference, and each letter that calls a note. */
function inBrackets(words: readonly PrintedWord[], { blocks }: Document): readonly PrintedWord[] {
  const raised = findNodes(blocks, 'reference').map(({ superscript }) => superscript)
  return words.flatMap((word, index) => {
    const { kind, reference } = word
    const isBracketed = kind === 'call' || (reference !== undefined && raised[reference] === true)
    if (!isBracketed) return [word]
    const isFirst = kind === 'call' || words[index - 1]?.reference !== reference
    const isLast = kind === 'call' || words[index + 1]?.reference !== reference
    return [...(isFirst ? [{ text: '[', kind }] : []), word, ...(isLast ? [{ text: ']', kind }] : [])]
  })
}
