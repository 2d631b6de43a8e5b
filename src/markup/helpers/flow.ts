import type { Helper, HelperCall } from '../rendering.js'
import { fieldOf, fieldsOf, holds } from '../values.js'

/** The blocks that Handlebars authors know, which here also know prose, citations and lists without items. */
export const FLOW: readonly Helper[] = [
  {
    name: 'if',
    summary: 'prints its inside if a value holds something, else what follows `{{else}}`',
    takes: [1, 1],
    named: ['includeZero'],
    example: { template: '{{#if subtitle}}yes{{else}}no{{/if}}', data: { subtitle: '' }, prints: 'no' },
    run: (call, value) => branch(call, isTrue(call, value)),
  },
  {
    name: 'unless',
    summary: 'prints its inside if a value holds nothing',
    takes: [1, 1],
    named: ['includeZero'],
    example: { template: '{{#unless quotes}}none{{/unless}}', data: { quotes: [] }, prints: 'none' },
    run: (call, value) => branch(call, !isTrue(call, value)),
  },
  {
    name: 'each',
    summary: 'prints its inside for each item of a list, with `@index`, `@first` and `@last`',
    takes: [1, 1],
    example: {
      template: '{{#each actors}}{{name}}{{#unless @last}}; {{/unless}}{{/each}}',
      data: { actors: [{ name: 'A. Vela' }, { name: 'B. Ros' }] },
      prints: 'A. Vela; B. Ros',
    },
    run: each,
  },
  {
    name: 'with',
    summary: 'prints its inside as if it stood in a group of fields',
    takes: [1, 1],
    example: {
      template: '{{#with speaker}}{{name}}{{/with}}',
      data: { speaker: { name: 'A. Vela' } },
      prints: 'A. Vela',
    },
    run: (call, value) =>
      (holds(value) ? call.body?.(value, { parameters: [value] }) : call.otherwise?.()) ?? '',
  },
  {
    name: 'lookup',
    summary: 'a field of a group, or an item of a list, by its name or number',
    takes: [2, 2],
    example: { template: '{{lookup authors 1}}', data: { authors: ['A. Vela', 'B. Ros'] }, prints: 'B. Ros' },
    run: (_call, value, key) => (Array.isArray(value) ? value[Number(key)] : fieldOf(value, String(key))),
  },
]

function isTrue(call: HelperCall, value: unknown): boolean {
  return holds(value) || (value === 0 && call.named.includeZero === true)
}

function branch(call: HelperCall, condition: boolean): unknown {
  return (condition ? call.body?.(call.context) : call.otherwise?.()) ?? ''
}

function each(call: HelperCall, value: unknown): unknown {
  const entries = entriesOf(value)
  if (entries.length === 0) return call.otherwise?.() ?? ''
  return entries
    .map(([key, item], index) => {
      const place = { index, key, first: index === 0, last: index === entries.length - 1 }
      return call.body?.(item, { ...place, parameters: [item, key] })
    })
    .join('')
}

function entriesOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return [...value.entries()]
  if (!holds(value)) return []
  const fields = fieldsOf(value)
  if (!fields) throw new Error('the value is not a list')
  return Object.entries(fields)
}
