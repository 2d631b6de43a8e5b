import { readFileSync } from 'node:fs'
import { rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Report } from '../../diagnostics/index.js'
import { sha256 } from '../../diagnostics/index.js'
import { BuildRecord, type RecordEntry } from '../record/build-record.js'
import {
  firstFileOf,
  nameOfEntry,
  type OutputName,
  outputFile,
  parseOutputFile,
} from '../record/edition-name.js'
import { readManifest, writeManifest } from '../record/manifest.js'
import { type ManifestEntry, manifestEntry } from '../record/manifest-entry.js'
import { CACHE_FOLDER } from '../workspace/cache-folder.js'
import { describeFileError } from '../workspace/file-error.js'
import { placeOfFile } from '../workspace/file-place.js'
import { findLinkOut } from '../workspace/links.js'
import { displayPath, fileSignature, isInside, type Workspace } from '../workspace/workspace.js'
import { removeOutdatedFile, writeAtomically } from '../workspace/write-file.js'

/** The files of an output folder, and the record of them. Files that no build made are not touched, unless one stands where an edition is printed to. */
export class OutputFolder {
  readonly record: BuildRecord
  /** Files that this build printed. */
  readonly #printed = new Set<string>()
  #pages: number | undefined

  /** `out` is absolute; to be opened by whoever has its lock. */
  constructor(
    readonly workspace: Workspace,
    readonly out: string,
    readonly report: Report,
  ) {
    this.record = new BuildRecord(join(out, CACHE_FOLDER, 'ledger.jsonl'), file => this.#isOurs(file))
    if (!this.record.damaged) return
    for (const entry of readManifest(join(out, 'manifest.json'))?.editions ?? []) this.#recover(entry)
  }

  pathOf(file: string): string {
    return join(this.out, file)
  }

  /** The files that are recorded of an edition in a format, by the first of them: PNGs are one for each page. */
  filesOf(first: string): string[] {
    const name = parseOutputFile(first)
    const files = Array.from({ length: name.format === 'png' ? this.#mostPages : 1 }, (_, index) =>
      outputFile({ ...name, page: index + 1 }),
    )
    return files.filter(file => this.record.has(file))
  }

  /** The highest number that a recorded PNG has. */
  get #mostPages(): number {
    this.#pages ??= this.record.files.reduce(
      (most, file) => Math.max(most, parseOutputFile(file).page ?? 0),
      0,
    )
    return this.#pages
  }

  /** Whether a file stands as it was printed: by what the file system says of it, or else by its bytes. */
  isIntact(file: string): boolean {
    const entry = this.record.get(file)
    const stat = entry && fileSignature(this.pathOf(file))
    if (!entry || !stat) return false
    if (stat === entry.stat) return true
    if (sha256(readFileSync(this.pathOf(file))) !== entry.sha256) return false
    this.record.amend(file, { ...entry, stat })
    return true
  }

