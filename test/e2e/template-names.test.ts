import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, NOTE, template } from '../support/briefs.js'
import { findingsOf, workspace } from '../support/workspace.js'

const FAULTY = template(
  '<h1>{{titel}}</h1>\n<nav>{{#if nobody}}{{lable "risk"}}{{/if}}</nav>\n{{> mastheed}}{{> part}}',
).replace('limit: 1', 'limit: none')
const FILES = {
  'briefs/dam.yaml': DAM,
  'briefs/weir.yaml': DAM.replace('The dam', 'The weir'),
  'templates/note.hbs': FAULTY,
  'templates/partials/part.hbs': '<p>{{#each gaps}}{{gapp}}{{/each}}</p>',
}
const FOUND = [
  'templates/note.hbs:5:8 audience-invalid',
  'templates/note.hbs:10:7 unknown-field',
  'templates/note.hbs:11:1 unknown-element',
  'templates/note.hbs:11:12 unknown-field',
  'templates/note.hbs:11:20 unknown-helper',
  'templates/note.hbs:12:1 unknown-partial',
  'templates/partials/part.hbs:1:20 unknown-field',
]

test('all that is wrong with a template is found in one pass, once, and nothing is printed', async () => {
  const space = workspace(FILES)
  const before = space.files()
  const outcomes = [
    await space.run('build', '-a', 'note', '--json'),
    await space.run('build', '-a', 'note', '--dry-run', '--json'),
    await space.run('check', '--json'),
    await space.run('audiences', '--json'),
  ]
  for (const outcome of outcomes) {
    assert.equal(findingsOf(outcome).sort(), [...FOUND].sort())
    assert.is(outcome.status, 1)
  }
  assert.equal(
    space.files().filter(file => file.endsWith('.pdf')),
    before.filter(file => file.endsWith('.pdf')),
  )
})

test('an audience whose template is wrong fails, and the others are printed', async () => {
  const space = workspace({
    'briefs/dam.yaml': DAM,
    'templates/note.hbs': NOTE.replace('{{title}}', '{{titel}}'),
    'templates/card.hbs': NOTE,
  })
  const outcome = await space.run('build', '-a', 'note', '-a', 'card', '--json')
  assert.is(outcome.status, 1)
  assert.equal(findingsOf(outcome), ['templates/note.hbs:10:7 unknown-field'])
  assert.equal(
    JSON.parse(outcome.stdout).editions.map(({ audience }: { audience: string }) => audience),
    ['card'],
  )
  space.write({ 'templates/note.hbs': NOTE })
  assert.is((await space.run('build', '-a', 'note', '-a', 'card')).status, 0)
})

test('a fault that is put into a partial or a locale is found by the next build', async () => {
  const space = workspace({
    'briefs/dam.yaml': DAM,
    'templates/note.hbs': template('{{> part}}'),
    'templates/partials/part.hbs': '<h1>{{title}}</h1>',
  })
  const build = async () => findingsOf(await space.run('build', '-a', 'note', '--json'))
  assert.equal(await build(), [])
  space.write({ 'templates/partials/part.hbs': '<h1>{{titel}}</h1>' })
  assert.equal(await build(), ['templates/partials/part.hbs:1:7 unknown-field'])
})

test('a warning about a template is given again where nothing is printed anew', async () => {
  const space = workspace({ 'briefs/dam.yaml': DAM, 'templates/note.hbs': NOTE.replace('[]', '[gaps]') })
  for (const state of ['printed', 'kept']) {
    const outcome = await space.run('build', '-a', 'note', '--json')
    assert.equal(
      [state, outcome.status, findingsOf(outcome)],
      [state, 0, ['templates/note.hbs:8:12 sections-differ']],
    )
  }
})

test('`inspect` says what is wrong with a template, and shows the edition nevertheless', async () => {
  const space = workspace({
    'briefs/dam.yaml': DAM,
    'templates/note.hbs': NOTE.replace('{{title}}', '{{titel}}'),
  })
  for (const stage of ['edition', 'html', 'blocks']) {
    const { status, stdout, stderr } = await space.run(
      'inspect',
      'briefs/dam.yaml',
      '-a',
      'note',
      '--stage',
      stage,
    )
    assert.equal([stage, status, stdout !== ''], [stage, 1, stage === 'edition'])
    assert.match(stderr, /note\.hbs:10:7: error: a brief has no field `titel` \[unknown-field\]/)
    assert.is(stderr.split('unknown-field').length, 2)
  }
})

test('the recipient is an error where a build has none, and a warning to `check`', async () => {
  const letter = template('<h1>{{title}}</h1><p>Dear {{recipient.name}}</p>')
  const space = workspace({
    'briefs/dam.yaml': DAM,
    'templates/letter.hbs': letter,
    'who.csv': 'id,name\na,Ann\n',
  })
  const found = async (...argv: string[]) => findingsOf(await space.run(...argv, '--json'))
  assert.equal(await found('build', '-a', 'letter'), ['templates/letter.hbs:10:29 recipient-absent'])
  assert.equal(await found('build', '-a', 'letter', '--data', 'who.csv'), [])
  assert.equal(await found('audiences'), ['templates/letter.hbs:10:29 recipient-unguarded'])
})

test('a partial that no template prints is looked at by `audiences`', async () => {
  const space = workspace({
    'briefs/dam.yaml': DAM,
    'templates/partials/lone.hbs': '<p>{{anything}}</p><div>{{nope 1}}</div>',
  })
  assert.equal(findingsOf(await space.run('audiences', '--json')), [
    'templates/partials/lone.hbs:1:20 unknown-element',
    'templates/partials/lone.hbs:1:25 unknown-helper',
  ])
  assert.equal(findingsOf(await space.run('build', '-a', 'press', '--json')), [])
})

test.run()
