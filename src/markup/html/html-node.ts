import type { Place } from '../../diagnostics/index.js'
import type { ElementName } from './vocabulary.js'

/** A run of text from one place. */
export interface HtmlText {
  readonly name: undefined
  readonly text: string
  readonly place: Place
  readonly fromBrief: boolean
}

export interface HtmlAttribute {
  readonly value: string
  readonly place: Place
}

/** An element of the closed HTML, all of whose attributes it may have. */
export interface HtmlElement {
  readonly name: ElementName
  readonly attributes: ReadonlyMap<string, HtmlAttribute>
  /** The start tag. */
  readonly place: Place
  readonly children: readonly HtmlNode[]
}

export type HtmlNode = HtmlText | HtmlElement

/** The value of an attribute, or nothing. */
export function attributeOf(element: HtmlElement, attribute: string): string | undefined {
  return element.attributes.get(attribute)?.value
}

/** Where an attribute's value stands, or the element where it lacks the attribute. */
export function attributePlace(element: HtmlElement, attribute: string): Place {
  return element.attributes.get(attribute)?.place ?? element.place
}

/** Whether nothing would be printed of a node: white space between elements. */
export function isWhitespace(node: HtmlNode): boolean {
  return node.name === undefined && /^[ \t\r\n\f]*$/.test(node.text)
}
