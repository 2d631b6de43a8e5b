import type { Block, Document, Inline } from '../../src/markup/index.js'
import { wordsIn } from '../figures/sketch.js'
import * as b from '../typeset/build-document.js'
import { png } from '../typeset/pictures.js'
import { banner } from './markings.js'

/** Pictures of the document, by their paths. */
export const STRESS_IMAGES: ReadonlyMap<string, Uint8Array> = new Map([['a.png', png(16, 90)]])

/**
 * A document of every kind of block in every other that may hold it, three deep, with every kind of inline; headings
 * of any level in any order; passages in other languages; tables and paragraphs longer than a page.
 */
export function stressDocument(): Document {
  const nested = Object.entries(CONTAINERS).flatMap(([outer, hold]) => [
    b.h(2, `In ${outer}`, `in-${outer}`),
    ...hold([b.p('Before.'), ...LEAVES(outer), b.actorMap(WORDS), b.stakesMatrix(WORDS), b.p('After.')]),
    ...Object.entries(CONTAINERS).flatMap(([inner, holdInner]) => [
      b.h(3, `${inner} in ${outer}`, `${inner}-in-${outer}`),
      ...hold(holdInner(LEAVES(`${inner}-${outer}`))),
    ]),
  ])
  return b.document(
    [
      b.masthead(b.p('Kicker', 'kicker'), b.h(1, 'Everything in everything'), b.p('As of today', 'meta')),
      b.contents,
      b.section(nested),
      b.section([b.h(4, 'What is long', 'long'), b.p(LONG), long, b.section([b.p(LONG)], 'two-columns')]),
      b.section([
        b.h(2, 'Sources', 'sources'),
        b.sources(
          ['one', [b.t('The first, '), inLanguage('en la lengua de otros', 'es')]],
          ['two', 'The second, which nobody cites.'],
        ),
      ]),
    ],
    { banners: banner('TLP:AMBER+STRICT'), title: 'Everything in <everything> & “more”' },
  )
}

const place = b.nowhere
const inLanguage = (text: string, lang: string): Inline => ({
  kind: 'span',
  ...{ style: undefined, lang, children: [b.t(text)], place },
})

const LONG = 'The boat that carries the fish of Holm has not been late since the winter before last. '.repeat(
  150,
)

/** Every inline, with words that need another family. */
const INLINES: readonly Inline[] = [
  b.t('Plain, '),
  b.strong('strong '),
  b.em('and stressed, '),
  { kind: 'superscript', children: [b.t('above')], place },
  b.ref(1, 'one', true),
  b.ref(1, 'one', false, '1, para. 4'),
  b.t(', '),
  b.ref(3, 'missing', false, '3', false),
  b.t(' and '),
  b.link(
    'a link out, with words enough for more than one line of a narrow column',
    'https://harbour.example/é?a=b&c',
  ),
  b.t(', '),
  b.link('one within', '#sources'),
  b.t(', '),
  b.link('one to nothing', '#nothing'),
  { kind: 'break', place },
  ...['label', 'muted', 'date', 'tag', 'unverified', 'name'].map(style => b.span(style, `${style} `)),
  inLanguage('auf Deutsch, ', 'de'),
  inLanguage('שלום לכולם, ', 'he'),
  inLanguage('السلام عليكم, ', 'ar'),
  inLanguage('Ελληνικά, Українська, ἐν ἀρχῇ, Đặng, ﬁn, ≥ ● ∑', 'el'),
]

const WORDS = wordsIn('en')

/** Blocks that hold no others; `id` tells the headings of one from those of another. */
const LEAVES = (id: string): Block[] => [
  b.h(4, `Deep ${id}`, `deep-${id}`),
  b.p(INLINES),
  b.h(3, `Higher ${id}`, `higher-${id}`),
  b.figure('a.png', 0.2, 'A caption'),
  b.timeline(WORDS, 'A caption of a figure'),
  b.rule,
  b.p(''),
]

const cell = (children: readonly Block[], header?: 'row' | 'column', span = 1) => ({
  ...{ header, span, rows: 1, children, place },
})
const row = (...cells: ReturnType<typeof cell>[]) => ({ cells, place })
const table = (style: string, children: readonly Block[]): Block => ({
  kind: 'table',
  ...{ style, widths: [1, 5, 1], place, caption: [b.t('A caption of '), b.em('words')] },
  head: [
    row(cell([b.p('A')], 'column'), cell([b.p('B and C')], 'column', 2)),
    row(cell([], 'column'), cell([b.p('B')], 'column'), cell([b.p('C')], 'column')),
  ],
  body: [
    row(cell([b.p('Part')], 'column', 3)),
    row(cell([b.p('one')], 'row'), cell(children), cell([])),
    row(cell([b.p('two')], 'row'), cell([b.p('over both')], undefined, 2)),
    row(cell([]), cell([]), cell([])),
    row(cell([b.p('three')], 'row')),
  ],
})
const list =
  (ordered: boolean, style: string | undefined) =>
  (children: readonly Block[]): Block[] => [
    { kind: 'list', ordered, style, items: [children, [b.p('Second')], []], place },
  ]
const definitions =
  (style: string | undefined) =>
  (children: readonly Block[]): Block[] => [
    {
      kind: 'definitions',
      ...{ style, place },
      entries: [
        { term: [b.t('Term '), b.em('one')], body: children },
        { term: b.words('Term two'), body: [b.p('Its meaning'), b.p('More')] },
      ],
    },
  ]
const quotation =
  (lang: string | undefined) =>
  (children: readonly Block[]): Block[] => [
    { kind: 'quotation', style: undefined, lang, children, attribution: INLINES, place },
  ]

/** Every way to hold blocks. */
const CONTAINERS: Readonly<Record<string, (children: readonly Block[]) => Block[]>> = {
  section: children => [b.section(children)],
  box: children => [b.section(children, 'box', undefined)],
  'two-columns': children => [b.section(children, 'two-columns')],
  aside: children => [b.aside('note', ...children)],
  'bottom-line': children => [b.aside('bottom-line', ...children)],
  card: children => [
    b.aside('card', ...children),
    b.aside('warning'),
    b.aside('recommendation', b.p('Do it')),
  ],
  bullets: list(false, undefined),
  numbers: list(true, undefined),
  facts: list(false, 'facts'),
  rail: definitions('rail'),
  glossary: definitions('glossary'),
  questions: definitions('questions'),
  terms: definitions(undefined),
  grid: children => [table('grid', children)],
  open: children => [table('open', children)],
  quotation: quotation(undefined),
  foreign: quotation('de'),
  columns: children => [b.columns([2, 1], children, [b.p('Beside')], [])],
}

/** A table whose head is repeated on pages, with a picture in it. */
const long: Block = {
  kind: 'table',
  ...{ style: 'grid', widths: [1, 2], caption: undefined, place },
  head: [row(cell([b.p('Day'), b.figure('a.png', 0.1)], 'column'), cell([b.p('Boats')], 'column'))],
  body: Array.from({ length: 120 }, (_, day) => row(cell([b.p(`Day ${day}`)], 'row'), cell([b.p('Two')]))),
}
