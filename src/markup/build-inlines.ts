import type { Inline, Reference, Word } from './blocks.js'
import type { Building } from './building.js'
import {
  attributeOf,
  attributePlace,
  type ElementNode,
  type HtmlNode,
  isBlank,
  type TextNode,
} from './element.js'
import { isSafeLink } from './links.js'
import { fill } from './locale.js'
import { joinReferences, trimEnd } from './tidy-inlines.js'
import { elementNamed } from './vocabulary.js'

/** Builds what stands within a line; white space collapses as in HTML, across elements. */
export function inlinesOf(nodes: readonly HtmlNode[], parent: string, building: Building): Inline[] {
  const line = new LineBuilder(parent, building)
  return joinReferences(trimEnd(line.inlines(nodes)))
}

export function isInline(node: HtmlNode): boolean {
  return node.name === undefined || elementNamed(node.name)?.role === 'inline'
}

class LineBuilder {
  /** Whether white space would follow white space, or begin the line. */
  #space = true

  constructor(
    readonly parent: string,
    readonly building: Building,
  ) {}

  inlines(nodes: readonly HtmlNode[]): Inline[] {
    return nodes.flatMap(node => {
      if (node.name === undefined) return this.#word(node)
      if (isInline(node)) return this.#element(node)
      this.building.misplaced(node, this.parent)
      return []
    })
  }

  #word({ text, place }: TextNode): Word[] {
    let collapsed = text.replace(/[ \t\r\n\f]+/g, ' ')
    if (this.#space && collapsed.startsWith(' ')) collapsed = collapsed.slice(1)
    if (collapsed === '') return []
    this.#space = collapsed.endsWith(' ')
    return [{ kind: 'text', text: collapsed, place }]
  }

  #element(element: ElementNode): Inline[] {
    const { name, place } = element
    if (name === 'source-ref') return this.#reference(element)
    if (name === 'br') {
      this.#space = true
      return [{ kind: 'break', place }]
    }
    const children = this.inlines(element.children)
    if (children.length === 0) return []
    if (name === 'strong') return [{ kind: 'strong', children, place }]
    if (name === 'em') return [{ kind: 'emphasis', children, place }]
    if (name === 'sup') return [{ kind: 'superscript', children, place }]
    if (name === 'a') return this.#link(element, children)
    return [
      {
        kind: 'span',
        style: attributeOf(element, 'class'),
        lang: attributeOf(element, 'lang'),
        children,
        place,
      },
    ]
  }

  #link(element: ElementNode, children: Inline[]): Inline[] {
    const href = attributeOf(element, 'href')?.trim() ?? ''
    const place = attributePlace(element, 'href')
    if (href.startsWith('#')) this.building.rememberAnchor(href.slice(1), place)
    else if (!isSafeLink(href)) {
      this.building.report('unsafe-link', place, `a link leads to \`${href}\``)
      return children
    }
    return [{ kind: 'link', href, children, place: element.place }]
  }

  #reference(element: ElementNode): Reference[] {
    const source = attributeOf(element, 'to') ?? ''
    const mention = this.building.mention(source)
    if (!mention) return []
    if (!element.children.every(isBlank))
      this.building.report('misplaced-element', element.place, '`source-ref` has nothing inside')
    this.#space = false
    const raised = attributeOf(element, 'class') !== 'inline'
    const label = this.#label(element, mention.number, raised)
    return [{ kind: 'reference', source, ...mention, label, raised, place: element.place }]
  }

  #label(element: ElementNode, number: number, raised: boolean): string {
    const { source, source_at } = this.building.locale.citations
    const locator = attributeOf(element, 'locator')
    if (raised)
      return raisedLabel(number, this.building.locators ? locator : undefined, attributeOf(element, 'prefix'))
    const label = fill(locator === undefined ? source : source_at, { number, locator: locator ?? '' })
    const prefix = attributeOf(element, 'prefix')
    return prefix === undefined ? label : `${prefix} ${label}`
  }
}

const PARAGRAPH =
  /^(?:paragraph(?:s|en)?|paragraphes?|párrafos?|absatz|absätze|paras?|párrs?|par|abs)\.?\s*(?=\d)/iu

/** A superior number, with the paragraph in the one character that is understood in any language. */
function raisedLabel(number: number, locator: string | undefined, prefix: string | undefined): string {
  const place = locator === undefined ? '' : ` ${locator.replace(PARAGRAPH, '¶')}`
  return `${prefix === undefined ? '' : `${prefix} `}${number}${place}`
}
