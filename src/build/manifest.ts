import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Report } from '../diagnostics/index.js'
import { outputPath } from './plan.js'
import type { QuoteCounts } from './quote-counts.js'
import { shownPath, type Workspace } from './workspace.js'
import { removeStale, writeWhole } from './write-file.js'

/** What a build says of one edition, in `OUT/manifest.json` and with `--json`. */
export interface ManifestEntry {
  readonly brief: string
  readonly audience: string
  /** In a mail merge, whom this copy is for. */
  readonly recipient: string | null
  /** Path of the PDF, relative to the workspace. */
  readonly file: string
  readonly pages: number
  readonly limit: number
  /** How much of the last page is used, 0 to 1. */
  readonly fill: number
  /** What was left out to keep the limit, such as `key_facts[3]`, in the order in which it was given up. */
  readonly left_out: readonly string[]
  /** Figures that were not drawn to keep the limit, such as `timeline`; the text has what they show. */
  readonly figures_left_out: readonly string[]
  /** Size of the type as a multiple of the audience's, and vertical space as one of the theme's normal. */
  readonly type_scale: number
  readonly spacing_scale: number
  /** Quotations that the edition prints, by how they are proved. */
  readonly quotes: QuoteCounts
  /** Of the PDF. */
  readonly sha256: string
  /** Of all that the edition is made from. */
  readonly inputs_sha256: string
  readonly cached: boolean
  /** Milliseconds that printing took. */
  readonly ms: number
}

/** What a build was asked for: what it answers for in the output folder. */
export interface Scope {
  readonly workspace: Workspace
  /** Absolute path of the output folder. */
  readonly out: string
  /** Names of the briefs built. */
  readonly briefs: readonly string[]
  /** The audiences asked for; all if none. */
  readonly audiences: readonly string[]
  /** PDFs that would have been written had nothing failed; absolute paths. */
  readonly planned: readonly string[]
}

/**
 * Records what was printed. Entries of other briefs and audiences stay; a PDF that an earlier build printed and
 * this one could not is removed, since it must not pass for a current one.
 */
export async function updateManifest(
  scope: Scope,
  printed: readonly ManifestEntry[],
  report: Report,
): Promise<void> {
  const path = join(scope.out, 'manifest.json')
  const earlier = await readManifest(path)
  const current = new Set(printed.map(entry => resolve(scope.workspace.root, entry.file)))
  const answeredFor = (earlier ?? []).filter(entry => isInScope(entry, scope))
  const candidates = [...answeredFor.map(entry => pathOf(entry, scope)), ...scope.planned]
  for (const stale of new Set(candidates.filter(candidate => !current.has(candidate))))
    await removeStale(scope.workspace, stale, report)
  if (printed.length === 0 && answeredFor.length === 0) return
  const others = (earlier ?? []).filter(entry => !answeredFor.includes(entry))
  const editions = [...others, ...printed].sort((a, b) => (a.file < b.file ? -1 : 1))
  await writeWhole(scope.workspace, path, `${JSON.stringify({ editions }, undefined, 2)}\n`, report)
}

/** The entries of an earlier manifest; what is damaged or of another kind is as good as absent. */
async function readManifest(path: string): Promise<ManifestEntry[] | undefined> {
  try {
    const { editions } = JSON.parse(await readFile(path, 'utf8')) as { editions?: unknown }
    return Array.isArray(editions) ? editions.filter(isEntry) : undefined
  } catch {
    return undefined
  }
}

function isEntry(value: unknown): value is ManifestEntry {
  const entry = value as Partial<ManifestEntry> | null
  return [entry?.brief, entry?.audience, entry?.file].every(text => typeof text === 'string')
}

/** Only a file that stands where we print to is ours to replace or remove, whatever a manifest says. */
function isInScope(entry: ManifestEntry, scope: Scope): boolean {
  const asked = scope.audiences.length === 0 || scope.audiences.includes(entry.audience)
  return (
    asked &&
    scope.briefs.includes(entry.brief) &&
    entry.file === shownPath(scope.workspace, pathOf(entry, scope))
  )
}

function pathOf(entry: ManifestEntry, scope: Scope): string {
  return outputPath(scope.out, entry.brief, entry.audience)
}
