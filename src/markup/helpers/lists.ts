import { type DateParts, parseDate } from '../../brief/index.js'
import { atPlace, fieldAt, isPlacedValue, PlainValue } from '../../edition/index.js'
import { SafeHtml } from '../html/safe-html.js'
import { asList, hasValue, ownField, readsTheSame, valueText } from '../prose/data-values.js'
import { printValue } from '../prose/print-value.js'
import type { Helper, HelperCall } from './helper.js'
import { OPERATIONS_OF_A_DATE } from './template-budget.js'

const ACTORS = [
  { name: 'A. Vela', side: 'City' },
  { name: 'B. Ros', side: 'State' },
  { name: 'C. Sand', side: 'City' },
]

/** Helpers that select from lists and print them in a line. */
export const LIST_HELPERS: readonly Helper[] = [
  {
    name: 'list',
    summary: 'a list of those of its values that hold something',
    arity: [1, Number.POSITIVE_INFINITY],
    example: { template: '{{join (list owner due)}}', data: { due: 'in May' }, prints: 'in May' },
    run: (_call, ...values) => values.filter(hasValue),
  },
  {
    name: 'join',
    summary: 'prints the items of a list in a line, with `sep` between them and `last` before the last',
    arity: [1, 1],
    namedArguments: ['sep', 'last'],
    example: {
      template: '{{join authors last=" and "}}',
      data: { authors: ['A. Vela', 'B. Ros', 'C. Sand'] },
      prints: 'A. Vela, B. Ros and C. Sand',
    },
    run: joinItems,
  },
  {
    name: 'pluck',
    summary: 'one field of each item of a list',
    arity: [2, 2],
    example: {
      template: '{{join (pluck actors "name") sep="; "}}',
      data: { actors: ACTORS },
      prints: 'A. Vela; B. Ros; C. Sand',
    },
    run: (_call, list, key) =>
      asList(list)
        .map(item => ownField(item, String(key)))
        .filter(hasValue),
  },
  {
    name: 'where',
    summary: 'the items of a list whose field has a value, or has it among others, or holds anything at all',
    arity: [2, 3],
    example: {
      template: '{{#each (where actors "side" "City")}}{{name}} {{/each}}',
      data: { actors: ACTORS },
      prints: 'A. Vela C. Sand ',
    },
    run: (call, list, ...test) => asList(list).filter(item => isSortedBy(item, test, call)),
  },
  {
    name: 'without',
    summary: 'the items of a list that `where` would not give',
    arity: [2, 3],
    example: {
      template: '{{#each (without actors "side" "City")}}{{name}}{{/each}}',
      data: { actors: ACTORS },
      prints: 'B. Ros',
    },
    run: (call, list, ...test) => asList(list).filter(item => !isSortedBy(item, test, call)),
  },
  {
    name: 'sorted',
    summary:
      'the items of a list in the order of a date in them; those without come last, in the order of the brief',
    arity: [2, 2],
    example: {
      template: '{{#each (sorted next_steps "due")}}{{action}} {{/each}}',
      data: {
        next_steps: [
          { action: 'Sign', due: '2025-12-31' },
          { action: 'Report', due: '2025-11' },
        ],
      },
      prints: 'Report Sign ',
    },
    run: (call, list, key) => {
      call.budget.operate(asList(list).length * OPERATIONS_OF_A_DATE)
      return sortedByDate(asList(list), String(key))
    },
  },
  {
    name: 'any',
    summary: 'whether a list has an item, or one that `where` would give',
    arity: [1, 3],
    example: {
      template: '{{#if (any actors "side" "State")}}yes{{/if}}',
      data: { actors: ACTORS },
      prints: 'yes',
    },
    run: (_call, list, ...test) => asList(list).some(item => test.length === 0 || matchesTest(item, test)),
  },
  {
    name: 'alike',
    summary: 'whether two items of a list or more all have a field, and the same in it',
    arity: [2, 2],
    example: {
      template: '{{#if (alike actors "side")}}one side{{else}}several{{/if}}',
      data: { actors: ACTORS },
      prints: 'several',
    },
    run: (call, list, key) => {
      const [first, ...others] = asList(list).map(item => ownField(item, String(key)))
      if (!hasValue(first) || others.length === 0 || !others.every(other => isAlike(first, other, call)))
        return false
      for (const other of others) noteSaidOnce(other, call)
      return true
    },
  },
  {
    name: 'first',
    summary: 'the first items of a list',
    arity: [2, 2],
    example: {
      template: '{{#each (first actors 1)}}{{name}}{{/each}}',
      data: { actors: ACTORS },
      prints: 'A. Vela',
    },
    run: (_call, list, count) => asList(list).slice(0, Math.max(0, Number(count))),
  },
  {
    name: 'highest',
    summary: 'a list by a number of its items, the highest first and those without it last',
    arity: [2, 2],
    example: {
      template: '{{#each (highest actors "influence")}}{{name}} {{/each}}',
      data: {
        actors: [{ name: 'A. Vela', influence: 2 }, { name: 'B. Ros' }, { name: 'C. Sand', influence: 5 }],
      },
      prints: 'C. Sand A. Vela B. Ros ',
    },
    run: (_call, list, key) => {
      const rank = (item: unknown) =>
        Number(valueText(ownField(item, String(key))) ?? Number.NEGATIVE_INFINITY)
      return asList(list).toSorted((one, other) => compareNumbers(rank(other), rank(one)))
    },
  },
  {
    name: 'count',
    summary: 'how many items a list has',
    arity: [1, 1],
    example: { template: '{{count actors}}', data: { actors: ACTORS }, prints: '3' },
    run: (_call, list) => asList(list).length,
  },
  {
    name: 'group',
    summary: 'a list in groups `{key, items}` by a field, in the order in which its values first stand',
    arity: [2, 2],
    example: {
      template: '{{#each (group actors "side")}}{{key}}: {{count items}}. {{/each}}',
      data: { actors: ACTORS },
      prints: 'City: 2. State: 1. ',
    },
    run: (call, list, key) => {
      for (const item of asList(list)) noteSorting(ownField(item, String(key)), call)
      return groupItems(asList(list), String(key)).map(withKeyOfAll(String(key)))
    },
  },
]

