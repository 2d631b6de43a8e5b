import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { BuildResult } from '../../src/batch/build-briefs.js'
import { watchBriefs } from '../../src/batch/watch-briefs.js'
import { DAM, template } from '../support/briefs.js'
import { workspace } from '../support/workspace.js'

const BRIEF = `${DAM.replace('title: The dam', 'title: { default: The dam, fr: Le barrage }')}audiences: [note]
key_facts: [It rose.]
`
const BODY = '<h1>{{title}}</h1><p>{{label "as_of" date=as_of}}</p>{{> key-facts}}'
const ours = (path: string) => readFileSync(new URL(`../../templates/${path}`, import.meta.url), 'utf8')

test('a build in two languages prints again what a change concerns: a wording, a locale, a theme, the house', async () => {
  const space = workspace({
    'templates/note.hbs': template(BODY),
    'briefs/dam.yaml': BRIEF,
    'templates/locales/fr.yaml': ours('locales/fr.yaml'),
    'templates/themes/default.yaml': 'extends: default\n',
  })
  const results: BuildResult[] = []
  const stop = new AbortController()
  const options = { cwd: space.root, briefs: [], audiences: [], out: 'out', languages: ['en', 'fr'] }
  const ended = watchBriefs({ ...options, signal: stop.signal }, { onResult: each => results.push(each) })
  let seen = 0
  const next = async () => {
    for (let waits = 0; results.length === seen && waits < 500; waits++) await pause(20)
    seen = results.length
    const { failed, editions = [] } = results.at(-1) ?? {}
    assert.is(
      failed,
      0,
      results
        .at(-1)
        ?.diagnostics.map(({ code, message }) => `${code} ${message}`)
        .join('\n'),
    )
    return [...editions].filter(({ cached }) => !cached).map(({ file }) => file)
  }
  const save = (path: string, from: string, to: string) => {
    space.write({ [path]: space.read(path).replace(from, to) })
    return next()
  }
  const [english, french] = ['out/dam/note.en.pdf', 'out/dam/note.fr.pdf']
  try {
    assert.equal(await next(), [english, french])
    assert.equal(await save('briefs/dam.yaml', 'Le barrage', 'Ce barrage'), [french])
    assert.equal(
      await save('briefs/dam.yaml', 'The dam', 'One dam'),
      [english, french],
      'it serves all languages',
    )
    assert.equal(await save('templates/locales/fr.yaml', '  as_of: ', '  as_of: Ici '), [french])
    space.write({ 'templates/themes/default.yaml': 'extends: default\nstyles: { h1: { size: 2 } }\n' })
    assert.equal(await next(), [english, french])
    space.write({ 'briefwright.yaml': 'paper: letter\n' })
    assert.equal(await next(), [english, french])
    space.write({ 'briefwright.yaml': 'paper: letter\norganisation: { fr: Le ministère }\n' })
    await next()
  } finally {
    stop.abort()
    await ended
  }
})

test.run()
