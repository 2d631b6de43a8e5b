import { dirname, join } from 'node:path'
import { didYouMean, ErrorTracker, Findings, type Report } from '../../diagnostics/index.js'
import {
  type Banner,
  bannersOfMarkings,
  briefLanguage,
  compareWithClearance,
  editionLanguage,
  type Pack,
  type PackItem,
} from '../../edition/index.js'
import type { EditionInPack } from '../../fit/index.js'
import { type EditionRequest, requestEditions } from '../plan/edition-request.js'
import { type FittedPages, fitEdition } from '../print/fit-edition.js'
import type { Resources } from '../print/resources.js'
import type { AudienceStore } from '../workspace/audience-store.js'
import { briefsIn } from '../workspace/named-briefs.js'
import { type ProvedBrief, readBrief } from '../workspace/read-brief.js'
import { TemplateChecks } from '../workspace/template-checks.js'
import { displayPath, isFile } from '../workspace/workspace.js'

/** An edition of a pack in its pages, and the item that asks for it. */
export interface PackedEdition {
  readonly item: PackItem
  readonly request: EditionRequest
  readonly set: FittedPages
  /** What it is marked with by itself, whatever the pack is. */
  readonly held: readonly Banner[]
}

/** What the editions of a pack are made with. */
export interface PackMaterial {
  readonly store: AudienceStore
  readonly resources: Resources
}

/** The editions that a pack asks for, in its order; undefined, with what is wrong reported, if any cannot be had. */
export async function requestPackEditions(
  pack: Pack,
  { store }: PackMaterial,
  report: Report,
): Promise<Pick<PackedEdition, 'item' | 'request'>[] | undefined> {
  const watched = new ErrorTracker(report)
  const briefs = new Map<string, Promise<ProvedBrief | undefined>>()
  const requested: Pick<PackedEdition, 'item' | 'request'>[] = []
  const taken = new Set<string>()
  const templates = new TemplateChecks(store, 'none')
  for (const item of pack.items) {
    const path = await briefPath(item, pack, store, watched.report)
    if (path === undefined) continue
    const read = briefs.get(path) ?? readPackedBrief(item, path, store, watched.report)
    briefs.set(path, read)
    const source = await read
    if (!source) continue
    const audiences = item.audience === 'all' ? [] : [item.audience]
    const settings = { audiences, paper: pack.paper, theme: pack.theme }
    const requests = await requestEditions(source, store, settings, watched.report)
    if (requests.length === 0 && !watched.failed)
      watched.report(
        'pack-edition-failed',
        item.audiencePlace,
        `\`${item.brief}\` has no edition for \`${item.audience}\``,
      )
    const lang = editionLanguage(source.brief, item.lang, store.house.lang)
    for (const request of requests) {
      const ofTemplate = await templates.check(request.audience.name, lang ?? briefLanguage(source.brief))
      for (const { code, place, message, hints } of ofTemplate) watched.report(code, place, message, ...hints)
      const key = JSON.stringify([path, request.audience.name, lang])
      if (taken.has(key))
        watched.report(
          'pack-edition-twice',
          item.audiencePlace,
          `the edition \`${request.audience.name}\` of \`${item.brief}\` is in the pack twice`,
          'remove one of the two items',
        )
      else requested.push({ item, request: { ...request, reader: { lang } } })
      taken.add(key)
    }
  }
  return watched.failed ? undefined : inOrder(requested, pack)
}

/**
 * Brings the editions to their pages, marked as the pack is as a whole; undefined, with the reasons reported, if one fails. What is found of
 * an edition is that of its last fitting.
 */
export async function fitPackEditions(
  pack: Pack,
  requested: readonly Pick<PackedEdition, 'item' | 'request'>[],
  material: PackMaterial,
  report: Report,
): Promise<{ readonly editions: PackedEdition[]; readonly banners: readonly Banner[] } | undefined> {
  const { store } = material
  const first = await fitAll(pack, requested.map(withoutFitting), undefined, material)
  const held = first.flatMap(({ edition }) => edition?.held ?? [])
  const banners = bannersOfMarkings(
    held.map(({ marking }) => marking),
    store.house.markings,
  )
  const last = first.every(({ edition }) => edition) ? await fitAll(pack, first, banners, material) : first
  const failing = new ErrorTracker(report)
  for (const { asked, edition, findings } of last) {
    findings.passOn(failing.report)
    if (!edition) reportFailed(asked, failing.report)
  }
  const editions = last.flatMap(({ edition }, index) =>
    edition ? [{ ...edition, held: first[index]?.edition?.held ?? edition.held }] : [],
  )
  reportAboveClearance(pack, editions, store, failing.report)
  return failing.failed ? undefined : { editions, banners }
}

/** An edition that was to be fitted, and what came of it. */
interface Fitting {
  readonly asked: Pick<PackedEdition, 'item' | 'request'>
  readonly edition: PackedEdition | undefined
  readonly firstSource: number | undefined
  readonly findings: Findings
}

const withoutFitting = (asked: Fitting['asked']): Fitting => ({
  ...{ asked, edition: undefined, firstSource: undefined },
  findings: new Findings(),
})

