import { hasValue, readsTheSame, valueText } from '../prose/data-values.js'
import type { Helper } from './helper.js'

/** Helpers for conditions, in `{{#if (…)}}` and `when=(…)`. */
export const LOGIC_HELPERS: readonly Helper[] = [
  {
    name: 'eq',
    summary: 'whether two values read the same',
    arity: [2, 2],
    example: { template: '{{#if (eq status "draft")}}!{{/if}}', data: { status: 'draft' }, prints: '!' },
    run: (_call, a, b) => readsTheSame(a, b),
  },
  {
    name: 'ne',
    summary: 'whether two values read differently',
    arity: [2, 2],
    example: { template: '{{#if (ne status "draft")}}!{{/if}}', data: { status: 'cleared' }, prints: '!' },
    run: (_call, a, b) => !readsTheSame(a, b),
  },
  {
    name: 'gt',
    summary: 'whether a number is greater than another',
    arity: [2, 2],
    example: { template: '{{#if (gt impact 3)}}grave{{/if}}', data: { impact: 4 }, prints: 'grave' },
    run: (_call, a, b) => Number(a) > Number(b),
  },
  {
    name: 'and',
    summary: 'the last of its values if all of them hold something, else the first that holds nothing',
    arity: [1, Number.POSITIVE_INFINITY],
    example: { template: '{{and role side}}', data: { role: 'Mayor', side: 'City' }, prints: 'City' },
    run: (_call, ...values) => {
      const empty = values.findIndex(value => !hasValue(value))
      return values.at(empty)
    },
  },
  {
    name: 'or',
    summary: 'the first of its values that holds something',
    arity: [1, Number.POSITIVE_INFINITY],
    example: { template: '{{or subtitle title}}', data: { title: 'The crossing' }, prints: 'The crossing' },
    run: (_call, ...values) => values.find(hasValue),
  },
  {
    name: 'not',
    summary: 'whether a value holds nothing',
    arity: [1, 1],
    example: { template: '{{#if (not cite)}}no source{{/if}}', data: {}, prints: 'no source' },
    run: (_call, value) => !hasValue(value),
  },
  {
    name: 'has-label',
    summary:
      'whether a text begins with a label of its own, that is up to three words and a colon such as “Photo:”, or says “©” or “copyright” first',
    arity: [1, 1],
    example: {
      template: '{{#unless (has-label credit)}}Credit: {{/unless}}{{credit}}',
      data: { credit: 'Photo: A. Vela' },
      prints: 'Photo: A. Vela',
    },
    run: (_call, value) => OWN_LABEL.test(valueText(value) ?? ''),
  },
]

/** What begins a text that needs no label, past marks of Markdown: a colon within an address or a time ends no label. */
const OWN_LABEL = /^[\s*_[]*(?:©|\(c\)|copyright\b|(?:[^\s:：(]+\s+){0,2}[^\s:：(]+\s?[*_]*(?::[*_]*\s|：))/iu
