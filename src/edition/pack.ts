import * as v from 'valibot'
import {
  checkSettings,
  type Marking,
  type MarkingSchemes,
  parseDate,
  readSettings,
  type SettingsData,
  type SettingsReport,
} from '../brief/index.js'
import { didYouMean, ErrorTracker, type Place, type Report, type SourceFile } from '../diagnostics/index.js'
import { clearanceSetting, readClearance } from './clearance.js'
import { lookupTag } from './languages.js'

/** Several editions that are printed in one document. */
export interface Pack {
  readonly title: string
  readonly subtitle: string | undefined
  /** EDTF; the date that what it says holds for. */
  readonly asOf: string
  /** BCP 47: of the words on its cover and in its contents. */
  readonly lang: string
  readonly organisation: string | undefined
  readonly distribution: string | undefined
  /** The highest marking that it may hold, of each scheme; undefined where nothing is said of it. */
  readonly clearance: readonly Marking[] | undefined
  readonly cover: boolean
  readonly contents: boolean
  readonly order: PackOrder
  /** Whether the edge of each page says by a letter which document it is of. */
  readonly tabs: boolean
  readonly sources: 'by_part' | 'through'
  readonly theme: string | undefined
  readonly paper: 'a4' | 'letter' | undefined
  readonly items: readonly PackItem[]
  readonly file: SourceFile
  readonly place: SettingsData['place']
}

/** An edition of a pack, or with the audience `all` those that a brief has of itself. */
export interface PackItem {
  /** Name of the brief's file, without its ending. */
  readonly brief: string
  readonly audience: string
  /** BCP 47; the brief's own if left out. */
  readonly lang: string | undefined
  readonly briefPlace: Place
  readonly audiencePlace: Place
}

/** `listed` as the items are; by the name of the audience, and by the date that the briefs hold for, the newest first. */
const PACK_ORDERS = ['listed', 'audience', 'date'] as const
export type PackOrder = (typeof PACK_ORDERS)[number]

/** What a pack can name. */
export interface PackNames {
  readonly audiences: readonly string[]
  readonly themes: readonly string[]
  readonly locales: readonly string[]
  readonly markings: MarkingSchemes
}

const filled = v.pipe(
  v.string(),
  v.check(text => text.trim() !== '', 'expected a text'),
)

const packSchema = v.object({
  title: filled,
  subtitle: v.optional(filled),
  as_of: v.pipe(
    v.string(),
    v.check(text => parseDate(text) !== undefined, 'expected a date such as `2025-03-10`'),
  ),
  lang: v.optional(v.string(), 'en'),
  organisation: v.optional(filled),
  distribution: v.optional(filled),
  clearance: v.optional(clearanceSetting),
  cover: v.optional(v.boolean(), true),
  contents: v.optional(v.boolean(), true),
  order: v.optional(v.picklist(PACK_ORDERS), 'listed'),
  tabs: v.optional(v.boolean(), false),
  sources: v.optional(v.picklist(['by_part', 'through']), 'by_part'),
  theme: v.optional(v.string()),
  paper: v.optional(v.picklist(['a4', 'letter'])),
  items: v.pipe(
    v.array(v.object({ brief: filled, audience: v.optional(filled, 'all'), lang: v.optional(v.string()) })),
    v.check(items => items.length > 0, 'expected at least one item: `{brief: NAME, audience: NAME}`'),
  ),
})

/** Reads a pack; all that is wrong is reported as `pack-invalid`, at its place. */
export function parsePack(file: SourceFile, names: PackNames, report: Report): Pack | undefined {
  const watched = new ErrorTracker(report)
  const fault: SettingsReport = (place, ...finding) => watched.report('pack-invalid', place, ...finding)
  const settings = readSettings(file, fault)
  const values = settings && checkSettings(packSchema, settings, fault)
  if (!settings || !values) return undefined
  const { place } = settings
  const known = (
    path: readonly (string | number)[],
    name: string | undefined,
    all: readonly string[],
    what: string,
  ) => {
    if (name !== undefined && !all.includes(name))
      fault(place([...path]), `there is no ${what} \`${name}\``, didYouMean(name, all, `${what}s`))
  }
  const knownLang = (path: readonly (string | number)[], lang: string | undefined) => {
    if (lang !== undefined && lookupTag(lang, names.locales) === undefined)
      fault(
        place([...path]),
        `there is no locale for \`${lang}\``,
        didYouMean(lang, names.locales, 'languages'),
      )
  }
  known(['theme'], values.theme, names.themes, 'theme')
  knownLang(['lang'], values.lang)
  const items = values.items.map(({ brief, audience, lang }, index): PackItem => {
    const path = ['items', index]
    if (audience !== 'all') known([...path, 'audience'], audience, names.audiences, 'audience')
    knownLang([...path, 'lang'], lang)
    const isNamed = typeof settings.data.items === 'object' && hasAudience(settings.data.items, index)
    return {
      ...{ brief, audience, lang },
      briefPlace: place([...path, 'brief']),
      audiencePlace: place(isNamed ? [...path, 'audience'] : path),
    }
  })
  const clearance = clearanceOf(values.clearance, names.markings, settings, fault)
  if (watched.failed) return undefined
  const { as_of: asOf, subtitle, organisation, distribution, theme, paper, ...rest } = values
  return { ...rest, asOf, subtitle, organisation, distribution, theme, paper, clearance, items, file, place }
}

function hasAudience(items: unknown, index: number): boolean {
  const item: unknown = Array.isArray(items) ? items[index] : undefined
  return typeof item === 'object' && item !== null && 'audience' in item
}

function clearanceOf(
  value: string | readonly string[] | undefined,
  markings: MarkingSchemes,
  { place }: SettingsData,
  fault: SettingsReport,
): readonly Marking[] | undefined {
  if (value === undefined) return undefined
  const { clearance, problems } = readClearance(typeof value === 'string' ? [value] : value, markings, true)
  for (const { index, message, hint } of problems)
    fault(place(typeof value === 'string' ? ['clearance'] : ['clearance', index]), message, hint)
  return clearance
}
