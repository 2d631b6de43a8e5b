import { type Brief, type BriefData, type Prose, parseWordingKey } from '../brief/index.js'
import type { Proof } from '../evidence/index.js'
import type { Choice } from './choose.js'
import { akin, ownLanguage } from './languages.js'
import { type Presentation, present } from './present.js'
import { Text } from './text.js'

type Quote = NonNullable<BriefData['quotes']>[number]
type View = Readonly<Record<string, unknown>>

/** The lists of an edition in which ids stand, with the actors and sources in their place, and proofs at the quotes. */
export function resolveReferences(brief: Brief, choice: Choice, to: Presentation): Record<string, unknown> {
  const { data } = brief
  const viewOf = (field: string, items: readonly { readonly id: string }[], known: ReadonlySet<string>) =>
    new Map(
      items.flatMap((item, index): [string, View][] =>
        known.has(item.id) ? [[item.id, present(item, [field, index], to) as View]] : [],
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
      return { ...(present(stake, ['stakes', index], to) as View), who }
    })
  if (data.quotes)
    lists.quotes = itemsOf('quotes').map(index => {
      const quote = data.quotes?.[index]
      const view = present(quote, ['quotes', index], to) as View
      return {
        ...view,
        ...(quote && spokenIn(quote, view, to)),
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
function spokenIn(quote: Quote, { translation }: View, to: Presentation): View {
  const own = ownLanguage(to.brief)
  const isOwn = isAkin(to.lang, own)
  const spoken = quote.lang ?? own
  const into = translation instanceof Text ? (translation.untranslated?.lang ?? to.lang) : to.lang
  const isRead = isAkin(to.lang, spoken) || isAkin(into, spoken)
  const isIdle = isRead && (!isOwn || hasLanguages(quote.translation, to.brief))
  return {
    ...((quote.lang !== undefined || !isOwn) && { lang: spoken }),
    ...(isIdle && { translation: undefined }),
  }
}

const isAkin = (a: string, b: string) => akin(a, [b]) !== undefined

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

function proofView(proof: Proof | undefined): View {
  const proved = proof !== undefined && ['verified', 'abridged', 'locked'].includes(proof.verdict)
  return {
    verdict: proof?.verdict ?? 'unproved',
    paragraph: proved ? proof.paragraph : undefined,
    abridged: proved && proof.abridged,
    unverified: !proved,
  }
}
