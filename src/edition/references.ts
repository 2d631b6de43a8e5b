import { type Brief, type BriefData, type FieldPath, type Prose, parseWordingKey } from '../brief/index.js'
import { type Place, present } from '../diagnostics/index.js'
import { type Evidence, isProved, type Proof } from '../evidence/index.js'
import { fieldAt, fieldPlace, nameOfField } from './field-place.js'
import { briefLanguage, findSameLanguage } from './languages.js'

import { withPortionMark } from './portion-marks.js'

import {
  atPlace,
  isPlacedValue,
  PlainValue,
  ProseText,
  SourceCitation,
  SourceCitations,
  Verbatim,
} from './prose-text.js'

import { type ItemSelection, itemPath } from './select-items.js'

import { type EditionContext, itemValue, templateValue } from './template-value.js'

type Quote = NonNullable<BriefData['quotes']>[number]
type TemplateFields = Readonly<Record<string, unknown>>

/** The lists of an edition that contain ids, with the actors and sources in their place and a proof for each quote. */
export function resolveReferences(
  brief: Brief,
  selection: ItemSelection,
  context: EditionContext,
): Record<string, unknown> {
  const { data } = brief
  const viewsOf = (field: string, items: readonly { readonly id: string }[], visible: ReadonlySet<string>) =>
    new Map(
      items.flatMap((item, index): [string, TemplateFields][] =>
        visible.has(item.id) ? [[item.id, fieldsOf(item, [field, index], context)]] : [],
      ),
    )
  const actors = viewsOf('actors', data.actors ?? [], selection.actors)
  const sources = viewsOf('sources', data.sources ?? [], selection.sources)
  const selected = <Item>(field: string, items: readonly Item[]): [Item, number][] =>
    present(selection.lists.get(field), `list ${field}`).map(index => [
      present(items[index], itemPath(field, index)),
      index,
    ])

  const lists: Record<string, unknown> = {}
  if (data.actors)
    lists.actors = selected('actors', data.actors).map(([{ id, support, classification }, index]) => ({
      ...withPortionMark(actors.get(id) ?? {}, 'actors', classification, brief),
      stance: stanceOf(support, fieldPlace(brief, ['actors', index, 'support'])),
    }))
  if (data.stakes)
    lists.stakes = selected('stakes', data.stakes).map(([stake, index]) => {
      const who = stake.who ?? []
      for (const [at, id] of who.entries()) context.withheld.addActor(id, ['stakes', index, 'who', at])
      return {
        ...itemValue(stake, 'stakes', index, context),
        who: viewsOfIds(who, actors, ['stakes', index, 'who']),
      }
    })
  if (data.quotes)
    lists.quotes = selected('quotes', data.quotes).map(([quote, index]) => {
      const fields = itemValue(quote, 'quotes', index, context)
      const speakers = viewsOfIds(quote.speaker ?? [], actors, ['quotes', index, 'speaker'])
      const found = viewsOfIds(quote.source, sources, ['quotes', index, 'source']).map(view => ({
        ...view,
        proof: proofView(proofInSource(context.evidence, index, view)),
      }))
      return {
        ...fields,
        ...quotationLanguage(quote, fields, index, context),
        speaker: speakTogether(speakers, context),
        speakers,
        source: found[0],
        sources: found,
        proof: proofView(context.evidence.ofQuote(index)),
      }
    })
  return lists
}

/**
 * The items that a field at `path` refers to, each of whose values knows that it is seen through that field. Speakers are
 * named as one.
 */
function viewsOfIds(
  ids: readonly string[],
  views: ReadonlyMap<string, TemplateFields>,
  path: FieldPath,
): TemplateFields[] {
  const isAsOne = path[2] === 'speaker' || ids.length === 1
  return ids.flatMap((id, index) => {
    const view = views.get(id)
    return view ? [seenThrough(nameOfField(isAsOne ? path : [...path, index]), view)] : []
  })
}

