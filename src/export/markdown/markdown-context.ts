import type { Document, NumberedSource, Reference } from '../../markup/index.js'
import type { TwinTargets } from '../shared/twin-targets.js'
import { escapeMarkdown } from './escape-markdown.js'

/** What is remembered while a document is printed as Markdown: its notes, and the ids that are given away. */
export class MarkdownContext {
  readonly lang: string
  readonly #sources: ReadonlyMap<number, NumberedSource>
  readonly #ofSources = new Map<string, number>()
  readonly #notes: string[] = []
  readonly #givenIds = new Set<string>()

  constructor(
    private readonly document: Pick<Document, 'lang' | 'sources'>,
    readonly targets: TwinTargets,
  ) {
    this.lang = document.lang
    this.#sources = new Map(document.sources.map(source => [source.number, source]))
  }

  /** The call of a note that says which source it is, and where in it: one for all references that say the same. */
  callSource({ source, number, label }: Reference): string {
    const key = `${number} ${label}`
    const known = this.#ofSources.get(key)
    if (known !== undefined) return `[^${known}]`
    const own = this.#ofSources.size + 1
    this.#ofSources.set(key, own)
    const short = this.#sources.get(number)?.short
    const link = this.linkToSource(source, number, escapeMarkdown(label))
    this.#notes.push(`[^${own}]: ${link}${short === undefined ? '' : `: ${escapeMarkdown(short)}`}`)
    return `[^${own}]`
  }

  /** Adds a note of the document itself. */
  addNote(label: string, text: string): string {
    this.#notes.push(`[^${label}]: ${text}`)
    return `[^${label}]`
  }

  /** The same as it is now; what is printed with it leaves no trace in this one. */
  copy(): MarkdownContext {
    const copy = new MarkdownContext(this.document, this.targets)
    for (const [key, number] of this.#ofSources) copy.#ofSources.set(key, number)
    for (const id of this.#givenIds) copy.#givenIds.add(id)
    return copy
  }

  /** All notes, in the order of their first calls. */
  get notes(): readonly string[] {
    return this.#notes
  }

  /** Words that lead to the entry of a source, where there is a list of sources. */
  linkToSource(id: string, number: number, words: string): string {
    return this.targets.sources.has(id) ? `[${words}](#${sourceId(number)})` : words
  }

  /** The attribute that gives an element its id; nothing where another has it already. */
  idAttribute(id: string | undefined): string {
    if (id === undefined || this.#givenIds.has(id)) return ''
    this.#givenIds.add(id)
    return `#${markdownId(id)}`
  }
}

export const sourceId = (number: number): string => `source-${number}`

/** An id as Pandoc reads one: a letter, and then letters, figures and a few marks. */
export function markdownId(id: string): string {
  const plain = id.replace(/[^\p{L}\p{N}_.:-]/gu, '-')
  return /^\p{L}/u.test(plain) ? plain : `id-${plain}`
}
