import { type BlockTreeNode, type Document, visitNodes } from '../../markup/index.js'

/** Names that the page itself gives. */
const TAKEN = ['text']

/** The ids of a page: each at one element, and known before a link to it is printed. */
export class PageIds {
  readonly #byTarget = new Map<string, string>()
  readonly #given = new Set<string>()
  readonly #taken = new Set<string>(TAKEN)

  constructor({ blocks }: Pick<Document, 'blocks'>) {
    visitNodes(blocks, node => {
      for (const [target, wanted] of targetsOf(node)) this.#add(target, wanted)
    })
  }

  /** What a link to a target says; undefined where the page does not have it. */
  linkTo(target: string): string | undefined {
    const id = this.#byTarget.get(target)
    return id === undefined ? undefined : `#${id}`
  }

  /** The id of the element at hand, for the first that asks. */
  give(target: string): string | undefined {
    if (this.#given.has(target)) return undefined
    this.#given.add(target)
    return this.#byTarget.get(target)
  }

  #add(target: string, wanted: string): void {
    if (this.#byTarget.has(target)) return
    const base = wanted.replace(/[^\p{L}\p{N}_.:-]+/gu, '-') || 'part'
    let id = base
    for (let again = 2; this.#taken.has(id); again++) id = `${base}-${again}`
    this.#taken.add(id)
    this.#byTarget.set(target, id)
  }
}

export const blockTarget = (id: string): string => `id:${id}`
export const sourceTarget = (source: string): string => `source:${source}`
export const mentionTarget = (source: string): string => `mention:${source}`
export const noteTarget = (label: string): string => `note:${label}`
export const callTarget = (label: string): string => `call:${label}`

/** Sources go by their numbers: what a brief calls them is for its authors. */
function targetsOf(node: BlockTreeNode): (readonly [target: string, id: string])[] {
  const own: [string, string][] = 'id' in node && node.id ? [[blockTarget(node.id), node.id]] : []
  switch (node.kind) {
    case 'sources':
      return node.entries.map(({ id, number }) => [sourceTarget(id), `source-${number}`])
    case 'reference':
      return node.first ? [[mentionTarget(node.source), `mention-${node.number}`]] : []
    case 'note':
      return [
        [callTarget(node.label), `call-${node.label}`],
        [noteTarget(node.label), `note-${node.label}`],
      ]
    default:
      return own
  }
}
