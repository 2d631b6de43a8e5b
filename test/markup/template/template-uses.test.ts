import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { HELPERS, partialNamesOf, recipientFieldsOf, renderHtml } from '../../../src/markup/index.js'
import { CHOICE_HELPERS, CONDITION_HELPERS } from '../../../src/markup/template/recipient-reads.js'
import { editionOf, libraryOf, verbatim } from '../../support/edition.js'

type Partials = Readonly<Record<string, string>>

function usesOf(template: string, partials: Partials = {}) {
  const { audience } = editionOf({ template })
  const { fields, required } = recipientFieldsOf(audience, libraryOf(partials))
  return [fields === 'all' ? fields : fields.join(), required.map(({ field }) => field).join()]
}

const CASES: readonly (readonly [template: string, fields: string, required: string, partials?: Partials])[] =
  [
    ['<h1>{{title}}</h1>{{#each actors}}{{name}}{{/each}}', '', ''],
    ['{{recipient.name}} {{recipient.town}} {{recipient.name}}', 'name,town', 'name,town'],
    [
      '{{this.recipient.name}} {{@root.recipient.town}} {{recipient.[a b]}}',
      'a b,name,town',
      'name,town,a b',
    ],
    ['{{paragraphs recipient.name}}{{label "as_of" date=recipient.day}}', 'day,name', 'name,day'],
    // what is asked for anywhere need not be there
    ['{{#if recipient.name}}Dear {{recipient.name}}{{else}}{{recipient.id}}{{/if}}', 'id,name', 'id'],
    ['{{recipient.name}}{{#unless recipient.name}}?{{/unless}}', 'name', ''],
    ['{{#if (and recipient.a (eq recipient.b "x"))}}!{{/if}}{{or recipient.c "you"}}', 'a,b,c', ''],
    ['{{#if (plain recipient.name)}}{{recipient.name}}{{/if}}', 'name', ''],
    ['{{#section "x" when=recipient.a heading=recipient.b}}{{recipient.c}}{{/section}}', 'a,b,c', 'b,c'],
    ['{{#with recipient.name}}{{this}}{{/with}}{{join (list recipient.a recipient.b)}}', 'a,b,name', ''],
    ['{{#each recipient.tags}}{{this}}{{/each}}', 'tags', ''],
    ['{{#if recipient}}To {{recipient.name}}{{/if}}', 'name', 'name'],
    ['{{lookup recipient "name"}}{{lookup (lookup this "recipient") "town"}}', 'name,town', 'name,town'],
    // an item has no recipient of its own
    ['{{#each actors}}{{recipient.name}}{{/each}}', '', ''],
    [
      '{{#each actors}}{{#if role}}{{../recipient.name}}{{@root.recipient.town}}{{/if}}{{/each}}',
      'name,town',
      'name,town',
    ],
    [
      '{{#each actors as |recipient|}}{{recipient.name}}{{/each}}{{#with title as |x|}}{{x.recipient.a}}{{/with}}',
      '',
      '',
    ],
    ['{{#with @root}}{{recipient.name}}{{/with}}', 'name', 'name'],
    // taken as a whole
    ['{{#with recipient}}{{name}}{{/with}}', 'all', ''],
    ['{{#each recipient}}{{@key}}{{/each}}{{recipient.name}}', 'all', 'name'],
    ['{{#with (or recipient title)}}{{name}}{{/with}}', 'all', ''],
    ['{{#each (list recipient)}}{{name}}{{/each}}', 'all', ''],
    ['{{#if (where (list recipient) "vip")}}!{{/if}}', 'all', ''],
    ['{{lookup recipient key}}', 'all', ''],
    ['{{#if (lookup recipient key)}}!{{/if}}', 'all', ''],
    ['{{#each @root}}{{this.name}}{{/each}}', 'all', ''],
    ['{{#with this as |all|}}{{all.recipient.name}}{{/with}}', 'all', ''],
    ['{{> p recipient}}', 'all', '', { p: '{{name}}' }],
    ['{{> p who=recipient}}', 'all', '', { p: '{{who.name}}' }],
    ['{{> p all=this}}', 'all', '', { p: '{{all.recipient.name}}' }],
    // partials
    [
      '{{> p}}',
      'name,town',
      'name',
      { p: '{{recipient.name}}{{> q}}', q: '{{#if recipient.town}}{{recipient.town}}{{/if}}' },
    ],
    ['{{recipient.town}}{{> p}}', 'town', '', { p: '{{#if recipient.town}}!{{/if}}' }],
    [
      '{{> p @root}}{{> q this}}',
      'name,town',
      'name,town',
      { p: '{{recipient.name}}', q: '{{recipient.town}}' },
    ],
    ['{{> p to=recipient.name}}', 'name', '', { p: '{{#if to}}{{to}}{{/if}}' }],
    [
      '{{> p actors}}{{#each actors}}{{> q}}{{/each}}',
      '',
      '',
      { p: '{{recipient.a}}', q: '{{recipient.b}}{{reference this}}' },
    ],
    ['{{#each actors}}{{> p}}{{/each}}{{> p}}', 'name', 'name', { p: '{{recipient.name}}' }],
    ['{{> p}}', 'name', 'name', { p: '{{recipient.name}}{{> p}}' }],
    ['{{> none}}{{recipient.name}}', 'name', 'name'],
    ['{{recipient.name', '', ''],
  ]

