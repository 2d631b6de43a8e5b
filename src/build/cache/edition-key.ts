import { sha256 } from '../sha256.js'
import type { FileInput, InputHashes } from './input-hashes.js'

/** Something that an edition is made from: a file, a field of the brief, or a field of the recipient's row; `*` for all. */
export type Input = FileInput | `brief:${string}` | `recipient:${string}`

/** Hashes of what an audience may see of a brief. */
export interface Selection {
  /** Of all but the fields: the template, its settings, the language, the date, this program's version. */
  readonly base: string
  readonly fields: Readonly<Record<string, string>>
}

/** The fields of a recipient's row. */
type Row = Readonly<Record<string, unknown>>

/** Computes keys of editions. Most of a mail merge is the same for many recipients, and is looked at once. */
export class EditionKeys {
  readonly #common = new WeakMap<Selection, WeakMap<readonly Input[], string>>()

  constructor(readonly hashes: InputHashes) {}

  /** One hash over all that an edition is made from, so that equal keys mean equal pages. */
  keyOf(selection: Selection, inputs: readonly Input[], row: Row = {}): string {
    const known = this.#common.get(selection) ?? new WeakMap<readonly Input[], string>()
    const common = known.get(inputs) ?? this.#commonOf(selection, inputs)
    this.#common.set(selection, known.set(inputs, common))
    const read = namesOf(inputs, 'recipient:', row).map(name => [name, fieldOf(row, name)])
    return sha256(JSON.stringify([common, read]))
  }

  #commonOf({ base, fields }: Selection, inputs: readonly Input[]): string {
    const read = namesOf(inputs, 'brief:', fields).map(name => [name, fieldOf(fields, name)])
    const files = inputs.filter(isFile).map(input => [input, this.hashes.of(input)])
    return sha256(JSON.stringify([base, read, files]))
  }
}

/** The inputs of one kind, by what follows it; `*` stands for whatever there is. */
function namesOf(inputs: readonly Input[], kind: 'brief:' | 'recipient:', all: Row): string[] {
  const names = inputs.filter(input => input.startsWith(kind)).map(input => input.slice(kind.length))
  return names.includes('*') ? Object.keys(all).sort() : names
}

function fieldOf(row: Row, name: string): unknown {
  return Object.hasOwn(row, name) ? row[name] : undefined
}

function isFile(input: Input): input is FileInput {
  return !input.startsWith('brief:') && !input.startsWith('recipient:')
}
