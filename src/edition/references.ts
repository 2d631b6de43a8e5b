import { type Brief, type BriefData, type FieldPath, type Prose, parseWordingKey } from '../brief/index.js'
import { present } from '../diagnostics/index.js'
import { isProved, type Proof } from '../evidence/index.js'
import { briefLanguage, findSameLanguage } from './languages.js'
import { ProseText, Verbatim } from './prose-text.js'
import { type ItemSelection, itemPath } from './select-items.js'
import { type EditionContext, templateValue } from './template-value.js'

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
    lists.actors = selected('actors', data.actors).map(([{ id, support }]) => ({
      ...actors.get(id),
      stance: stanceOf(support),
    }))
  if (data.stakes)
    lists.stakes = selected('stakes', data.stakes).map(([stake, index]) => ({
      ...fieldsOf(stake, ['stakes', index], context),
      who: (stake.who ?? []).flatMap((id, at) => {
        context.withheld.addActor(id, ['stakes', index, 'who', at])
        return actors.get(id) ?? []
      }),
    }))
  if (data.quotes)
    lists.quotes = selected('quotes', data.quotes).map(([quote, index]) => {
      const fields = fieldsOf(quote, ['quotes', index], context)
      const speakers = viewsOfIds(quote.speaker ?? [], actors)
      return {
        ...fields,
        ...quotationLanguage(quote, fields, context),
        speaker: speakTogether(speakers, context),
        speakers,
        source: viewsOfIds(quote.source, sources)[0],
        sources: viewsOfIds(quote.source, sources),
        proof: proofView(context.evidence.ofQuote(index)),
      }
    })
  return lists
}

function viewsOfIds(ids: readonly string[], views: ReadonlyMap<string, TemplateFields>): TemplateFields[] {
  return ids.map(id => views.get(id)).filter(view => view !== undefined)
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
  context: EditionContext,
): TemplateFields {
  const own = briefLanguage(context.brief)
  const isOwn = isSameLanguage(context.lang, own)
  const spoken = quote.lang ?? own
  const into =
    translation instanceof ProseText ? (translation.untranslated?.lang ?? context.lang) : context.lang
  const isRead = isSameLanguage(context.lang, spoken) || isSameLanguage(into, spoken)
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
function stanceOf(support: number | undefined): 'for' | 'against' | 'neutral' | undefined {
  if (support === undefined) return undefined
  if (support === 0) return 'neutral'
  return support > 0 ? 'for' : 'against'
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
