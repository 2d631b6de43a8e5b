import { Html } from '../html.js'
import { printValue } from '../print.js'
import type { Helper, HelperCall } from '../rendering.js'
import { fieldOf, holds, isSame, listOf, wordsOf } from '../values.js'

const ACTORS = [
  { name: 'A. Vela', side: 'City' },
  { name: 'B. Ros', side: 'State' },
  { name: 'C. Sand', side: 'City' },
]

/** Choosing from lists, and printing them in a line. */
export const LISTS: readonly Helper[] = [
  {
    name: 'list',
    summary: 'a list of those of its values that hold something',
    takes: [1, Number.POSITIVE_INFINITY],
    example: { template: '{{join (list owner due)}}', data: { due: 'in May' }, prints: 'in May' },
    run: (_call, ...values) => values.filter(holds),
  },
  {
    name: 'join',
    summary: 'prints the items of a list in a line; `sep` stands between them, `last` before the last',
    takes: [1, 1],
    named: ['sep', 'last'],
    example: {
      template: '{{join authors last=" and "}}',
      data: { authors: ['A. Vela', 'B. Ros', 'C. Sand'] },
      prints: 'A. Vela, B. Ros and C. Sand',
    },
    run: join,
  },
  {
    name: 'pluck',
    summary: 'one field of each item of a list',
    takes: [2, 2],
    example: {
      template: '{{join (pluck actors "name") sep="; "}}',
      data: { actors: ACTORS },
      prints: 'A. Vela; B. Ros; C. Sand',
    },
    run: (_call, list, key) =>
      listOf(list)
        .map(item => fieldOf(item, String(key)))
        .filter(holds),
  },
  {
    name: 'where',
    summary: 'the items of a list whose field has a value, or holds anything at all',
    takes: [2, 3],
    example: {
      template: '{{#each (where actors "side" "City")}}{{name}} {{/each}}',
      data: { actors: ACTORS },
      prints: 'A. Vela C. Sand ',
    },
    run: (_call, list, ...test) => listOf(list).filter(item => passes(item, test)),
  },
  {
    name: 'without',
    summary: 'the items of a list that `where` would not give',
    takes: [2, 3],
    example: {
      template: '{{#each (without actors "side" "City")}}{{name}}{{/each}}',
      data: { actors: ACTORS },
      prints: 'B. Ros',
    },
    run: (_call, list, ...test) => listOf(list).filter(item => !passes(item, test)),
  },
  {
    name: 'any',
    summary: 'whether a list has an item, or one that `where` would give',
    takes: [1, 3],
    example: {
      template: '{{#if (any actors "side" "State")}}yes{{/if}}',
      data: { actors: ACTORS },
      prints: 'yes',
    },
    run: (_call, list, ...test) => listOf(list).some(item => test.length === 0 || passes(item, test)),
  },
  {
    name: 'first',
    summary: 'the first items of a list',
    takes: [2, 2],
    example: {
      template: '{{#each (first actors 1)}}{{name}}{{/each}}',
      data: { actors: ACTORS },
      prints: 'A. Vela',
    },
    run: (_call, list, count) => listOf(list).slice(0, Math.max(0, Number(count))),
  },
  {
    name: 'count',
    summary: 'how many items a list has',
    takes: [1, 1],
    example: { template: '{{count actors}}', data: { actors: ACTORS }, prints: '3' },
    run: (_call, list) => listOf(list).length,
  },
  {
    name: 'group',
    summary: 'a list in groups `{key, items}` by a field, in the order in which its values first stand',
    takes: [2, 2],
    example: {
      template: '{{#each (group actors "side")}}{{key}}: {{count items}}. {{/each}}',
      data: { actors: ACTORS },
      prints: 'City: 2. State: 1. ',
    },
    run: (_call, list, key) => group(listOf(list), String(key)),
  },
]

function join(call: HelperCall, list: unknown): Html {
  const items = listOf(list).filter(holds)
  const separator = call.named.sep ?? ', '
  const last = call.named.last ?? separator
  const parts = items.flatMap((item, index) => {
    if (index === 0) return [item]
    return [index === items.length - 1 ? last : separator, item]
  })
  const printed = parts.map(part => printValue(part, call.rendering))
  return new Html(printed.map(part => part.html).join(''), printed.map(part => part.text).join(''))
}

/** `test` is the name of a field, and the value that it should have if it is not any. */
function passes(item: unknown, test: readonly unknown[]): boolean {
  const value = fieldOf(item, String(test[0]))
  return test.length > 1 ? isSame(value, test[1]) : holds(value)
}

interface Group {
  readonly key: unknown
  readonly items: unknown[]
}

function group(list: readonly unknown[], field: string): readonly Group[] {
  const groups = new Map<string | undefined, Group>()
  for (const item of list) {
    const key = fieldOf(item, field)
    const found = groups.get(wordsOf(key))
    if (found) found.items.push(item)
    else groups.set(wordsOf(key), { key, items: [item] })
  }
  return [...groups.values()]
}
