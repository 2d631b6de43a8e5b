import { listedAudiences } from '../../brief/index.js'
import type { Report } from '../../diagnostics/index.js'
import {
  type Audience,
  audiencesForBrief,
  checkSectionPlaces,
  type EditionReader,
  reportUnservedCustomFields,
} from '../../edition/index.js'
import type { AudienceStore } from '../workspace/audience-store.js'
import type { ProvedBrief } from '../workspace/read-brief.js'
import { asOfDate } from './source-date.js'

/** An edition of a brief, with all that decides what it shows. */
export interface EditionRequest {
  readonly source: ProvedBrief
  readonly audience: Audience
  readonly reader: EditionReader
  /** The date that the document's information gives. */
  readonly created: Date
}

/** What a build asks of all its editions. */
export interface EditionSettings {
  /** Names; those that each brief lists if none. */
  readonly audiences: readonly string[]
  readonly paper?: 'a4' | 'letter' | undefined
  /** The theme of all, in the place of what the house, templates and briefs say. */
  readonly theme?: string | undefined
  /** The date of all documents, where it is not to be what the brief holds for; in milliseconds since 1970. */
  readonly created?: number | undefined
}

/** Decides which editions a brief has: those asked for, else those it lists, else all it may be shown to. */
export async function requestEditions(
  source: ProvedBrief,
  store: AudienceStore,
  settings: EditionSettings,
  report: Report,
): Promise<EditionRequest[]> {
  const loaded = await store.load(candidateAudiences(source, store, settings))
  const audiences = audiencesForBrief(source.brief, loaded, settings.audiences)
  reportNobodyCleared(source, settings, audiences, loaded, report)
  await reportUnserved(source, store, settings, report)
  const others = await store.load([
    ...candidateAudiences(source, store, { audiences: [] }),
    ...settings.audiences,
  ])
  checkSectionPlaces(source.brief, others, report)
  const created =
    settings.created === undefined ? asOfDate(source.brief.data.as_of) : new Date(settings.created)
  return audiences
    .filter(rejectListedTwice(source, report))
    .map(audience => ({ source, audience: asAsked(audience, settings), reader: {}, created }))
}

/** A brief that no audience may see would print nothing, and say nothing. */
function reportNobodyCleared(
  { brief }: ProvedBrief,
  settings: Pick<EditionSettings, 'audiences'>,
  audiences: readonly Audience[],
  loaded: readonly Audience[],
  report: Report,
): void {
  const { classification } = brief.data
  const isByDefault = settings.audiences.length === 0 && listedAudiences(brief.data).length === 0
  if (!isByDefault || classification === undefined || audiences.length > 0 || loaded.length === 0) return
  report(
    'brief-above-clearance',
    brief.place(['classification']),
    `the brief is \`${classification}\`, and no audience is cleared for it`,
    'say in `clearances` of `briefwright.yaml` what each audience may see, or in the `clearance` of a template',
  )
}

/** Fields of `custom` are for audiences that the brief lists, or that are asked for; of a template that is wrong nobody knows. */
async function reportUnserved(
  { brief }: ProvedBrief,
  store: AudienceStore,
  { audiences: asked }: Pick<EditionSettings, 'audiences'>,
  report: Report,
): Promise<void> {
  if (brief.data.custom === undefined) return
  const listed = listedAudiences(brief.data).map(entry => entry.audience)
  const names = listed.length > 0 ? [...new Set([...listed, ...asked])] : store.names
  const audiences = await store.load(names)
  if (audiences.length === names.length) reportUnservedCustomFields(brief, audiences, report)
}

/** The audiences whose templates decide which editions a brief has. */
export function candidateAudiences(
  { brief }: ProvedBrief,
  store: AudienceStore,
  { audiences: asked }: Pick<EditionSettings, 'audiences'>,
): string[] {
  const listed = listedAudiences(brief.data).map(entry => entry.audience)
  return [...new Set(asked.length > 0 ? asked : listed.length > 0 ? listed : store.names)]
}

function asAsked(audience: Audience, { paper, theme }: Pick<EditionSettings, 'paper' | 'theme'>): Audience {
  const { page } = audience
  return {
    ...audience,
    page: { ...page, size: paper ?? page.size },
    theme: theme ?? audience.theme,
  }
}

function rejectListedTwice({ brief }: ProvedBrief, report: Report): (audience: Audience) => boolean {
  const taken = new Set<string>()
  return ({ name }) => {
    const free = !taken.has(name)
    taken.add(name)
    if (!free)
      report(
        'duplicate-output',
        brief.place(['audiences']),
        `the audience \`${name}\` is listed twice`,
        'remove one of the two',
      )
    return free
  }
}
