import { type Brief, listedAudiences } from '../brief/index.js'
import type { Report } from '../diagnostics/index.js'
import type { Evidence } from '../evidence/index.js'
import { isTlpMarking, isWithinClearance } from './classification.js'
import type { Audience, Edition, EditionData, Item, MarkedItem } from './edition.js'
import { briefLanguage, briefLanguagePlace } from './languages.js'
import { ProseText, Verbatim } from './prose-text.js'
import type { EditionReader, RecipientData } from './reader.js'
import { resolveReferences } from './references.js'
import { type ItemSelection, itemPath, itemsOfList, selectItems } from './select-items.js'
import { type EditionContext, templateValue } from './template-value.js'

/**
 * Chooses what one audience sees of a brief, in its wordings. What is above the clearance is gone from here on,
 * with everything that cannot be said without it. Items `leftOut` by their paths, such as `key_facts[3]`, are not
 * shown either. The words are those for the `reader`, in a language of `languagesOf`. Reports a brief that is above the
 * clearance as a whole.
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
  if (isAboveClearance(brief, audience)) {
    report(
      'brief-above-clearance',
      brief.place(['classification']),
      `the brief is \`${whole}\`, above \`${audience.clearance}\`, the clearance of \`${audience.name}\``,
      'mark the brief lower and single items higher, or leave the audience out of `audiences`',
    )
    return undefined
  }
  const choice = selectItems(brief, audience, leftOut, report)
  const asked = new Set<string>()
  const { recipient, lang = briefLanguage(brief) } = reader
  const to = { brief, evidence, audience, lang, sources: choice.sources, recipient, asked }
  const langPlace = briefLanguagePlace(brief, lang)
  const data = dataOf(brief, choice, to)
  return {
    brief: nameOf(brief),
    audience,
    lang,
    ...(langPlace && { langPlace }),
    classification: whole,
    data,
    markings: markingsOf(brief, choice),
    items: shownItems(brief, choice),
    recipientFields: [...asked].sort(),
  }
}

/** Whether an audience may see nothing of a brief; markings of other schemes than TLP are left to the author. */
export function isAboveClearance(brief: Brief, audience: Audience): boolean {
  const whole = brief.data.classification
  return (
    whole !== undefined &&
    isTlpMarking(whole) &&
    isTlpMarking(audience.clearance) &&
    !isWithinClearance(whole, audience.clearance)
  )
}

function dataOf(brief: Brief, choice: ItemSelection, to: EditionContext): EditionData {
  const fields: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(brief.data)) {
    if (field === 'audiences' || field === 'classification') continue
    const items = itemsOfList(brief.data, field)
    fields[field] =
      choice.lists.get(field)?.map(index => templateValue(items[index], [field, index], to)) ??
      templateValue(value, [field], to)
  }
  const { name, title, description } = to.audience
  return {
    ...fields,
    ...titleOf(brief, fields.title, to),
    ...resolveReferences(brief, choice, to),
    audience: { name, title, description },
    ...(to.recipient && { recipient: recipientView(to.recipient) }),
  }
}

/** What templates see of a recipient: words to be printed to the letter, findings about which lead to the row. */
function recipientView({ fields, place }: RecipientData): EditionData {
  const held = Object.entries(fields).filter(([, value]) => value !== null)
  return Object.fromEntries(
    held.map(([name, value]) => [name, typeof value === 'string' ? new Verbatim(value, place) : value]),
  )
}

/** The title that the brief gives to this edition alone, unless only the brief's own is in the edition's language. */
function titleOf(brief: Brief, own: unknown, to: EditionContext): EditionData {
  const listed = listedAudiences(brief.data)
  const index = listed.findIndex(entry => entry.audience === to.audience.name)
  const { title } = listed[index] ?? {}
  if (title === undefined) return {}
  const ofEdition = templateValue(title, ['audiences', index, 'title'], to)
  return isUntranslated(ofEdition) && !isUntranslated(own) ? {} : { title: ofEdition }
}

const isUntranslated = (value: unknown) => value instanceof ProseText && value.untranslated !== undefined

/** An actor who is not listed may still be named by a quotation or a stake. */
function markingsOf(brief: Brief, choice: ItemSelection): MarkedItem[] {
  const marked: MarkedItem[] = []
  const actors = brief.data.actors ?? []
  const named = [...actors.keys()].filter(index => choice.actors.has(actors[index]?.id ?? ''))
  for (const [field, indices] of new Map([...choice.lists, ['actors', named]])) {
    for (const index of indices) {
      const marking = itemsOfList(brief.data, field)[index]?.classification
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
          priority: itemsOfList(brief.data, field)[index]?.priority ?? 'should',
          place: brief.place([field, index]),
        })),
  )
}

/** The name of the YAML file, without folder and ending. */
function nameOf(brief: Brief): string {
  return (brief.file.path.split('/').at(-1) ?? '').replace(/\.ya?ml$/, '')
}
