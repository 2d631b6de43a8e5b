import * as v from 'valibot'
import {
  checkSettings,
  type Marking,
  type MarkingScheme,
  MarkingSchemes,
  readSettings,
  type SettingsData,
  type SettingsReport,
} from '../brief/index.js'
import { closest, didYouMean, type Report, type SourceFile } from '../diagnostics/index.js'
import { clearanceSetting, readClearance } from './clearance.js'
import type { Audience } from './edition.js'
import { type EditionFormat, formatsSetting } from './formats.js'
import { type HouseIdentity, readOrganisation } from './house-identity.js'
import { lookupTag } from './languages.js'
import { Verbatim } from './prose-text.js'

/** What `briefwright.yaml` sets for all audiences. */
export interface HouseStyle {
  readonly markings: MarkingSchemes
  /** By audience: what replaces the clearance of its template. */
  readonly clearances: ReadonlyMap<string, readonly Marking[]>
  /** The theme of all audiences, in the place of those of their templates. */
  readonly theme?: string | undefined
  /** The paper of all audiences, in the place of that of their templates. */
  readonly paper?: HousePaper | undefined
  /** The language (BCP 47) to print editions in, where their briefs have it. */
  readonly lang?: string | undefined
  /** Undefined where the house says nothing of itself. */
  readonly identity?: HouseIdentity | undefined
  /** What editions are printed as, where their templates do not say. */
  readonly formats?: readonly EditionFormat[] | undefined
  /** Whether HTML holds the fonts of the theme. */
  readonly embedFonts?: boolean | undefined
  /** Path of the Word file whose styles DOCX takes, relative to the workspace. */
  readonly wordStyles?: Verbatim | undefined
}

type HousePaper = (typeof HOUSE_PAPERS)[number]
const HOUSE_PAPERS = ['a4', 'letter'] as const

/** What a house style can name. */
export interface HouseNames {
  readonly schemes: readonly MarkingScheme[]
  readonly audiences: readonly string[]
  readonly themes: readonly string[]
  /** Tags of the languages that there are words in. */
  readonly locales: readonly string[]
}

/** In force where the house says nothing. */
const DEFAULT_SCHEME = 'tlp'

const houseSchema = v.object({
  markings: v.optional(
    v.pipe(
      v.unknown(),
      v.check(isNames, 'expected a list of schemes such as `[tlp, uk]`'),
      v.transform(value => value as string[]),
    ),
  ),
  clearances: v.optional(v.record(v.string(), clearanceSetting)),
  theme: v.optional(v.string()),
  paper: v.optional(v.picklist(HOUSE_PAPERS)),
  lang: v.optional(v.string()),
  organisation: v.optional(
    v.pipe(
      v.unknown(),
      v.check(isTextOrWordings, 'expected a text, or wordings such as `{ en: …, fr: … }`'),
      v.transform(value => value as string | Readonly<Record<string, string>>),
    ),
  ),
  logo: v.optional(v.string()),
  formats: v.optional(formatsSetting),
  embed_fonts: v.optional(v.boolean()),
  word_styles: v.optional(
    v.pipe(v.string(), v.regex(/.\.do[ct]x$/i, 'expected a Word file, `.docx` or `.dotx`')),
  ),
})

function isTextOrWordings(value: unknown): boolean {
  if (typeof value === 'string') return true
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const wordings = Object.values(value)
  return wordings.length > 0 && wordings.every(wording => typeof wording === 'string')
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every(name => typeof name === 'string')
}

/** Keys of the style of a house that versions to come have. */
const LATER_KEYS: ReadonlySet<string> = new Set(['style'])

/** Reads the style of a house; without a file, `tlp` alone is in force. All that is wrong is reported as `house-invalid`. */
export function parseHouse(file: SourceFile | undefined, names: HouseNames, report: Report): HouseStyle {
  const { schemes, audiences, themes } = names
  const fault: SettingsReport = (place, ...finding) => report('house-invalid', place, ...finding)
  const settings = file && readSettings(file, fault)
  const byDefault = schemes.filter(({ name }) => name === DEFAULT_SCHEME)
  if (!settings)
    return { markings: new MarkingSchemes(schemes, file ? schemes : byDefault), clearances: new Map() }
  const { values, isWhole } = checkHouse(settings, fault)
  // Where it is wrong nothing is printed; labels of any scheme are then no further findings.
  const unnamed = isWhole ? byDefault : schemes
  const inForce = values.markings ? schemesInForce(values.markings, schemes, settings, fault) : unnamed
  const markings = new MarkingSchemes(schemes, inForce)
  const clearances = new Map<string, readonly Marking[]>()
  for (const [audience, value] of Object.entries(values.clearances ?? {})) {
    const path = ['clearances', audience]
    if (!audiences.includes(audience))
      fault(
        settings.place(path, 'key'),
        `there is no audience \`${audience}\``,
        didYouMean(audience, audiences, 'audiences'),
      )
    const labels = typeof value === 'string' ? [value] : value
    if (labels.length === 0)
      fault(settings.place(path), 'a clearance names at least one label', 'give a label, or remove the line')
    const { clearance, problems } = readClearance(labels, markings, true)
    for (const { index, message, hint } of problems)
      fault(settings.place(typeof value === 'string' ? path : [...path, index]), message, hint)
    clearances.set(audience, clearance)
  }
  const { theme } = values
  if (theme !== undefined && !themes.includes(theme))
    fault(settings.place(['theme']), `there is no theme \`${theme}\``, didYouMean(theme, themes, 'themes'))
  return {
    ...{ markings, clearances, theme, paper: values.paper },
    lang: knownLanguage(values.lang, names, settings, fault),
    identity: identityOf(values, names, settings, fault),
    formats: values.formats,
    embedFonts: values.embed_fonts,
    wordStyles:
      values.word_styles === undefined
        ? undefined
        : new Verbatim(values.word_styles, settings.place(['word_styles'])),
  }
}

