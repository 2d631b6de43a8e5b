import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { findingsOf, workspace } from '../support/workspace.js'

const TEMPLATES = { 'templates/note.hbs': template('<h1>{{label "page_of" page=1 pages=2}}</h1>') }
const BROKEN = { 'templates/locales/es.yaml': 'lang: es\nlabels: [1]\n' }
const inLanguage = (lang: string) => ({ 'briefs/dam.yaml': `${DAM}lang: ${lang}\n` })

test('what is wrong with a locale is found where a brief is in its language', async () => {
  const { run } = workspace({ ...TEMPLATES, ...BROKEN, ...inLanguage('es-MX') })
  assert.equal(findingsOf(await run('build', '-a', 'note', '--json')), [
    'templates/locales/es.yaml:2:1 locale-invalid',
  ])
})

test('a locale that no brief needs is not read', async () => {
  const { run } = workspace({ ...TEMPLATES, ...BROKEN, ...inLanguage('de') })
  assert.equal(findingsOf(await run('build', '-a', 'note', '--json')), [])
})

test('a language without a locale is told all that have one', async () => {
  const { run } = workspace({ ...TEMPLATES, ...inLanguage('eo') })
  const { stderr } = await run('build', '-a', 'note')
  assert.match(stderr, 'use one of `de`, `en`, `en-US`, `es`, `fr`, `fr-CA`')
})

test.run()
