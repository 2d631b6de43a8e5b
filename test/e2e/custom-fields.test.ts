import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readText } from '../support/pdf-text.js'
import { findingsOf, type TestWorkspace, workspace } from '../support/workspace.js'

const template = (fields: string, body: string, more = '') => `---
title: Grant note
description: One page.
page: { size: a4, margins: { top: 20, right: 20, bottom: 20, left: 20 } }
limit: 1
type: { size: 10, floor: 9 }
clearance: TLP:AMBER
sections: []
${more}fields:
${fields}
---
<h1>{{title}}</h1>
${body}
`
const FIELDS = `  budget: { type: number, required: true }
  closes: { type: date }
  purpose: { type: text }
  terms: { type: prose }
  partners: { type: list }`
const BODY = `<p>{{custom.budget}} by {{date custom.closes}}: {{custom.purpose}}</p>
{{paragraphs custom.terms}}
<ul>{{#each custom.partners}}<li>{{this}}</li>{{/each}}</ul>`
const brief = (custom: string, more = '') => `title: The pier fund
as_of: 2025-03-01
lang: en
audiences: [grant]
${more}custom:
${custom}`

const withBrief = (custom: string, more = ''): TestWorkspace =>
  workspace({ 'templates/grant.hbs': template(FIELDS, BODY), 'briefs/pier.yaml': brief(custom, more) })

const printed = ({ root }: TestWorkspace) => {
  const { drawn, said } = readText(readFileSync(join(root, 'out/pier/grant.pdf')))
  return `${drawn.replace(/\s+/g, ' ')}\n${said}`
}

const report = async (space: TestWorkspace, command: 'build' | 'check' = 'build') =>
  findingsOf(await space.run(command, '--json'))

test('fields of a house are read by their types, chosen by audience and language, and printed', async () => {
  const space = withBrief(`  budget: 4.5
  closes: 2025-05
  purpose: { default: A pier for all, grant: A *new* pier }
  terms: |
    Paid in two parts.

    - half in June
  partners: [The city, The port]
`)
  assert.equal(await report(space), [])
  const text = printed(space)
  for (const words of ['4.5 by May 2025: A new pier', 'Paid in two parts.', 'half in June', 'The city'])
    assert.match(text, words)
})

test('a key that no template declares, and a value of another kind, are errors at their places', async () => {
  const space = withBrief(`  budgett: 4.5
  closes: in May
  purpose: [a, b]
  terms: { en: Paid at once. }
  partners: { default: The city, grant: The port }
  budget: "4.5"
`)
  assert.equal(await report(space, 'check'), [
    'briefs/pier.yaml:6:3 unknown-key',
    'briefs/pier.yaml:7:11 invalid-date',
    'briefs/pier.yaml:8:12 wrong-type',
    'briefs/pier.yaml:9:12 missing-field',
    'briefs/pier.yaml:11:11 wrong-type',
  ])
  const { stderr } = await space.run('check')
  assert.match(stderr, 'no template declares `custom.budgett`')
  assert.match(stderr, 'did you mean `budget`?')
})

test('where no template declares a field, the finding says where to', async () => {
  const space = workspace({ 'briefs/pier.yaml': brief('  budget: 4\n').replace('[grant]', '[public]') })
  assert.equal(await report(space, 'check'), ['briefs/pier.yaml:6:3 unknown-key'])
  assert.match((await space.run('check')).stderr, 'declare it under `fields` of the front matter')
})

test('a brief without a field that is required fails for that audience alone', async () => {
  const space = withBrief('  closes: 2025-05\n', 'bottom_line: Pay.\n')
  space.write({ 'briefs/pier.yaml': space.read('briefs/pier.yaml').replace('[grant]', '[grant, public]') })
  const outcome = await space.run('build', '--json')
  assert.is(outcome.status, 1)
  assert.equal(findingsOf(outcome), ['briefs/pier.yaml:6:1 custom-field-missing'])
  assert.equal(
    space.files('out').filter(path => path.endsWith('.pdf')),
    ['out/pier/public.pdf'],
  )
  assert.equal(await report(space, 'check'), ['briefs/pier.yaml:6:1 custom-field-missing'])
})

test('a field that only audiences declare which the brief is not for is an error, unless they are asked for', async () => {
  const space = withBrief('  budget: 4\n  closes: 2025\n', 'bottom_line: Pay.\n')
  space.write({ 'briefs/pier.yaml': space.read('briefs/pier.yaml').replace('[grant]', '[public]') })
  assert.equal(await report(space, 'check'), [
    'briefs/pier.yaml:7:3 custom-field-unserved',
    'briefs/pier.yaml:8:3 custom-field-unserved',
  ])
  assert.equal(findingsOf(await space.run('build', '-a', 'grant', '--json')), [])
})

