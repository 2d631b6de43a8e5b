import { sha256 } from '../../diagnostics/index.js'
import type { FileInput, InputHashes } from './input-hashes.js'

/** Something that an edition is made from: a file, a field of the brief, or a field of the recipient's row; `*` for all. */
export type EditionInput = FileInput | `brief:${string}` | `recipient:${string}`

/** Hashes of what an audience may see of a brief. */
export interface SelectionHashes {
  /** Of all but the fields: the template, its settings, the language, the date, this program's version. */
  readonly base: string
  readonly fields: Readonly<Record<string, string>>
}

/** The fields of a recipient's row. */
type FieldValues = Readonly<Record<string, unknown>>

/** Computes keys of editions. Most of a mail merge is the same for many recipients, and is looked at once. */
export class EditionKeys {
  readonly #common = new WeakMap<SelectionHashes, WeakMap<readonly EditionInput[], string>>()

  constructor(readonly hashes: InputHashes) {}

  /** One hash over all that a file is made from, so that equal keys mean equal bytes; `variant` is what makes a twin of it. */
  keyOf(
    selection: SelectionHashes,
    inputs: readonly EditionInput[],
    row: FieldValues = {},
    variant?: Readonly<Record<string, unknown>>,
  ): string {
    const known = this.#common.get(selection) ?? new WeakMap<readonly EditionInput[], string>()
    const common = known.get(inputs) ?? this.#commonOf(selection, inputs)
    this.#common.set(selection, known.set(inputs, common))
    const read = inputNames(inputs, 'recipient:', row).map(name => [name, ownValue(row, name)])
    return sha256(JSON.stringify(variant ? [common, read, variant] : [common, read]))
  }

  #commonOf({ base, fields }: SelectionHashes, inputs: readonly EditionInput[]): string {
    const read = inputNames(inputs, 'brief:', fields).map(name => [name, ownValue(fields, name)])
    const files = inputs.filter(isFile).map(input => [input, this.hashes.of(input)])
    return sha256(JSON.stringify([base, read, files]))
  }
}

/** The inputs of one kind, by what follows it; `*` stands for whatever there is. */
function inputNames(
  inputs: readonly EditionInput[],
  kind: 'brief:' | 'recipient:',
  all: FieldValues,
): string[] {
  const names = inputs.filter(input => input.startsWith(kind)).map(input => input.slice(kind.length))
  return names.includes('*') ? Object.keys(all).sort() : names
}

function ownValue(row: FieldValues, name: string): unknown {
  return Object.hasOwn(row, name) ? row[name] : undefined
}

function isFile(input: EditionInput): input is FileInput {
  return !input.startsWith('brief:') && !input.startsWith('recipient:')
}
