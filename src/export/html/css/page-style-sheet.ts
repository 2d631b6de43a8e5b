import { present } from '../../../diagnostics/index.js'
import { type DocumentStyle, faceFor } from '../../../typeset/index.js'
import { quotedFamily } from '../../pictures/index.js'
import type { HtmlContext } from '../html-context.js'
import { MIDDLE_WIDTH } from '../html-figures.js'
import { PAGE_GROUND, type PageColours } from '../page-colours.js'
import { pageWidths } from '../page-widths.js'
import { blockRules } from './block-rules.js'
import { cssRule } from './css-rule.js'
import { darkColours } from './dark-colours.js'
import { inlineRules } from './inline-rules.js'
import { listRules } from './list-rules.js'
import { printRules } from './print-rules.js'
import { layoutRules, widthRules } from './screen-rules.js'
import { tableRules } from './table-rules.js'

/** The style sheet of a page: its theme, as far as the page uses it, on screens of any width, light or dark, and on paper. */
export function pageStyleSheet(
  { document, style, sheet, used }: Pick<HtmlContext, 'document' | 'style' | 'sheet' | 'used'>,
  colours: PageColours,
): string {
  const context = { sheet, colours }
  const widths = pageWidths(style)
  const rules = [
    layoutRules(widths, context),
    blockRules(used, context),
    listRules(used, context),
    tableRules(used, context),
    inlineRules(used, context),
    used.declared.map(rule => `${rule}\n`).join(''),
    widthRules(widths, MIDDLE_WIDTH, context),
    printRules(document, style, colours),
    FORCED_COLOURS,
  ]
  return `\n${families(style)}${colourRules(colours)}${rules.join('')}`
}

/** What a frame or a ground says with colours alone is said with lines where a reader forces colours; figures keep theirs. */
const FORCED_COLOURS = `@media (forced-colors:active){
:is(.aside,section.box,.notice,.marking,.tag,.unverified){border:1px solid}
svg{forced-color-adjust:none;background:var(--ground)}
}
`

/** The families of the theme, those where it looks for what they lack, and what every machine has. */
function families({ theme, fonts }: DocumentStyle): string {
  const stackOf = (family: string) => {
    const { serif } = present(
      faceFor(fonts, { family, bold: false, italics: false }),
      'face of a family',
    ).metrics
    const own = [family, ...theme.families.fallback].map(quotedFamily)
    return [...new Set(own), ...(serif ? SERIFS : SANS_SERIFS)].join(',')
  }
  const { body, heading } = theme.families
  const figure = theme.styles.figure.family === 'body' ? body : heading
  return cssRule(
    ':root',
    `--body-family:${stackOf(body)}`,
    `--heading-family:${stackOf(heading)}`,
    `--figure-family:${stackOf(figure)}`,
  )
}

const SERIFS = ['Charter', "'Bitstream Charter'", 'Cambria', 'Georgia', 'serif']
const SANS_SERIFS = ['system-ui', "'Segoe UI'", 'Roboto', "'Helvetica Neue'", 'Arial', 'sans-serif']

function colourRules(colours: PageColours): string {
  const { used } = colours
  const dark = darkColours([...new Set(used.values())], PAGE_GROUND)
  const declared = (value: (hex: string) => string) =>
    [...used].map(([name, hex]) => `--${name}:${value(hex)}`)
  return [
    cssRule(':root', 'color-scheme:light dark', ...declared(hex => hex)),
    `@media screen and (prefers-color-scheme:dark){\n${cssRule(':root', ...declared(hex => dark.get(hex) ?? hex))}img{background:#ffffff}\n}\n`,
  ].join('')
}
