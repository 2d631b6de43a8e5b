import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { BuildResult } from '../../src/batch/build-briefs.js'
import { watchBriefs } from '../../src/batch/watch-briefs.js'
import { DAM, NOTE, template } from '../support/briefs.js'
import { workspace } from '../support/workspace.js'

const FILES = {
  'templates/note.hbs': NOTE,
  'templates/board.hbs': template('<h1>{{title}}</h1>{{> end}}'),
  'templates/partials/end.hbs': '<p>End</p>',
  'briefs/dam.yaml': `${DAM}audiences: [note, board]
quotes:
  - { text: We will raise the dam, source: talk }
sources:
  - { id: talk, title: A talk, text: ../texts/talk.txt }
`,
  'texts/talk.txt': 'He said: “We will raise the dam”.\n',
}

test('builds what changes on save, and keeps going over errors', async () => {
  const space = workspace(FILES)
  const results: BuildResult[] = []
  const stop = new AbortController()
  const options = { cwd: space.root, briefs: [], audiences: [], out: 'out', signal: stop.signal }
  const watching = watchBriefs(options, { onResult: result => results.push(result) })
  const next = async () => {
    const before = results.length
    for (let waits = 0; results.length === before && waits < 500; waits++) await pause(20)
    const result = results.at(-1)
    const printed = [...(result?.editions ?? [])].filter(entry => !entry.cached)
    return {
      printed: printed.map(entry => entry.audience),
      failed: result?.failed,
      codes: result?.diagnostics.map(({ code }) => code),
    }
  }
  const save = async (path: string, from: string, to: string) => {
    space.write({ [path]: space.read(path).replace(from, to) })
    return next()
  }
  const sound = { failed: 0, codes: [] }
  assert.equal(await next(), { printed: ['note', 'board'], ...sound })
  assert.equal(await save('briefs/dam.yaml', 'The dam', 'That dam'), { printed: ['note', 'board'], ...sound })
  assert.equal(await save('templates/partials/end.hbs', 'End', 'The end'), { printed: ['board'], ...sound })
  assert.equal(await save('templates/note.hbs', '<h1>', '<h1 id="top">'), { printed: ['note'], ...sound })
  const broken = await save('texts/talk.txt', 'raise', 'lower')
  assert.equal(broken, { printed: [], failed: 2, codes: ['quote-altered'] })
  assert.equal(await save('texts/talk.txt', 'lower', 'raise'), { printed: ['note', 'board'], ...sound })
  space.write({ 'briefs/new.yaml': `${DAM}audiences: [note]\n` })
  assert.equal(await next(), { printed: ['note'], ...sound })
  space.write({ 'fonts/fonts.yaml': readFileSync(new URL('../../fonts/fonts.yaml', import.meta.url)) })
  assert.equal((await next()).printed, ['note', 'board', 'note'], 'a folder that was not there')
  stop.abort()
  await watching
})

test.run()
