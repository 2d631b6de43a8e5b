import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findingsOf, workspace } from '../support/workspace.js'

const TEMPLATE = `---
title: Notice
description: For a test.
page: { size: a4, margins: { top: 20, right: 20, bottom: 20, left: 20 } }
limit: 1
type: { size: 10, floor: 9 }
clearance: TLP:CLEAR
languages: [en, fr]
sections: [issue]
---
{{#parallel}}<h1>{{title}}</h1>{{#section "issue"}}{{paragraphs issue}}{{/section}}{{/parallel}}
`
const briefIn = (fr: string, es: string) =>
  `title: { default: Pier, fr: Quai, es: Muelle }
as_of: 2025-03-01
lang: en
status: cleared
issue: { default: Is it open?, fr: ${fr}, es: ${es} }
`

/** Prints the notice of a brief, and tells the hash of what it is made from and whether it was printed anew. */
async function printed(space: ReturnType<typeof workspace>, brief: string) {
  space.write({ 'briefs/pier.yaml': brief })
  const outcome = await space.run('build', '-a', 'notice', '--json')
  assert.equal([outcome.status, findingsOf(outcome)], [0, []])
  const { editions } = JSON.parse(space.read('out/manifest.json'))
  const [edition] = editions as { inputs_sha256: string; cached: boolean }[]
  return { inputs: edition?.inputs_sha256, cached: edition?.cached }
}

test('wordings of languages that a template does not declare are none of what its editions are made from', async () => {
  const space = workspace({ 'templates/notice.hbs': TEMPLATE })
  const first = await printed(space, briefIn('Est-il ouvert ?', 'Está abierto.'))
  const undeclared = await printed(space, briefIn('Est-il ouvert ?', 'Sigue abierto.'))
  assert.equal(undeclared, { inputs: first.inputs, cached: true })
  const declared = await printed(space, briefIn('Reste-t-il ouvert ?', 'Sigue abierto.'))
  assert.is(declared.cached, false)
  assert.is.not(declared.inputs, first.inputs)
})

test('words of a locale count in both languages', async () => {
  const space = workspace({ 'templates/notice.hbs': TEMPLATE })
  const brief = briefIn('Est-il ouvert ?', 'Está abierto.')
  await printed(space, brief)
  space.write({ 'templates/locales/fr.yaml': 'lang: fr\nheadings: { default: { issue: Question } }\n' })
  const { stdout } = await space.run('build', '-a', 'notice', '--json')
  assert.is(JSON.parse(stdout).editions[0].cached, false)
})

test('what a template declares wrongly, or asks for in one language alone, is found before anything is printed', async () => {
  const wrong = [
    ['languages: [en, fr]', 'languages: [en, in french]', /expected a language tag.*\[audience-invalid\]/],
    ['languages: [en, fr]', 'languages: [en, EN]', /differ from each other.*\[audience-invalid\]/],
    ['languages: [en, fr]\n', '', /`languages: \[en, fr\]`.*\[template-failed\]/],
    ['{{title}}', '{{../title}}', /nothing outside.*\[unknown-field\]/],
    ['{{title}}', '{{label "perhaps"}}', /locale `fr`|no label `perhaps`/],
  ] as const
  for (const [right, fault, message] of wrong) {
    const space = workspace({
      'templates/notice.hbs': TEMPLATE.replace(right, fault),
      'briefs/pier.yaml': briefIn('Est-il ouvert ?', 'Está abierto.'),
    })
    const { status, stderr } = await space.run('build', '-a', 'notice')
    assert.is(status, 1, fault)
    assert.match(stderr, message)
  }
})

test('a wording that is missing is found at its field, in the language that lacks it', async () => {
  const space = workspace({
    'templates/notice.hbs': TEMPLATE,
    'briefs/pier.yaml':
      'title: { default: Pier, fr: Quai }\nas_of: 2025-03-01\nlang: en\nissue: Is it open?\n',
  })
  const outcome = await space.run('build', '-a', 'notice')
  assert.match(
    outcome.stderr,
    /pier\.yaml:4:1: warning: `issue` has no wording in `fr`, and is printed in `en`/,
  )
})

test('languages that are divided into other paragraphs are found at the wording that has fewer', async () => {
  const found = async (en: string, fr: string) => {
    const issue = `issue:\n  default: ${JSON.stringify(en)}\n  fr: ${JSON.stringify(fr)}\n`
    const space = workspace({
      'templates/notice.hbs': TEMPLATE,
      'briefs/pier.yaml': `title: { default: Pier, fr: Quai }\nas_of: 2025-03-01\nlang: en\n${issue}`,
    })
    return findingsOf(await space.run('build', '-a', 'notice', '--json'))
  }
  assert.equal(await found('Open?\n\nSince when?', 'Ouvert ?\n\nDepuis quand ?'), [])
  assert.equal(await found('Open?\n\nSince when?', 'Ouvert ?'), ['briefs/pier.yaml:6:7 wordings-uneven'])
  assert.equal(await found('Open?', 'Ouvert ?\n\nDepuis quand ?'), ['briefs/pier.yaml:5:12 wordings-uneven'])
  assert.equal(await found('- a\n- b', '- a'), ['briefs/pier.yaml:6:7 wordings-uneven'])
})

test.run()
