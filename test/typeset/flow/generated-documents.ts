import * as fc from 'fast-check'
import type { Block, Inline } from '../../../src/markup/index.js'
import { composePages } from '../../../src/typeset/compose-pages.js'
import { layOutPages } from '../../../src/typeset/flow/lay-out-pages.js'
import type { DocumentPage } from '../../../src/typeset/nodes/page.js'
import * as b from '../build-document.js'
import { styleOf } from '../workspace.js'

/**
 * Documents of any blocks, for properties that all pages must have. Every word that is printed says of what it is, and which:
 * `k12w3` is the fourth word of text 12, `n4w0` the first word of note 4, which `c4` calls.
 */
export interface GeneratedDocument {
  readonly blocks: readonly Block[]
  readonly page: { readonly width: number; readonly height: number }
  readonly spacing: number
  readonly typeSize: number
}

/** A text of so many words, and its notes: how many words they have, and after which word each is called. */
interface Words {
  readonly count: number
  readonly notes: readonly { readonly after: number; readonly words: number }[]
}

const PAGE_SIZES = [
  [595.28, 841.89],
  [419.53, 595.28],
  [612, 792],
  [612, 1008],
] as const

const noteWords = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 30 }) },
  { weight: 2, arbitrary: fc.integer({ min: 30, max: 150 }) },
  { weight: 1, arbitrary: fc.integer({ min: 150, max: 800 }) },
)
const words = (max: number, withNotes: boolean): fc.Arbitrary<Words> =>
  fc.record({
    count: fc.integer({ min: 1, max }),
    notes: withNotes
      ? fc.array(fc.record({ after: fc.nat(max - 1), words: noteWords }), { maxLength: 3 })
      : fc.constant([]),
  })
const many = <Item>(item: fc.Arbitrary<Item>, minLength: number, maxLength: number) =>
  fc.array(item, { minLength, maxLength })

type Spec =
  | { readonly kind: 'heading' | 'paragraph' | 'quotation' | 'aside'; readonly text: Words }
  | {
      readonly kind: 'list' | 'ordered' | 'box' | 'flow' | 'definitions' | 'landscape'
      readonly texts: readonly Words[]
    }
  | { readonly kind: 'columns'; readonly columns: readonly (readonly Words[])[] }
  | { readonly kind: 'table'; readonly head: boolean; readonly texts: readonly Words[] }

/** Blocks of every kind but for those in `without`. */
function specs(notes: boolean, without: readonly Spec['kind'][]): fc.Arbitrary<readonly Spec[]> {
  const one = (kind: 'heading' | 'paragraph' | 'quotation' | 'aside', max: number) =>
    fc.record({ kind: fc.constant(kind), text: words(max, notes && kind !== 'heading') })
  const several = (
    kind: 'list' | 'ordered' | 'box' | 'flow' | 'definitions' | 'landscape',
    max: number,
    length: number,
  ) => fc.record({ kind: fc.constant(kind), texts: many(words(max, notes), 1, length) })
  const all: { weight: number; arbitrary: fc.Arbitrary<Spec> }[] = [
    { weight: 6, arbitrary: one('paragraph', 130) },
    { weight: 3, arbitrary: one('heading', 5) },
    { weight: 1, arbitrary: one('quotation', 60) },
    { weight: 1, arbitrary: one('aside', 60) },
    { weight: 1, arbitrary: several('list', 40, 6) },
    { weight: 1, arbitrary: several('ordered', 20, 12) },
    { weight: 1, arbitrary: several('box', 90, 8) },
    { weight: 1, arbitrary: several('flow', 90, 6) },
    { weight: 1, arbitrary: several('definitions', 30, 5) },
    { weight: 1, arbitrary: several('landscape', 90, 4) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('columns' as const),
        columns: many(many(words(60, notes), 1, 4), 2, 3),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('table' as const),
        head: fc.boolean(),
        texts: many(words(40, notes), 2, 16),
      }),
    },
  ]
  const kinds = ['paragraph', 'heading', 'quotation', 'aside', 'list', 'ordered', 'box', 'flow'] as const
  const names = [...kinds, 'definitions', 'landscape', 'columns', 'table'] as const
  const chosen = all.filter((_, index) => !without.includes(names[index] ?? 'paragraph'))
  return many(fc.oneof(...chosen), 2, 7)
}