for (const [template, fields, required, partials] of CASES)
  test(`finds what is read of a recipient by ${template}`, () => {
    assert.equal(usesOf(template, partials), [fields, required])
  })

test('what is read when a template runs was found before', () => {
  const data = { actors: [{ name: 'A' }], title: 'T', key: 'name' }
  for (const [template, fields, , partials] of CASES) {
    const read = new Set<string>()
    const row = { name: verbatim('Ann'), town: verbatim('Port'), a: verbatim('a'), b: verbatim('b'), id: 7 }
    const note = (_: object, key: string | symbol) => read.add(String(key))
    const recipient = new Proxy(row, {
      get: (target, key) => note(target, key) && Reflect.get(target, key),
      getOwnPropertyDescriptor: (target, key) =>
        note(target, key) && Reflect.getOwnPropertyDescriptor(target, key),
    })
    renderHtml(editionOf({ template, data: { ...data, recipient } }), libraryOf(partials), () => {})
    const known = new Set(fields.split(','))
    const missed = [...read].filter(key => Object.hasOwn(row, key) && !known.has(key))
    assert.equal(fields === 'all' ? [] : missed, [], template)
  }
})

test('a field that is required is known with the place that prints it first', () => {
  const { audience } = editionOf({ template: '<p>\n{{> p}}{{recipient.town}}</p>' })
  const library = libraryOf({ p: '<b>\n  {{paragraphs recipient.name}}' })
  assert.equal(
    recipientFieldsOf(audience, library).required.map(({ place: { file, range } }) => {
      const { line, column } = file.position(range.start)
      return `${file.path}:${line}:${column} ${file.text.slice(range.start, range.end)}`
    }),
    ['templates/test.hbs:5:10 recipient.town', 'templates/partials/p.hbs:2:16 recipient.name'],
  )
})

test('every helper that is known to ask is a helper', () => {
  const names = new Set(HELPERS.map(({ name }) => name))
  for (const name of [...CONDITION_HELPERS, ...CHOICE_HELPERS]) assert.ok(names.has(name), name)
})

/** Those of heads and feet of pages, which stand in every edition. */
const RUNNING = ['running-foot', 'running-head']

test('the partials of a template are those that it prints, others through them, and those that are not there', () => {
  const { audience } = editionOf({ template: '{{> p}}{{#if x}}{{> none}}{{/if}}{{> p}}' })
  const library = libraryOf({ p: '{{> q}}', q: '{{> p}}{{> a}}', a: '', unused: '{{> a}}' })
  assert.equal(partialNamesOf(audience, library), ['a', 'none', 'p', 'q', ...RUNNING])
  assert.equal(partialNamesOf(editionOf({ template: '' }).audience, library), RUNNING)
})

test('to look for uses says nothing of what is wrong: that is found when the template is printed', () => {
  const edition = editionOf({ template: '{{> p}}{{> none}}{{nope x}}' })
  const library = libraryOf({ p: '{{recipient.name}}{{> p}}{{{raw}}}' })
  assert.equal(recipientFieldsOf(edition.audience, library).fields, ['name'])
  assert.equal(partialNamesOf(edition.audience, library), ['none', 'p', ...RUNNING])
  const findings = new Findings()
  renderHtml(edition, library, findings.report)
  assert.equal(findings.all.map(({ code }) => code).sort(), [
    'raw-markup',
    'template-failed',
    'unknown-helper',
    'unknown-partial',
  ])
})

test.run()
