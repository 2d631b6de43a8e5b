import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { PackedDiagnostic } from '../../diagnostics/index.js'
import type { EditionName, PrintedFacts } from '../manifest/manifest-entry.js'
import { sha256 } from '../sha256.js'
import { checkedLine, readCheckedLines } from './checked-lines.js'
import type { Input } from './edition-key.js'

/** What is known of a PDF that a build printed. */
export interface LedgerEntry extends EditionName {
  readonly facts: PrintedFacts
  /** Of the PDF. */
  readonly sha256: string
  /** Over all that the edition is made from; see `EditionKeys`. */
  readonly key: string
  readonly inputs: readonly Input[]
  /** Of the brief's file: the places of findings and of what was left out hold for it alone. */
  readonly brief_sha256: string
  readonly findings: readonly PackedDiagnostic[]
  /** Milliseconds that printing took. */
  readonly ms: number
  /** What the file system says of the PDF as it was written. */
  readonly stat: string
  /** A PDF that was kept though its edition could not be printed again. */
  readonly outdated?: true
}

type Line =
  | readonly [kind: 'inputs', id: string, inputs: readonly Input[]]
  | readonly [kind: 'printed', file: string, entry: PackedEntry]
  | readonly [kind: 'gone' | 'missing', file: string, nothing?: undefined]

/** Most editions have their inputs in common with many. */
type PackedEntry = Omit<LedgerEntry, 'inputs'> & { readonly inputs: string }

/**
 * The record of an output folder: what builds printed into it, and what they could not. A line is added for each PDF as
 * soon as it stands, so that a build that is cut short loses nothing; damaged lines are as good as absent.
 */
export class Ledger {
  readonly #entries = new Map<string, LedgerEntry>()
  readonly #inputs = new Map<string, readonly Input[]>()
  /** Editions that were to be printed and are not there. */
  readonly missing = new Set<string>()
  /** Whether some of the record was lost. */
  readonly damaged: boolean
  #changed = false
  #appending: number | undefined

  /** Of whatever is recorded, only what `accepts` says is looked at. */
  constructor(
    readonly path: string,
    readonly accepts: (file: string) => boolean,
  ) {
    const { values, damaged } = readLines(path)
    this.damaged = damaged
    for (const value of values) this.#take(value as Line)
    this.#changed = damaged
  }

  get(file: string): LedgerEntry | undefined {
    return this.#entries.get(file)
  }

  /** PDFs by their paths relative to the output folder, sorted. */
  get files(): string[] {
    return [...this.#entries.keys()].sort()
  }

  /** Records a PDF that stands now; at once in the file. */
  add(file: string, entry: LedgerEntry): void {
    const lines = [this.#inputLine(entry.inputs), ['printed', file, this.#packed(entry)] satisfies Line]
    this.#set(file, entry)
    this.#append(...lines)
  }

  /** Records what can be found out again, for the next time that the record is saved. */
  amend(file: string, entry: LedgerEntry): void {
    this.#set(file, entry)
    this.#changed = true
  }

  remove(file: string): void {
    if (!this.#entries.delete(file)) return
    this.#append(['gone', file])
  }

  /** Notes that an edition is not there, or no longer to be there. */
  setMissing(file: string, isMissing: boolean): void {
    if (this.missing.has(file) === isMissing) return
    this.#changed = true
    if (isMissing) this.missing.add(file)
    else this.missing.delete(file)
  }

  /** The whole record, to be written in place of the lines that were added; undefined if nothing is new. */
  close(): Iterable<string> | undefined {
    if (this.#appending !== undefined) closeSync(this.#appending)
    this.#appending = undefined
    return this.#changed ? this.#lines() : undefined
  }

  *#lines(): Generator<string> {
    const written = new Set<string>()
    for (const file of this.files) {
      const entry = this.#entries.get(file)
      if (!entry) continue
      const id = idOf(entry.inputs)
      if (!written.has(id)) yield checkedLine(['inputs', id, entry.inputs] satisfies Line)
      written.add(id)
      yield checkedLine(['printed', file, this.#packed(entry)])
    }
    for (const file of [...this.missing].sort()) yield checkedLine(['missing', file] satisfies Line)
  }

  #set(file: string, entry: LedgerEntry): void {
    const id = idOf(entry.inputs)
    const inputs = this.#inputs.get(id) ?? entry.inputs
    this.#inputs.set(id, inputs)
    this.#entries.set(file, { ...entry, inputs })
    this.missing.delete(file)
  }

  #packed(entry: LedgerEntry): PackedEntry {
    return { ...entry, inputs: idOf(entry.inputs) }
  }

  #inputLine(inputs: readonly Input[]): Line | undefined {
    const id = idOf(inputs)
    return this.#inputs.has(id) ? undefined : ['inputs', id, inputs]
  }

  #take(line: Line): void {
    if (line[0] === 'inputs') this.#inputs.set(line[1], line[2])
    else if (!this.accepts(line[1])) return
    else if (line[0] === 'gone') this.#entries.delete(line[1])
    else if (line[0] === 'missing') this.missing.add(line[1])
    else if (line[0] === 'printed') {
      const inputs = this.#inputs.get(line[2].inputs)
      if (inputs) this.#set(line[1], { ...line[2], inputs })
    }
  }

  #append(...lines: readonly (Line | undefined)[]): void {
    this.#changed = true
    const text = lines.flatMap(line => (line ? [checkedLine(line)] : [])).join('')
    if (this.#appending === undefined) {
      this.#appending = openSync(this.path, 'a')
      // The last line may have been cut short.
      writeSync(this.#appending, this.damaged ? '\n' : '')
    }
    writeSync(this.#appending, text)
  }
}

function readLines(path: string): ReturnType<typeof readCheckedLines> {
  try {
    return readCheckedLines(readFileSync(path, 'utf8'))
  } catch {
    return { values: [], damaged: true }
  }
}

const ids = new WeakMap<readonly Input[], string>()

function idOf(inputs: readonly Input[]): string {
  const id = ids.get(inputs) ?? sha256(inputs.join('\n')).slice(0, 12)
  ids.set(inputs, id)
  return id
}
