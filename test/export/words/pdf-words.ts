import {
  isReadAnnotation,
  isReadElement,
  isReadWords,
  type ReadElement,
  readStructure,
} from '../../../src/typeset/outline/read-structure.js'
import { type PrintedWord, type WordKind, wordsOfKind } from './words.js'

/** What a printed edition says. */
export interface PdfWords {
  /** In the order in which they are read out, the markings first. */
  readonly words: readonly PrintedWord[]
  /** Web addresses that its links lead to, each once. */
  readonly addresses: readonly string[]
}

/** The words of a PDF by its structure tree, as assistive technology finds them; `markings` are read before all else. */
export function pdfWords(bytes: Uint8Array, markings: number): PdfWords {
  const reader = new WordReader(markings)
  reader.read(readStructure(bytes).root)
  return { words: reader.words(), addresses: [...reader.addresses] }
}

class WordReader {
  readonly addresses = new Set<string>()
  readonly #pieces: { kind: WordKind; text: string; reference?: number }[] = []
  #references = 0

  constructor(private readonly markings: number) {}

  read(root: ReadElement): void {
    root.kids.forEach((kid, index) => {
      if (isReadElement(kid)) this.#element(kid, index < this.markings ? 'marking' : 'text')
    })
  }

  words(): PrintedWord[] {
    return this.#pieces.flatMap(({ text, kind, ...reference }) =>
      wordsOfKind(text, kind).map(word => ({ ...word, ...reference })),
    )
  }

  #element(element: ReadElement, kind: WordKind): void {
    const { role } = element
    const parts = WITHIN_TEXT.has(role) ? '' : ' '
    this.#add(parts, kind)
    if (role === 'Figure') this.#figure(element)
    else if (role === 'TOCI') this.#entry(element)
    else if (role === 'L') this.#list(element, kind)
    else if (role === 'Reference') this.#reference(element, kind)
    else this.#content(element, kind)
    this.#add(parts, kind)
  }

  /** The label of a note at the foot of a page repeats what calls it. */
  #content({ role, kids }: ReadElement, kind: WordKind): void {
    const isFootNote = role === 'Note' && kids.some(kid => isReadElement(kid) && kid.role === 'Lbl')
    for (const kid of kids)
      if (!isReadElement(kid) || kid.role !== 'Lbl') this.#kid(kid, isFootNote ? 'note' : kind)
      else if (!isFootNote) this.#element(kid, 'number')
  }

  #figure({ alt, kids }: ReadElement): void {
    this.#add(` ${alt ?? ''} `, 'alt')
    for (const kid of kids) this.#kid(kid, 'drawn')
  }

  #kid(kid: ReadElement['kids'][number], kind: WordKind): void {
    if (isReadElement(kid)) this.#element(kid, kind)
    else if (isReadWords(kid)) this.#add(kid.text, kind)
    else if (isReadAnnotation(kid) && /^(?:https?|mailto|tel):/.test(kid.goal)) this.addresses.add(kid.goal)
  }

  /** Terms that are defined are the labels of a list that has no numbering. */
  #list({ attributes, kids }: ReadElement, kind: WordKind): void {
    const numbering = attributes.get('ListNumbering')
    const ofLabel = numbering === 'Disc' ? 'bullet' : numbering === 'Decimal' ? 'number' : kind
    for (const part of kids.flatMap(item => (isReadElement(item) ? item.kids : [])))
      if (isReadElement(part)) this.#element(part, part.role === 'Lbl' ? ofLabel : kind)
  }

  /** An entry of the contents ends with the number of its page. */
  #entry(entry: ReadElement): void {
    const inner = new WordReader(0)
    for (const kid of entry.kids) inner.#kid(kid, 'text')
    const text = inner.#pieces.map(piece => piece.text).join('')
    const [, title = '', page = ''] = /^(.*?)\s*(\S*)\s*$/s.exec(text) ?? []
    this.#add(` ${title} `, 'text')
    this.#add(` ${page} `, 'page-number')
  }

  #reference(element: ReadElement, kind: WordKind): void {
    const goal = goalOf(element)
    const isCall = goal?.startsWith('note:') === true
    this.#add(' ', kind)
    if (!isCall) this.#pieces.push({ kind: 'reference', text: '', reference: this.#references++ })
    for (const kid of element.kids) this.#kid(kid, isCall ? 'call' : 'reference')
    this.#add(' ', kind)
  }

  #add(text: string, kind: WordKind): void {
    const last = this.#pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else this.#pieces.push({ kind, text })
  }
}

/** What does not part words. */
const WITHIN_TEXT: ReadonlySet<string> = new Set(['Link', 'Span'])

function goalOf(element: ReadElement): string | undefined {
  for (const kid of element.kids) {
    const goal = isReadElement(kid) ? goalOf(kid) : isReadAnnotation(kid) ? kid.goal : undefined
    if (goal !== undefined) return goal
  }
  return undefined
}
