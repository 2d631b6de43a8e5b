import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SourceFile } from '../../src/diagnostics/index.js'
import { partialsOf, recipientUse } from '../../src/markup/index.js'
import { editionOf } from '../support/edition.js'

const library = (partials: Readonly<Record<string, string>> = {}) => ({
  partials: new Map(
    Object.entries(partials).map(([name, text]) => [name, new SourceFile(`partials/${name}.hbs`, text)]),
  ),
  locales: new Map(),
})

function use(template: string, partials: Readonly<Record<string, string>> = {}) {
  const { fields, required } = recipientUse(editionOf({ template }).audience, library(partials))
  return { fields, required: required.map(({ field }) => field) }
}

test('a field that is printed is required, one that is tested anywhere is not', () => {
  assert.equal(use('<p>{{recipient.name}}</p>'), { fields: ['name'], required: ['name'] })
  assert.equal(use('{{#if recipient.town}}<p>{{recipient.town}}</p>{{/if}}'), {
    fields: ['town'],
    required: [],
  })
  assert.equal(use('{{#unless recipient.town}}<p>None</p>{{/unless}}<p>{{recipient.town}}</p>').required, [])
  assert.equal(use('{{#if (eq recipient.kind "press")}}<p>Press</p>{{/if}}'), {
    fields: ['kind'],
    required: [],
  })
  assert.equal(use('<p>{{label "as_of" date=recipient.since}}</p>'), {
    fields: ['since'],
    required: ['since'],
  })
  assert.equal(use('<p>{{title}}</p>'), { fields: [], required: [] })
})

test('what a condition holds is printed', () => {
  assert.equal(use('{{#if recipient.vip}}<p>{{recipient.name}}</p>{{else}}<p>{{recipient.id}}</p>{{/if}}'), {
    fields: ['id', 'name', 'vip'],
    required: ['name', 'id'],
  })
})

test('from wherever it is read', () => {
  const template = '{{#each key_facts}}<p>{{../recipient.name}} {{@root.recipient.town}}</p>{{/each}}'
  assert.equal(use(template).fields, ['name', 'town'])
})

test('a recipient that is taken as a whole may be read in any part', () => {
  for (const template of [
    '{{#with recipient}}<p>{{name}}</p>{{/with}}',
    '{{> card recipient}}',
    '{{> card who=recipient}}',
    '<p>{{lookup recipient "name"}}</p>',
  ])
    assert.is(use(template, { card: '<p>{{name}}</p>' }).fields, 'all', template)
  assert.equal(use('{{#if recipient}}<p>{{recipient.name}}</p>{{/if}}'), {
    fields: ['name'],
    required: ['name'],
  })
})

test('partials count, and what they print', () => {
  const partials = {
    head: '{{#if recipient.name}}<p>For</p>{{/if}}{{> inner}}',
    inner: '<p>{{recipient.town}}</p>{{> absent}}',
    other: '<p>{{recipient.other}}</p>',
  }
  assert.equal(use('{{> head}}<p>{{recipient.name}}</p>', partials), {
    fields: ['name', 'town'],
    required: ['town'],
  })
  const { audience } = editionOf({ template: '{{> head}}' })
  assert.equal(partialsOf(audience, library(partials)), ['absent', 'head', 'inner'])
})

test('a template that is wrong is no reason to fail here', () => {
  assert.equal(use('{{#if recipient.name}}'), { fields: [], required: [] })
})

test.run()
