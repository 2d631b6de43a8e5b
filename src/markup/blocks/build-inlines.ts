import { TARGET_PREFIXES } from '../../brief/index.js'
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
import { REFERENCE_FORMS } from '../prose/cross-references.js'
import { normalizeHref } from '../prose/inline-markdown.js'
import { endsSentence } from '../prose/print-cross-reference.js'
import { arrangeReferences } from './arrange-references.js'
import type { BlockContext } from './block-context.js'
import { type Inline, type InlineText, type Note, type Reference, separatedTexts } from './inlines.js'

/** Builds inline content; white space collapses as in HTML, across elements. */
export function buildInlines(nodes: readonly HtmlNode[], parent: string, context: BlockContext): Inline[] {
  const line = new InlineBuilder(parent, context)
  return arrangeReferences(
    trimTrailingSpace(line.inlines(nodes)),
    context.referenceWords,
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
  /** The words before this point, which tell whether a sentence begins here. */
  #before = ''
  #isInLink = false

  constructor(
    readonly parent: string,
    readonly context: BlockContext,
  ) {}

  inlines(nodes: readonly HtmlNode[]): Inline[] {
    let built: Inline[] = []
    for (const node of nodes) {
      if (node.name === undefined) built.push(...this.#text(node))
      else if (!isInline(node)) this.context.reportMisplaced(node, this.parent)
      else {
        const inlines = this.#element(node)
        const isSilent = node.name === 'source-ref' && inlines.length === 0
        if (isSilent && attributeOf(node, 'class') === 'inline') built = this.#withoutSeparator(built)
        built.push(...inlines)
      }
    }
    return built.some(({ kind }) => kind === 'note') ? trimBefore('note', built) : built
  }

  #text({ text, place, isFromBrief }: HtmlText): InlineText[] {
    let collapsed = LOOSE_SPACE.test(text) ? text.replace(/[ \t\r\n\f]+/g, ' ') : text
    if (this.#collapses && collapsed.startsWith(' ')) collapsed = collapsed.slice(1)
    if (collapsed === '') return []
    this.#collapses = collapsed.endsWith(' ')
    this.#before += collapsed
    return isFromBrief ? [{ kind: 'text', text: collapsed, place }] : separatedTexts(collapsed, place)
  }

  #element(element: HtmlElement): Inline[] {
    const { name, place } = element
    if (name === 'source-ref') return this.#reference(element)
    if (name === 'ref') return this.#crossReference(element)
    if (name === 'br') {
      this.#collapses = true
      this.#before = ''
      return [{ kind: 'break', place }]
    }
    if (name === 'note') return this.#note(element)
    this.#isInLink ||= name === 'a'
    const children =
      name === 'a' || name === 'sup'
        ? this.context.withoutNotes(name, () => this.inlines(element.children))
        : this.inlines(element.children)
    if (name === 'a') this.#isInLink = false
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

  /** Words that lead to what they name; within a link, and to what is not printed, words alone. */
  #crossReference(element: HtmlElement): Inline[] {
    const { crossReferences, report, locale, column } = this.context
    const to = attributeOf(element, 'to') ?? ''
    const written = attributeOf(element, 'form')
    const form = REFERENCE_FORMS.find(each => each === written)
    if (written !== undefined && form === undefined)
      this.context.reportInvalidAttribute(element, 'form', '`number`, `plural`, or leave it out')
    if (!element.children.every(isWhitespace))
      report('misplaced-element', element.place, '`ref` has nothing inside')
    const words = crossReferences.wordsFor(to, form ?? 'words', endsSentence(this.#before), {
      locale,
      column,
    })
    if (!words) {
      const known = Object.keys(TARGET_PREFIXES).map(prefix => `\`${prefix}:\``)
      this.context.reportInvalidAttribute(element, 'to', `a name that begins with ${known.join(', ')}`)
      return []
    }
    const { text, leadsTo } = words
    if (leadsTo === undefined) crossReferences.reportMissing(to, element.place, report)
    this.#collapses = false
    this.#before += text
    const { place } = element
    const children: Inline[] = [{ kind: 'text', text, place }]
    return leadsTo === undefined || this.#isInLink
      ? children
      : [{ kind: 'link', href: `#${leadsTo}`, whole: !leadsTo.startsWith('sec:'), children, place }]
  }

  #reference(element: HtmlElement): Reference[] {
    const source = present(attributeOf(element, 'to'), 'source of a reference')
    const words = this.context.referenceWords
    const reference = this.context.referTo(source)
    if (!reference) return []
    if (!element.children.every(isWhitespace))
      this.context.report('misplaced-element', element.place, '`source-ref` has nothing inside')
    if (words.areSilent) return []
    this.#collapses = false
    const locator = attributeOf(element, 'locator')
    const content = {
      ...reference,
      places: words.placesIn(locator),
      prefix: attributeOf(element, 'prefix'),
      superscript: attributeOf(element, 'class') !== 'inline',
    }
    const label = content.superscript ? words.raised(content) : words.inline(content, locator)
    const spoken = words.spoken(content)
    return [
      {
        kind: 'reference',
        source,
        ...content,
        label,
        spoken,
        quiet: words.style === 'end',
        place: element.place,
      },
    ]
  }

  /** Where a reference on the baseline prints nothing, the mark before it parts nothing either. */
  #withoutSeparator(inlines: readonly Inline[]): Inline[] {
    const last = inlines.at(-1)
    if (last?.kind !== 'text' || !/[·|,;:–—\s]\s*$/u.test(last.text)) return [...inlines]
    const text = last.text.replace(/\s*[·|,;:–—]?\s*$/u, '')
    this.#collapses = false
    const rest = inlines.slice(0, -1)
    return text === '' ? trimTrailingSpace(rest) : [...rest, { ...last, text }]
  }
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

function trimInlineEnd(inline: Inline): Inline[] {
  if (inline.kind === 'text') {
    const text = inline.text.replace(/ +$/, '')
    return text === '' ? [] : [{ ...inline, text }]
  }
  if (!('children' in inline)) return [inline]
  const children = trimTrailingSpace(inline.children)
  return children.length === 0 ? [] : [{ ...inline, children }]
}
