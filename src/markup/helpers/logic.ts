import type { Helper } from '../rendering.js'
import { holds, isSame } from '../values.js'

/** Conditions, for `{{#if (…)}}` and `when=(…)`. */
export const LOGIC: readonly Helper[] = [
  {
    name: 'eq',
    summary: 'whether two values read the same',
    takes: [2, 2],
    example: { template: '{{#if (eq status "draft")}}!{{/if}}', data: { status: 'draft' }, prints: '!' },
    run: (_call, a, b) => isSame(a, b),
  },
  {
    name: 'ne',
    summary: 'whether two values read differently',
    takes: [2, 2],
    example: { template: '{{#if (ne status "draft")}}!{{/if}}', data: { status: 'cleared' }, prints: '!' },
    run: (_call, a, b) => !isSame(a, b),
  },
  {
    name: 'gt',
    summary: 'whether a number is greater than another',
    takes: [2, 2],
    example: { template: '{{#if (gt impact 3)}}grave{{/if}}', data: { impact: 4 }, prints: 'grave' },
    run: (_call, a, b) => Number(a) > Number(b),
  },
  {
    name: 'and',
    summary: 'the last of its values if all of them hold something, else the first that holds nothing',
    takes: [1, Number.POSITIVE_INFINITY],
    example: { template: '{{and role side}}', data: { role: 'Mayor', side: 'City' }, prints: 'City' },
    run: (_call, ...values) => {
      const empty = values.findIndex(value => !holds(value))
      return values.at(empty)
    },
  },
  {
    name: 'or',
    summary: 'the first of its values that holds something',
    takes: [1, Number.POSITIVE_INFINITY],
    example: { template: '{{or subtitle title}}', data: { title: 'The crossing' }, prints: 'The crossing' },
    run: (_call, ...values) => values.find(holds),
  },
  {
    name: 'not',
    summary: 'whether a value holds nothing',
    takes: [1, 1],
    example: { template: '{{#if (not cite)}}no source{{/if}}', data: {}, prints: 'no source' },
    run: (_call, value) => !holds(value),
  },
]
