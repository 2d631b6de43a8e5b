import { present } from '../../diagnostics/index.js'
import {
  attributeOf,
  attributePlace,
  type HtmlElement,
  type HtmlNode,
  type HtmlText,
  isWhitespace,
} from '../html/html-node.js'
import { isSafeLink } from '../html/safe-html.js'
import { elementDefinition } from '../html/vocabulary.js'
import { fillPattern } from '../locale/locale.js'
import { normalizeHref } from '../prose/inline-markdown.js'
import type { BlockContext } from './block-context.js'
import { type Inline, type InlineText, type Note, type Reference, separatedTexts } from './inlines.js'

/** Builds inline content; white space collapses as in HTML, across elements. */
export function buildInlines(nodes: readonly HtmlNode[], parent: string, context: BlockContext): Inline[] {
  const line = new InlineBuilder(parent, context)
  return separateReferences(
    trimTrailingSpace(line.inlines(nodes)),
    context.locale.label('list_separator') ?? '; ',
  )
}

export function isInline(node: HtmlNode): boolean {
  return node.name === undefined || elementDefinition(node.name)?.category === 'inline'
}

/** White space that is more, or other, than a single space. */
const LOOSE_SPACE = / {2}|[\t\r\n\f]/

class InlineBuilder {
  /** Whether white space at this point would collapse, after other white space or at the beginning of a line. */
  #collapses = true

  constructor(
    readonly parent: string,
    readonly context: BlockContext,
  ) {}

  inlines(nodes: readonly HtmlNode[]): Inline[] {
    const built = nodes.flatMap(node => {
      if (node.name === undefined) return this.#text(node)
      if (isInline(node)) return this.#element(node)
      this.context.reportMisplaced(node, this.parent)
      return []
    })
    return built.some(({ kind }) => kind === 'note') ? trimBefore('note', built) : built
  }

  #text({ text, place, isFromBrief }: HtmlText): InlineText[] {
    let collapsed = LOOSE_SPACE.test(text) ? text.replace(/[ \t\r\n\f]+/g, ' ') : text
    if (this.#collapses && collapsed.startsWith(' ')) collapsed = collapsed.slice(1)
    if (collapsed === '') return []
    this.#collapses = collapsed.endsWith(' ')
    return isFromBrief ? [{ kind: 'text', text: collapsed, place }] : separatedTexts(collapsed, place)
  }

  #element(element: HtmlElement): Inline[] {
    const { name, place } = element
    if (name === 'source-ref') return this.#reference(element)
    if (name === 'br') {
      this.#collapses = true
      return [{ kind: 'break', place }]
    }
    if (name === 'note') return this.#note(element)
    const children =
      name === 'a' || name === 'sup'
        ? this.context.withoutNotes(name, () => this.inlines(element.children))
        : this.inlines(element.children)
    if (children.length === 0) return []
    if (name === 'strong') return [{ kind: 'strong', children, place }]
    if (name === 'em') return [{ kind: 'emphasis', children, place }]
    if (name === 'sup') return [{ kind: 'superscript', children, place }]
    if (name === 'a') return this.#link(element, children)
    const [style, lang] = [attributeOf(element, 'class'), attributeOf(element, 'lang')]
    return [{ kind: 'span', style, lang, children, place }]
  }

  #link(element: HtmlElement, children: Inline[]): Inline[] {
    const href = attributeOf(element, 'href')?.trim() ?? ''
    const place = attributePlace(element, 'href')
    if (href.startsWith('#')) this.context.addAnchor(href.slice(1), place)
    else if (!isSafeLink(href)) {
      this.context.report('unsafe-link', place, `a link leads to \`${href}\``)
      return children
    }
    const encoded = href.startsWith('#') ? href : normalizeHref(href)
    return [{ kind: 'link', href: encoded, children, place: element.place }]
  }

  /** A note is a line of its own, and its call stands beside the word before it. */
  #note(element: HtmlElement): Note[] {
    if (!this.context.mayCallNote(element)) return []
    const children = this.context.withoutNotes('note', () =>
      buildInlines(element.children, 'note', this.context),
    )
    if (children.length === 0) return []
    this.#collapses = false
    return [{ kind: 'note', label: this.context.nextNoteLabel(), children, place: element.place }]
  }

  #reference(element: HtmlElement): Reference[] {
    const source = present(attributeOf(element, 'to'), 'source of a reference')
    const reference = this.context.referTo(source)
    if (!reference) return []
    if (!element.children.every(isWhitespace))
      this.context.report('misplaced-element', element.place, '`source-ref` has nothing inside')
    this.#collapses = false
    const superscript = attributeOf(element, 'class') !== 'inline'
    const label = this.#label(element, reference.number, superscript)
    return [{ kind: 'reference', source, ...reference, label, superscript, place: element.place }]
  }

  #label(element: HtmlElement, number: number, isSuperscript: boolean): string {
    const locator = attributeOf(element, 'locator')
    const prefix = attributeOf(element, 'prefix')
    if (isSuperscript) return superscriptLabel(number, this.context.locators ? locator : undefined, prefix)
    const { source, source_at } = this.context.locale.citations
    const label =
      locator === undefined ? fillPattern(source, { number }) : fillPattern(source_at, { number, locator })
    return prefix === undefined ? label : `${prefix} ${label}`
  }
}

