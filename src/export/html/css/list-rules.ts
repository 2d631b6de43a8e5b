import type { DefinitionSettings, ListSettings, StyleSheet } from '../../../typeset/index.js'
import type { UsedStyles } from '../used-styles.js'
import { cssRule, cssString, rem } from './css-rule.js'
import { borderValue, type CssContext, spaceDeclarations, textDeclarations } from './style-declarations.js'

/** The rules of lists and of terms with their definitions, as far as a page has them. */
export function listRules(used: UsedStyles, context: CssContext): string {
  const { sheet } = context
  return Object.keys(sheet.theme.styles)
    .filter(key => used.has(key))
    .map(key => {
      const [element, style] = key.split('.')
      if (element === 'ul' || element === 'ol')
        return listRule(element, style, sheet.withClass(element, style), context)
      if (element === 'dl') return definitionRule(style, sheet.withClass('dl', style), context)
      return element === 'source-list' ? sourceRules(sheet, context) : ''
    })
    .join('')
}

/** A marker of the theme's own stands at the edge, where a list of HTML has its own only beside the words. */
function listRule(
  element: 'ul' | 'ol',
  style: string | undefined,
  settings: ListSettings,
  context: CssContext,
): string {
  const { gap = 0, indent = 0, marker, marker_colour } = settings
  const selector = style === undefined ? element : `${element}.${style}`
  const colour = marker_colour && `color:${context.colours.named(marker_colour)}`
  const isNumbered = element === 'ol' && marker === undefined
  const words = marker ? cssString(marker) : undefined
  return [
    cssRule(
      selector,
      ...textDeclarations(settings, context),
      spaceDeclarations(settings),
      `padding-inline-start:${rem(indent)}`,
      `list-style:${isNumbered ? 'decimal' : 'none'}`,
    ),
    cssRule(`${selector}>li`, `margin-block:${rem(gap)}`, 'position:relative'),
    isNumbered
      ? cssRule(`${selector}>li::marker`, colour, 'font-variant-numeric:tabular-nums')
      : words
        ? cssRule(
            `${selector}>li::before`,
            `content:${words}`,
            `content:${words} / ""`,
            'position:absolute',
            `inset-inline-start:-${rem(indent)}`,
            colour,
          )
        : cssRule(`${selector}>li::before`, 'content:none'),
  ].join('')
}

/** Rem from the edge of a rail to its line. */
const RAIL = 0.9

function definitionRule(
  style: string | undefined,
  settings: DefinitionSettings,
  context: CssContext,
): string {
  const { arrangement = 'above', gap = 0, indent = 0, line, term = {}, term_width = 0.2 } = settings
  const { colours } = context
  const selector = `dl.${arrangement}${style === undefined ? ':not([class*=" "])' : `.${style}`}`
  const share = `${Math.round(term_width * 1000) / 10}%`
  const dot = term.colour ? colours.named(term.colour) : 'currentColor'
  const rules = [
    cssRule(selector, ...textDeclarations(settings, context), spaceDeclarations(settings)),
    cssRule(`${selector}>div>dt`, ...textDeclarations(term, context)),
  ]
  if (arrangement === 'above')
    rules.push(
      cssRule(`${selector}>div`, `margin-block:${rem(gap)}`),
      cssRule(`${selector}>div>dd`, `margin-inline-start:${rem(indent)}`),
    )
  if (arrangement === 'run-in')
    rules.push(
      cssRule(`${selector}>div`, `margin-block:${rem(gap)}`),
      cssRule(`${selector}>div>dt,${selector}>div>dd,${selector}>div>dd>p:first-child`, 'display:inline'),
      cssRule(`${selector}>div>dt`, 'margin-inline-end:.6em'),
    )
  if (arrangement === 'column')
    rules.push(
      cssRule(
        `${selector}>div`,
        `grid-template-columns:minmax(6rem,${share}) minmax(0,1fr)`,
        `padding-block:${rem(gap)}`,
      ),
      line ? cssRule(`${selector}>div+div`, `border-block-start:${borderValue(line, 'hair', context)}`) : '',
    )
  if (arrangement === 'rail')
    rules.push(
      cssRule(`${selector}>div`, `grid-template-columns:minmax(5.5rem,${share}) minmax(0,1fr)`),
      cssRule(
        `${selector}>div>dt`,
        'text-align:end',
        `padding-inline-end:${rem(RAIL)}`,
        `padding-block-end:${rem(gap)}`,
      ),
      cssRule(`${selector}>div:last-child>*`, 'padding-block-end:0'),
      cssRule(
        `${selector}>div>dd`,
        'position:relative',
        line && `border-inline-start:${borderValue(line, 'thin', context)}`,
        `padding-block-end:${rem(gap)}`,
        `padding-inline-start:${rem(RAIL)}`,
      ),
      cssRule(
        `${selector}>div>dd::before`,
        'content:""',
        'position:absolute',
        'inset-inline-start:calc(-.2rem - .5px)',
        'top:.5lh',
        'width:.4rem;height:.4rem',
        'margin-top:-.2rem',
        'border-radius:50%',
        `background:${dot}`,
      ),
    )
  return rules.join('')
}

function sourceRules(sheet: StyleSheet, context: CssContext): string {
  const settings = sheet.style('source-list')
  const { gap = 0, indent = 0, marker_colour } = settings
  return [
    cssRule('.sources', ...textDeclarations(settings, context), spaceDeclarations(settings)),
    cssRule('ol.sources', `padding-inline-start:${rem(indent)}`, 'list-style:none'),
    cssRule('.sources>li,.sources>p', `margin-block:${rem(gap)}`),
    cssRule('.sources>li', 'position:relative'),
    cssRule(
      '.label-of',
      'position:absolute',
      `inset-inline-start:-${rem(indent)}`,
      `width:${rem(indent)}`,
      'min-width:24px;min-height:24px',
      'padding-inline-end:.45rem',
      'text-align:end',
      'font-variant-numeric:tabular-nums',
      'text-decoration:none',
      marker_colour && `color:${context.colours.named(marker_colour)}`,
    ),
  ].join('')
}
