import { closest, didYouMean, type Place, type Report, type SourceFile } from '../../diagnostics/index.js'
import type { MarkingSchemes } from '../markings/marking-schemes.js'
import type { ProseBlockKinds } from '../notation/prose-block.js'
import type { CustomFields } from '../schema/custom-fields.js'
import type { TextRole } from '../schema/shape.js'
import { rangeWithin } from '../yaml/alignment.js'
import type { FieldPath, YamlNode, YamlScalar } from '../yaml/tree.js'

/** A text of the brief with what the rules need to judge it. */
export interface TextValue {
  /** In the data, where short forms are written out. */
  readonly path: FieldPath
  readonly text: string
  readonly role: TextRole | 'prose' | undefined
  /** Of prose: what its field takes beside paragraphs. */
  readonly takesBlocks?: ProseBlockKinds
  readonly scalar: YamlScalar
}

/** What the readers of all kinds of fields share. */
export interface ReadContext {
  readonly file: SourceFile
  readonly report: Report
  readonly audiences: readonly string[]
  /** Those whose labels a brief can bear. */
  readonly markings: MarkingSchemes
  /** The fields that `custom` may have. */
  readonly customFields: CustomFields
  readonly suggestions: Suggestions
  /** Every text that was read, in the order of the file. */
  readonly texts: TextValue[]
}

export function nodePlace(node: YamlNode, { file }: Pick<ReadContext, 'file'>): Place {
  return { file, range: node.range }
}

/** The place of some characters of a text. */
export function placeInText({ scalar }: TextValue, start: number, end: number, file: SourceFile): Place {
  return { file, range: rangeWithin(scalar, start, end) }
}

/** The name of a field for a message: its key, and for an item of a list that of the list. */
export function fieldLabel(path: FieldPath): string {
  const key = path.findLast(segment => typeof segment === 'string')
  return key === undefined ? 'a brief' : `\`${key}\``
}

/** What a node is called in messages. */
export function nodeKindLabel(node: YamlNode): string {
  if (node.kind === 'mapping') return 'fields'
  return node.kind === 'list' ? 'a list' : 'text'
}

/** Suggestions that a brief is given; unknown words beyond these get none. */
const MAX_SUGGESTIONS = 200
/** Known words that an unknown one is compared with. */
const MAX_COMPARED = 300

/** Finds what unknown words were meant to be, within a budget: a hostile file may have any number of both. */
export class Suggestions {
  #left = MAX_SUGGESTIONS

  /** A hint for a word that is not a known one: the one that was probably meant, else all of them. */
  hint(word: string, known: readonly string[], label: string): string | undefined {
    if (known.length === 0) return `add it first: there are no ${label} yet`
    this.#left -= 1
    return this.#left < 0 ? undefined : didYouMean(word, known.slice(0, MAX_COMPARED), label)
  }

  /** The known word that was probably meant. */
  meant(word: string, known: readonly string[]): string | undefined {
    this.#left -= 1
    return this.#left < 0 ? undefined : closest(word, known.slice(0, MAX_COMPARED))
  }
}
