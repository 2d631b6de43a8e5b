import type { Place } from '../../diagnostics/index.js'
import type { ElementName } from './vocabulary.js'

/** Text from one place. */
export interface HtmlText {
  readonly name: undefined
  readonly text: string
  readonly place: Place
  readonly isFromBrief: boolean
}

export interface HtmlAttribute {
  readonly value: string
  readonly place: Place
  /** The places in the brief that words of its value come from. */
  readonly fromBrief: readonly Place[]
}

/** An element of the closed HTML, with only those attributes that it may have. */
export interface HtmlElement {
  readonly name: ElementName
  readonly attributes: ReadonlyMap<string, HtmlAttribute>
  /** The place of the start tag. */
  readonly place: Place
  readonly children: readonly HtmlNode[]
}

export type HtmlNode = HtmlText | HtmlElement

export function attributeOf(element: HtmlElement, attribute: string): string | undefined {
  return element.attributes.get(attribute)?.value
}

/** The place of an attribute's value, or of the element if it lacks the attribute. */
export function attributePlace(element: HtmlElement, attribute: string): Place {
  return element.attributes.get(attribute)?.place ?? element.place
}

/** Whether a node is white space between elements, of which nothing is printed. */
export function isWhitespace(node: HtmlNode): boolean {
  return node.name === undefined && /^[ \t\r\n\f]*$/.test(node.text)
}
