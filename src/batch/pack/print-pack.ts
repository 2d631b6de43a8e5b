import { join, resolve } from 'node:path'
import { type Diagnostic, Findings, type Report, sha256 } from '../../diagnostics/index.js'
import { type Pack, parsePack } from '../../edition/index.js'
import { packPartId, tabLetter } from '../../markup/index.js'
import { type FilePart, headingDestination, printFile } from '../../typeset/index.js'
import { asOfDate } from '../plan/source-date.js'
import { readResources } from '../print/resources.js'
import { AudienceStore } from '../workspace/audience-store.js'
import { fileNameProblem } from '../workspace/file-names.js'
import { placeOfFile } from '../workspace/file-place.js'
import { readTextFile } from '../workspace/read-file.js'
import { LOCALES_FOLDER, THEMES_FOLDER } from '../workspace/read-house.js'
import { displayPath, listResources, openWorkspace, type Workspace } from '../workspace/workspace.js'
import { writeAtomically } from '../workspace/write-file.js'
import { fitPackEditions, type PackedEdition, requestPackEditions } from './pack-editions.js'
import { layOutFront } from './pack-front.js'

export interface PackOptions {
  /** The workspace; a folder that exists. */
  readonly cwd: string
  /** Path of the pack, `NAME.pack.yaml`. */
  readonly pack: string
  /** The output folder, relative to the workspace. */
  readonly out: string
}

export interface PackResult {
  readonly diagnostics: readonly Diagnostic[]
  /** Undefined if the pack was not printed. */
  readonly printed: PrintedPack | undefined
}

/** What a pack was printed as. */
export interface PrintedPack {
  readonly pack: string
  /** Path of the PDF, relative to the workspace. */
  readonly file: string
  readonly pages: number
  readonly sha256: string
  /** What stands on its pages, a marking of each scheme. */
  readonly markings: readonly string[]
  readonly items: readonly PrintedPackItem[]
}

export interface PrintedPackItem {
  readonly brief: string
  readonly audience: string
  /** BCP 47. */
  readonly lang: string
  /** The page of the pack, from 1, on which it begins, and how many it has, those of annexes included. */
  readonly first_page: number
  readonly pages: number
  readonly left_out: readonly string[]
}

/** Prints a pack to `OUT/packs/NAME.pdf`: all of it, or with an error to report nothing. */
export async function printPack({ cwd, pack: path, out }: PackOptions): Promise<PackResult> {
  const findings = new Findings()
  const workspace = await openWorkspace(cwd)
  const printed = await printInWorkspace(workspace, resolve(workspace.root, path), out, findings)
  return { diagnostics: findings.all, printed: findings.failed ? undefined : printed }
}

async function printInWorkspace(
  workspace: Workspace,
  path: string,
  out: string,
  findings: Findings,
): Promise<PrintedPack | undefined> {
  const { report } = findings
  const name = packName(workspace, path, report)
  const file = name === undefined ? undefined : await readTextFile(workspace, path, report)
  const store = await AudienceStore.open(workspace, report)
  if (name === undefined || !file || !store.house.isSound) return undefined
  const pack = parsePack(file, await namesIn(store), report)
  if (!pack) return undefined
  const resources = await readResources(workspace, report)
  const requested = await requestPackEditions(pack, { store, resources }, report)
  const fitted = requested && !findings.failed && (await fitPackEditions(pack, requested, { store, resources }, report))
  if (!fitted) return undefined
  const { editions, banners } = fitted
  const front = await layOutFront(pack, editions, banners, { store, resources }, report)
  if (!front) return undefined
  const { parts, items, pages } = partsOf(pack, editions, front.parts, report)
  const document = { ...front.front, authors: [], subject: pack.subtitle ?? '', keywords: [] }
  const pdf = await printFile(parts, { document, created: asOfDate(pack.asOf) }, report)
  const target = join(resolve(workspace.root, out), 'packs', `${name}.pdf`)
  if (!pdf || findings.failed || !(await writeAtomically(workspace, target, pdf, report))) return undefined
  const markings = banners.map(({ text }) => text)
  return { pack: name, file: displayPath(workspace, target), pages, sha256: sha256(pdf), markings, items }
}

/** All that is drawn, in order: what comes first, then the editions, their pages numbered through. */
function partsOf(
  pack: Pack,
  editions: readonly PackedEdition[],
  front: Awaited<ReturnType<typeof layOutFront>> extends infer Front | undefined ? Front['parts' & keyof Front] : never,
  report: Report,
) {
  return { pack, editions, front, report } as never
}
