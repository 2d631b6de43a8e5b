import { type Brief, type FieldPath, listedAudiences } from '../brief/index.js'
import { present, type Report } from '../diagnostics/index.js'
import type { Evidence } from '../evidence/index.js'
import type { WordingContext } from './choose-wording.js'
import { clearanceInWords, compareClassification } from './classification.js'
import { Counterparts } from './counterparts.js'
import { customData, lacksCustomFields } from './custom-data.js'
import { DataTables, tableOfBrief, tableView } from './data-tables.js'
import type {
  Audience,
  Edition,
  EditionBeside,
  EditionData,
  EditionReader,
  Item,
  MarkedItem,
  RecipientData,
} from './edition.js'
import { withoutHiddenCharts } from './hidden-charts.js'
import { nameOfHouse } from './house-identity.js'
import { briefLanguage, briefLanguagePlace } from './languages.js'
import { languagesBeside } from './languages-beside.js'
import { leaveOutNamings, textsWithin } from './leave-out-namings.js'
import type { ListItem } from './may-see.js'
import { withMarkOfWhole } from './portion-marks.js'
import { ProseText, Verbatim } from './prose-text.js'
import { resolveReferences } from './references.js'
import { type ItemSelection, itemPath, itemsOfList, priorityOf, selectItems } from './select-items.js'
import { type EditionContext, fieldKey, itemValue, templateValue } from './template-value.js'
import { WithheldReferences } from './withheld.js'

/**
 * Selects what one audience sees of a brief, in its wordings. What is above the clearance is removed here, with
 * everything that cannot be said without it, as are the items `leftOut` by their paths, such as `key_facts[3]`. The
 * wordings are those for the `reader`, in one of the brief's languages. Reports a brief that is above the clearance as
 * a whole.
 */
export function selectEdition(
  brief: Brief,
  evidence: Evidence,
  audience: Audience,
  report: Report,
  leftOut: ReadonlySet<string> = new Set(),
  reader: EditionReader = {},
): Edition | undefined {
  const whole = brief.data.classification
  if (!maySeeBrief(brief, audience)) {
    reportAboveClearance(brief, audience, report)
    return undefined
  }
  if (lacksCustomFields(brief, audience, report)) return undefined
  const { recipient, lang = briefLanguage(brief) } = reader
  const languages = languagesBeside(brief, audience, lang)
  const wording = { brief, audience, lang, besides: [...languages.values()] }
  const selected = selectItems(brief, audience, leftOut, report)
  const withheld = new WithheldReferences(brief, audience, selected.hidden)
  if (reportNamingTitle(withheld, wording, report)) return undefined
  const { selection, leftOutFields } = leaveOutNamings(selected, wording, withheld, report)
  const recipientFields = new Set<string>()
  const { sources } = selection
  const context = { ...wording, evidence, sources, recipient, recipientFields, withheld, leftOutFields }
  const shown = withoutHiddenCharts(selection, new DataTables(context), context, report)
  const data = dataOf(brief, shown, context)
  const editionOf = (own: string, said: EditionData, besides: Edition['besides']): Edition => {
    const langPlace = briefLanguagePlace(brief, own)
    return {
      brief: nameOf(brief),
      audience,
      lang: own,
      besides,
      ...(langPlace && { langPlace }),
      schemes: brief.markings,
      classification: whole,
      data: said,
      tables: new DataTables({ ...context, lang: own }),
      markings: markingsOf(brief, shown),
      items: shownItems(brief, shown),
      recipientFields: [...recipientFields].sort(),
      withheld: withheld.all,
    }
  }
  const besides = [...languages].map(([tag, own]): [string, EditionBeside] => {
    const said = dataOf(brief, shown, { ...context, lang: own })
    return [tag, { ...editionOf(own, said, new Map()), counterparts: new Counterparts(data, said) }]
  })
  return editionOf(lang, data, new Map(besides))
}

/** The same edition for a recipient, where none of its texts has fields of one to fill in; undefined where any has. */
export function addressEdition(edition: Edition, recipient: RecipientData): Edition | undefined {
  if (edition.recipientFields.length > 0) return undefined
  const view = recipientView(recipient)
  const addressed = <Kind extends Edition>(one: Kind): Kind => ({
    ...one,
    data: { ...one.data, recipient: view },
  })
  const besides = [...edition.besides].map(([lang, other]) => [lang, addressed(other)] as const)
  return { ...addressed(edition), besides: new Map(besides) }
}

/** An edition cannot go without its title: one that names a hidden actor is not printed. */
function reportNamingTitle(withheld: WithheldReferences, wording: WordingContext, report: Report): boolean {
  const { brief, audience } = wording
  const listed = listedAudiences(brief.data)
  const index = listed.findIndex(entry => entry.audience === audience.name)
  const titles: [FieldPath, unknown][] = [
    [['title'], brief.data.title],
    [['audiences', index, 'title'], listed[index]?.title],
  ]
  for (const [path, title] of titles) {
    for (const { text, path: at } of textsWithin(title, path, wording)) {
      const found = withheld.findName(text, at)
      if (!found) continue
      const message = `the title names \`${found.name}\`, whom \`${audience.name}\` is not shown`
      report('title-names-hidden-actor', found.place, message, 'write another title for this audience')
      return true
    }
  }
  return false
}

/** Whether a brief as a whole is within the clearance of an audience. */
export function maySeeBrief({ data, markings }: Brief, audience: Audience): boolean {
  return compareClassification(data.classification, audience, markings) === 'within'
}