function knownLanguage(
  lang: string | undefined,
  { locales }: HouseNames,
  { place }: SettingsData,
  fault: SettingsReport,
): string | undefined {
  if (lang !== undefined && lookupTag(lang, locales) === undefined)
    fault(place(['lang']), `there is no locale for \`${lang}\``, didYouMean(lang, locales, 'languages'))
  return lang
}

function identityOf(
  { organisation, logo, lang }: HouseValues,
  { audiences }: HouseNames,
  settings: SettingsData,
  fault: SettingsReport,
): HouseIdentity | undefined {
  if (organisation === undefined && logo === undefined) return undefined
  if (logo?.trim() === '')
    fault(settings.place(['logo']), '`logo` names no file', 'give its path, or remove the line')
  return {
    organisation:
      organisation === undefined
        ? []
        : readOrganisation(organisation, settings, { audiences, own: lang }, fault),
    logo: logo === undefined ? undefined : new Verbatim(logo, settings.place(['logo'])),
  }
}

/** An audience with the clearance, the theme and the paper that the house gives it, if it does, and with the house itself. */
export function inHouse(audience: Audience, { clearances, theme, paper, identity }: HouseStyle): Audience {
  const { page } = audience
  return {
    ...audience,
    page: { ...page, size: paper ?? page.size },
    ...(identity && { house: identity }),
    clearance: clearances.get(audience.name) ?? audience.clearance,
    theme: theme ?? audience.theme,
  }
}

type HouseValues = v.InferOutput<typeof houseSchema>

const KNOWN_KEYS = new Intl.ListFormat('en').format(Object.keys(houseSchema.entries).map(key => `\`${key}\``))

/**
 * The settings that are right, so that what they name is checked in the same pass as what is wrong with the others, and whether
 * all are. Those of versions to come are not taken for misspelt ones.
 */
function checkHouse(
  settings: SettingsData,
  fault: SettingsReport,
): { readonly values: HouseValues; readonly isWhole: boolean } {
  const later = Object.keys(settings.data).filter(key => LATER_KEYS.has(key))
  for (const key of later)
    fault(
      settings.place([key], 'key'),
      `\`${key}\` is not a setting of \`briefwright.yaml\` in this version`,
      `remove it: this version knows ${KNOWN_KEYS}`,
    )
  const known = Object.entries(settings.data).filter(([key]) => !LATER_KEYS.has(key))
  const whole = checkSettings(houseSchema, { ...settings, data: Object.fromEntries(known) }, fault)
  return whole ? { values: whole, isWhole: true } : { values: rightValues(known), isWhole: false }
}

function rightValues(settings: readonly (readonly [string, unknown])[]): HouseValues {
  const right = settings.filter(([key, value]) => v.safeParse(houseSchema, { [key]: value }).success)
  return v.parse(houseSchema, Object.fromEntries(right))
}

/** The schemes that are named; in the place of a misspelt name what it is meant for, lest every label be a finding, too. */
function schemesInForce(
  names: readonly string[],
  schemes: readonly MarkingScheme[],
  { place }: SettingsData,
  fault: SettingsReport,
): MarkingScheme[] {
  if (names.length === 0)
    fault(
      place(['markings']),
      '`markings` names no scheme',
      'name one, or remove the line: `tlp` is in force then',
    )
  const inForce = names.flatMap((name, index) => {
    const scheme = schemes.find(each => each.name === name)
    const path = ['markings', index]
    if (!scheme) {
      const known = schemes.map(each => each.name)
      fault(place(path), `there is no marking scheme \`${name}\``, didYouMean(name, known, 'schemes'))
      const meant = closest(name, known)
      return schemes.filter(each => each.name === meant && !names.includes(each.name))
    }
    if (names.indexOf(name) === index) return [scheme]
    fault(place(path), `\`${name}\` is named twice`, 'remove one of the two')
    return []
  })
  return inForce.length > 0 ? inForce : [...schemes]
}
