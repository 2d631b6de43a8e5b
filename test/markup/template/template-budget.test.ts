import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import {
  MOST_CHARACTERS,
  MOST_OPERATIONS,
  TemplateBudget,
} from '../../../src/markup/helpers/template-budget.js'
import { renderTemplate } from '../../../src/markup/index.js'
import { editionOf, libraryOf } from '../../support/edition.js'

const FACTS = {
  facts: Array.from({ length: 100 }, (_, index) => ({ fact: `Fact ${index}` })),
  title: 'The dam',
}
const nested = (depth: number, open: string, body: string, close: string) =>
  open.repeat(depth) + body + close.repeat(depth)
const EACH = '{{#each @root.facts}}'

/** Templates begin at line 4, after their front matter. */
function findingsOf(template: string, partials: Record<string, string> = {}, data: object = FACTS): string[] {
  const findings = new Findings()
  const edition = editionOf({ template, data: { ...data }, lang: 'en' })
  const document = renderTemplate(edition, libraryOf(partials), findings.report)
  assert.is(document === undefined, findings.failed)
  return findings.all.map(({ code, place, message }) => {
    const { line, column } = place.file.position(place.range.start)
    return `${place.file.path}:${line}:${column} ${code} ${/more than ([\d,]+ \w+)/.exec(message)?.[1] ?? ''}`
  })
}

/** Partials of which each prints the next so many times. */
const laughing = (count: number, times: number, last: string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `p${index}`,
      index === count - 1 ? last : `{{> p${index + 1}}}`.repeat(times),
    ]),
  )

test('loops within loops end in one finding at the loop that went on', () => {
  const found = findingsOf(`<h1>{{title}}</h1>\n${EACH.repeat(4)}\n${EACH}${'{{/each}}'.repeat(5)}`)
  assert.equal(found, ['templates/test.hbs:6:1 template-budget 2,000,000 steps'])
})

test('two loops over a hundred items within each other are no hostile template', () => {
  assert.equal(findingsOf(`<p>${nested(2, EACH, '{{#if fact}}{{/if}}', '{{/each}}')}x</p>`), [])
})

test('partials that print others many times are counted, where they print nothing too', () => {
  const found = findingsOf('{{> p0}}', laughing(30, 4, ''))
  assert.match(found.join('\n'), /^templates\/partials\/p\d+\.hbs:1:\d+ template-budget 2,000,000 steps$/)
})

test('partials with parameters are counted for what Handlebars copies', () => {
  const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`field${index}`, 'x']))
  const template = '{{#each @root.facts}}{{#each @root.facts}}{{> part @root.many a=1}}{{/each}}{{/each}}'
  const found = findingsOf(template, { part: '{{a}}' }, { ...FACTS, many })
  assert.match(found.join('\n'), /^templates\/test.hbs:4:43 template-budget/)
})

