import type { StyleName } from '../../../typeset/index.js'
import type { UsedStyles } from '../used-styles.js'
import { cssRule, rem } from './css-rule.js'
import {
  borderValue,
  boxDeclarations,
  type CssContext,
  spaceDeclarations,
  textDeclarations,
} from './style-declarations.js'

/** Settings of a style, any of which it may lack. */
type AnySettings = Parameters<typeof textDeclarations>[0] &
  Parameters<typeof boxDeclarations>[0] &
  Parameters<typeof spaceDeclarations>[0]

/** Where the style of an element goes in the page; its classes are classes there. */
const SELECTORS: Readonly<Record<string, string>> = {
  h1: '.h1',
  h2: '.h2',
  h3: '.h3',
  h4: '.h4',
  p: 'p',
  header: '.masthead',
  aside: '.aside',
  section: 'section',
  'signature-line': '.signature-line',
  blockquote: '.quotation',
  cite: '.cite',
  figure: '.figure',
  figcaption: '.figcaption',
}

/** Styles of their own kinds, which other rules are for. */
const OTHERS: readonly string[] = ['section.numbered', 'figure.logo', 'p']

/** The rules of paragraphs, headings, boxes, quotations and captions, as far as a page has them. */
export function blockRules(used: UsedStyles, context: CssContext): string {
  const { styles } = context.sheet.theme
  return Object.entries(styles as Record<string, AnySettings>)
    .flatMap(([key, settings]) => {
      const [element = '', style] = key.split('.')
      const selector = SELECTORS[element]
      if (selector === undefined || OTHERS.includes(key) || !used.has(key)) return []
      const isWhole = style === undefined || settings.before !== undefined || settings.after !== undefined
      const space = isWhole
        ? spaceDeclarations(context.sheet.withClass(element as StyleName, style) as AnySettings)
        : undefined
      const whole = style === undefined ? selector : `${selector}.${style}`
      // Who said something is not said in the type of what was said.
      const isQuotation = element === 'blockquote'
      const text = element === 'figure' ? [] : textDeclarations(settings, context)
      return [
        isQuotation ? cssRule(`${whole}>blockquote`, ...text) : '',
        cssRule(
          whole,
          ...(isQuotation ? [] : text),
          ...boxDeclarations(withInherited(element, style, settings, styles), context),
          space,
        ),
      ]
    })
    .concat(specialRules(used, context))
    .join('')
}

/** Padding is of the whole style, as what is around it is set by both of its sides. */
function withInherited(
  element: string,
  style: string | undefined,
  settings: AnySettings,
  styles: Readonly<Record<string, AnySettings>>,
): AnySettings {
  if (style === undefined) return settings
  const { padding_x, padding_y, fill } = { ...styles[element], ...settings }
  return { ...settings, padding_x, padding_y, fill }
}

function specialRules(used: UsedStyles, context: CssContext): string[] {
  const { sheet, colours } = context
  const { indent, marker_colour } = sheet.style('section.numbered')
  const hr = sheet.style('hr')
  const columns = sheet.style('columns')
  const logo = sheet.style('figure.logo')
  const contents = sheet.style('contents')
  return [
    cssRule('p', spaceDeclarations(sheet.style('p'))),
    used.has('section.numbered')
      ? cssRule('.numbered:not(section)', `padding-inline-start:${rem(indent)}`) +
        cssRule(
          '.number-of',
          'float:inline-start',
          `margin-inline-start:-${rem(indent)}`,
          marker_colour && `color:${colours.named(marker_colour)}`,
        ) +
        cssRule('.under-number', `margin-inline-start:${rem(indent)}`)
      : '',
    used.has('hr')
      ? cssRule(
          'hr',
          'border:0',
          hr.line && `border-block-start:${borderValue(hr.line, hr.line_weight, context)}`,
          spaceDeclarations(hr),
        )
      : '',
    used.has('columns')
      ? cssRule('.columns', 'display:grid', `gap:${rem(columns.gap ?? 0)}`, spaceDeclarations(columns))
      : '',
    used.has('figure.logo')
      ? cssRule('.figure.logo', spaceDeclarations(logo)) +
        cssRule('.figure.logo img', `height:${rem(logo.height)}`, 'width:auto', 'object-fit:contain')
      : '',
    used.has('contents')
      ? cssRule('.contents', ...textDeclarations(contents, context), spaceDeclarations(contents)) +
        cssRule('.contents ol ol', `padding-inline-start:${rem(contents.indent ?? 0)}`)
      : '',
  ]
}
