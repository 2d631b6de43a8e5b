import MarkdownIt from 'markdown-it'
import {
  bareCrossReferences,
  type CitationGroup,
  type CrossReference,
  findBareAddresses,
  findCitationGroups,
  findNoteCalls,
  type NoteCall,
} from '../../brief/index.js'
import { present } from '../../diagnostics/index.js'

/** A token of inline Markdown; a list of them is in reading order. */
export type InlineMarkdownToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'open' | 'close'; readonly element: 'strong' | 'em' }
  /** `bare`: an address in the text, which is no fault if it cannot be a link. */
  | { readonly kind: 'link-open'; readonly href: string; readonly bare: boolean }
  | { readonly kind: 'link-close' }
  | { readonly kind: 'citations'; readonly group: CitationGroup }
  /** Those that stand in one pair of brackets, or one without any. */
  | { readonly kind: 'references'; readonly references: readonly CrossReference[] }
  /** Calls the note of a label: `[^1]`. */
  | { readonly kind: 'note-call'; readonly label: string }

/**
 * Reads inline Markdown: emphasis, links, addresses, line breaks, backslash escapes, citations, cross-references and calls of notes. Everything else is kept as typed:
 * HTML, entities, pictures, code, and straight quotation marks, since quotations must be exact.
 */
export function parseInlineMarkdown(markdown: string): InlineMarkdownToken[] {
  const source = bracketAddresses(markdown)
  if (source === '') return []
  if (!MARKUP.test(source)) return [{ kind: 'text', text: source.replace(WWW, '') }]
  const [inline] = parser.parseInline(source, {})
  return present(inline?.children, 'tokens of inline Markdown').flatMap(toMarkdownToken)
}

/** Characters of the texts that are kept. */
const MAX_CHARACTERS = 1_000_000

/** Inline Markdown as it was read: audiences, recipients and trials of one brief print the same texts again and again. */
export class ReadMarkdown {
  readonly #known = new Map<string, readonly InlineMarkdownToken[]>()
  #characters = 0

  /** As `parseInlineMarkdown`. */
  tokensOf(markdown: string): readonly InlineMarkdownToken[] {
    const known = this.#known.get(markdown)
    if (known) return known
    const tokens = parseInlineMarkdown(markdown)
    this.#characters += markdown.length
    if (this.#characters > MAX_CHARACTERS) {
      this.#known.clear()
      this.#characters = markdown.length
    }
    this.#known.set(markdown, tokens)
    return tokens
  }
}

/** What any rule of the parser below begins with, and what it normalizes. */
const MARKUP = /[\n\r\0\\*_[<]|@\{?(?:tbl|fig|sec|box|annex):/i

/** Makes links of the addresses of the web and of mail that stand in a text. */
function bracketAddresses(markdown: string): string {
  const pieces: string[] = []
  let done = 0
  for (const { start, end } of findBareAddresses(markdown)) {
    const address = markdown.slice(start, end)
    pieces.push(markdown.slice(done, start), `<${/^www\./i.test(address) ? WWW : ''}${address}>`)
    done = end
  }
  return pieces.join('') + markdown.slice(done)
}

/** An address without a scheme is given one, which is not printed. */
const WWW = 'https://\u0094'

/** Encodes the characters of an address that addresses cannot contain. */
export const normalizeHref = (href: string): string => normalizeLink(href)

type InlineState = Parameters<Parameters<typeof parser.inline.ruler.before>[2]>[0]
type MarkdownItToken = ReturnType<typeof parser.parseInline>[number]

const parser = new MarkdownIt('zero', { html: false, linkify: false, typographer: false, maxNesting: 100 })
const { normalizeLink } = parser
parser.enable(['newline', 'escape', 'emphasis', 'link', 'autolink', 'balance_pairs', 'fragments_join'], true)
/** Links are checked where they are printed, so that an unsafe one is reported rather than printed as text. */
parser.validateLink = () => true
/** An address may still contain placeholders. */
parser.normalizeLink = href => href
parser.normalizeLinkText = words => words
/** No space stands before a raised mark, nor the end of a line of the author's text. */
function dropSpaceBefore(state: InlineState): void {
  state.pending = state.pending.trimEnd()
  if (state.pending !== '' || state.tokens.at(-1)?.type !== 'softbreak') return
  state.tokens.pop()
  state.tokens_meta.pop()
}

parser.inline.ruler.before('link', 'citation', (state, silent) => {
  if (state.src[state.pos] !== '[') return false
  state.env.groups ??= new Map(findCitationGroups(state.src).map(group => [group.range.start, group]))
  const group = (state.env.groups as ReadonlyMap<number, CitationGroup>).get(state.pos)
  if (!group) return false
  if (!silent) {
    if (group.references.length > 0) state.push('references', '', 0).meta = { references: group.references }
    else dropSpaceBefore(state)
    if (group.citations.length + group.errors.length > 0) state.push('citation', '', 0).meta = { group }
  }
  state.pos = group.range.end
  return true
})
parser.inline.ruler.before('link', 'reference', (state, silent) => {
  const mark = state.src[state.pos]
  if (mark !== '@' && mark !== '-') return false
  state.env.crossReferences ??= new Map(bareCrossReferences(state.src).map(one => [one.range.start, one]))
  const reference = (state.env.crossReferences as ReadonlyMap<number, CrossReference>).get(state.pos)
  if (!reference) return false
  if (!silent) state.push('references', '', 0).meta = { references: [reference] }
  state.pos = reference.range.end
  return true
})

/** A picture within a line is text, and no link with a mark before it. */
parser.inline.ruler.before('link', 'picture', (state, silent) => {
  if (!state.src.startsWith('![', state.pos)) return false
  if (!silent) state.pending += '!['
  state.pos += 2
  return true
})
parser.inline.ruler.before('link', 'note-call', (state, silent) => {
  if (state.src[state.pos] !== '[' || state.src[state.pos + 1] !== '^') return false
  state.env.notes ??= new Map(findNoteCalls(state.src).map(call => [call.start, call]))
  const call = (state.env.notes as ReadonlyMap<number, NoteCall>).get(state.pos)
  if (!call) return false
  if (!silent) {
    dropSpaceBefore(state)
    state.push('note-call', '', 0).meta = { label: call.label }
  }
  state.pos = call.end
  return true
})

function toMarkdownToken(token: MarkdownItToken): InlineMarkdownToken[] {
  switch (token.type) {
    case 'text':
    case 'text_special':
      return token.content === '' ? [] : [{ kind: 'text', text: token.content.replace(WWW, '') }]
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
    case 'link_open': {
      const href = String(present(token.attrGet('href'), 'address of a link')).replace(WWW, 'https://')
      return [{ kind: 'link-open', href, bare: token.info === 'auto' }]
    }
    case 'link_close':
      return [{ kind: 'link-close' }]
    case 'note-call':
      return [{ kind: 'note-call', label: String(token.meta?.label) }]
    case 'references':
      return [{ kind: 'references', references: token.meta?.references as readonly CrossReference[] }]
    case 'citation':
      return [{ kind: 'citations', group: token.meta?.group as CitationGroup }]
    default:
      throw new Error(`inline Markdown without a meaning: ${token.type}`)
  }
}
