import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { findingsOf, type TestWorkspace, workspace } from '../support/workspace.js'

const NOTE = template(
  '<h1>{{title}}</h1><p>{{label "as_of" date=(date as_of)}} {{label "seal" by=title}}</p>',
)
const english = readFileSync(new URL('../../templates/locales/en.yaml', import.meta.url), 'utf8')
const SEAL = english.replace('labels:', 'labels:\n  seal: Sealed by {by}')

/** A workspace with a locale for Dutch, made of all English words but for what a test changes. */
function dutch(change: (text: string) => string, lang = 'nl', file = lang): TestWorkspace {
  return workspace({
    'briefs/dam.yaml': `${DAM}lang: ${lang}\n`,
    'templates/note.hbs': NOTE,
    'templates/locales/en.yaml': SEAL,
    [`templates/locales/${file}.yaml`]: change(SEAL.replace('lang: en', `lang: ${file}`)),
  })
}

async function found(space: TestWorkspace): Promise<string[]> {
  const build = findingsOf(await space.run('build', '-a', 'note', '-a', 'public', '--json'))
  assert.equal(findingsOf(await space.run('check', '--json')), build, '`check` says the same')
  return build.map(finding => finding.replace('templates/locales/', ''))
}

const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length

test('a locale with all words is free of findings, and is printed', async () => {
  assert.equal(await found(dutch(text => text.replace('As of {date:as_of}', 'Per {date}'))), [])
})

test('a label that nothing prints is an error where one is lacking, with what was meant', async () => {
  const space = dutch(text => text.replace('  bottom_line: Bottom', '  botom_line: Bottom'))
  const line = lineOf(SEAL, '  bottom_line: Bottom')
  assert.equal(await found(space), [`nl.yaml:2:7 locale-incomplete`, `nl.yaml:${line}:3 locale-invalid`])
  assert.match((await space.run('check')).stderr, 'did you mean `bottom_line`?')
})

test('a label that nothing prints is else a warning, unless a template makes up names', async () => {
  const more = (text: string) => text.replace('labels:', 'labels:\n  stamp: Stamp')
  const space = dutch(more)
  assert.equal(await found(space), ['nl.yaml:5:3 unused-words'])
  space.write({ 'templates/note.hbs': NOTE.replace('{{title}}', '{{title}}{{label subtitle}}') })
  assert.equal(await found(space), [])
})

test('placeholders are those that are filled in', async () => {
  const wrong = dutch(text =>
    text.replace('As of {date:as_of}', 'Per {dag}').replace('{from}–{to} {month}', '{from}–{til} {month}'),
  )
  assert.equal(await found(wrong), [
    `nl.yaml:${lineOf(SEAL, 'As of {date:as_of}')}:15 locale-invalid`,
    `nl.yaml:${lineOf(SEAL, '{from}–{to} {month}')}:19 locale-invalid`,
  ])
  const missing = dutch(text => text.replace('As of {date:as_of}', 'Per vandaag').replace('by {by}', ''))
  assert.equal(await found(missing), [`nl.yaml:${lineOf(SEAL, 'As of {date:as_of}')}:10 locale-incomplete`])
})

test('headings, terms and scales are checked by their names, too', async () => {
  const space = dutch(text =>
    text
      .replace('    key_facts: Key facts', '    key_fact: Feiten')
      .replace('  one-page:', '  one-pge:')
      .replace('  roughly even odds:', '  roughly even ods:')
      .replace('impact: { 1: slight,', 'impact: { 0: none, 1: slight,'),
  )
  const lines = ['    key_facts: Key', '  one-page:', '  roughly even odds:', 'impact: { 1']
  const columns = [5, 3, 3, 13]
  assert.equal(await found(space), [
    'nl.yaml:2:7 locale-incomplete',
    ...lines.map((words, at) => `nl.yaml:${lineOf(SEAL, words)}:${columns[at]} locale-invalid`),
  ])
})

test('what a locale lacks is printed in English, and said once', async () => {
  const space = dutch(() => 'lang: nl\nlabels: { as_of: "Per {date}", seal: "Zegel: {by}" }\n')
  assert.equal(await found(space), ['nl.yaml:1:7 locale-incomplete'])
  assert.match(
    (await space.run('check')).stderr,
    /lacks `headings`, `terms`, .* and \d+ more, printed in English/,
  )
})

test('a locale for a region needs only what differs', async () => {
  const region = dutch(() => 'lang: fr-CA\nlabels: { as_of: "En date du {date}" }\n', 'fr-CA')
  region.write({
    'templates/note.hbs': template('<h1>{{label "as_of" date=(date as_of)}}</h1><p>{{label "risk"}}</p>'),
  })
  region.write({ 'templates/locales/en.yaml': english })
  assert.equal(await found(region), [])
  const { stdout } = await region.run('inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'html')
  assert.match(stdout, 'En date du 20 janvier 2025')
  assert.match(stdout, 'Risque')
})

test('an English locale of the workspace needs only what differs', async () => {
  const space = workspace({
    'briefs/dam.yaml': DAM,
    'templates/note.hbs': template('<h1>{{label "as_of" date=(date as_of)}}</h1>'),
    'templates/locales/en.yaml': 'lang: en\nlabels: { as_of: "Facts of {date}" }\n',
  })
  assert.equal(await found(space), [])
  const { stdout } = await space.run('inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'html')
  assert.match(stdout, 'Facts of 20 January 2025')
})

test('a language that is none, and one without a locale', async () => {
  assert.equal(await found(dutch(text => text.replace('lang: nl', 'lang: Dutch!'))), [
    'nl.yaml:2:7 locale-invalid',
  ])
  const space = workspace({
    'briefs/dam.yaml': `${DAM}lang: eo\n`,
    'templates/note.hbs': template('<h1>{{title}}</h1>'),
  })
  assert.equal(await found(space), ['briefs/dam.yaml:5:7 unknown-locale'])
})

test.run()
