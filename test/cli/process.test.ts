import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, NOTE } from '../support/briefs.js'
import { workspace } from '../support/workspace.js'

const PROGRAM = fileURLToPath(import.meta.resolve('../../src/cli.js'))
const space = workspace({ 'briefs/dam.yaml': DAM, 'templates/note.hbs': NOTE })

test('the program ends with the status of the command, and keeps results and findings apart', () => {
  const run = (...argv: string[]) =>
    spawnSync(process.execPath, [PROGRAM, ...argv], { cwd: space.root, encoding: 'utf8' })
  const good = run('check', '--json')
  assert.equal([good.status, JSON.parse(good.stdout).ok, good.stderr], [0, true, ''])
  const bad = run('check', '--json', 'absent.yaml')
  assert.equal([bad.status, JSON.parse(bad.stdout).ok, bad.stderr], [1, false, ''])
  const wrong = run('chekc')
  assert.equal([wrong.status, wrong.stdout], [2, ''])
})

test('a build goes on when nobody reads its output any more', async () => {
  const build = spawn(process.execPath, [PROGRAM, 'build', '-a', 'note'], { cwd: space.root })
  build.stdout.destroy()
  build.stderr.destroy()
  const status = await new Promise(resolve => build.on('close', resolve))
  assert.is(status, 0)
  assert.equal(space.files('out'), ['out/dam/note.pdf', 'out/manifest.json'])
})

test.run()
