import type { XmlElement } from './parse-xml.js'
import { SvgFault } from './parse-xml.js'
import { fontDeclarations, fontSize } from './text/font-properties.js'

/** What an element is painted with, its own declarations over those that it inherits (SVG 2, 6). */
export type SvgStyle = ReadonlyMap<string, string>

/** Properties that elements inherit; of all others, those that are read. */
const INHERITED = [
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-linecap'],
  ...['stroke-linejoin', 'stroke-miterlimit', 'stroke-dasharray', 'stroke-dashoffset', 'color', 'visibility'],
  ...['clip-rule', 'font-family', 'font-size', 'font-style', 'font-weight', 'font-variant', 'text-anchor'],
  ...['letter-spacing', 'word-spacing', 'dominant-baseline', 'direction', 'writing-mode', 'text-transform'],
  ...['white-space', 'xml:space'],
]
const OWN = [
  ...['opacity', 'display', 'clip-path', 'mask', 'filter', 'stop-color', 'stop-opacity'],
  ...['text-decoration', 'baseline-shift', 'alignment-baseline'],
]
const KNOWN: ReadonlySet<string> = new Set([...INHERITED, ...OWN])

/** Rules of a style sheet, later ones over those before. */
export type SvgRules = readonly {
  readonly selector: string
  readonly declarations: ReadonlyMap<string, string>
}[]

/** Reads the style sheets of a drawing: rules for elements, classes and ids by themselves, as drawing programs write them. */
export function styleRules(root: XmlElement): SvgRules {
  const sheets: XmlElement[] = []
  const search = (element: XmlElement): void => {
    if (element.name === 'style') sheets.push(element)
    else for (const child of element.children) search(child)
  }
  search(root)
  return sheets.flatMap(({ text, line }) => rulesOf(text, line))
}

function rulesOf(text: string, line: number): SvgRules {
  const css = text.replace(/\/\*[\s\S]*?\*\//g, '')
  const at = /@[\w-]+/.exec(css)?.[0]
  if (at) throw new SvgFault(`whose style sheet has \`${at}\``, line, INLINE)
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', body = '']) =>
    selectors.split(',').map(selector => {
      if (!/^\s*[.#]?[\w-]+\s*$/.test(selector))
        throw new SvgFault(
          `whose style sheet has the selector \`${selector.trim().slice(0, 30)}\``,
          line,
          INLINE,
        )
      return { selector: selector.trim(), declarations: declarationsOf(body) }
    }),
  )
}

const INLINE = 'save it with its styles as attributes'

const declarationsOf = (body: string): Map<string, string> =>
  new Map(
    body.split(';').flatMap((declaration): [string, string][] => {
      const colon = declaration.indexOf(':')
      const name = declaration.slice(0, Math.max(0, colon)).trim()
      const value = declaration
        .slice(colon + 1)
        .replace(/!important/, '')
        .trim()
      if (name === 'font') return fontDeclarations(value)
      return KNOWN.has(name) ? [[name, value]] : []
    }),
  )

/** The style of an element within one of `parent`: its attributes, over them the rules for it, over all its `style`. */
export function styleOf({ name, attributes, line }: XmlElement, parent: SvgStyle, rules: SvgRules): SvgStyle {
  const style = new Map([...parent].filter(([property]) => INHERITED.includes(property)))
  const set = (property: string, value: string | undefined) => {
    if (value === 'inherit') {
      const inherited = parent.get(property)
      if (inherited !== undefined) style.set(property, inherited)
    } else if (value !== undefined) style.set(property, value)
  }
  for (const property of KNOWN) set(property, attributes.get(property))
  const classes = (attributes.get('class') ?? '').split(/\s+/).map(each => `.${each}`)

  for (const own of [[name], classes, [`#${attributes.get('id') ?? ''}`]])
    for (const { selector, declarations } of rules)
      if (own.includes(selector)) for (const [property, value] of declarations) set(property, value)
  for (const [property, value] of declarationsOf(attributes.get('style') ?? '')) set(property, value)
  const size = style.get('font-size')
  if (size !== undefined && size !== parent.get('font-size'))
    style.set('font-size', String(fontSize(size, fontSizeOf(parent), line)))
  return style
}

/** The size of its text in units of the drawing. */
export const fontSizeOf = (style: SvgStyle): number => Number(style.get('font-size') ?? DEFAULT_FONT_SIZE)

/** What browsers call `medium`. */
const DEFAULT_FONT_SIZE = 16
