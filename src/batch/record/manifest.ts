import { readFileSync } from 'node:fs'
import type { Report } from '../../diagnostics/index.js'
import type { Workspace } from '../workspace/workspace.js'
import { writeAtomically } from '../workspace/write-file.js'
import { type EditionName, OUTPUT_FORMATS, type OutputName } from './edition-name.js'
import type { ManifestEntry } from './manifest-entry.js'

/** What `OUT/manifest.json` says of an output folder. */
export interface Manifest {
  /** Each file of an edition, by path. */
  readonly editions: readonly ManifestEntry[]
  /** Files of editions that were to be there and are not: that failed, or that another shard prints. */
  readonly missing: readonly OutputName[]
}

/** Writes a manifest, a file a line. */
export async function writeManifest(
  workspace: Workspace,
  path: string,
  editions: Iterable<ManifestEntry>,
  missing: readonly OutputName[],
  report: Report,
): Promise<boolean> {
  return writeAtomically(workspace, path, manifestLines(editions, missing), report)
}

/** The same as one text. */
export function manifestText(editions: readonly ManifestEntry[], missing: readonly OutputName[]): string {
  return [...manifestLines(editions, missing)].join('')
}

/** Undefined if there is none. */
export function readManifest(path: string): Manifest | undefined {
  try {
    return parseManifest(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Undefined if the text is none; what is in it and is no entry is left out. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const { editions, missing } = JSON.parse(text) as Partial<Manifest>
    if (!Array.isArray(editions)) return undefined
    const names = Array.isArray(missing) ? missing.filter(isEditionName).map(withFormat) : []
    return { editions: editions.filter(isManifestEntry), missing: names }
  } catch {
    return undefined
  }
}

function* manifestLines(
  editions: Iterable<ManifestEntry>,
  missing: readonly OutputName[],
): Generator<string> {
  yield '{\n"editions": ['
  yield* jsonItems(editions)
  yield '],\n"missing": ['
  yield* jsonItems(missing)
  yield ']\n}\n'
}

function* jsonItems(values: Iterable<unknown>): Generator<string> {
  let before = '\n'
  for (const value of values) {
    yield before + JSON.stringify(value)
    before = ',\n'
  }
  if (before !== '\n') yield '\n'
}

function isManifestEntry(value: unknown): value is ManifestEntry {
  const entry = value as Partial<ManifestEntry> | null
  return isEditionName(value) && [entry?.file, entry?.sha256].every(text => typeof text === 'string')
}

function isEditionName(value: unknown): value is EditionName {
  const name = value as Partial<EditionName> | null
  const isForOne = name?.recipient === null || typeof name?.recipient === 'string'
  return isForOne && [name?.brief, name?.audience].every(text => typeof text === 'string')
}

/** Older versions print PDFs only, and do not say so. */
function withFormat(name: EditionName & Partial<OutputName>): OutputName {
  return { ...name, format: OUTPUT_FORMATS.find(format => format === name.format) ?? 'pdf' }
}
