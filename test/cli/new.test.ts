import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { workspace } from '../support/workspace.js'

test('writes a brief that check finds nothing wrong with', async () => {
  const space = workspace()
  const { status, stdout, stderr } = await space.run('new', 'dam')
  assert.equal([status, stderr, space.files()], [0, '', ['briefs/dam.yaml']])
  assert.match(stdout, 'wrote briefs/dam.yaml')
  const checked = await space.run('check')
  assert.equal([checked.status, checked.stderr], [0, ''])
})

test('every field that the comments show is right', async () => {
  const space = workspace({
    'briefs/sources/article.txt': 'The full name said: "The words, exactly as the source has them."\n',
  })
  await space.run('new', 'dam')
  const uncommented = space
    .read('briefs/dam.yaml')
    .replace(/^# yaml.*\n/, '')
    .replace(/^# /gm, '')
  space.write({ 'briefs/dam.yaml': uncommented })
  const { status, stderr } = await space.run('check')
  assert.is(status, 0, stderr)
  assert.match(uncommented, /^quotes:\n {2}- text:/m)
})

test('never writes over a file', async () => {
  const space = workspace({ 'briefs/dam.yaml': 'mine' })
  const { status, stderr } = await space.run('new', 'dam')
  assert.match(stderr, 'briefs/dam.yaml:1:1: error: `briefs/dam.yaml` is there already [file-exists]')
  assert.is(status, 1)
  assert.is(space.read('briefs/dam.yaml'), 'mine')
})

test('takes a name in any script, with its ending or without', async () => {
  const space = workspace()
  await space.run('new', 'déjà-vu.yaml')
  await space.run('new', '汛期')
  assert.equal(space.files(), ['briefs/déjà-vu.yaml', 'briefs/汛期.yaml'])
})

test.run()
