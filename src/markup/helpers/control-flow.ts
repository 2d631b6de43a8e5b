import { asDataFields, hasValue, ownField, valueText } from '../prose/data-values.js'
import type { Helper, HelperCall } from './helper.js'

/** The block helpers of Handlebars, which here also take prose, citations and empty lists into account. */
export const CONTROL_FLOW_HELPERS: readonly Helper[] = [
  {
    name: 'if',
    block: { parameters: 0 },
    summary: 'prints its inside if a value holds something, else what follows `{{else}}`',
    arity: [1, 1],
    namedArguments: ['includeZero'],
    example: { template: '{{#if subtitle}}yes{{else}}no{{/if}}', data: { subtitle: '' }, prints: 'no' },
    run: (call, value) => printBranch(call, isTruthy(call, value)),
  },
  {
    name: 'unless',
    block: { parameters: 0 },
    summary: 'prints its inside if a value holds nothing',
    arity: [1, 1],
    namedArguments: ['includeZero'],
    example: { template: '{{#unless quotes}}none{{/unless}}', data: { quotes: [] }, prints: 'none' },
    run: (call, value) => printBranch(call, !isTruthy(call, value)),
  },
  {
    name: 'each',
    block: { parameters: 2 },
    summary: 'prints its inside for each item of a list, with `@index`, `@first` and `@last`',
    arity: [1, 1],
    example: {
      template: '{{#each actors}}{{name}}{{#unless @last}}; {{/unless}}{{/each}}',
      data: { actors: [{ name: 'A. Vela' }, { name: 'B. Ros' }] },
      prints: 'A. Vela; B. Ros',
    },
    run: printEach,
  },
  {
    name: 'with',
    block: { parameters: 1 },
    summary: 'prints its inside as if it stood in a group of fields',
    arity: [1, 1],
    example: {
      template: '{{#with speaker}}{{name}}{{/with}}',
      data: { speaker: { name: 'A. Vela' } },
      prints: 'A. Vela',
    },
    run: (call, value) =>
      (hasValue(value) ? call.body?.(value, { parameters: [value] }) : call.inverse?.()) ?? '',
  },
  {
    name: 'lookup',
    summary: 'a field of a group, or an item of a list, by its name or number',
    arity: [2, 2],
    example: { template: '{{lookup authors 1}}', data: { authors: ['A. Vela', 'B. Ros'] }, prints: 'B. Ros' },
    run: (_call, value, key) => (Array.isArray(value) ? value[Number(key)] : ownField(value, String(key))),
  },
]

function isTruthy(call: HelperCall, value: unknown): boolean {
  return hasValue(value) || (valueText(value) === '0' && call.named.includeZero === true)
}

function printBranch(call: HelperCall, condition: boolean): unknown {
  return (condition ? call.body?.(call.data) : call.inverse?.()) ?? ''
}

function printEach(call: HelperCall, value: unknown): unknown {
  const entries = loopEntries(value)
  if (entries.length === 0) return call.inverse?.() ?? ''
  return entries
    .map(([key, item], index) => {
      const place = { index, key, first: index === 0, last: index === entries.length - 1 }
      return call.body?.(item, { ...place, parameters: [item, key] })
    })
    .join('')
}

function loopEntries(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return [...value.entries()]
  if (!hasValue(value)) return []
  const fields = asDataFields(value)
  if (!fields) throw new Error('the value is not a list')
  return Object.entries(fields)
}
