import { SourceFile } from '../../src/diagnostics/index.js'
import type { Block, DiagramStrings, Document, Inline } from '../../src/markup/index.js'

/** Builders of document trees for tests: short to write, with a place that finds the words in `source`. */
const source = new SourceFile('briefs/sample.yaml', '')
export const nowhere = { file: source, range: { start: 0, end: 0 } }
const place = nowhere

export const t = (text: string): Inline => ({ kind: 'text', text, place })
export const strong = (text: string): Inline => ({ kind: 'strong', children: [t(text)], place })
export const em = (text: string): Inline => ({ kind: 'emphasis', children: [t(text)], place })
export const link = (text: string, href: string): Inline => ({
  kind: 'link',
  href,
  children: [t(text)],
  place,
})
export const span = (style: string, text: string): Inline => ({
  kind: 'span',
  style,
  lang: undefined,
  children: [t(text)],
  place,
})
export const ref = (
  number: number,
  source: string,
  first = false,
  label = String(number),
  raised = true,
): Inline => ({
  kind: 'reference',
  ...{ number, source, first, label, superscript: raised, place },
  ...{ spoken: `source ${number}`, quiet: false, places: { paragraphs: [], others: [] }, prefix: undefined },
})
export const note = (label: string, text: Words): Inline => ({
  kind: 'note',
  ...{ label, children: words(text), place },
})

type Words = string | readonly Inline[]
export const words = (text: Words): readonly Inline[] => (typeof text === 'string' ? [t(text)] : text)

export const p = (text: Words, style?: string): Block => ({
  kind: 'paragraph',
  style,
  children: words(text),
  place,
})
export const h = (level: 1 | 2 | 3 | 4, text: Words, id = slug(text)): Block => ({
  kind: 'heading',
  style: undefined,
  ...{ level, id, place },
  children: words(text),
})
const slug = (text: Words) =>
  words(text)
    .map(inline => (inline.kind === 'text' ? inline.text : ''))
    .join('')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')

export const section = (children: readonly Block[], style?: string, id?: string): Block => ({
  kind: 'section',
  ...{ style, id, page: undefined, children, place },
})
export const aside = (style: string | undefined, ...children: Block[]): Block => ({
  kind: 'aside',
  ...{ style, children, place },
})
export const masthead = (...children: Block[]): Block => ({ kind: 'masthead', children, place })
export const list = (items: readonly Words[], style?: string, ordered = false): Block => ({
  kind: 'list',
  ...{ ordered, style, place },
  items: items.map(item => [p(item)]),
})
export const dl = (style: string | undefined, entries: readonly (readonly [Words, Words])[]): Block => ({
  kind: 'definitions',
  ...{ style, place },
  entries: entries.map(([term, body]) => ({ term: words(term), body: [p(body)] })),
})
export const table = (
  style: string | undefined,
  widths: readonly number[],
  head: readonly Words[],
  rows: readonly (readonly Words[])[],
  caption?: string,
): Block => ({
  kind: 'table',
  ...{ style, widths, place },
  caption: caption === undefined ? undefined : words(caption),
  head: head.length === 0 ? [] : [{ place, cells: head.map(cell => cellOf(cell, 'column')) }],
  body: rows.map(row => ({
    place,
    cells: row.map((cell, index) => cellOf(cell, index === 0 ? 'row' : undefined)),
  })),
})
const cellOf = (text: Words, header: 'column' | 'row' | undefined) => ({
  ...{ header, span: 1, rows: 1, place },
  children: [p(text)],
})
export const quotation = (text: string, attribution: Words | undefined, style?: string): Block => ({
  kind: 'quotation',
  ...{ style, lang: undefined, place },
  children: [p(text)],
  attribution: attribution === undefined ? undefined : words(attribution),
})
export const figure = (file: string, width: number, caption?: string): Block => ({
  kind: 'figure',
  style: undefined,
  folder: undefined,
  ...{ source: file, width, alt: 'A picture', title: undefined, place },
  caption: caption === undefined ? undefined : words(caption),
})
const word = (text: string) => ({ kind: 'text', text, place }) as const
/** A figure of a few events; words of a language that the package has. */
export const timeline = (words: DiagramStrings, caption?: string, title?: string): Block => ({
  kind: 'diagram',
  data: {
    kind: 'timeline',
    events: [
      { date: '2025-01-20', label: word('Order signed'), priority: 'must' },
      { date: '2025-02/2025-03', label: word('Talks'), priority: 'should' },
      { date: '2025-03-04~', label: word('Tariffs'), priority: 'could' },
    ],
  },
  ...{ words, place },
  title: title === undefined ? undefined : [t(title)],
  caption: caption === undefined ? undefined : [t(caption)],
})
export const actorMap = (words: DiagramStrings): Block => ({
  kind: 'diagram',
  data: {
    kind: 'actor-map',
    stanceOn: word('the winter timetable'),
    actors: [
      { name: word('Harbour'), side: 'Town', influence: 5, support: 2, priority: 'must' },
      { name: word('נמל חיפה'), side: 'Coast', influence: 3, support: -1, priority: 'should' },
      { name: word('Fishers'), side: undefined, influence: undefined, support: 0, priority: 'should' },
    ],
  },
  ...{ words, place, title: undefined, caption: undefined },
})
export const stakesMatrix = (words: DiagramStrings): Block => ({
  kind: 'diagram',
  data: {
    kind: 'stakes-matrix',
    listed: true,
    stakes: [
      ...[{ number: 1, stake: word('Fares'), who: [word('Town')], likelihood: 4, impact: 2 }],
      ...[{ number: 2, stake: word('Έλλειμμα'), who: [], likelihood: undefined, impact: 5 }],
    ].map(stake => ({ ...stake, priority: 'should' as const })),
  },
  ...{ words, place, title: undefined, caption: undefined },
})
export const columns = (widths: readonly number[], ...all: (readonly Block[])[]): Block => ({
  kind: 'columns',
  ...{ widths, place },
  columns: all,
})
export const rule: Block = { kind: 'rule', place }
export const contents: Block = { kind: 'contents', place }
export const sources = (...entries: (readonly [string, Words])[]): Block => ({
  kind: 'sources',
  numbered: true,
  entries: entries.map(([id, text], index) => ({
    id,
    number: index + 1,
    spoken: `source ${index + 1} in the text`,
    children: words(text),
  })),
  place,
})

export const document = (blocks: readonly Block[], more: Partial<Document> = {}): Document => ({
  lang: 'en',
  title: 'Ferry service to the outer islands',
  authors: ['Harbour Policy Unit'],
  subject: 'Whether to renew the subsidised winter timetable',
  keywords: ['ferries', 'islands'],
  banners: [],
  overlay: [],
  aids: {
    skip_to_text: 'Skip to the text',
    contents: 'Contents',
    notes: 'Notes',
    note_in_text: 'note {label} in the text',
    table: 'Table',
  },
  running: {
    organisation: 'Harbour Policy Unit',
    audience: '',
    title: 'Ferry service to the outer islands',
    page_of: 'Page {page} of {pages}',
    notes: ['Facts as of 3 March 2025'],
  },
  sources: [],
  ...more,
  blocks,
})
