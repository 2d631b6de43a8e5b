import { readFileSync } from 'node:fs'
import { rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Report } from '../../diagnostics/index.js'
import { Ledger, type LedgerEntry } from '../cache/ledger.js'
import { fileError } from '../file-error.js'
import { readManifest, writeManifest } from '../manifest/manifest.js'
import type { ManifestEntry } from '../manifest/manifest-entry.js'
import { placeOf } from '../place-of.js'
import { editionOf, outputFile } from '../plan/plan.js'
import { sha256 } from '../sha256.js'
import { isInside, shownPath, signatureOf, type Workspace } from '../workspace.js'
import { removeStale, writeWhole } from '../write-file.js'

/** The folder in the output where what builds know of it lies; it may be deleted at any time. */
export const CACHE_FOLDER = '.briefwright'

/** The PDFs of an output folder, and the record of them. Files that no build made are not touched, unless one stands where an edition is printed to. */
export class OutputFolder {
  readonly ledger: Ledger
  /** PDFs that this build printed. */
  readonly #printed = new Set<string>()

  /** `out` is absolute; to be opened by whoever has its lock. */
  constructor(
    readonly workspace: Workspace,
    readonly out: string,
    readonly report: Report,
  ) {
    this.ledger = new Ledger(join(out, CACHE_FOLDER, 'ledger.jsonl'), file => this.#isOurs(file))
    if (!this.ledger.damaged) return
    for (const entry of readManifest(join(out, 'manifest.json'))?.editions ?? []) this.#recover(entry)
  }

  pathOf(file: string): string {
    return join(this.out, file)
  }

  /** Whether a PDF stands as it was printed: by what the file system says of it, or else by its bytes. */
  stands(file: string): boolean {
    const entry = this.ledger.get(file)
    const stat = entry && signatureOf(this.pathOf(file))
    if (!entry || !stat) return false
    if (stat === entry.stat) return true
    if (sha256(readFileSync(this.pathOf(file))) !== entry.sha256) return false
    this.ledger.amend(file, { ...entry, stat })
    return true
  }

  /** Puts a PDF in its place, and records it; false if that could not be. */
  async add(file: string, pdf: Uint8Array, entry: Omit<LedgerEntry, 'sha256' | 'stat'>): Promise<boolean> {
    const path = this.pathOf(file)
    if (!(await writeWhole(this.workspace, path, pdf, this.report))) return false
    this.#printed.add(file)
    this.#record(() =>
      this.ledger.add(file, { ...entry, sha256: sha256(pdf), stat: signatureOf(path) ?? '' }),
    )
    return true
  }

  /** Takes a PDF that stands unchanged for current. */
  keep(file: string): LedgerEntry | undefined {
    const entry = this.ledger.get(file)
    if (!entry?.outdated) return entry
    const { outdated: _, ...current } = entry
    this.ledger.amend(file, current)
    return current
  }

  /** What another shard prints is missing, unless it stands here already. */
  leaveToOthers(file: string): void {
    this.ledger.setMissing(file, !this.ledger.has(file))
  }

  /** Sees to the older PDF of an edition that could not be printed: it must not pass for a current one. */
  async fail(file: string, keep: boolean): Promise<void> {
    if (keep) this.setOutdated(file)
    else await this.#removeFile(file)
    this.ledger.setMissing(file, true)
  }

  /** Leaves a PDF where it is, and out of the manifest. */
  setOutdated(file: string): void {
    const entry = this.ledger.get(file)
    if (entry && !entry.outdated) this.ledger.amend(file, { ...entry, outdated: true })
  }

  /** Removes a PDF, and the folders that it leaves empty. */
  async remove(file: string): Promise<void> {
    await this.#removeFile(file)
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder))
      await rmdir(this.pathOf(folder)).catch(() => {})
  }

  /** Strikes a PDF off the record. */
  forget(file: string): void {
    this.#record(() => this.ledger.remove(file))
  }

  /** What the manifest says of some editions. */
  *entries(files: Iterable<string>): Generator<ManifestEntry> {
    for (const file of files) {
      const entry = this.ledger.get(file)
      if (entry && !entry.outdated) yield this.#manifestEntry(file, entry)
    }
  }

  /**
   * Writes the manifest, and the record if anything in it is new. Where no build has printed anything there is nothing to
   * write, but for a part of a plan, which must be able to say so.
   */
  async close(isPart: boolean): Promise<void> {
    const lines = this.ledger.close()
    if (lines) await writeWhole(this.workspace, this.ledger.path, lines, this.report)
    const { files, missing } = this.ledger
    const manifest = join(this.out, 'manifest.json')
    if (files.length === 0 && !isPart && signatureOf(manifest) === undefined) return
    const lacking = [...missing].sort().map(editionOf)
    await writeManifest(this.workspace, manifest, this.entries(files), lacking, this.report)
  }

  async #removeFile(file: string): Promise<void> {
    await removeStale(this.workspace, this.pathOf(file), this.report)
    this.forget(file)
  }

  #manifestEntry(file: string, entry: LedgerEntry): ManifestEntry {
    const { brief, audience, recipient, facts, sha256, key, ms } = entry
    return {
      brief,
      audience,
      recipient,
      file: shownPath(this.workspace, this.pathOf(file)),
      ...facts,
      sha256,
      inputs_sha256: key,
      cached: !this.#printed.has(file),
      ms,
    }
  }

  /** Takes over what a manifest says, which is enough to know the PDFs as ours, not to have them stand as current. */
  #recover(entry: ManifestEntry): void {
    const {
      brief,
      audience,
      recipient,
      sha256,
      ms,
      file: shown,
      cached: _,
      inputs_sha256: key,
      ...facts
    } = entry
    const file = outputFile(entry)
    const isHere = this.#isOurs(file) && shown === shownPath(this.workspace, this.pathOf(file))
    if (!isHere || this.ledger.has(file)) return
    const unknown = { inputs: [], brief_sha256: '', findings: [], stat: '' }
    this.ledger.amend(file, { brief, audience, recipient, facts, sha256, key, ms, ...unknown })
  }

  /** Whatever a record says, only what lies where editions are printed to may be replaced or removed. */
  #isOurs(file: string): boolean {
    const name = editionOf(file)
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
      const { path } = this.ledger
      const message = `cannot write \`${shownPath(this.workspace, path)}\`: ${fileError(error)}`
      this.report('write-failed', placeOf(this.workspace, path), message)
    }
  }
}
