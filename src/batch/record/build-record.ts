import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { sha256 } from '../../diagnostics/index.js'
import { systemErrorCode } from '../workspace/file-error.js'
import { checkedLine, checkedLines } from './checked-lines.js'
import type { EditionInput } from './edition-key.js'
import type { EditionName } from './edition-name.js'
import type { PrintedFacts } from './manifest-entry.js'

/** What is known of a file that a build printed. */
export interface RecordEntry extends EditionName {
  readonly facts: PrintedFacts
  /** Of the file. */
  readonly sha256: string
  /** Over all that it is made from; see `EditionKeys`. */
  readonly key: string
  readonly inputs: readonly EditionInput[]
  /** Of the brief's file: the places of findings and of what was left out hold for it alone. */
  readonly brief_sha256: string
  /** Sealed, as they quote what they are about; see `SealedFindings`. */
  readonly findings: string
  /** Milliseconds that printing took. */
  readonly ms: number
  /** What the file system says of it as it was written. */
  readonly stat: string
  /** A file that was kept though its edition could not be printed again. */
  readonly outdated?: true
}

type RecordLine =
  | readonly [kind: 'inputs', id: string, inputs: readonly EditionInput[]]
  | readonly [kind: 'printed', file: string, entry: PackedRecordEntry]
  | readonly [kind: 'gone' | 'missing', file: string, nothing?: undefined]

/** Most editions have their inputs in common with many. */
type PackedRecordEntry = Omit<RecordEntry, 'inputs'> & { readonly inputs: string }

/**
 * The record of an output folder: what builds printed into it, and what they could not. A line is added for each file as
 * soon as it stands, so that a build that is cut short loses nothing; damaged lines are as good as absent.
 */
export class BuildRecord {
  /** Packed as JSON, which takes a fraction of the memory. */
  readonly #entries = new Map<string, string>()
  readonly #inputs = new Map<string, readonly EditionInput[]>()
  /** Files that were to be printed and are not there. */
  readonly missing = new Set<string>()
  /** Whether some of the record was lost. */
  readonly damaged: boolean
  /** What was asked for last, as it is often asked for again. */
  #last: { readonly json: string; readonly entry: RecordEntry } | undefined
  #changed = false
  #appending: number | undefined

  /** Of whatever is recorded, only what `accepts` says is looked at. */
  constructor(
    readonly path: string,
    readonly accepts: (file: string) => boolean,
  ) {
    this.damaged = this.#read()
    this.#changed ||= this.damaged
  }

  get(file: string): RecordEntry | undefined {
    const json = this.#entries.get(file)
    if (json === undefined) return undefined
    if (this.#last?.json === json) return this.#last.entry
    const packed = JSON.parse(json) as PackedRecordEntry
    const entry = { ...packed, inputs: this.#inputs.get(packed.inputs) ?? [] }
    this.#last = { json, entry }
    return entry
  }

  has(file: string): boolean {
    return this.#entries.has(file)
  }

  /** Files by their paths relative to the output folder, sorted. */
  get files(): string[] {
    return [...this.#entries.keys()].sort()
  }

  /** Records a file that stands now; at once in the file. */
  add(file: string, entry: RecordEntry): void {
    const { inputs } = entry
    const id = inputsId(inputs)
    const line: RecordLine = ['inputs', id, inputs]
    const lines = this.#inputs.has(id) ? [] : [line]
    this.#append(...lines, ['printed', file, this.#set(file, entry)])
  }

  /** Records what can be found out again, for the next time that the record is saved. */
  amend(file: string, entry: RecordEntry): void {
    this.#set(file, entry)
    this.#changed = true
  }

  remove(file: string): void {
    if (!this.#entries.delete(file)) return
    this.#append(['gone', file])
  }

  /** Notes that a file is not there, or no longer to be there. */
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
      const entry = JSON.parse(this.#entries.get(file) ?? '') as PackedRecordEntry
      const id = entry.inputs
      if (!written.has(id)) yield checkedLine(['inputs', id, this.#inputs.get(id) ?? []] satisfies RecordLine)
      written.add(id)
      yield checkedLine(['printed', file, entry] satisfies RecordLine)
    }
    for (const file of [...this.missing].sort()) yield checkedLine(['missing', file] satisfies RecordLine)
  }

  #set(file: string, entry: RecordEntry): PackedRecordEntry {
    const id = inputsId(entry.inputs)
    if (!this.#inputs.has(id)) this.#inputs.set(id, entry.inputs)
    const packed = { ...entry, inputs: id }
    this.#entries.set(file, JSON.stringify(packed))
    this.missing.delete(file)
    return packed
  }

  /** Whether some of the record is lost; that there is none counts as that. */
  #read(): boolean {
    try {
      const lines = checkedLines(readFileSync(this.path, 'utf8'))
      for (let line = lines.next(); ; line = lines.next()) {
        if (line.done) return line.value
        this.#take(line.value as RecordLine)
      }
    } catch (error) {
      if (systemErrorCode(error) === undefined) throw error
      return true
    }
  }

  #take(line: RecordLine): void {
    if (line[0] === 'inputs') this.#inputs.set(line[1], line[2])
    else if (!this.accepts(line[1])) return
    else if (line[0] === 'gone') this.#entries.delete(line[1])
    else if (line[0] === 'missing') this.missing.add(line[1])
    else if (line[0] === 'printed') {
      if (!this.#inputs.has(line[2].inputs)) return
      // Lines of versions that kept findings open, or did not know pages of annexes, are struck off.
      if (typeof line[2].findings !== 'string' || line[2].facts.annex_pages === undefined) {
        this.#changed = true
        return
      }
      this.#entries.set(line[1], JSON.stringify(line[2]))
      this.missing.delete(line[1])
    }
  }

  #append(...lines: readonly RecordLine[]): void {
    this.#changed = true
    if (this.#appending === undefined) {
      this.#appending = openSync(this.path, 'a')
      // The last line may have been cut short.
      writeSync(this.#appending, this.damaged ? '\n' : '')
    }
    writeSync(this.#appending, lines.map(checkedLine).join(''))
  }
}

const inputsIds = new WeakMap<readonly EditionInput[], string>()

function inputsId(inputs: readonly EditionInput[]): string {
  const id = inputsIds.get(inputs) ?? sha256(inputs.join('\n')).slice(0, 12)
  inputsIds.set(inputs, id)
  return id
}
