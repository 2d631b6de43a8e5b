import { escapeMarkup } from '../pictures/index.js'

/** Attributes in their order; those without a value are left out. */
export type TagAttributes = Readonly<Record<string, string | number | undefined>>

/** An element with content that is markup already. */
export const tag = (name: string, attributes: TagAttributes, content: string): string =>
  `${openTag(name, attributes)}${content}</${name}>`

/** An element that has no content and no end. */
export const openTag = (name: string, attributes: TagAttributes = {}): string =>
  `<${name}${Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeMarkup(String(value))}"`]))
    .join('')}>`

/** The classes of an element; undefined for none. */
export function classes(...names: readonly (string | undefined | false)[]): string | undefined {
  const given = names.filter(name => name !== undefined && name !== false && name !== '')
  return given.length > 0 ? given.join(' ') : undefined
}
