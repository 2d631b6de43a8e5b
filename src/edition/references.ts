import type { Brief } from '../brief/index.js'
import type { Proof } from '../evidence/index.js'
import type { Choice } from './choose.js'
import { type Presentation, present } from './present.js'

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
      return {
        ...(present(quote, ['quotes', index], to) as View),
        speaker: actors.get(quote?.speaker ?? ''),
        source: sources.get(quote?.source ?? ''),
        proof: proofView(to.evidence.ofQuote(index)),
      }
    })
  return lists
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