  /** Puts the files of an edition in a format in their places, records them, and removes pages that it has no more; false if that could not be. */
  async addAll(
    name: OutputName,
    files: readonly Uint8Array[],
    entry: Omit<RecordEntry, 'sha256' | 'stat'>,
  ): Promise<boolean> {
    for (const [index, bytes] of files.entries())
      if (!(await this.#add(outputFile({ ...name, page: index + 1 }), bytes, entry))) return false
    if (name.format !== 'png') return true
    this.#pages = Math.max(this.#mostPages, files.length)
    const left = this.filesOf(outputFile(name)).filter(
      file => (parseOutputFile(file).page ?? 0) > files.length,
    )
    for (const file of left) await this.remove(file)
    return true
  }

  async #add(file: string, bytes: Uint8Array, entry: Omit<RecordEntry, 'sha256' | 'stat'>): Promise<boolean> {
    const path = this.pathOf(file)
    if (this.#isLinkedOut(file)) return false
    if (!(await writeAtomically(this.workspace, path, bytes, this.report))) return false
    this.#printed.add(file)
    this.#record(() =>
      this.record.add(file, { ...entry, sha256: sha256(bytes), stat: fileSignature(path) ?? '' }),
    )
    return true
  }

  /** Takes a file that stands unchanged for current. */
  keep(file: string): RecordEntry | undefined {
    const entry = this.record.get(file)
    if (!entry?.outdated) return entry
    const { outdated: _, ...current } = entry
    this.record.amend(file, current)
    return current
  }

  /** What another shard prints is missing, unless it stands here already. */
  leaveToOtherShards(file: string): void {
    this.record.setMissing(file, !this.record.has(file))
  }

  /** Handles the older file of an edition that could not be printed: it must not pass for a current one. */
  async fail(file: string, keep: boolean): Promise<void> {
    if (keep) this.setOutdated(file)
    else await this.#removeFile(file)
    this.record.setMissing(file, true)
  }

  /** As `fail`, of all files of an edition in a format; where it is not to be printed in that format, none of them is missed. */
  async failFormat(first: string, keep: boolean, isPlanned: boolean): Promise<void> {
    for (const file of this.filesOf(first)) {
      if (keep) this.setOutdated(file)
      else await this.#removeFile(file)
    }
    if (isPlanned) await this.fail(first, keep)
  }

  /** Leaves a file where it is, and out of the manifest. */
  setOutdated(file: string): void {
    const entry = this.record.get(file)
    if (entry && !entry.outdated) this.record.amend(file, { ...entry, outdated: true })
  }

  /** Removes a file, and the folders that it leaves empty. */
  async remove(file: string): Promise<void> {
    await this.#removeFile(file)
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder))
      await rmdir(this.pathOf(folder)).catch(() => {})
  }

  /** Strikes a file off the record. */
  forget(file: string): void {
    this.#record(() => this.record.remove(file))
  }

  /** Those of some files that somebody has removed since they were printed: they count as missing. */
  strikeRemoved(files: readonly string[]): string[] {
    const removed = files.filter(file => fileSignature(this.pathOf(file)) === undefined)
    for (const file of removed) {
      this.forget(file)
      this.record.setMissing(firstFileOf(file), true)
    }
    return removed
  }

  /** What the manifest says of some files. */
  *entries(files: Iterable<string>): Generator<ManifestEntry> {
    for (const file of files) {
      const entry = this.record.get(file)
      if (entry && !entry.outdated) yield this.#manifestEntry(file, entry)
    }
  }

  /**
   * Writes the manifest, and the record if anything in it is new. Where no build has printed anything there is nothing to
   * write, but for a part of a plan, which must be able to say so.
   */
  async close(isPart: boolean): Promise<void> {
    const lines = this.record.close()
    if (lines) await writeAtomically(this.workspace, this.record.path, lines, this.report)
    const { files, missing } = this.record
    const manifest = join(this.out, 'manifest.json')
    if (files.length === 0 && !isPart && fileSignature(manifest) === undefined) return
    const lacking = [...new Set([...missing].map(firstFileOf))].sort().map(missingName)
    await writeManifest(this.workspace, manifest, this.entries(files), lacking, this.report)
  }

  /** A folder in the output that is a link elsewhere would have files replaced that no build made. */
  #isLinkedOut(file: string): boolean {
    const link = findLinkOut(this.out, dirname(this.pathOf(file)), this.workspace.files)
    if (link === undefined) return false
    const message = `\`${displayPath(this.workspace, link)}\` is a link that leads out of the output folder`
    this.report('path-outside-workspace', placeOfFile(this.workspace, link), message, 'remove the link')
    return true
  }

  async #removeFile(file: string): Promise<void> {
    if (!this.#isLinkedOut(file)) await removeOutdatedFile(this.workspace, this.pathOf(file), this.report)
    this.forget(file)
  }

  #manifestEntry(file: string, entry: RecordEntry): ManifestEntry {
    const { brief, audience, recipient, facts, sha256, key, ms } = entry
    const { format } = parseOutputFile(file)
    const shown = displayPath(this.workspace, this.pathOf(file))
    const cached = !this.#printed.has(file)
    return manifestEntry(
      { brief, audience, recipient, format },
      { facts, sha256, key, file: shown, cached, ms },
    )
  }

  /** Takes over what a manifest says, which is enough to know the files as ours, not to have them stand as current. */
  #recover(entry: ManifestEntry): void {
    const {
      brief: _brief,
      audience: _audience,
      recipient: _recipient,
      sha256,
      ms,
      format: __,
      file: shown,
      cached: _,
      inputs_sha256: key,
      ...facts
    } = entry
    const name = nameOfEntry(entry)
    const file = outputFile(name)
    const isHere = this.#isOurs(file) && shown === displayPath(this.workspace, this.pathOf(file))
    if (!isHere || this.record.has(file)) return
    const unknown = { inputs: [], brief_sha256: '', findings: '', stat: '' }
    this.record.amend(file, { ...name, facts, sha256, key, ms, ...unknown })
  }

  /** Whatever a record says, only what lies where editions are printed to may be replaced or removed. */
  #isOurs(file: string): boolean {
    const name = parseOutputFile(file)
    const { brief, audience, recipient } = name
    const isName = (name: string) => name !== '' && !/^\.|[/\\]/.test(name)
    return (
      file === outputFile(name) &&
      [brief, audience, recipient ?? '-'].every(isName) &&
      isInside({ root: this.out }, this.pathOf(file))
    )
  }

  #record(change: () => void): void {
    try {
      change()
    } catch (error) {
      const { path } = this.record
      const message = `cannot write \`${displayPath(this.workspace, path)}\`: ${describeFileError(error)}`
      this.report('write-failed', placeOfFile(this.workspace, path), message)
    }
  }
}

/** How many pages there would be is not known of PNGs that are not there. */
function missingName(file: string): OutputName {
  const { page: _, ...name } = parseOutputFile(file)
  return name
}