test('a template names the fields that it declares, and no others', async () => {
  const space = withBrief('  budget: 4\n')
  space.write({
    'templates/grant.hbs': template(
      '  budget: { type: number }\n  partners: { type: list }\n  unsaid: { type: text }',
      '<p>{{custom.bugdet}} {{custom.other}} {{custom.partners}}</p>{{> more}}',
    ),
    'templates/partials/more.hbs': '<p>{{@root.custom.budget.x}}</p>',
  })
  assert.equal(await report(space), [
    'templates/grant.hbs:12:3 field-unprinted',
    'templates/grant.hbs:15:6 unknown-field',
    'templates/grant.hbs:15:24 unknown-field',
    'templates/grant.hbs:15:39 template-failed',
    'templates/partials/more.hbs:1:6 unknown-field',
  ])
  const { stderr } = await space.run('build')
  assert.match(stderr, 'did you mean `budget`?')
  assert.match(stderr, 'declare it under `fields` of the front matter: `other: { type: text }`')
})

test('what is wrong with `fields` is said at its line', async () => {
  const space = withBrief('  budget: 4\n')
  space.write({
    'templates/grant.hbs': template(
      '  budget: { type: amount }\n  closes: date\n  2nd: { type: text }\n  purpose: { typ: text }\n  terms: { type: text, required: maybe }',
      '<p>{{custom.budget}}</p>',
    ),
  })
  const lines = (await report(space)).filter(line => line.endsWith('audience-invalid'))
  assert.equal(
    lines.map(line => line.replace(/:\d+ .*/, '')),
    [10, 11, 13, 14].map(line => `templates/grant.hbs:${line}`),
  )
  space.write({
    'templates/grant.hbs': template('  2nd: { type: text }', '<p>{{title}}</p>'),
    'briefs/pier.yaml': brief('').replace('custom:\n', ''),
  })
  assert.ok((await report(space)).includes('templates/grant.hbs:10:3 audience-invalid'))
})

test('two templates cannot declare a field as two types', async () => {
  const space = withBrief('  budget: 4\n')
  space.write({
    'templates/loan.hbs': template('  budget: { type: text }', '<p>{{custom.budget}}</p>'),
    'briefs/pier.yaml': space.read('briefs/pier.yaml').replace('[grant]', '[grant, loan]'),
  })
  assert.equal(await report(space), ['templates/loan.hbs:10:19 audience-invalid'])
  assert.match((await space.run('check')).stderr, '`custom.budget` is `text` here, and `number` in `grant`')
})

test('what the template does not print of them is unshown', async () => {
  const space = withBrief('  budget: 4\n  closes: 2025\n  purpose: A pier\n  partners: [City, Port]\n')
  space.write({
    'templates/grant.hbs': template(
      FIELDS,
      `{{#if custom.closes}}<p>{{custom.budget}}</p>{{/if}}<p>{{#each custom.partners}}{{#if @first}}{{this}}{{/if}}{{/each}}</p>${'{{#if (eq title "x")}}'}${BODY}{{/if}}`,
    ),
  })
  const outcome = await space.run('build', '--json')
  const { editions } = JSON.parse(outcome.stdout) as { editions: { unshown: string[] }[] }
  assert.equal(editions[0]?.unshown.sort(), ['custom.closes', 'custom.partners[1]', 'custom.purpose'])
})

test('names and sources above the clearance do not come in through them', async () => {
  const space = withBrief(
    `  budget: 4
  purpose: For Ines Vela and her pier
  terms: Half in June [@leak].
  partners: [The port, Ines Vela]
`,
    `actors:
  - { id: vela, name: Ines Vela, classification: "TLP:RED" }
sources:
  - { id: leak, title: The secret plan, classification: "TLP:RED" }
`,
  )
  const found = await report(space)
  assert.equal(found.map(line => line.split(' ')[1]).sort(), [
    'citation-left-out',
    'hidden-actor-named',
    'hidden-actor-named',
  ])
  const text = printed(space)
  assert.match(text, 'Half in June.')
  assert.not.match(text, /Vela|secret/)
})

test('where the scheme marks every portion, they bear the mark of the brief', async () => {
  const space = withBrief(
    '  budget: 4\n  purpose: A pier\n  partners: [The port]\n  terms: Half in June.\n',
    'classification: SECRET\n',
  )
  space.write({ 'briefwright.yaml': 'markings: [us]\nclearances: { grant: SECRET }\n' })
  assert.equal(await report(space), [])
  const text = printed(space)
  for (const words of ['(S) A pier', '(S) The port', '(S) Half in June.']) assert.match(text, words)
})

test('a template that declares more is read again, though the brief has not changed', async () => {
  const space = withBrief('  budget: 4\n  extra: 5\n')
  assert.equal(await report(space), ['briefs/pier.yaml:7:3 unknown-key'])
  space.write({
    'templates/loan.hbs': template('  extra: { type: number }', '<p>{{custom.extra}}</p>'),
    'briefs/pier.yaml': space.read('briefs/pier.yaml').replace('[grant]', '[grant, loan]'),
  })
  assert.equal(await report(space), [])
  space.write({ 'templates/loan.hbs': template('  extra: { type: date }', '<p>{{date custom.extra}}</p>') })
  assert.equal(await report(space), ['briefs/pier.yaml:7:10 invalid-date'])
})

test.run()
