import { didYouMean } from '../../diagnostics/index.js'
import { Html } from '../html.js'
import { labelOf } from '../labels.js'
import { printPlain, printValue } from '../print.js'
import type { Helper, HelperCall } from '../rendering.js'
import { holds, wordsOf } from '../values.js'

/** Words of the locale. */
export const WORDS: readonly Helper[] = [
  {
    name: 'label',
    summary: 'a label of the locale; `{name}` in it stands for the argument of that name',
    takes: [1, 1],
    named: 'any',
    example: { template: '{{label "version" version=version}}', data: { version: '2' }, prints: 'Version 2' },
    run: label,
  },
  {
    name: 'term',
    summary: 'what a fixed term of the brief is called in its language',
    takes: [1, 1],
    example: { template: '{{term likelihood}}', data: { likelihood: 'likely' }, prints: 'likely' },
    run: (call, value) => {
      const words = wordsOf(value)
      return words === undefined ? undefined : (call.rendering.locale.term(words) ?? value)
    },
  },
  {
    name: 'scale',
    summary: 'the word for a point on a scale: `likelihood`, `impact`, `influence` or `support`',
    takes: [2, 2],
    example: { template: '{{scale impact "impact"}}', data: { impact: 4 }, prints: 'major' },
    run: scale,
  },
  {
    name: 'number',
    summary: 'the number of an item in its list, counted from 1',
    takes: [1, 1],
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
    takes: [1, 1],
    example: { template: '{{capital (scale 4 "impact")}}', data: {}, prints: 'Major' },
    run: (_call, value) => {
      const [first = '', ...rest] = wordsOf(value) ?? ''
      return first.toUpperCase() + rest.join('')
    },
  },
]

function label(call: HelperCall, key: unknown): Html | undefined {
  if (!holds(key)) return undefined
  const name = wordsOf(key) ?? ''
  const parts = labelOf(name, call.place, call.rendering)
    .split(/\{(\w+)\}/)
    .map((part, index) => {
      if (index % 2 === 0) return printPlain(part)
      if (!(part in call.named)) throw new Error(`the label \`${name}\` needs the argument \`${part}\``)
      return printValue(call.named[part], call.rendering)
    })
  return new Html(parts.map(part => part.html).join(''), parts.map(part => part.text).join(''))
}

function scale(call: HelperCall, value: unknown, kind: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  const name = wordsOf(kind) ?? ''
  const { locale, report } = call.rendering
  const word = locale.scale(name, Number(value))
  if (word === undefined)
    report(
      'unknown-label',
      call.place,
      `the locale \`${locale.data.lang}\` has no word for ${wordsOf(value)} on the scale \`${name}\``,
      locale.scales.includes(name) ? undefined : didYouMean(name, locale.scales),
    )
  return word ?? wordsOf(value)
}
