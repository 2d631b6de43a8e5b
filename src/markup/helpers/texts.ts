import { SourceFile } from '../../diagnostics/index.js'
import { Text } from '../../edition/index.js'
import { DATE_STYLES, formatDate, isDateStyle } from '../dates.js'
import { escapeHtml, Html } from '../html.js'
import { printValue } from '../print.js'
import { plainText, proseBlocks } from '../prose.js'
import type { Helper, HelperCall } from '../rendering.js'
import { stopAfter } from '../stop-after.js'
import { holds, wordsOf } from '../values.js'

const prose = (markdown: string) =>
  new Text(markdown, { file: new SourceFile('example.yaml', ''), range: { start: 0, end: 0 } })

/** Prose, quotations and dates. */
export const TEXTS: readonly Helper[] = [
  {
    name: 'paragraphs',
    summary: 'prose as paragraphs and, where lines begin with `- `, lists; `class` styles the paragraphs',
    takes: [1, 1],
    named: ['class'],
    example: {
      template: '{{paragraphs background}}',
      data: { background: prose('A *first* one.\n\n- a point') },
      prints: '<p>A <em>first</em> one.</p>\n<ul><li>a point</li></ul>',
    },
    run: paragraphs,
  },
  {
    name: 'plain',
    summary: 'the words of a value without markup, for attributes',
    takes: [1, 1],
    example: {
      template: '<img src="map.png" alt="{{plain title}}">',
      data: { title: prose('The *new* crossing') },
      prints: '<img src="map.png" alt="The new crossing">',
    },
    run: (call, value) => (value instanceof Text ? plainText(value, call.rendering.report) : wordsOf(value)),
  },
  {
    name: 'quoted',
    summary: 'a value between the quotation marks of the language, if it has none of its own',
    takes: [1, 1],
    example: { template: '{{quoted text}}', data: { text: 'We will not.' }, prints: '“We will not.”' },
    run: quoted,
  },
  {
    name: 'sentence',
    summary: 'a value with a full stop, if it does not end with a mark of its own',
    takes: [1, 1],
    example: {
      template: '{{sentence stake}} {{sentence description}}',
      data: { stake: 'Trade', description: 'It may stop.' },
      prints: 'Trade. It may stop.',
    },
    run: sentence,
  },
  {
    name: 'date',
    summary:
      'a date in words; `style` is `long`, `short`, `month` or `year`; what is no date prints as it is',
    takes: [1, 1],
    named: ['style'],
    example: { template: '{{date due style="short"}}', data: { due: '2025-01-20' }, prints: '20 Jan 2025' },
    run: date,
  },
]

function paragraphs(call: HelperCall, value: unknown): Html | undefined {
  if (!holds(value)) return undefined
  const style = wordsOf(call.named.class)
  if (value instanceof Text) return proseBlocks(value, style, call.rendering)
  const { html, text } = printValue(value, call.rendering)
  return new Html(`<p${style === undefined ? '' : ` class="${escapeHtml(style)}"`}>${html}</p>`, text)
}

function quoted(call: HelperCall, value: unknown): Html | undefined {
  if (!holds(value)) return undefined
  const { open, close } = call.rendering.locale.quotationMarks
  const { html, text } = printValue(value, call.rendering)
  if (isQuoted(text)) return new Html(html, text)
  return new Html(`${escapeHtml(open)}${html}${escapeHtml(close)}`, `${open}${text}${close}`)
}

const OWN_MARKS = /^(?:“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“]*“|‘[^‘’]*’)$/su

/** Whether words stand between quotation marks that belong together. */
function isQuoted(text: string): boolean {
  return OWN_MARKS.test(text.trim())
}

function sentence(call: HelperCall, value: unknown): Html | undefined {
  if (!holds(value)) return undefined
  const { html, text } = printValue(value, call.rendering)
  const stop = stopAfter(text)
  return new Html(`${html}${stop}`, `${text}${stop}`)
}

function date(call: HelperCall, value: unknown): unknown {
  const style = wordsOf(call.named.style) ?? 'long'
  if (!isDateStyle(style)) throw new Error(`\`${style}\` is none of the styles ${DATE_STYLES.join(', ')}`)
  const words = wordsOf(value)
  return (words === undefined ? undefined : formatDate(words, style, call.rendering.locale)) ?? value
}
