import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { template } from '../support/briefs.js'
import { workspace } from '../support/workspace.js'

const BRIEF = 'title: The dam\nas_of: 2025-01-20\nissue: Shall it be raised?\n'
const files = {
  'briefs/plain.yaml': BRIEF,
  'briefs/listing.yaml': `${BRIEF}audiences: [board, press]\n`,
  'templates/board.hbs': template('<h1>{{title}}</h1><p>{{issue}}</p>', { on_request: 'true' }),
}

test('an audience on request is printed where a brief lists it or the command names it, and nowhere else', async () => {
  const space = workspace(files)
  const { status, stderr } = await space.run('build')
  assert.equal([status, stderr], [0, ''])
  assert.equal(space.files('out/listing'), ['out/listing/board.pdf', 'out/listing/press.pdf'])
  assert.not.ok(space.files('out/plain').includes('out/plain/board.pdf'))
  assert.ok(space.files('out/plain').includes('out/plain/press.pdf'))
  assert.is((await space.run('build', 'briefs/plain.yaml', '-a', 'board')).status, 0)
  assert.ok(space.files('out/plain').includes('out/plain/board.pdf'))
})

test('the list of audiences says which are printed on request', async () => {
  const space = workspace(files)
  const { stdout } = await space.run('audiences')
  assert.match(stdout, /^board .* on request +templates\/board\.hbs$/m)
  assert.match(stdout, /^press .* by default +/m)
  const { audiences } = JSON.parse((await space.run('audiences', '--json')).stdout)
  const onRequest = audiences.filter((entry: { on_request: boolean }) => entry.on_request)
  assert.equal(
    onRequest.map(({ name }: { name: string }) => name).filter((name: string) => name === 'board'),
    ['board'],
  )
})

test.run()
