import * as v from 'valibot'
import {
  checkSettings,
  isLanguageTag,
  type Marking,
  MarkingSchemes,
  PRIORITIES,
  readSettings,
  type SettingsData,
  type SettingsReport,
  shapeAt,
} from '../brief/index.js'
import { didYouMean, type Report, type SourceFile } from '../diagnostics/index.js'
import { clearanceSetting, readClearance } from './clearance.js'
import { fieldsSetting, reportFieldNames } from './declared-fields.js'
import { type Audience, CITATION_STYLES, type Margins } from './edition.js'
import { formatsSetting } from './formats.js'
import { POINTS_PER_MILLIMETRE, pageSize } from './paper.js'

const millimetres = v.pipe(v.number(), v.minValue(5), v.maxValue(80))
const points = v.pipe(v.number(), v.minValue(5), v.maxValue(24))

/** Millimetres, across and down, that margins leave at least. */
const LEAST_ROOM = 50

/** The front matter of a template; margins in millimetres, type in points. */
const frontMatter = v.object({
  title: v.string(),
  description: v.string(),
  page: v.pipe(
    v.object({
      size: v.picklist(['a4', 'a5', 'letter', 'legal']),
      orientation: v.optional(v.picklist(['portrait', 'landscape']), 'portrait'),
      margins: v.object({ top: millimetres, right: millimetres, bottom: millimetres, left: millimetres }),
    }),
    v.check(
      hasRoom,
      `expected margins that leave ${LEAST_ROOM} millimetres of the page, however it is turned`,
    ),
  ),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1)),
  on_request: v.optional(v.boolean(), false),
  type: v.pipe(
    v.object({ size: points, floor: points }),
    v.check(type => type.floor <= type.size, 'expected a floor that is not above the size'),
  ),
  theme: v.optional(v.string(), 'default'),
  /** One label, or one of each scheme. */
  clearance: clearanceSetting,
  priority: v.optional(v.picklist(PRIORITIES), 'could'),
  citations: v.optional(v.picklist(CITATION_STYLES)),
  /** What templates before `citations` say. */
  locators: v.optional(v.boolean()),
  sections: v.array(v.string()),
  formats: v.optional(formatsSetting),
  languages: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.check(isLanguageTag, 'expected a language tag, such as `fr`'))),
      v.check(areDifferent, 'expected languages that differ from each other'),
    ),
    [],
  ),
  omits: v.optional(v.array(v.string()), []),
  fields: fieldsSetting,
})

function areDifferent(tags: string[]): boolean {
  return new Set(tags.map(tag => tag.toLowerCase())).size === tags.length
}

/** Sections may stand on pages that are turned, within the same margins. */
function hasRoom({ size, margins }: Audience['page']): boolean {
  const room = pageSize({ size, orientation: 'portrait' }).width / POINTS_PER_MILLIMETRE
  return room - Math.max(margins.top + margins.bottom, margins.left + margins.right) >= LEAST_ROOM
}

/** The settings at the head of a template, as they are written. */
export interface TemplateSettings {
  readonly settings: SettingsData | undefined
  /** The offset at which the body begins. */
  readonly bodyStart: number
}

/** Reads the front matter of a template, whatever it holds; undefined if there is none. */
export function readTemplateSettings(
  template: SourceFile,
  report: SettingsReport,
): TemplateSettings | undefined {
  const front = frontMatterOf(template.text)
  return front && { settings: readSettings(template, report, front.yaml), bodyStart: front.bodyStart }
}

/** The front matter of a template's text as YAML at the same offsets, and the offset at which the body begins. */
export function frontMatterOf(
  text: string,
): { readonly yaml: string; readonly bodyStart: number } | undefined {
  const fence = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text)
  if (fence?.index !== 0 || fence[1] === undefined) return undefined
  const opening = fence[0].indexOf('\n')
  return { yaml: `${' '.repeat(opening)}\n${fence[1]}`, bodyStart: fence[0].length }
}

/** Reads the audience that a template is for; findings point to the template's own lines. Without `markings`, no label is valid. */
export function parseAudience(
  template: SourceFile,
  name: string,
  report: Report,
  markings = new MarkingSchemes([]),
): Audience | undefined {
  const reportInvalid: SettingsReport = (place, ...finding) => report('audience-invalid', place, ...finding)
  const front = readTemplateSettings(template, reportInvalid)
  if (!front) {
    const place = { file: template, range: { start: 0, end: Math.min(3, template.text.length) } }
    reportInvalid(
      place,
      `template \`${name}\` has no front matter`,
      'begin it with a block between lines of `---`',
    )
    return undefined
  }
  const { settings, bodyStart } = front
  const values = settings && checkSettings(frontMatter, settings, reportInvalid)
  const clearance = values && checkClearance(values.clearance, markings, settings, reportInvalid)
  if (!values || !clearance) return undefined
  reportUnknownOmissions(values.omits, settings, reportInvalid)
  const { page, citations, locators, on_request: onRequest, ...rest } = values
  reportFieldNames(Object.keys(values.fields), settings, reportInvalid)
  if (citations !== undefined && locators !== undefined)
    reportInvalid(settings.place(['locators']), '`citations` says already what `locators` does', 'remove it')
  return {
    ...rest,
    onRequest,
    citations: citations ?? (locators === false ? 'numbers' : 'dense'),
    name,
    template,
    bodyStart,
    clearance,
    fields: new Map(Object.entries(values.fields)),
    page: { ...page, margins: inPoints(page.margins) },
  }
}

/** What a template leaves out on purpose must be something that a brief can hold. */
function reportUnknownOmissions(
  omits: readonly string[],
  settings: SettingsData,
  report: SettingsReport,
): void {
  const known = itemFields()
  for (const [index, name] of omits.entries())
    if (!known.includes(name))
      report(settings.place(['omits', index]), `no item has a field \`${name}\``, didYouMean(name, known))
}

function itemFields(): string[] {
  const brief = shapeAt([])
  const lists = brief?.kind === 'fields' ? [...brief.entries.keys()] : []
  return lists.flatMap(list => {
    const item = shapeAt([list, 0])
    return item?.kind === 'fields' ? [...item.entries.keys()].map(field => `${list}.${field}`) : []
  })
}

function checkClearance(
  value: string | readonly string[],
  markings: MarkingSchemes,
  { place }: SettingsData,
  fault: SettingsReport,
): readonly Marking[] | undefined {
  const labels = typeof value === 'string' ? [value] : value
  if (labels.length === 0)
    fault(place(['clearance']), '`clearance` names no label', 'give at least one label')
  const { clearance, problems } = readClearance(labels, markings, false)
  for (const { index, message, hint } of problems)
    fault(place(typeof value === 'string' ? ['clearance'] : ['clearance', index]), message, hint)
  return labels.length > 0 && problems.length === 0 ? clearance : undefined
}

function inPoints(margins: Margins): Margins {
  return {
    top: margins.top * POINTS_PER_MILLIMETRE,
    right: margins.right * POINTS_PER_MILLIMETRE,
    bottom: margins.bottom * POINTS_PER_MILLIMETRE,
    left: margins.left * POINTS_PER_MILLIMETRE,
  }
}
