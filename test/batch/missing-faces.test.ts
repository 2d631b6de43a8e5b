import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { findingsOf, workspace } from '../support/workspace.js'

const space = (body: string) =>
  workspace({
    'briefs/dam.yaml': `${DAM}audiences: [note]\n`,
    'templates/note.hbs': template(body, { theme: 'house' }),
    'templates/themes/house.yaml': 'extends: default\nfamilies: { body: Own }\n',
    'fonts/fonts.yaml':
      '# Two faces\nOwn:\n  normal: source-serif-4/SourceSerif4-Regular.ttf\n  bold: source-serif-4/SourceSerif4-Bold.ttf\n',
  })

test('a family may lack faces that no words ask for', async () => {
  const outcome = await space('<p>Plain and <strong>bold</strong>.</p>').run('build', '--json')
  assert.equal([outcome.status, findingsOf(outcome)], [0, []])
})

test('a face that words ask for and the family lacks is a warning at the family, and the nearest stands for it', async () => {
  const own = space('<p>A <em>turn</em>, a <strong><em>great</em></strong> one.</p>')
  const outcome = await own.run('build', '--json')
  assert.equal(
    [outcome.status, findingsOf(outcome)],
    [0, ['fonts/fonts.yaml:2:1 font-face-missing', 'fonts/fonts.yaml:2:1 font-face-missing']],
  )
  assert.match(outcome.stdout, /no italic face: `turn.*regular one/)
  assert.match(outcome.stdout, /no bold italic face: `great.*bold one/)
})

test('the regular face must be there', async () => {
  const own = space('<p>Plain.</p>')
  own.write({ 'fonts/fonts.yaml': 'Own:\n  bold: source-serif-4/SourceSerif4-Bold.ttf\n' })
  const outcome = await own.run('build', '--json')
  assert.is(outcome.status, 1)
  assert.ok(findingsOf(outcome).includes('fonts/fonts.yaml:2:3 font-invalid'), outcome.stdout)
})

test.run()
