import MarkdownIt from 'markdown-it'
import { type CitationGroup, findCitationGroups } from '../../brief/index.js'
import { present } from '../../diagnostics/index.js'

/** A token of inline Markdown; a list of them is in reading order. */
export type InlineMarkdownToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'open' | 'close'; readonly element: 'strong' | 'em' }
  | { readonly kind: 'link-open'; readonly href: string }
  | { readonly kind: 'link-close' }
  | { readonly kind: 'citations'; readonly group: CitationGroup }

/**
 * Reads inline Markdown: emphasis, links, line breaks, backslash escapes and citations. Everything else is kept as typed:
 * HTML, entities, pictures, code, and straight quotation marks, since quotations must be exact.
 */
export function parseInlineMarkdown(markdown: string): InlineMarkdownToken[] {
  const [inline] = parser.parseInline(markdown, {})
  return present(inline?.children, 'tokens of inline Markdown').flatMap(toMarkdownToken)
}

/** Encodes the characters of an address that addresses cannot contain. */
export const normalizeHref = (href: string): string => normalizeLink(href)

type MarkdownItToken = ReturnType<typeof parser.parseInline>[number]

const parser = new MarkdownIt('zero', { html: false, linkify: false, typographer: false, maxNesting: 100 })
const { normalizeLink } = parser
parser.enable(['newline', 'escape', 'emphasis', 'link', 'balance_pairs', 'fragments_join'], true)
/** Links are checked where they are printed, so that an unsafe one is reported rather than printed as text. */
parser.validateLink = () => true
/** An address may still contain placeholders. */
parser.normalizeLink = href => href
parser.inline.ruler.before('link', 'citation', (state, silent) => {
  if (state.src[state.pos] !== '[') return false
  state.env.groups ??= new Map(findCitationGroups(state.src).map(group => [group.range.start, group]))
  const group = (state.env.groups as ReadonlyMap<number, CitationGroup>).get(state.pos)
  if (!group) return false
  if (!silent) {
    state.pending = state.pending.trimEnd()
    state.push('citation', '', 0).meta = { group }
  }
  state.pos = group.range.end
  return true
})

function toMarkdownToken(token: MarkdownItToken): InlineMarkdownToken[] {
  switch (token.type) {
    case 'text':
    case 'text_special':
      return token.content === '' ? [] : [{ kind: 'text', text: token.content }]
    case 'softbreak':
      return [{ kind: 'text', text: '\n' }]
    case 'hardbreak':
      return [{ kind: 'break' }]
    case 'strong_open':
    case 'em_open':
      return [{ kind: 'open', element: token.tag === 'em' ? 'em' : 'strong' }]
    case 'strong_close':
    case 'em_close':
      return [{ kind: 'close', element: token.tag === 'em' ? 'em' : 'strong' }]
    case 'link_open':
      return [{ kind: 'link-open', href: String(present(token.attrGet('href'), 'address of a link')) }]
    case 'link_close':
      return [{ kind: 'link-close' }]
    case 'citation':
      return [{ kind: 'citations', group: token.meta?.group as CitationGroup }]
    default:
      throw new Error(`inline Markdown without a meaning: ${token.type}`)
  }
}