/** What stands for an item where another refers to it. */
function seenThrough(via: string, view: TemplateFields): TemplateFields {
  return Object.fromEntries(
    Object.entries(view).map(([key, value]) => {
      if (Array.isArray(value)) return [key, value.map(entry => withVia(entry, via))]
      if (!(value instanceof SourceCitations)) return [key, withVia(value, via)]
      const list = value.list.map(({ source, locator, place }) => {
        const at = fieldAt(place)
        const seen = at ? { ...at, via } : place
        return new SourceCitation(source, locator, seen)
      })
      return [key, new SourceCitations(list)]
    }),
  )
}

function withVia(value: unknown, via: string): unknown {
  const at = isPlacedValue(value) ? fieldAt(value.place) : undefined
  return isPlacedValue(value) && at ? atPlace(value, { ...at, via }) : value
}

function proofInSource(
  { proofs, ofQuote }: Evidence,
  index: number,
  { id }: TemplateFields,
): Proof | undefined {
  const isOfQuote = ({ path }: Proof) => path[0] === 'quotes' && path[1] === index && path[2] === 'text'
  return proofs.find(proof => isOfQuote(proof) && proof.source === id) ?? ofQuote(index)
}

/** Several speakers as one, whose name is all of theirs; they have no office together. */
function speakTogether(
  speakers: readonly TemplateFields[],
  { lang }: EditionContext,
): TemplateFields | undefined {
  const names = speakers.flatMap(({ name }) => (name instanceof Verbatim ? [name] : []))
  const [first] = names
  if (speakers.length < 2 || !first) return speakers[0]
  const list = new Intl.ListFormat(lang, { type: 'conjunction' }).format(names.map(({ text }) => text))
  return { name: new Verbatim(list, first.place) }
}

function fieldsOf(item: object, path: FieldPath, context: EditionContext): TemplateFields {
  return templateValue(item, path, context) as TemplateFields
}

/**
 * A quotation without a language is in that of the brief, which is added where the edition is in another. A translation
 * is dropped for readers of the language spoken, and where it is in that language itself; in an edition in the brief's
 * own language, only if it has wordings by language.
 */
function quotationLanguage(
  quote: Quote,
  { translation }: TemplateFields,
  index: number,
  context: EditionContext,
): TemplateFields {
  const own = briefLanguage(context.brief)
  const isOwn = isSameLanguage(context.lang, own)
  const spoken = quote.lang ?? own
  const into =
    translation instanceof ProseText ? (translation.untranslated?.lang ?? context.lang) : context.lang
  const isRead = isSameLanguage(context.lang, spoken) || isSameLanguage(into, spoken)
  if (quote.translation !== undefined && translation === undefined && !isSameLanguage(context.lang, spoken))
    context.withheld.addUntranslated(['quotes', index, 'translation'], context.lang)
  const isUnneeded = isRead && (!isOwn || hasLanguages(quote.translation, context.brief))
  return {
    ...((quote.lang !== undefined || !isOwn) && { lang: spoken }),
    ...(isUnneeded && { translation: undefined, translated_by: undefined }),
  }
}

const isSameLanguage = (a: string, b: string) => findSameLanguage(a, [b]) !== undefined

function hasLanguages(prose: Prose | undefined, { knownAudiences }: Brief): boolean {
  const keys = typeof prose === 'object' ? Object.keys(prose) : []
  return keys.some(key => parseWordingKey(key, knownAudiences)?.lang !== undefined)
}

/** The side of the question that an actor's support (-2 to 2) puts it on. */
function stanceOf(support: number | undefined, place: Place): PlainValue | undefined {
  if (support === undefined) return undefined
  return new PlainValue(support === 0 ? 'neutral' : support > 0 ? 'for' : 'against', place)
}

/** The paragraph is the source's own number where it has one; as counted, where it declares no numbering. */
function placeView({ place, paragraph }: Proof): TemplateFields {
  if (!place) return { paragraph }
  return { place, paragraph: place.find(({ kind }) => kind === 'paragraph')?.number }
}

function proofView(proof: Proof | undefined): TemplateFields {
  const proved = proof !== undefined && isProved(proof)
  return {
    verdict: proof?.verdict ?? 'unproved',
    words: proof?.verdict ?? 'unproved',
    speech: proof?.speech,
    speaker: proof?.speaker,
    unconfirmed: proved && proof.speaker === 'unknown',
    ...(proved && placeView(proof)),
    abridged: proved && proof.abridged,
    unverified: !proved,
  }
}