/** `count` documents, the same in every run. */
export function generatedDocuments(
  seed: number,
  count: number,
  { notes = false, without = [] }: { notes?: boolean; without?: readonly Spec['kind'][] } = {},
): readonly GeneratedDocument[] {
  const document = fc.record({
    specs: specs(notes, without),
    size: fc.constantFrom(...PAGE_SIZES),
    lies: fc.boolean(),
    spacing: fc.double({ min: 0.7, max: 1.35, noNaN: true }),
    typeSize: fc.constantFrom(8, 9.5, 10.5, 12),
  })
  return fc
    .sample(document, { seed, numRuns: count })
    .map(({ specs: all, size: [short, long], lies, ...more }) => ({
      ...more,
      blocks: new BlockNamer().blocks(all),
      page: lies ? { width: long, height: short } : { width: short, height: long },
    }))
}

/** Gives every word its name. */
class BlockNamer {
  #texts = 0
  #notes = 0

  blocks(all: readonly Spec[]): Block[] {
    return all.map(spec => this.#block(spec))
  }

  #block(spec: Spec): Block {
    switch (spec.kind) {
      case 'paragraph':
        return b.p(this.#words(spec.text))
      case 'heading':
        return b.h(2, this.#words(spec.text, 'h'))
      case 'quotation':
        return { ...QUOTATION, children: [b.p(this.#words(spec.text))] }
      case 'aside':
        return b.aside('note', b.p(this.#words(spec.text)))
      case 'list':
      case 'ordered':
        return b.list(
          spec.texts.map(text => this.#words(text)),
          undefined,
          spec.kind === 'ordered',
        )
      case 'definitions':
        return b.dl(
          'facts',
          spec.texts.map(text => [this.#words({ count: 1, notes: [] }), this.#words(text)]),
        )
      case 'box':
        return b.section(this.#paragraphs(spec.texts), 'box')
      case 'flow':
        return b.section(this.#paragraphs(spec.texts), 'two-columns')
      case 'landscape':
        return { ...SECTION, page: 'landscape', children: this.#paragraphs(spec.texts) }
      case 'columns':
        return b.columns(
          spec.columns.map(() => 1),
          ...spec.columns.map(texts => this.#paragraphs(texts)),
        )
      case 'table':
        return b.table(
          'grid',
          [1, 4],
          spec.head ? [this.#words(ONE, 't'), this.#words(ONE, 't')] : [],
          spec.texts.map(text => [this.#words(ONE), this.#words(text)]),
        )
    }
  }

  #paragraphs(texts: readonly Words[]): Block[] {
    return texts.map(text => b.p(this.#words(text)))
  }

  #words({ count, notes }: Words, kind = 'k'): Inline[] {
    const id = this.#texts++
    const called = [...notes].sort((one, other) => (one.after % count) - (other.after % count))
    return Array.from({ length: count }, (_, index) => index).flatMap(index => [
      b.t(`${kind}${id}w${index}`),
      ...called.filter(note => note.after % count === index).map(note => this.#note(note.words)),
      b.t(' '),
    ])
  }

  #note(count: number): Inline {
    const id = this.#notes++
    return b.note(`c${id}`, Array.from({ length: count }, (_, index) => `n${id}w${index}`).join(' '))
  }
}

const ONE: Words = { count: 1, notes: [] }
const QUOTATION = b.quotation('', undefined) as Extract<Block, { kind: 'quotation' }>
const SECTION = b.section([]) as Extract<Block, { kind: 'section' }>

/** A line on a page, in points from its top; `top` and `bottom` are those of its leading. */
export interface SeenLine {
  readonly text: string
  /** The names of its words, in order. */
  readonly names: readonly string[]
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly repeated: boolean
}
export interface SeenPage {
  readonly width: number
  readonly height: number
  readonly body: {
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
  }
  readonly lines: readonly SeenLine[]
  readonly page: DocumentPage
}

/** The pages of a document as they are before headers and footers. */
export function seenPages({ blocks, page, spacing, typeSize }: GeneratedDocument): SeenPage[] {
  const margins = { top: 60, right: 62, bottom: 64, left: 60 }
  const style = styleOf({ page: { ...page, margins }, typeSize })
  const composed = composePages(b.document(blocks), style, { read: () => undefined })
  return layOutPages(composed.parts, { ...composed, spacing }).pages.map(seenPage)
}

export function seenPage(page: DocumentPage): SeenPage {
  const { width, height } = page.pageSize
  const { top, right, bottom, left } = page.pageMargins
  const lines = page.items.flatMap(({ type, item }): SeenLine[] => {
    if (type !== 'line') return []
    const text = item.line.words.map(word => word.text).join('')
    const start = item.y - item.line.halfLeading
    return [
      {
        text,
        names: text.match(/[a-z]\d+(w\d+)?/g) ?? [],
        left: item.x,
        right: item.x + item.line.width,
        top: start,
        bottom: start + item.line.height,
        repeated: item.repeated,
      },
    ]
  })
  const body = { top, bottom: height - bottom, left, right: width - right }
  return { width, height, body, lines, page }
}
