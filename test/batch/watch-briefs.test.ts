import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { BuildResult } from '../../src/batch/build-briefs.js'
import { watchBriefs } from '../../src/batch/watch-briefs.js'
import { DAM, NOTE, template } from '../support/briefs.js'
import { type TestWorkspace, workspace } from '../support/workspace.js'

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

/** Watches a workspace; what each build comes to is told by `next`. */
function watching(space: TestWorkspace) {
  const results: BuildResult[] = []
  const stop = new AbortController()
  const options = { cwd: space.root, briefs: [], audiences: [], out: 'out', signal: stop.signal }
  const ended = watchBriefs(options, { onResult: result => results.push(result) })
  let seen = 0
  return {
    async next() {
      for (let waits = 0; results.length === seen && waits < 500; waits++) await pause(20)
      seen = results.length
      const result = results.at(-1)
      const printed = [...(result?.editions ?? [])].filter(entry => !entry.cached)
      return {
        printed: printed.map(entry => entry.audience),
        failed: result?.failed,
        codes: result?.diagnostics.map(({ code }) => code),
      }
    },
    async end() {
      stop.abort()
      await ended
    },
  }
}

test('builds anew when the style of the house or a marking scheme changes', async () => {
  const dam = `${DAM}classification: OFFICIAL\naudiences: [note]\n`
  const space = workspace({ 'templates/note.hbs': NOTE, 'briefs/dam.yaml': dam })
  const { next, end } = watching(space)
  try {
    assert.equal(await next(), { printed: [], failed: 0, codes: ['unknown-marking'] })
    const house = (clearance: string) =>
      space.write({ 'briefwright.yaml': `markings: [tlp, uk]\nclearances: { note: ${clearance} }\n` })
    house('OFFICIAL')
    assert.equal(await next(), { printed: ['note'], failed: 0, codes: [] }, 'a file that was not there')
    const scheme = readFileSync(new URL('../../templates/markings/uk.yaml', import.meta.url), 'utf8')
    space.write({ 'templates/markings/uk.yaml': scheme.replace('#1a1a1a', '#003078') })
    assert.equal(await next(), { printed: ['note'], failed: 0, codes: [] })
    house('TLP:RED')
    assert.equal(await next(), { printed: [], failed: 1, codes: ['brief-above-clearance'] })
    assert.equal(
      space.files('out').filter(file => file.endsWith('.pdf')),
      [],
    )
  } finally {
    await end()
  }
})

test('builds what changes on save, and keeps going over errors', async () => {
  const space = workspace(FILES)
  const { next, end } = watching(space)
  const save = async (path: string, from: string, to: string) => {
    space.write({ [path]: space.read(path).replace(from, to) })
    return next()
  }
  try {
    const sound = { failed: 0, codes: [] }
    assert.equal(await next(), { printed: ['note', 'board'], ...sound })
    assert.equal(await save('briefs/dam.yaml', 'The dam', 'That dam'), {
      printed: ['note', 'board'],
      ...sound,
    })
    assert.equal(await save('templates/partials/end.hbs', 'End', 'The end'), { printed: ['board'], ...sound })
    assert.equal(await save('templates/note.hbs', '<h1>', '<h1 id="top">'), { printed: ['note'], ...sound })
    const broken = await save('texts/talk.txt', 'raise', 'lower')
    assert.equal(broken, { printed: [], failed: 2, codes: ['quote-altered'] })
    assert.equal(await save('texts/talk.txt', 'lower', 'raise'), { printed: ['note', 'board'], ...sound })
    space.write({ 'briefs/new.yaml': `${DAM}audiences: [note]\n` })
    assert.equal(await next(), { printed: ['note'], ...sound })
    space.write({ 'fonts/fonts.yaml': readFileSync(new URL('../../fonts/fonts.yaml', import.meta.url)) })
    assert.equal((await next()).printed, ['note', 'board', 'note'], 'a folder that was not there')
  } finally {
    await end()
  }
})

test.run()
