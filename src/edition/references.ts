import { type Brief, type BriefData, type Prose, parseWordingKey } from '../brief/index.js'
import type { Proof } from '../evidence/index.js'
import { briefLanguage, findSameLanguage } from './languages.js'
import { ProseText } from './prose-text.js'
import type { ItemSelection } from './select-items.js'
import { type EditionContext, templateValue } from './template-value.js'

type Quote = NonNullable<BriefData['quotes']>[number]
type TemplateFields = Readonly<Record<string, unknown>>

/** The lists of an edition in which ids stand, with the actors and sources in their place, and proofs at the quotes. */
export function resolveReferences(
  brief: Brief,
  choice: ItemSelection,
  to: EditionContext,
): Record<string, unknown> {
  const { data } = brief
  const viewOf = (field: string, items: readonly { readonly id: string }[], known: ReadonlySet<string>) =>
    new Map(
      items.flatMap((item, index): [string, TemplateFields][] =>
        known.has(item.id) ? [[item.id, templateValue(item, [field, index], to) as TemplateFields]] : [],
      ),
    )
  const actors = viewOf('actors', data.actors ?? [], choice.actors)
  const sources = viewOf('sources', data.sources ?? [], choice.sources)
  const itemsOf = (field: string) => choice.lists.get(field) ?? []

  const lists: Record<string, unknown> = {}
  if (data.actors)
    lists.actors = itemsOf('actors').map(index => {
      const actor = data.actors?.[index]
      return { ...actors.get(actor?.id ?? ''), stance: stanceOf(actor?.support) }
    })
  if (data.stakes)
    lists.stakes = itemsOf('stakes').map(index => {
      const stake = data.stakes?.[index]
      const who = (stake?.who ?? []).flatMap(id => actors.get(id) ?? [])
      return { ...(templateValue(stake, ['stakes', index], to) as TemplateFields), who }
    })
  if (data.quotes)
    lists.quotes = itemsOf('quotes').map(index => {
      const quote = data.quotes?.[index]
      const view = templateValue(quote, ['quotes', index], to) as TemplateFields
      return {
        ...view,
        ...(quote && quotationLanguage(quote, view, to)),
        speaker: actors.get(quote?.speaker ?? ''),
        source: sources.get(quote?.source ?? ''),
        proof: proofView(to.evidence.ofQuote(index)),
      }
    })
  return lists
}

/**
 * A quotation that does not say its language is in that of the brief, and has to where the edition is in another. Nobody
 * needs a translation of what they can read, nor one into what was spoken; one without languages is left to its author.
 */
function quotationLanguage(
  quote: Quote,
  { translation }: TemplateFields,
  to: EditionContext,
): TemplateFields {
  const own = briefLanguage(to.brief)
  const isOwn = isSameLanguage(to.lang, own)
  const spoken = quote.lang ?? own
  const into = translation instanceof ProseText ? (translation.untranslated?.lang ?? to.lang) : to.lang
  const isRead = isSameLanguage(to.lang, spoken) || isSameLanguage(into, spoken)
  const isIdle = isRead && (!isOwn || hasLanguages(quote.translation, to.brief))
  return {
    ...((quote.lang !== undefined || !isOwn) && { lang: spoken }),
    ...(isIdle && { translation: undefined }),
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

function proofView(proof: Proof | undefined): TemplateFields {
  const proved = proof !== undefined && ['verified', 'abridged', 'locked'].includes(proof.verdict)
  return {
    verdict: proof?.verdict ?? 'unproved',
    paragraph: proved ? proof.paragraph : undefined,
    abridged: proved && proof.abridged,
    unverified: !proved,
  }
}
