import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type BuildOptions, buildBriefs } from '../../../src/batch/index.js'
import { sha256 } from '../../../src/diagnostics/index.js'
import { QueuePrinters } from '../../../src/serve/build/queue-printers.js'
import { said, sampleFiles } from '../../batch/render/support.js'
import { template } from '../../support/briefs.js'
import { workspace } from '../../support/workspace.js'
import { type Files, site } from '../worker/support.js'

type Asked = Partial<BuildOptions>

/** What a build says and leaves, but for how long it took. */
async function outcomeOf(files: Files, asked: Asked, printers?: QueuePrinters) {
  const space = workspace(files)
  const { root } = space
  const options = { cwd: root, briefs: [], audiences: [], out: 'out', ...asked }
  const { diagnostics, tallies, failed } = await buildBriefs(options, printers)
  const manifest = existsSync(join(root, 'out/manifest.json'))
    ? JSON.parse(space.read('out/manifest.json'), (key, value) => (key === 'ms' ? 0 : value))
    : 'none'
  const printed = space.files('out').filter(file => !file.endsWith('manifest.json'))
  return {
    manifest,
    files: printed.map(file => [file, sha256(readFileSync(join(root, file)))]),
    findings: said(diagnostics),
    tallies,
    failed,
  }
}

/** A site, and what prints over its queue. */
async function opened() {
  const here = await site()
  const printers = new QueuePrinters({ queue: here.queue, store: here.store, onNotice: () => {} })
  const leave = async () => {
    await printers.close()
    await here.close()
  }
  return { here, printers, leave }
}

/** Builds the same on one machine and over a queue, and compares all that comes of it. */
async function compare(files: Files, asked: Asked, threads = 1) {
  const here = await site({ threads })
  const notices: string[] = []
  const onNotice = (message: string) => void notices.push(message)
  const printers = new QueuePrinters({ queue: here.queue, store: here.store, onNotice })
  try {
    const over = await outcomeOf(files, asked, printers)
    const own = await outcomeOf(files, asked)
    assert.equal(over.findings, own.findings)
    assert.equal(over.files, own.files)
    assert.equal(over, own)
    return { over, jobs: here.ends.length, site: here }
  } finally {
    await printers.close()
    await here.close()
  }
}

test('all sample briefs are printed over a queue as on one machine', async () => {
  const { over, jobs } = await compare(sampleFiles(), {})
  assert.ok(over.files.length > 20)
  assert.is(jobs, over.files.length)
})

test('in all formats, whole, in languages, on other paper, with the layouts that were tried', async () => {
  const trials: unknown[][] = [[], []]
  let turn = 0
  const onTrials: BuildOptions['onTrials'] = (name, tried) => trials[turn]?.push([name, tried])
  const formats = ['pdf', 'html', 'docx', 'md', 'txt', 'png'] as const
  const asked = { briefs: ['briefs/harbour-crossing.yaml'], audiences: ['press'], formats, whole: true }
  await compare(sampleFiles(), { ...asked, paper: 'letter', languages: ['en', 'fr'] })
  const { printers, leave } = await opened()
  await outcomeOf(sampleFiles(), { ...asked, onTrials }, printers)
  turn = 1
  await outcomeOf(sampleFiles(), { ...asked, onTrials })
  assert.ok((trials[0]?.length ?? 0) > 0)
  assert.equal(trials[0], trials[1])
  await leave()
})

const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#05a"/></svg>'
const DAM = `title: The dam
as_of: 2025-03-10
issue: Should it be raised, {{recipient.name}}?
bottom_line: Raise it.
`
const HOUSE = {
  'briefwright.yaml': 'organisation: The Office\nlogo: marks/emblem.svg\n',
  'marks/emblem.svg': MARK,
  'briefs/pictures/map.svg': MARK,
  'briefs/dam.yaml': DAM.replace(', {{recipient.name}}', ''),
}

test('a mail merge', async () => {
  const rows = Array.from(
    { length: 30 },
    (_, index) => `r${index},Ann ${index},${index % 2 ? 'press' : 'public'}`,
  )
  const { over, jobs } = await compare(
    { 'briefs/dam.yaml': DAM, 'people.csv': ['id,name,audience', ...rows, 'x/y,Wrong,press'].join('\n') },
    { data: 'people.csv' },
  )
  assert.is(over.files.length, 30)
  assert.is(jobs, 30)
  assert.ok(over.findings.some(finding => finding.includes('recipient-name')))
})

test('whatever a house, a brief or a template names is found, or missed, as on one machine', async () => {
  const showing = (source: string) => ({
    ...HOUSE,
    'templates/note.hbs': template(
      `{{> masthead}}<p>{{bottom_line}}</p><figure><img src="${source}" alt="A view" width="50%"></figure>`,
    ),
    'templates/marks/dot.svg': MARK.replace('40', '44'),
    'briefs/The dam.svg': MARK.replace('40', '48'),
    ['briefs/é.svg'.normalize('NFD')]: MARK.replace('40', '52'),
  })
  for (const source of [
    'marks/dot.svg',
    'pictures/map.svg',
    'briefs/pictures/map.svg',
    '{{title}}.svg',
    'é.svg'.normalize('NFC'),
    'none.svg',
    'briefs',
    '{{bottom_line}}',
  ]) {
    const { over } = await compare(showing(source), { audiences: ['note'] })
    assert.is(over.failed > 0, !source.endsWith('.svg') || source === 'none.svg', source)
  }
  const images = (file: string) => ({
    ...HOUSE,
    'briefs/dam.yaml': `${HOUSE['briefs/dam.yaml']}images:\n  - {id: map, file: "${file}", alt: A map}\n`,
  })
  for (const file of [
    'pictures/map.svg',
    'pictures/none.svg',
    'pictures',
    '../marks/emblem.svg',
    '../../x.svg',
  ])
    await compare(images(file), { audiences: ['public'] })
})

test('twice the same is printed once: the second build takes it from the store', async () => {
  const files = { ...HOUSE, 'briefs/dam.yaml': DAM, 'people.csv': 'id,name\na,Ann\nb,Bo\n' }
  const { here, printers, leave } = await opened()
  const asked = { audiences: ['public'], data: 'people.csv' }
  const first = await outcomeOf(files, asked, printers)
  assert.is(here.ends.length, 2)
  assert.equal(await outcomeOf(files, asked, printers), first)
  assert.equal(
    await outcomeOf(
      { ...files, 'briefs/other.yaml': DAM.replace('The dam', 'Other') },
      { ...asked, briefs: ['briefs/dam.yaml'] },
      printers,
    ),
    first,
  )
  assert.is(here.ends.length, 2)
  const changed = { ...files, 'briefs/dam.yaml': DAM.replace('Raise it', 'Leave it') }
  await outcomeOf(changed, asked, printers)
  assert.is(here.ends.length, 4)
  await leave()
})

test('a damaged result is printed again', async () => {
  const files = { 'briefs/dam.yaml': DAM.replace(', {{recipient.name}}', '') }
  const { here, printers, leave } = await opened()
  const first = await outcomeOf(files, { audiences: ['public'] }, printers)
  for await (const { name } of here.store.list('results/')) await here.store.put(name, Buffer.from('damaged'))
  assert.equal(await outcomeOf(files, { audiences: ['public'] }, printers), first)
  assert.is(here.ends.length, 2)
  await leave()
})

test.run()
