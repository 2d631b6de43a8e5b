import { didYouMean, type Place } from '../../diagnostics/index.js'
import { PlainValue } from '../../edition/index.js'
import { SafeHtml } from '../html/safe-html.js'
import { MARKUP_BEFORE_TEXT } from '../html/source-map.js'
import { isDatePhrase } from '../locale/locale-schema.js'
import { hasValue, valueText } from '../prose/data-values.js'
import { printInWordsOf, printLiteral, type RenderContext } from '../prose/print-text.js'
import { printValue } from '../prose/print-value.js'
import type { Helper, HelperCall } from './helper.js'
import { DateWords } from './texts.js'

/** The helpers that print words of the locale. */
export const LOCALE_HELPERS: readonly Helper[] = [
  {
    name: 'label',
    summary:
      'a label of the locale; `{name}` in it is replaced by the argument of that name, `{name:on}` by a date as a part of a sentence',
    arity: [1, 1],
    namedArguments: 'any',
    example: { template: '{{label "version" version=version}}', data: { version: '2' }, prints: 'Version 2' },
    run: printLabel,
  },
  {
    name: 'term',
    summary: 'what a fixed term of the brief is called in its language',
    arity: [1, 1],
    example: { template: '{{term likelihood}}', data: { likelihood: 'likely' }, prints: 'likely' },
    run: (call, value) => {
      const words = valueText(value)
      if (words === undefined) return undefined
      return printInWordsOf(value, call.renderContext.locale.term(words) ?? words, call.renderContext)
    },
  },
  {
    name: 'scale',
    summary: 'the word for a point on a scale: `likelihood`, `impact`, `influence` or `support`',
    arity: [2, 2],
    example: { template: '{{scale impact "impact"}}', data: { impact: 4 }, prints: 'major' },
    run: scalePoint,
  },
  {
    name: 'number',
    summary: 'the number of an item in its list, counted from 1',
    arity: [1, 1],
    example: {
      template: '{{#each options}}{{number @index}}. {{name}} {{/each}}',
      data: { options: [{ name: 'Wait' }, { name: 'Act' }] },
      prints: '1. Wait 2. Act ',
    },
    run: (_call, index) => Number(index) + 1,
  },
  {
    name: 'capital',
    summary: 'words with a capital at their beginning',
    arity: [1, 1],
    example: { template: '{{capital (scale 4 "impact")}}', data: {}, prints: 'Major' },
    run: (call, value) => {
      const { html, text } = printValue(value, call.renderContext)
      const [before = ''] = MARKUP_BEFORE_TEXT.exec(html) ?? []
      return new SafeHtml(before + withCapital(html.slice(before.length)), withCapital(text))
    },
  },
]

/** An entity stands for a sign, which has no capital. */
function withCapital(text: string): string {
  const [first = '', ...rest] = text
  return first === '&' ? text : first.toUpperCase() + rest.join('')
}

function printLabel(call: HelperCall, key: unknown): SafeHtml | undefined {
  if (!hasValue(key)) return undefined
  const name = valueText(key) ?? ''
  const parts = labelOrKey(name, call.place, call.renderContext)
    .split(/(\{\w+(?::\w+)?\})/)
    .map((part, index) => {
      if (index % 2 === 0) return printLiteral(part)
      const [argument = '', phrase] = part.slice(1, -1).split(':')
      if (!(argument in call.named))
        throw new Error(`the label \`${name}\` needs the argument \`${argument}\``)
      const value = call.named[argument]
      const isPhrase = phrase !== undefined && isDatePhrase(phrase) && value instanceof DateWords
      const printed = isPhrase
        ? value.within(phrase, call.renderContext)
        : printValue(value, call.renderContext)
      call.budget.print(printed.html.length)
      return printed
    })
  const html = parts.map(part => part.html).join('')
  return new SafeHtml(
    key instanceof PlainValue ? call.renderContext.briefPlaces.mark(key.place, html) : html,
    parts.map(part => part.text).join(''),
  )
}

function scalePoint(call: HelperCall, value: unknown, kind: unknown): SafeHtml | undefined {
  if (value === undefined || value === null) return undefined
  const name = valueText(kind) ?? ''
  const { locale, report } = call.renderContext
  const word = locale.scalePoint(name, Number(value))
  if (word === undefined)
    report(
      'unknown-label',
      call.place,
      `the locale \`${locale.data.lang}\` has no word for ${valueText(value)} on the scale \`${name}\``,
      locale.scaleNames.includes(name) ? undefined : didYouMean(name, locale.scaleNames),
    )
  return printInWordsOf(value, word ?? valueText(value) ?? '', call.renderContext)
}

/** A label of the locale; a missing one is reported, and its key printed instead. */
export function labelOrKey(
  key: string,
  place: Place,
  { locale, report }: RenderContext,
  what: 'label' | 'heading' = 'label',
): string {
  const label = locale.label(key)
  if (label !== undefined) return label
  report(
    'unknown-label',
    place,
    `the locale \`${locale.data.lang}\` has no ${what} \`${key}\``,
    what === 'label' ? didYouMean(key, locale.labelNames) : 'give it one with `heading="…"`',
  )
  return key
}
