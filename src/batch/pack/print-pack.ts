import { basename, join, resolve } from 'node:path'
import { type Diagnostic, Findings, present, type Report, sha256 } from '../../diagnostics/index.js'
import { type EditionFormat, type Pack, type PackNames, parsePack } from '../../edition/index.js'
import { packPartId, tabLetter } from '../../markup/index.js'
import { type FilePart, headingDestination, printFile } from '../../typeset/index.js'
import { asOfDate } from '../plan/source-date.js'
import { readResources } from '../print/resources.js'
import { AudienceStore } from '../workspace/audience-store.js'
import { fileNameProblem } from '../workspace/file-names.js'
import { placeOfFile } from '../workspace/file-place.js'
import { readTextFile } from '../workspace/read-file.js'
import { LOCALES_FOLDER, THEMES_FOLDER } from '../workspace/read-house.js'
import { displayPath, isFile, listResources, openWorkspace, type Workspace } from '../workspace/workspace.js'
import { removeOutdatedFile, writeAtomically } from '../workspace/write-file.js'
import { fitPackEditions, type PackedEdition, requestPackEditions } from './pack-editions.js'
import { type FrontPart, layOutFront } from './pack-front.js'
import { joinPack, printPackTwin } from './pack-twin.js'

export interface PackOptions {
  /** The workspace; a folder that exists. */
  readonly cwd: string
  /** Path of the pack, `NAME.pack.yaml`. */
  readonly pack: string
  /** The output folder, relative to the workspace. */
  readonly out: string
  /** What to print it as. */
  readonly formats: readonly PackFormat[]
}

export type PackFormat = Exclude<EditionFormat, 'png'>

export interface PackResult {
  readonly diagnostics: readonly Diagnostic[]
  /** Undefined if the pack was not printed. */
  readonly printed: PrintedPack | undefined
}

/** What a pack was printed as. */
export interface PrintedPack {
  readonly pack: string
  /** In the order in which the formats were asked for. */
  readonly files: readonly PrintedPackFile[]
  /** Of the PDF, whether it is printed or not. */
  readonly pages: number
  /** What stands on its pages, a marking of each scheme. */
  readonly markings: readonly string[]
  readonly items: readonly PrintedPackItem[]
}