/** Words that double in each block. */
const doubled = (each: string) =>
  `{{#with "abcdefgh"}}${nested(60, `{{#with ${each}}}`, '<p>{{this}}</p>', '{{/with}}')}{{/with}}`

test('words that double in each block end in a finding, before memory does, and in the same each time', () => {
  for (const each of ['(join (list this this))', '(label "among_them" items=(join (list this this)))']) {
    const found = findingsOf(doubled(each))
    assert.match(found.join('\n'), /^templates\/test.hbs:4:\d+ template-budget 50,000,000 characters$/)
    assert.equal(findingsOf(doubled(each)), found)
  }
})

test('comparing lists within lists is counted', () => {
  const pair = '(list (list (lookup this 0) (lookup this 0)) (list (lookup this 1) (lookup this 1)))'
  const alike = '{{#if (alike (list (lookup this 0) (lookup this 0)) "items")}}{{/if}}'
  const compared = (depth: number) =>
    findingsOf(
      `{{#with (list (list "a") (list "a"))}}${nested(
        depth,
        `{{#with ${pair}}}`,
        `{{#with (group (lookup this 0) "x")}}${alike}{{/with}}`,
        '{{/with}}',
      )}{{/with}}`,
    )
  assert.equal(compared(5), [])
  assert.match(compared(40).join('\n'), /^\S+ template-budget 2,000,000 steps$/)
})

test('a running head is counted by itself, and found at its line', () => {
  const found = findingsOf('<p>x</p>', { 'running-head': `<p>x</p>\n${doubled('(join (list this this))')}` })
  assert.match(found.join('\n'), /^templates\/partials\/running-head.hbs:2:\d+ template-budget/)
})

test('partials within partials are limited in number, by whichever way they are reached', () => {
  const chain = (count: number) => laughing(count, 1, '<p>x</p>')
  assert.equal(findingsOf('{{> p0}}', chain(100)), [])
  assert.match(findingsOf('{{> p0}}', chain(101)).join('\n'), /p99.hbs:1:1 template-failed 100 others$/)
  assert.is(findingsOf('{{> p0}}', chain(5_000)).length, 1)
  const joined = {
    ...chain(60),
    ...Object.fromEntries(
      Object.entries(chain(60)).map(([name, text]) => [`q${name}`, text.replace('> p', '> qp')]),
    ),
  }
  assert.equal(findingsOf('{{> p0}}{{> qp0}}', { ...joined }), [])
  assert.match(
    findingsOf('{{> p0}}{{> qp0}}', { ...joined, qp59: '{{> p0}}' }).join('\n'),
    /^\S+ template-failed 100 others$/,
  )
})

test('what nests blocks out of sight of a rough look is refused all the same', () => {
  const hidden = [
    '{{#if "{"}}',
    "{{#if '}}'}}",
    '{{#if [a}b]}}',
    '{{#if "\\"}}"}}',
    '{{#if\ttitle}}',
    '{{!-- }} --}}{{#if title}}',
    '{{#if title}}\\{{/if}}',
    '{{#if title}}{{!-- {{/if}} --}}',
    '{{#if title}}{{! {{/if }}',
  ]
  for (const open of hidden) {
    assert.equal(
      findingsOf(`<p>x</p>${open.repeat(20_000)}${'{{/if}}'.repeat(20_000)}`).map(
        found => found.split(' ')[1],
      ),
      ['template-syntax'],
      open,
    )
    assert.equal(
      findingsOf(`<p>x</p>${open.repeat(3)}${'{{/if}}'.repeat(3)}`).filter(found => found.includes('syntax')),
      [],
      open,
    )
  }
  assert.equal(findingsOf('<p>x</p>\n{{{{if title}}}}{{/if}}{{{{/if}}}}'), [
    'templates/test.hbs:5:1 template-syntax ',
  ])
  assert.equal(findingsOf('<p>x</p>{{#if "title}}\n').length, 1)
})

test('a call has a thousand arguments at most, and a path a hundred names', () => {
  const list = (count: number) => `<p>{{join (list ${'title '.repeat(count)})}}</p>`
  assert.equal(findingsOf(list(1_000)), [])
  assert.equal(
    findingsOf(list(1_001)).map(found => found.split(' ')[1]),
    ['template-syntax'],
  )
  assert.equal(findingsOf(`<p>{{#if ${'a.'.repeat(99)}a}}{{/if}}x</p>`), [])
  assert.equal(
    findingsOf(`<p>{{#if ${'a.'.repeat(100)}a}}{{/if}}x</p>`).map(found => found.split(' ')[1]),
    ['template-syntax'],
  )
})

test('characters in blocks within blocks are counted once', () => {
  const budget = new TemplateBudget()
  budget.block(() => budget.block(() => 'x'.repeat(MOST_CHARACTERS)))
  assert.equal(budget.spent, { operations: 2, characters: MOST_CHARACTERS })
  assert.throws(() => budget.print(1), /characters/)
  assert.throws(() => budget.operate(MOST_OPERATIONS), /operations/)
})

test.run()
