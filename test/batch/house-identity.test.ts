import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { findingsOf, type TestWorkspace, workspace } from '../support/workspace.js'

const BODY = '<h1>{{title}}</h1><p class="kicker">{{organisation}}</p>{{paragraphs bottom_line}}'
const TWO_LANGUAGES = DAM.replace(/^title: .*$/m, line => {
  const title = line.slice('title: '.length)
  return `title: { default: ${title}, fr: Le barrage }`
})
const FILES: Readonly<Record<string, string>> = {
  'briefs/dam.yaml': `${TWO_LANGUAGES}audiences: [note]\n`,
  'templates/note.hbs': template(BODY),
}

interface Page {
  readonly width: number
  readonly lines: readonly { readonly text: string }[]
}

/** The lines of the first page, and its width. */
async function shown(space: TestWorkspace, ...options: string[]): Promise<[lines: string[], width: number]> {
  const { stdout } = await space.run(
    ...['inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'pages', '--json'],
    ...options,
  )
  const [page] = JSON.parse(stdout).pages as Page[]
  return [page?.lines.map(({ text }) => text) ?? [], page?.width ?? 0]
}

test('the house names itself where the brief does not, in the language of the edition', async () => {
  const space = workspace({
    ...FILES,
    'briefwright.yaml':
      'organisation: { en: Ministry of *Dams*, fr: Ministère des Barrages, note.en: Dams }\n',
  })
  assert.ok((await shown(space))[0].includes('Dams'))
  assert.ok((await shown(space, '--lang', 'fr'))[0].includes('Ministère des Barrages'))
  space.write({ 'briefwright.yaml': 'organisation: Ministry of *Dams*\n' })
  assert.ok((await shown(space, '--lang', 'fr'))[0].includes('Ministry of *Dams*'))
  space.write({ 'briefs/dam.yaml': `${TWO_LANGUAGES}organisation: The League\naudiences: [note]\n` })
  const [lines] = await shown(space)
  assert.ok(lines.includes('The League'))
  assert.not.ok(lines.some(line => line.includes('Dams')))
})

test('a name that there is in another language only is printed, and found at its place', async () => {
  const space = workspace({
    ...FILES,
    'briefwright.yaml': 'organisation:\n  fr: Ministère des *Barrages*\n',
  })
  const found = findingsOf(await space.run('build', '--json'))
  assert.equal(found, ['briefwright.yaml:2:7 wording-missing'])
  assert.ok((await shown(space))[0].includes('Ministère des *Barrages*'))
})

test('the name stands in the metadata, and on pages without a masthead', async () => {
  const space = workspace({ ...FILES, 'briefwright.yaml': 'organisation: Ministry of Dams\n' })
  const { stdout } = await space.run('inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'blocks')
  assert.match(stdout, /running "Ministry of Dams"/)
  await space.run('build')
  const pdf = readFileSync(join(space.root, 'out/dam/note.pdf'), 'latin1')
  assert.match(pdf, /<pdf:Keywords>[^<]*Ministry of Dams/)
})

test('paper and language of the house are those of all editions that have them', async () => {
  const space = workspace({ ...FILES, 'briefwright.yaml': 'paper: letter\nlang: fr\n' })
  const [lines, width] = await shown(space)
  assert.is(width, 612)
  assert.ok(lines.includes('Le barrage'))
  const { stdout } = await space.run('build', '--json', '--paper', 'a4')
  const [edition] = JSON.parse(stdout).editions
  assert.equal([edition.lang, edition.file], ['fr', 'out/dam/note.pdf'])
  space.write({ 'briefwright.yaml': 'lang: de\n' })
  const [own] = JSON.parse((await space.run('build', '--json')).stdout).editions
  assert.is(own.lang, 'en')
})

test('a brief is printed in the languages that are asked for, each a file of its own', async () => {
  const space = workspace(FILES)
  const result = async (...options: string[]) => {
    const outcome = await space.run('build', '--json', ...options)
    const { editions, diagnostics, orphans } = JSON.parse(outcome.stdout)
    const listed = editions.map(({ file, lang, cached }: Record<string, unknown>) => [file, lang, cached])
    return { listed, codes: diagnostics.map(({ code }: { code: string }) => code), orphans }
  }
  assert.equal((await result()).listed, [['out/dam/note.pdf', 'en', false]])
  const both = await result('--lang', 'en,fr')
  assert.equal(both.listed, [
    ['out/dam/note.en.pdf', 'en', false],
    ['out/dam/note.fr.pdf', 'fr', false],
  ])
  assert.equal(both.orphans, [])
  assert.equal((await result('--lang', 'fr', '--lang', 'en', '--prune')).listed, [
    ['out/dam/note.fr.pdf', 'fr', true],
    ['out/dam/note.en.pdf', 'en', true],
  ])
  assert.equal((await result('--prune')).listed, [['out/dam/note.pdf', 'en', true]])
  assert.equal(
    space.files('out'),
    ['dam/note.en.pdf', 'dam/note.fr.pdf', 'dam/note.pdf', 'manifest.json'].map(file => `out/${file}`),
  )
  const manifest = JSON.parse(space.read('out/manifest.json'))
  assert.equal(
    manifest.editions.map(({ file, lang }: Record<string, unknown>) => [file, lang]),
    [
      ['out/dam/note.en.pdf', 'en'],
      ['out/dam/note.fr.pdf', 'fr'],
      ['out/dam/note.pdf', 'en'],
    ],
  )
})

test('what a brief does not have in a language that is asked for is printed in its own, with warnings', async () => {
  const space = workspace(FILES)
  const outcome = await space.run('build', '--json', '--lang', 'de')
  assert.is(outcome.status, 0)
  const codes = findingsOf(outcome).map(finding => finding.split(' ')[1])
  assert.ok(codes.length > 0 && codes.every(code => code === 'wording-missing'))
  assert.equal(space.files('out'), ['out/dam/note.de.pdf', 'out/manifest.json'])
})

test('an audience that loses its clearance loses its editions in all languages', async () => {
  const space = workspace(FILES)
  await space.run('build', '--lang', 'en,fr')
  space.write({ 'briefs/dam.yaml': `${TWO_LANGUAGES}classification: TLP:RED\naudiences: [note]\n` })
  const outcome = await space.run('build', '--json')
  assert.is(outcome.status, 1)
  assert.equal(space.files('out'), ['out/manifest.json'])
})

test('shards and the manifests that they leave are joined by language', async () => {
  const space = workspace(FILES)
  for (const part of ['1/2', '2/2'])
    await space.run('build', '--lang', 'en,fr', '--shard', part, '-o', `out${part[0]}`)
  const { stdout, status } = await space.run(
    ...['manifest', 'merge', 'out1/manifest.json', 'out2/manifest.json', '-o', 'all.json', '--json'],
  )
  const { editions, missing } = JSON.parse(stdout)
  assert.equal([status, missing], [0, []])
  assert.equal(editions.map(({ lang }: { lang: string }) => lang).sort(), ['en', 'fr'])
})

test('languages that there are no words in, and rows that have theirs, are refused', async () => {
  const space = workspace({ ...FILES, 'people.csv': 'id\nann\n' })
  const refused = async (...options: string[]) => {
    const { status, stderr } = await space.run('build', ...options)
    assert.is(status, 2)
    return stderr
  }
  assert.match(await refused('--lang', 'frr'), 'did you mean `fr`?')
  assert.match(await refused('--lang', 'not a tag'), 'is no language tag')
  assert.match(await refused('--lang', 'en,'), 'empty language')
  assert.match(await refused('--lang', 'fr', '--data', 'people.csv'), '--data')
  assert.is((await space.run('build', '--lang', 'FR-ca')).status, 0)
  assert.ok(space.files('out').includes('out/dam/note.fr-CA.pdf'))
})

test('a logo that is not there, or lies elsewhere, is found in the style of the house', async () => {
  const space = workspace({ ...FILES, 'briefwright.yaml': 'logo: brand/logo.svg\n' })
  assert.equal(findingsOf(await space.run('build', '--json')), ['briefwright.yaml:1:7 house-invalid'])
  space.write({ 'briefwright.yaml': 'logo: ../logo.png\n' })
  assert.equal(findingsOf(await space.run('build', '--json')), [
    'briefwright.yaml:1:7 path-outside-workspace',
  ])
})

test.run()