/** Whether two values are the same text, the same item, or lists of these. */
function isAlike(one: unknown, other: unknown, call: HelperCall): boolean {
  call.budget.operate()
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((entry, index) => isAlike(entry, other[index], call))
  const [left, right] = [ownField(one, 'id'), ownField(other, 'id')]
  return left !== undefined && right !== undefined ? readsTheSame(left, right) : readsTheSame(one, other)
}

/** Infinities of one sign are equal. */
const compareNumbers = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1)

function joinItems(call: HelperCall, list: unknown): SafeHtml {
  const items = asList(list).filter(hasValue)
  const separator = call.named.sep ?? ', '
  const last = call.named.last ?? separator
  const parts = items.flatMap((item, index) => {
    if (index === 0) return [item]
    return [index === items.length - 1 ? last : separator, item]
  })
  const printed = parts.map(part => {
    const made = printValue(part, call.renderContext)
    call.budget.print(made.html.length)
    return made
  })
  return new SafeHtml(printed.map(part => part.html).join(''), printed.map(part => part.text).join(''))
}

/** `test` is the name of a field and, optionally, the value that it must have, or that one of its entries must be. */
function matchesTest(item: unknown, test: readonly unknown[]): boolean {
  const value = ownField(item, String(test[0]))
  if (test.length === 1) return hasValue(value)
  return Array.isArray(value)
    ? value.some(entry => readsTheSame(entry, test[1]))
    : readsTheSame(value, test[1])
}

/** Whether an item matches a test; one of a value tells readers that value by where the item stands. */
function isSortedBy(item: unknown, test: readonly unknown[], call: HelperCall): boolean {
  if (test.length > 1) noteSorting(ownField(item, String(test[0])), call)
  return matchesTest(item, test)
}

function noteSorting(value: unknown, { renderContext }: HelperCall): void {
  const place = value instanceof PlainValue ? fieldAt(value.place) : undefined
  if (place) renderContext.shownWithoutWords.add(place.via ?? place.field)
}

/** Without a month or a day, a date stands at the beginning of its year or month; an interval stands where it begins. */
function sortedByDate(items: readonly unknown[], field: string): readonly unknown[] {
  const dated = items.map(item => ({ item, date: dateParts(ownField(item, field)) }))
  const compare = (one: DateParts, other: DateParts) =>
    [0, 1, 2].map(index => (one[index] ?? 0) - (other[index] ?? 0)).find(difference => difference !== 0) ?? 0
  return dated
    .sort((one, other) =>
      one.date && other.date
        ? compare(one.date, other.date)
        : Number(one.date === undefined) - Number(other.date === undefined),
    )
    .map(({ item }) => item)
}

function dateParts(value: unknown): DateParts | undefined {
  const date = parseDate(valueText(value)?.trim() ?? '')
  return date?.start ?? date?.end
}

/** What is the same in all items of a list is shown in each where it is printed once. */
function noteSaidOnce(value: unknown, call: HelperCall): void {
  for (const entry of Array.isArray(value) ? value : [value]) {
    noteSorting(entry, call)
    const name = ownField(entry, 'name')
    const via = isPlacedValue(name) ? fieldAt(name.place)?.via : undefined
    if (via !== undefined) call.renderContext.shownWithoutWords.add(via)
  }
}

/** The key of a group, as the words of the field of each of its items. */
function withKeyOfAll(field: string): (group: ItemGroup) => ItemGroup {
  return ({ key, items }) => {
    const at = isPlacedValue(key) ? fieldAt(key.place) : undefined
    if (!isPlacedValue(key) || !at) return { key, items }
    const fields = items.map(item => ownField(item, field)).filter(isPlacedValue)
    const others = fields.flatMap(({ place }) => fieldAt(place)?.field ?? [])
    return { key: atPlace(key, { ...at, others }), items }
  }
}

interface ItemGroup {
  readonly key: unknown
  readonly items: unknown[]
}

function groupItems(list: readonly unknown[], field: string): readonly ItemGroup[] {
  const groups = new Map<string | undefined, ItemGroup>()
  for (const item of list) {
    const key = ownField(item, field)
    const found = groups.get(valueText(key))
    if (found) found.items.push(item)
    else groups.set(valueText(key), { key, items: [item] })
  }
  return [...groups.values()]
}
