import type { Document } from '../../../markup/index.js'
import { type DocumentStyle, directionOf } from '../../../typeset/index.js'
import type { PageColours } from '../page-colours.js'
import { cssRule, cssString, round } from './css-rule.js'

/** Rows of a table that is not broken. */
const SHORT_TABLE = 12
/** Of the words that number pages. */
const PAGE_NUMBER = /(\{page\}|\{pages\})/

/** Pages as those of the PDF are, with its running head and foot, for those who print from their browser. */
export function printRules(
  { running, banners, lang }: Document,
  { page, typeSize }: DocumentStyle,
  colours: PageColours,
): string {
  const { width, height, margins } = page
  const [start, end] = directionOf(lang) === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const edges = [margins.top, margins.right, margins.bottom, margins.left].map(points => `${round(points)}pt`)
  const small = `font:${round(typeSize * 0.8)}pt var(--heading-family);color:${colours.named('muted')}`
  const joined = (parts: readonly string[]) => parts.filter(part => part !== '').join(' · ')
  const box = (place: string, content: string, look = small) =>
    content === '' ? '' : `@${place}{content:${content};${look}}`
  const marked = (edge: 'top' | 'bottom') => {
    const shown = banners.filter(({ position }) => position === edge || position === 'both')
    const texts = shown.map(({ text }) => text).join('  ')
    return shown.length === 0 ? '' : box(`${edge}-center`, cssString(texts), `${small};font-weight:700`)
  }
  const words = (text: string) => (text === '' ? '' : cssString(text))
  return [
    '@media print{\n',
    `@page{size:${round(width)}pt ${round(height)}pt;margin:${edges.join(' ')};`,
    box(`top-${start}`, words(joined([running.organisation, running.audience]))),
    box(`top-${end}`, words(running.title)),
    marked('top'),
    box(`bottom-${start}`, words(joined(running.notes))),
    marked('bottom'),
    box(`bottom-${end}`, numberOf(running.page_of)),
    '}\n',
    `@page :first{@top-${start}{content:none}@top-${end}{content:none}}\n`,
    cssRule('html', `font-size:${round(typeSize)}pt`),
    cssRule('body', 'padding:0'),
    '.skip{display:none}\n',
    ':is(h1,h2,h3,h4,h5,caption,dt,p.label){break-after:avoid}\n',
    ':is(tr,figure,.quotation,li,.aside,.columns>div){break-inside:avoid}\n',
    `.table:not(:has(tr:nth-child(${SHORT_TABLE + 1}))){break-inside:avoid}\n`,
    '.contents>ol{columns:2}\n',
    'p{orphans:2;widows:2}\n',
    'thead{display:table-header-group}\n',
    '.scrolls{overflow:visible}\n',
    '.annex{break-before:page}\n',
    'a{text-decoration:none}\n',
    ':is(.aside,section.box,.marking,.tag,.unverified,svg){print-color-adjust:exact;-webkit-print-color-adjust:exact}\n',
    '}\n',
  ].join('')
}

/** The number of the page in the words of the language. */
const numberOf = (pattern: string): string =>
  pattern
    .split(PAGE_NUMBER)
    .filter(part => part !== '')
    .map(part => {
      if (part === '{page}') return 'counter(page)'
      return part === '{pages}' ? 'counter(pages)' : cssString(part)
    })
    .join(' ')
