import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { PACKAGE_ROOT } from '../../src/batch/workspace/package.js'
import { COMMANDS } from '../../src/cli/main.js'
import { sha256 } from '../../src/diagnostics/index.js'
import { frontMatterOf } from '../../src/edition/audience.js'
import { DAM, NOTE, template } from '../support/briefs.js'
import { bundle, start } from '../support/bundle.js'
import { filesLoadedBy } from '../support/loaded-modules.js'
import { workspace } from '../support/workspace.js'

const OUT = bundle()
const PROGRAM = join(OUT, 'cli.js')
const FILES = { 'briefs/dam.yaml': DAM, 'templates/note.hbs': NOTE }

/** Chunks that hold a part of a package, by a name that stands in its code. */
const chunksWith = (name: string) =>
  readdirSync(join(OUT, 'chunks')).filter(file =>
    readFileSync(join(OUT, 'chunks', file), 'utf8').includes(name),
  )

test('the bundle prints the bytes that the source prints', async () => {
  const [bundled, own] = [workspace(FILES), workspace(FILES)]
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'build', '-a', 'note'], {
    cwd: bundled.root,
  })
  assert.is(status, 0, String(stderr))
  assert.is((await own.run('build', '-a', 'note')).status, 0)
  const printed = (root: string) => readFileSync(join(root, 'out/dam/note.pdf'))
  assert.ok(printed(bundled.root).equals(printed(own.root)))
})

for (const name of ['harbour-crossing', 'cruce-del-puerto'])
  test(`the bundle prints \`${name}\` as the source does, with what it says of it`, async () => {
    const folder = join(PACKAGE_ROOT, 'briefs')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => file.startsWith(name) || /^(?:sources|images|figures).*\./.test(file))
      .map(file => [join('briefs', file), readFileSync(join(folder, file))] as const)
    const [bundled, own] = [workspace(Object.fromEntries(files)), workspace(Object.fromEntries(files))]
    const argv = ['build', '--json', '-j', '1']
    const printed = await start(bundled.root, ...argv).ended
    const expected = await own.run(...argv)
    assert.equal(withoutTimes(printed.stdout), withoutTimes(expected.stdout))
    const pdfs = bundled.files('out').filter(file => file.endsWith('.pdf'))
    assert.ok(pdfs.length >= 2)
    for (const pdf of pdfs)
      assert.ok(readFileSync(join(bundled.root, pdf)).equals(readFileSync(join(own.root, pdf))), pdf)
  })

const withoutTimes = (json: string) =>
  json.replace(/"ms": ?\d+/g, '').replace(/(?:\.\.\/)+\S*(?=templates)/g, '')

test('a build of a brief without sources does not load what reads them', () => {
  const [reading] = chunksWith('/wink-nlp-')
  assert.ok(reading)
  const { root } = workspace(FILES)
  const loaded = filesLoadedBy(PROGRAM, ['build', '-a', 'note'], root)
  assert.not.ok(loaded.some(file => file.endsWith(reading)))
})

test('what draws charts and what reads SVG are loaded for an edition that has one', () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h9v9z"/></svg>'
  const chart = `tables:
  - { id: water, title: Water let out, columns: [{ key: who, title: Who }, { key: litres, title: Litres }], rows: [[Town, 4], [Farms, 9]] }
charts: [{ id: water-chart, title: Water let out (litres), kind: bar, table: water, x: who, y: [litres] }]
`
  const { root } = workspace({
    'briefs/dam.yaml': DAM + chart,
    'templates/note.hbs': NOTE,
    'templates/mark.svg': drawing,
    'templates/marked.hbs': template('<figure><img src="mark.svg" alt="The mark"></figure>'),
    'templates/charted.hbs': template('{{#each charts}}{{> chart}}{{/each}}'),
  })
  const loadedFor = (audience: string) => {
    const files = filesLoadedBy(PROGRAM, ['build', '-a', audience, '--force'], root)
    return ['read-svg', 'draw-chart'].map(name => files.some(file => file.includes(`/chunks/${name}-`)))
  }
  assert.equal(loadedFor('note'), [false, false])
  assert.equal(loadedFor('marked'), [true, false])
  assert.equal(loadedFor('charted'), [false, true])
})

const SENTENCE = 'The mayor, Jane Roe, said on Jan. 6: “We will not open the old bridge before spring.”'
const PARAGRAPHS = Array(8)
  .fill(`<p>${SENTENCE} The council of the town has asked for more time.</p>`)
  .join('')
for (const [name, text] of [
  [
    'article.html',
    `<html><head><title>Bridge</title></head><body><article>${PARAGRAPHS}</article></body></html>`,
  ],
  ['article.md', `# Bridge stays closed\n\n${SENTENCE} The council of the town has asked for more time.\n`],
] as const)
  test(`the bundle drafts from ${name} what the source drafts`, async () => {
    const space = workspace({ ...FILES, [name]: text })
    const argv = ['draft', name, '--date', '2025-01-08']
    const bundled = await start(space.root, ...argv).ended
    const own = await space.run(...argv)
    assert.equal([bundled.status, bundled.stderr], [0, own.stderr])
    assert.match(bundled.stdout, 'We will not open the old bridge before spring.')
    assert.is(bundled.stdout, own.stdout)
  })