export interface PrintedPackFile {
  readonly format: PackFormat
  /** Relative to the workspace. */
  readonly file: string
  readonly sha256: string
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

/** Prints a pack to `OUT/packs/NAME.pdf`, and in other formats beside it: all of it, or with an error to report nothing. */
export async function printPack({ cwd, pack: path, out, formats }: PackOptions): Promise<PackResult> {
  const findings = new Findings()
  const workspace = await openWorkspace(cwd)
  const absolute = resolve(workspace.root, path)
  const printed = await printInWorkspace(workspace, absolute, { out, formats }, findings)
  if (printed && !findings.failed) return { diagnostics: findings.all, printed }
  // An older file must not pass for what the pack says now.
  const name = (await isFile(absolute, workspace.files)) ? packName(workspace, absolute, () => {}) : undefined
  if (name !== undefined)
    for (const format of formats)
      await removeOutdatedFile(workspace, packFile(workspace, out, name, format), findings.report)
  return { diagnostics: findings.all, printed: undefined }
}

async function printInWorkspace(
  workspace: Workspace,
  path: string,
  { out, formats }: Pick<PackOptions, 'out' | 'formats'>,
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
  const fitted =
    requested && !findings.failed && (await fitPackEditions(pack, requested, { store, resources }, report))
  if (!fitted) return undefined
  const { editions, banners } = fitted
  const front = await layOutFront(pack, editions, banners, { store, resources }, report)
  if (!front) return undefined
  const joined = joinPack(front.parts, editions)
  if (!joined && formats.some(format => format !== 'pdf'))
    report(
      'pack-invalid',
      pack.place(['cover']),
      'a pack in another format than PDF begins with its cover or its contents, and has neither',
      'let it have one',
    )
  const { parts, items, pages } = partsOf(pack, editions, front.parts, report)
  const document = { ...front.front, authors: [], subject: pack.subtitle ?? '', keywords: [] }
  const printed: { format: PackFormat; bytes: Uint8Array }[] = []
  for (const format of formats) {
    const bytes =
      format === 'pdf'
        ? await printFile(parts, { document, created: asOfDate(pack.asOf) }, report)
        : joined && (await printPackTwin(format, joined, store, report))
    if (bytes) printed.push({ format, bytes })
  }
  if (findings.failed || printed.length < formats.length) return undefined
  const files: PrintedPackFile[] = []
  for (const { format, bytes } of printed) {
    const target = packFile(workspace, out, name, format)
    if (!(await writeAtomically(workspace, target, bytes, report))) return undefined
    files.push({ format, file: displayPath(workspace, target), sha256: sha256(bytes) })
  }
  return { pack: name, files, pages, markings: banners.map(({ text }) => text), items }
}

/** All that is drawn, in order: what comes first, then the editions, their pages numbered through. */
function partsOf(
  pack: Pack,
  editions: readonly PackedEdition[],
  front: readonly FrontPart[],
  report: Report,
): { readonly parts: FilePart[]; readonly items: PrintedPackItem[]; readonly pages: number } {
  const layouts = [...front, ...editions.map(({ set }) => set.fitted)].map(({ laidOut }) => laidOut)
  const lengths = layouts.map(({ fills }) => fills.length)
  const starts = lengths.map((_, index) => sum(lengths.slice(0, index)))
  const total = sum(lengths)
  const firstPage = (index: number) => (starts[front.length + index] ?? 0) + 1
  const elsewhere = new Map(editions.map((_, index) => [startOf(index), firstPage(index)]))
  const parts = layouts.map((laidOut, index): FilePart => {
    const at = index - front.length
    const edition = editions[at]
    const numbering = { before: starts[index] ?? 0, total, elsewhere, tab: edition && tabOf(pack, at) }
    const drawn = laidOut.partOfFile(numbering, report)
    if (!edition) {
      const { document, bookmark } = present(front[index], 'front of a pack')
      return { ...drawn, within: { lang: document.lang, prefix: `front-${index + 1}:`, bookmark } }
    }
    const { lang, title, running } = edition.set.fitted.variant.document
    const bookmark = `${title} · ${running.audience}`
    return { ...drawn, within: { lang, prefix: `${packPartId(at)}:`, start: startOf(at), bookmark } }
  })
  const items = editions.map(({ request, set }, index): PrintedPackItem => {
    const { laidOut, leftOut, variant } = set.fitted
    return {
      brief: request.source.file.name,
      audience: request.audience.name,
      lang: variant.edition.lang,
      first_page: firstPage(index),
      pages: laidOut.fills.length,
      left_out: leftOut,
    }
  })
  return { parts, items, pages: total }
}

const packFile = (workspace: Workspace, out: string, name: string, format: PackFormat): string =>
  join(resolve(workspace.root, out), 'packs', `${name}.${format}`)

const startOf = (index: number): string => headingDestination(packPartId(index))

const tabOf = ({ tabs }: Pack, index: number) => (tabs ? { text: tabLetter(index), index } : undefined)

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0)

/** The name of a pack is that of its file, `NAME.pack.yaml`, and becomes that of the PDF. */
function packName(workspace: Workspace, path: string, report: Report): string | undefined {
  const [, name] = /^(.+)\.pack\.ya?ml$/i.exec(basename(path)) ?? []
  const place = placeOfFile(workspace, path)
  const problem = name === undefined ? undefined : fileNameProblem(name)
  if (name === undefined)
    report(
      'pack-invalid',
      place,
      `\`${displayPath(workspace, path)}\` is no pack`,
      'give a file whose name ends in `.pack.yaml`',
    )
  else if (problem !== undefined)
    report('pack-invalid', place, `\`${name}\` cannot name a PDF: ${problem}`, 'rename the pack')
  return problem === undefined ? name : undefined
}

async function namesIn(store: AudienceStore): Promise<PackNames> {
  const { workspace, names, house } = store
  const [themes, locales] = await Promise.all(
    [THEMES_FOLDER, LOCALES_FOLDER].map(folder => listResources(workspace, folder, '.yaml')),
  )
  return {
    audiences: names,
    themes: [...(themes?.keys() ?? [])],
    locales: [...(locales?.keys() ?? [])],
    markings: house.markings,
  }
}