/** What is raised in running text to lead elsewhere. */
type Call = Reference | Note

const PARAGRAPH_WORD =
  /^(?:paragraph(?:s|en)?|paragraphes?|párrafos?|absatz|absätze|paras?|párrs?|par|abs)\.?\s*(?=\d)/iu

/** The number of a source with its locator, in which a word for paragraph is replaced by `¶`. */
function superscriptLabel(number: number, locator: string | undefined, prefix: string | undefined): string {
  const before = prefix === undefined ? '' : `${prefix} `
  const after = locator === undefined ? '' : ` ${locator.replace(PARAGRAPH_WORD, '¶')}`
  return `${before}${number}${after}`
}

/** Removes white space at the end of inline content and before a line break. */
function trimTrailingSpace(inlines: readonly Inline[]): Inline[] {
  const trimmed = trimBefore('break', inlines)
  while (trimmed.length > 0) {
    const last = trimmed.pop()
    const kept = last ? trimInlineEnd(last) : []
    trimmed.push(...kept)
    if (kept.length > 0) break
  }
  return trimmed
}

function trimBefore(kind: 'break' | 'note', inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline, index) =>
    inlines[index + 1]?.kind === kind ? trimInlineEnd(inline) : [inline],
  )
}

/**
 * Separates adjacent references and calls of notes, which would read as one, by a comma, or by a semicolon if one has more
 * than a number. Of references that say the same, one is kept.
 */
function separateReferences(inlines: readonly Inline[], semicolon: string): Inline[] {
  const joined: Inline[] = []
  let run: Call[] = []
  const endRun = () => {
    let last: Call | undefined
    for (const call of withoutRepeats(run)) {
      if (last) joined.push(separator(last, call, semicolon))
      joined.push(call)
      last = call
    }
    run = []
  }
  for (const inline of inlines.map(inline => separateReferencesInside(inline, semicolon))) {
    if (inline.kind === 'note' || (inline.kind === 'reference' && inline.superscript)) run.push(inline)
    else {
      endRun()
      joined.push(inline)
    }
  }
  endRun()
  return joined
}

/** A number alone says nothing beside the same number with a place. What is kept takes over the link back to its source. */
function withoutRepeats(run: readonly Call[]): Call[] {
  const references = run.filter(call => call.kind === 'reference')
  const kept: Call[] = []
  for (const reference of run) {
    if (reference.kind === 'note') {
      kept.push(reference)
      continue
    }
    const { label, number } = reference
    const isSaid = kept.some(other => other.label === label)
    const isImplied =
      label === String(number) &&
      references.some(other => other.label.startsWith(`${number} `) && other !== reference)
    if (!isSaid && !isImplied) kept.push(reference)
  }
  const first = new Set(references.filter(reference => reference.first).map(({ number }) => number))
  return kept.map(call => (call.kind === 'note' ? call : { ...call, first: first.delete(call.number) }))
}

function separator(one: Call, other: Call, semicolon: string): Inline {
  const isShort = ({ kind, label }: Call) => kind === 'note' || /^\d+$/.test(label)
  const text = isShort(one) && isShort(other) ? ',' : semicolon
  const { place } = other
  return { kind: 'superscript', children: [{ kind: 'text', text, place }], place }
}

function trimInlineEnd(inline: Inline): Inline[] {
  if (inline.kind === 'text') {
    const text = inline.text.replace(/ +$/, '')
    return text === '' ? [] : [{ ...inline, text }]
  }
  if (!('children' in inline)) return [inline]
  const children = trimTrailingSpace(inline.children)
  return children.length === 0 ? [] : [{ ...inline, children }]
}

function separateReferencesInside(inline: Inline, semicolon: string): Inline {
  return 'children' in inline
    ? { ...inline, children: separateReferences(inline.children, semicolon) }
    : inline
}
