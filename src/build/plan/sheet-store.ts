import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../diagnostics/index.js'
import { checkedLine, checkedLines } from '../cache/checked-lines.js'
import type { InputHashes } from '../cache/input-hashes.js'
import type { BriefFile } from '../find-briefs.js'
import { packageVersion } from '../package.js'
import { sha256 } from '../sha256.js'
import { writeWhole } from '../write-file.js'
import type { BriefSheet } from './brief-sheet.js'
import type { SheetRequest } from './draw-up-sheet.js'

interface Stored {
  /** Hash over what was asked, and of whom. */
  readonly request: string
  readonly sheet: BriefSheet
}

/** Keeps the sheets of briefs for the next build: one is good as long as nothing that it was drawn up from has changed. */
export class SheetStore {
  readonly #request: string

  constructor(
    readonly folder: string,
    request: SheetRequest,
    readonly hashes: InputHashes,
  ) {
    this.#request = JSON.stringify([packageVersion(), request])
  }

  /** The sheet of a brief, if one is there that holds. */
  get(brief: BriefFile): BriefSheet | undefined {
    const stored = read(this.#pathOf(brief))
    if (stored?.request !== this.#requestFor(brief)) return undefined
    return this.hashes.ofAll(stored.sheet.inputs) === stored.sheet.stamp ? stored.sheet : undefined
  }

  /** Where there are errors all is read anew each time: what it depends on is not known to the end. */
  async put(sheet: BriefSheet, report: Report): Promise<void> {
    if (sheet.failed || sheet.editions.some(({ broken }) => broken)) return
    const stored: Stored = { request: this.#requestFor(sheet.brief), sheet }
    await writeWhole(this.hashes.workspace, this.#pathOf(sheet.brief), checkedLine(stored), report)
  }

  #pathOf({ name }: BriefFile): string {
    return join(this.folder, `${name}.json`)
  }

  #requestFor({ path }: BriefFile): string {
    return sha256(`${this.#request} ${path}`)
  }
}

function read(path: string): Stored | undefined {
  try {
    return checkedLines(readFileSync(path, 'utf8')).next().value as Stored | undefined
  } catch {
    return undefined
  }
}