test('the bundle reads recipients as the source does', async () => {
  const space = workspace({ ...FILES, 'people.csv': 'id,name\na,Ann\nb,Bea\n' })
  const argv = ['build', '-a', 'note', '--data', 'people.csv', '--dry-run', '--json']
  const bundled = await start(space.root, ...argv).ended
  assert.is(bundled.status, 0, bundled.stderr)
  assert.is(bundled.stdout, (await space.run(...argv)).stdout)
})

test('the bundle has all settings of the package parsed', () => {
  const templates = readdirSync(join(PACKAGE_ROOT, 'templates'), { recursive: true, encoding: 'utf8' })
  const texts = [join('fonts', 'fonts.yaml'), ...templates.map(file => join('templates', file))]
    .filter(file => /\.yaml$|templates.[\w-]+\.hbs$/.test(file))
    .map(file => [file, readFileSync(join(PACKAGE_ROOT, file), 'utf8')] as const)
  assert.ok(texts.length >= 15)
  for (const [file, text] of texts) {
    const yaml = file.endsWith('.hbs') ? frontMatterOf(text)?.yaml : text
    assert.is(chunksWith(sha256(yaml ?? '')).length, 1, file)
  }
})

test('a finding in settings that were parsed when bundling has the place that it has in the sources', async () => {
  const space = workspace({
    ...FILES,
    'templates/markings/tlp.yaml': 'levels:\n  - { label: OPEN }\n  - { label: SHUT }\n',
  })
  const argv = ['check', '--json']
  const bundled = await start(space.root, ...argv).ended
  const places = (json: string) =>
    (JSON.parse(json) as { diagnostics: Record<string, unknown>[] }).diagnostics.map(
      ({ file, line, column, code }) => [basename(String(file)), line, column, code],
    )
  assert.equal(places(bundled.stdout), places((await space.run(...argv)).stdout))
  assert.ok(places(bundled.stdout).some(([file, line]) => file === 'press.hbs' && Number(line) > 1))
})

for (const { name } of COMMANDS)
  test(`the bundle helps with \`${name}\` as the source does`, async () => {
    const space = workspace(FILES)
    const bundled = await start(space.root, name, '--help').ended
    assert.equal([bundled.status, bundled.stderr], [0, ''])
    assert.is(bundled.stdout, (await space.run(name, '--help')).stdout)
  })

test('help loads neither pages nor YAML, and a build nothing of fontkit', () => {
  const { root } = workspace(FILES)
  // What pdfkit says of a picture that it does not know.
  const heavy = [...chunksWith('Unknown image format'), ...chunksWith('YAMLParseError')]
  assert.ok(heavy.length >= 2)
  const ofHelp = filesLoadedBy(PROGRAM, ['--help'], root)
  assert.equal(
    heavy.filter(chunk => ofHelp.some(file => file.endsWith(chunk))),
    [],
  )
  const ofBuild = filesLoadedBy(PROGRAM, ['build', '-a', 'note'], root)
  assert.ok(heavy.every(chunk => ofBuild.some(file => file.endsWith(chunk))))
  assert.not.ok(ofBuild.some(file => file.includes('node_modules/fontkit')))
})

/** A method of each file of pdfmake that lays pages out: names of methods outlast the bundling, those of classes do not. */
const LAYOUT_METHODS = {
  LayoutBuilder: 'tryLayoutDocument',
  DocMeasure: 'measureImageWithDimensions',
  TableProcessor: 'onRowBreak',
  DocumentContext: 'saveContextInEndingCell',
  ElementWriter: 'getCurrentPositionOnPage',
  PageElementWriter: 'beginUnbreakableBlock',
  DocPreprocessor: 'preprocessVerticalContainer',
  columnCalculator: 'buildColumnWidths',
}

test('the bundle has what of pdfmake prints, and nothing of what lays pages out', () => {
  const scripts = readdirSync(OUT, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.js'))
  const code = scripts.map(file => readFileSync(join(OUT, file), 'utf8')).join('')
  assert.match(code, 'renderPages')
  for (const [name, method] of Object.entries(LAYOUT_METHODS)) {
    const file = join(PACKAGE_ROOT, 'node_modules/pdfmake/js', `${name}.js`)
    assert.match(readFileSync(file, 'utf8'), method, `${name} has another method now`)
    assert.not.ok(code.includes(method), name)
  }
})

test('the printer is exchanged for one of more threads when there is more to print', async () => {
  const { PrinterPool } = (await import(join(OUT, 'index.js'))) as typeof import('../../src/index.js')
  const pool = new PrinterPool()
  const editions = (count: number, size: number) =>
    Array.from({ length: count }, () => ({ brief: { size } })) as unknown as Parameters<typeof pool.choose>[0]
  const [few, long, many] = [editions(2, 100), editions(1, 300_000), editions(24, 100)]
  const widths: number[] = []
  for (const first of [few, long, many, long]) widths.push((await pool.choose(first, 2)).concurrency)
  await pool.close()
  assert.equal(widths, [2, 2, 4, 4])
})

test('the licences of what is bundled go with it', () => {
  const licences = readFileSync(join(OUT, 'licences.txt'), 'utf8')
  for (const name of ['pdfmake', 'pdfkit', 'handlebars', 'yaml', 'yargs', 'valibot', 'markdown-it'])
    assert.match(licences, new RegExp(`^${name} \\d`, 'm'))
  assert.not.match(licences, /^fontkit /m)
})

test.run()
