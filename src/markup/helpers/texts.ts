import { escapeHtml, SourceFile } from '../../diagnostics/index.js'
import { ProseText, Verbatim } from '../../edition/index.js'
import { SafeHtml } from '../html/safe-html.js'
import { DATE_STYLES, type DateStyle, formatDate, isDateStyle } from '../locale/dates.js'
import type { DatePhrase } from '../locale/locale-schema.js'
import { hasValue, ownField, valueText } from '../prose/data-values.js'
import { proseBlocks, prosePlainText } from '../prose/print-prose.js'
import {
  missingFullStop,
  portionMarkBefore,
  printInWordsOf,
  type RenderContext,
} from '../prose/print-text.js'
import { printValue } from '../prose/print-value.js'
import type { Helper, HelperCall } from './helper.js'
import { OPERATIONS_OF_A_DATE } from './template-budget.js'

/** A date in words, which a label may put into a sentence. */
export class DateWords extends SafeHtml {
  constructor(
    alone: SafeHtml,
    readonly value: unknown,
    /** EDTF. */
    readonly date: string,
    readonly style: DateStyle,
  ) {
    super(alone.html, alone.text)
  }

  /** Prints it as a part of a sentence. */
  within(phrase: DatePhrase, context: RenderContext): SafeHtml {
    const words = formatDate(this.date, this.style, context.locale, phrase) ?? this.date
    return printInWordsOf(this.value, words, context)
  }
}

const exampleProse = (markdown: string) =>
  new ProseText(markdown, { file: new SourceFile('example.yaml', ''), range: { start: 0, end: 0 } })

/** Helpers for prose, quotations and dates. */
export const TEXT_HELPERS: readonly Helper[] = [
  {
    name: 'paragraphs',
    summary:
      'prose as paragraphs, lists and, where its field takes them, sub-headings, tables, block quotations and pictures; `class` styles the paragraphs, `run_in=true` lets the first of them go on in the line that it stands in, `after` is printed at the end of the last one',
    arity: [1, 1],
    namedArguments: ['class', 'run_in', 'after'],
    example: {
      template: '{{paragraphs background}}',
      data: { background: exampleProse('A *first* one.\n\n- a point') },
      prints: '<p>A <em>first</em> one.</p>\n<ul><li>a point</li></ul>',
    },
    run: printParagraphs,
  },
  {
    name: 'plain',
    summary: 'the words of a value without markup, for attributes',
    arity: [1, 1],
    example: {
      template: '<img src="map.png" alt="{{plain title}}">',
      data: { title: exampleProse('The *new* crossing') },
      prints: '<img src="map.png" alt="The new crossing">',
    },
    run: ({ renderContext }, value) =>
      value instanceof ProseText
        ? printInWordsOf(value, prosePlainText(value, renderContext), renderContext)
        : printInWordsOf(value, valueText(value) ?? '', renderContext),
  },
  {
    name: 'quoted',
    summary: 'a value between the quotation marks of the language, if it has none of its own',
    arity: [1, 1],
    example: { template: '{{quoted text}}', data: { text: 'We will not.' }, prints: '“We will not.”' },
    run: printQuoted,
  },
  {
    name: 'portion',
    summary:
      'the portion mark of an item, such as `(S)`; nothing where it has none, or where its scheme has it printed before the item by itself',
    arity: [1, 1],
    example: {
      template: '{{portion this}} {{fact}}',
      data: { fact: 'The pier is closed.', classification: 'TLP:GREEN' },
      prints: '(TLP:GREEN) The pier is closed.',
    },
    run: printPortionMark,
  },
  {
    name: 'sentence',
    summary: 'a value with a full stop, if it does not end with a mark of its own',
    arity: [1, 1],
    example: {
      template: '{{sentence stake}} {{sentence description}}',
      data: { stake: 'Trade', description: 'It may stop.' },
      prints: 'Trade. It may stop.',
    },
    run: printSentence,
  },
  {
    name: 'date',
    summary:
      'a date in words; `style` is `long`, `short`, `month` or `year`; what is no date prints as it is',
    arity: [1, 1],
    namedArguments: ['style'],
    example: { template: '{{date due style="short"}}', data: { due: '2025-01-20' }, prints: '20 Jan 2025' },
    run: printDate,
  },
]

function printParagraphs(call: HelperCall, value: unknown): SafeHtml | undefined {
  if (!hasValue(value)) return undefined
  const style = valueText(call.named.class)
  const runIn = hasValue(call.named.run_in)
  const after = printValue(call.named.after, call.renderContext).html
  if (value instanceof ProseText)
    return proseBlocks(value, { className: style, runIn, after }, call.renderContext)
  const { html, text } = printValue(value, call.renderContext)
  if (runIn) return new SafeHtml(html + after, text)
  const attribute = style === undefined ? '' : ` class="${escapeHtml(style)}"`
  return new SafeHtml(`<p${attribute}>${html}${after}</p>`, text)
}

function printQuoted(call: HelperCall, value: unknown): SafeHtml | undefined {
  if (!hasValue(value)) return undefined
  const { open, close } = call.renderContext.locale.quotationMarks
  const bears = value instanceof ProseText || value instanceof Verbatim ? value : undefined
  const mark = bears ? portionMarkBefore(bears) : ''
  const { html, text } = printValue(bears?.withPortionMark(undefined) ?? value, call.renderContext)
  const [first, last] = isQuoted(text) ? ['', ''] : [open, close]
  return new SafeHtml(
    `${escapeHtml(`${mark}${first}`)}${html}${escapeHtml(last)}`,
    `${mark}${first}${text}${last}`,
  )
}

const QUOTED = /^(?:“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“]*“|‘[^‘’]*’)$/su

/** Whether a text is enclosed in a matching pair of quotation marks. */
function isQuoted(text: string): boolean {
  return QUOTED.test(text.trim())
}

/** A mark that is printed by itself is not to be printed twice. */
function printPortionMark({ renderContext }: HelperCall, item: unknown): string | undefined {
  const { schemes } = renderContext.edition
  const classification = valueText(ownField(item, 'classification'))
  const marking = classification === undefined ? undefined : schemes.find(classification)
  if (!marking || schemes.scheme(marking.scheme).portion_marks !== 'none') return undefined
  return `(${marking.portion})`
}

function printSentence(call: HelperCall, value: unknown): SafeHtml | undefined {
  if (!hasValue(value)) return undefined
  const { html, text } = printValue(value, call.renderContext)
  const stop = missingFullStop(text)
  return new SafeHtml(`${html}${stop}`, `${text}${stop}`)
}

function printDate(call: HelperCall, value: unknown): unknown {
  const style = valueText(call.named.style) ?? 'long'
  if (!isDateStyle(style)) throw new Error(`\`${style}\` is none of the styles ${DATE_STYLES.join(', ')}`)
  const words = valueText(value)
  call.budget.operate(OPERATIONS_OF_A_DATE)
  const date = words === undefined ? undefined : formatDate(words, style, call.renderContext.locale)
  if (date === undefined || words === undefined) return value
  return new DateWords(printInWordsOf(value, date, call.renderContext), value, words, style)
}