function reportAboveClearance(brief: Brief, audience: Audience, report: Report): void {
  const { classification = '' } = brief.data
  const { markings } = brief
  const isAbove = compareClassification(classification, audience, markings) === 'above'
  const clearance = clearanceInWords(audience, markings.find(classification), markings)
  report(
    'brief-above-clearance',
    brief.place(['classification']),
    `the brief is \`${classification}\`, which ${isAbove ? 'is above the clearance' : 'cannot be compared'}: ${clearance}`,
    isAbove
      ? 'mark the brief lower and single items higher, or leave the audience out of `audiences`'
      : `add to \`clearances\` of \`briefwright.yaml\` what \`${audience.name}\` may see, or leave the audience out of \`audiences\``,
  )
}

function dataOf(brief: Brief, selection: ItemSelection, context: EditionContext): EditionData {
  const fields: Record<string, unknown> = {}
  // Such a list keeps its place among the fields. Where sources are hidden, their citations are found in the order of the fields.
  const isResolvedBelow = (field: string) =>
    context.withheld.hidden.sources.size === 0 && RESOLVED_LISTS.has(field)
  for (const [field, value] of Object.entries(brief.data)) {
    if (field === 'audiences' || field === 'custom') continue
    if (context.leftOutFields.has(fieldKey([field]))) continue
    const items = itemsOfList(brief.data, field)
    fields[field] = isResolvedBelow(field)
      ? undefined
      : (selection.lists.get(field)?.map(index => shownItem(items[index], field, index, context)) ??
        withMarkOfWhole(templateValue(value, [field], context), field, brief))
  }
  const { name, title, description } = context.audience
  return {
    ...fields,
    ...titleOf(brief, fields.title, context),
    ...resolveReferences(brief, selection, context),
    ...houseView(brief, context),
    ...customOf(brief, context),
    audience: { name, title, description },
    ...(context.recipient && { recipient: recipientView(context.recipient) }),
  }
}

/** The house as templates see it, and its name in the place of the organisation that a brief does not name. */
function houseView({ data }: Brief, { audience, lang }: EditionContext): EditionData {
  if (!audience.house) return {}
  const { logo } = audience.house
  const organisation = nameOfHouse(audience.house, audience.name, lang)
  return {
    ...(data.organisation === undefined && organisation && { organisation }),
    house: { ...(organisation && { organisation }), ...(logo && { logo }) },
  }
}

function shownItem(item: ListItem | undefined, field: string, index: number, context: EditionContext) {
  const fields = itemValue(item, field, index, context)
  const table = field === 'tables' ? context.brief.data.tables?.[index] : undefined
  return table ? tableView(fields, tableOfBrief(table, index, context)) : fields
}

/** Values that the template does not declare are not looked at, as nothing of them can be printed. */
function customOf(brief: Brief, context: EditionContext): EditionData {
  const { custom } = brief.data
  if (custom === undefined || context.audience.fields.size === 0) return {}
  const declared = Object.fromEntries(
    Object.entries(custom).filter(([name]) => context.audience.fields.has(name)),
  )
  return { custom: customData(templateValue(declared, ['custom'], context), brief) }
}

/** Lists of which `resolveReferences` makes every item, with what it refers to. */
const RESOLVED_LISTS: ReadonlySet<string> = new Set(['stakes', 'quotes'])

/** A recipient as templates see it: texts are printed verbatim, and findings about them point to the row. */
function recipientView({ fields, place }: RecipientData): EditionData {
  const held = Object.entries(fields).filter(([, value]) => value !== null)
  return Object.fromEntries(
    held.map(([name, value]) => [name, typeof value === 'string' ? new Verbatim(value, place) : value]),
  )
}

/** The title that the brief sets for this edition alone, unless only the brief's own is in the edition's language. */
function titleOf(brief: Brief, own: unknown, context: EditionContext): EditionData {
  const listed = listedAudiences(brief.data)
  const index = listed.findIndex(entry => entry.audience === context.audience.name)
  const { title } = listed[index] ?? {}
  if (title === undefined) return {}
  const ofEdition = templateValue(title, ['audiences', index, 'title'], context)
  return isUntranslated(ofEdition) && !isUntranslated(own) ? {} : { title: ofEdition }
}

const isUntranslated = (value: unknown) => value instanceof ProseText && value.untranslated !== undefined

/** The marked items that an edition may show. An actor who is not listed may still be named by a quotation or a stake. */
function markingsOf(brief: Brief, selection: ItemSelection): MarkedItem[] {
  const marked: MarkedItem[] = []
  const actors = brief.data.actors ?? []
  const named = actors.flatMap(({ id }, index) => (selection.actors.has(id) ? [index] : []))
  for (const [field, indices] of new Map([...selection.lists, ['actors', named]])) {
    for (const index of indices) {
      const marking = itemOf(brief, field, index).classification
      if (marking !== undefined) marked.push({ marking, place: brief.place([field, index]) })
    }
  }
  return marked
}

function shownItems(brief: Brief, { lists }: ItemSelection): Item[] {
  return [...lists].flatMap(([field, indices]) =>
    field === 'sources'
      ? []
      : indices.map(index => ({
          path: itemPath(field, index),
          field,
          index,
          priority: priorityOf(itemOf(brief, field, index)),
          place: brief.place([field, index]),
        })),
  )
}

function itemOf(brief: Brief, field: string, index: number): ListItem {
  return present(itemsOfList(brief.data, field)[index], itemPath(field, index))
}

/** The name of the YAML file, without folder and ending. */
function nameOf(brief: Brief): string {
  return present(brief.file.path.split('/').at(-1), 'name of the file').replace(/\.ya?ml$/, '')
}