/** Fits editions in their order, as the numbers of sources may go through; those that are fitted so already are kept. */
async function fitAll(
  { sources }: Pack,
  before: readonly Fitting[],
  banners: readonly Banner[] | undefined,
  material: PackMaterial,
): Promise<Fitting[]> {
  const fittings: Fitting[] = []
  let next = 1
  for (const known of before) {
    const firstSource = sources === 'through' ? next : undefined
    const isKept =
      known.edition !== undefined &&
      known.firstSource === firstSource &&
      (banners === undefined || textsOf(banners) === textsOf(known.edition.held))
    const fitting = isKept ? known : await fitOne(known.asked, { banners, firstSource }, material)
    next += fitting.edition?.set.fitted.variant.document.sources.length ?? 0
    fittings.push(fitting)
  }
  return fittings
}

const textsOf = (banners: readonly Banner[]): string => JSON.stringify(banners.map(({ text }) => text))

async function fitOne(
  asked: Fitting['asked'],
  inPack: EditionInPack,
  { resources, store }: PackMaterial,
): Promise<Fitting> {
  const findings = new Findings()
  const set = await fitEdition(asked.request, resources, store.workspace, findings.report, { inPack })
  const edition = set && { ...asked, set, held: set.fitted.variant.document.banners }
  return { asked, edition, firstSource: inPack.firstSource, findings }
}

function reportFailed({ item, request }: Pick<PackedEdition, 'item' | 'request'>, report: Report): void {
  const message = `the edition \`${request.audience.name}\` of \`${item.brief}\` cannot be printed, and so the pack is not printed`
  report(
    'pack-edition-failed',
    item.briefPlace,
    message,
    'mend what is reported of it, or take it out of the pack',
  )
}

/** Nothing above what its readers may see goes into a pack. */
function reportAboveClearance(
  { clearance, title }: Pack,
  editions: readonly PackedEdition[],
  { house: { markings } }: AudienceStore,
  report: Report,
): void {
  if (!clearance) return
  for (const edition of editions)
    for (const { marking, text } of edition.held) {
      const compared = compareWithClearance(marking, clearance)
      if (compared === 'within') continue
      const { item, request } = edition
      const limit = clearance.map(each => markings.nameOf(each)).join(', ')
      const is = compared === 'above' ? 'is above it' : 'cannot be compared with it'
      report(
        'pack-above-clearance',
        item.briefPlace,
        `the edition \`${request.audience.name}\` of \`${item.brief}\` holds \`${text}\`: the clearance of the pack \`${title}\` is \`${limit}\`, and this ${is}`,
        'take the edition out of the pack, or raise its `clearance`',
      )
    }
}

async function readPackedBrief(
  item: PackItem,
  path: string,
  store: AudienceStore,
  report: Report,
): Promise<ProvedBrief | undefined> {
  const reading = new ErrorTracker(report)
  const source = await readBrief({ name: item.brief, path }, store.known, store.workspace, reading.report)
  if (source && !reading.failed) return source
  const message = `the brief \`${item.brief}\` has errors, and so the pack is not printed`
  report(
    'pack-edition-failed',
    item.briefPlace,
    message,
    'mend what is reported of it, or take it out of the pack',
  )
  return undefined
}

/** The file of a brief: beside the pack, else in `briefs/`. */
async function briefPath(
  { brief, briefPlace }: PackItem,
  pack: Pack,
  { workspace }: AudienceStore,
  report: Report,
): Promise<string | undefined> {
  const folders = [
    ...new Set([join(workspace.root, dirname(pack.file.path)), join(workspace.root, 'briefs')]),
  ]
  for (const folder of folders)
    for (const ending of ['yaml', 'yml']) {
      const path = join(folder, `${brief}.${ending}`)
      if (!/[/\\]/.test(brief) && (await isFile(path, workspace.files))) return path
    }
  const known = (await Promise.all(folders.map(folder => briefsIn(folder, workspace))))
    .flat()
    .map(path => /([^/\\]+)\.ya?ml$/i.exec(path)?.[1] ?? '')
  const looked = folders.map(folder => `\`${displayPath(workspace, folder)}/${brief}.yaml\``).join(', ')
  report(
    'pack-invalid',
    briefPlace,
    `there is no brief \`${brief}\`: looked for ${looked}`,
    didYouMean(
      brief,
      known.filter(name => name !== ''),
      'briefs',
    ),
  )
  return undefined
}

/** By the audience or the date; those that are alike stay as they are listed. */
function inOrder<Edition extends Pick<PackedEdition, 'item' | 'request'>>(
  editions: readonly Edition[],
  { order }: Pack,
): Edition[] {
  const dateOf = ({ request }: Edition) => request.created.getTime()
  const nameOf = ({ request }: Edition) => request.audience.name
  if (order === 'date') return editions.toSorted((one, other) => dateOf(other) - dateOf(one))
  if (order === 'listed') return [...editions]
  const names = [...new Set(editions.map(nameOf))]
  return names.flatMap(name => editions.filter(edition => nameOf(edition) === name))
}
