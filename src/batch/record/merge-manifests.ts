import { resolve } from 'node:path'
import {
  type Diagnostic,
  Findings,
  type Place,
  type Report,
  type SourceFile,
} from '../../diagnostics/index.js'
import { readTextFile } from '../workspace/read-file.js'
import { openWorkspace, type Workspace } from '../workspace/workspace.js'
import { nameOfEntry, type OutputName, outputFile } from './edition-name.js'
import { type Manifest, parseManifest, writeManifest } from './manifest.js'
import type { ManifestEntry } from './manifest-entry.js'

export interface MergeOptions {
  /** The workspace; a folder that exists. */
  readonly cwd: string
  /** Paths of manifests, relative to the workspace. */
  readonly manifests: readonly string[]
  /** Where to write the merged one, relative to the workspace. */
  readonly out: string
}

export interface MergeResult extends Manifest {
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Joins the manifests of builds that each printed a part of a plan. What is missing in all of them, and what two of them
 * have, is reported; what they have is written all the same.
 */
export async function mergeManifests({ cwd, manifests, out }: MergeOptions): Promise<MergeResult> {
  const { report, all } = new Findings()
  const workspace = await openWorkspace(cwd)
  const read: ReadManifest[] = []
  for (const path of manifests)
    read.push(...(await readSourceManifest(resolve(workspace.root, path), workspace, report)))
  const editions = joinEditions(read, report)
  const missing = findMissing(read, editions, report)
  const sorted = [...editions].sort(byKey).map(([, { entry }]) => entry)
  if (read.length > 0) await writeManifest(workspace, resolve(workspace.root, out), sorted, missing, report)
  return { diagnostics: all, editions: sorted, missing }
}

interface ReadManifest extends Manifest {
  readonly source: SourceFile
}

async function readSourceManifest(
  path: string,
  workspace: Workspace,
  report: Report,
): Promise<ReadManifest[]> {
  const source = await readTextFile(workspace, path, report, undefined, 'anywhere')
  if (!source) return []
  const manifest = parseManifest(source.text)
  if (manifest) return [{ ...manifest, source }]
  const place = { file: source, range: { start: 0, end: 0 } }
  report(
    'manifest-unreadable',
    place,
    'this is no manifest of a build',
    'name the `manifest.json` of an output folder',
  )
  return []
}

/** By their names: each part may have been printed to a folder of its own. */
function joinEditions(read: readonly ReadManifest[], report: Report): Map<string, LocatedEntry> {
  const editions = new Map<string, LocatedEntry>()
  for (const { source, editions: entries } of read)
    for (const entry of entries) {
      const name = outputFile(nameOfEntry(entry))
      const other = editions.get(name)
      if (other) reportDuplicateEdition(name, { entry, source }, other, report)
      else editions.set(name, { entry, source })
    }
  return editions
}

/** An entry, and the manifest that has it. */
interface LocatedEntry {
  readonly entry: ManifestEntry
  readonly source: SourceFile
}

function reportDuplicateEdition(
  name: string,
  { entry, source }: LocatedEntry,
  other: LocatedEntry,
  report: Report,
): void {
  const place = placeInManifest(entry, source)
  const holder = other.source.path
  if (entry.sha256 === other.entry.sha256)
    report('edition-doubled', place, `\`${name}\` is in \`${holder}\` too`)
  else
    report(
      'edition-differs',
      place,
      `\`${name}\` is another file than in \`${holder}\``,
      'build all parts from the same files, with the same version',
    )
}

function findMissing(
  read: readonly ReadManifest[],
  editions: ReadonlyMap<string, LocatedEntry>,
  report: Report,
): OutputName[] {
  const missing = new Map<string, OutputName>()
  for (const { source, missing: names } of read)
    for (const edition of names) {
      const name = outputFile(edition)
      if (editions.has(name) || missing.has(name)) continue
      missing.set(name, edition)
      report(
        'edition-missing',
        placeInManifest(edition, source),
        `\`${name}\` was planned, and no manifest has it`,
      )
    }
  return [...missing].sort(byKey).map(([, edition]) => edition)
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

/** Where a manifest speaks of a file: it has a line for each. */
function placeInManifest(
  { brief, audience, recipient, lang, format, file }: OutputName & { readonly file?: string },
  source: SourceFile,
): Place {
  const { text } = source
  const written = JSON.stringify({ brief, audience, recipient }).slice(0, -1)
  const told = file === undefined ? { ...(lang && { lang }), format } : { file }
  const marks = Object.entries(told).map(([key, value]) => `"${key}":${JSON.stringify(value)}`)
  const isMeant = (start: number) => {
    const line = text.slice(start, (text.indexOf('\n', start) + 1 || text.length + 1) - 1)
    return marks.every(mark => line.includes(mark))
  }
  const first = text.indexOf(written)
  let start = first
  while (start !== -1 && !isMeant(start)) start = text.indexOf(written, start + 1)
  const found = start === -1 ? first : start
  return {
    file: source,
    range: found === -1 ? { start: 0, end: 0 } : { start: found, end: found + written.length },
  }
}
