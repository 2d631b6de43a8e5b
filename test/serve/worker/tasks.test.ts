import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { checkBriefs, type Manifest } from '../../../src/batch/index.js'
import { deserializeDiagnostic, sha256 } from '../../../src/diagnostics/index.js'
import { buildOf, bytesIn, renderOf, said, sampleFiles } from '../../batch/render/support.js'
import { workspace } from '../../support/workspace.js'
import { resultOf, site } from './support.js'

const HARBOUR = 'briefs/harbour-crossing.yaml'
const BROKEN = {
  'briefs/dam.yaml': `title: The dam
as_of: 2025-03-10
bottom_line: Raise it, says [@nobody].
colour: red
quotes:
  - text: We will not pay.
    speaker: mayor
    source: courier
actors:
  - {id: mayor, name: Ana Ruiz}
sources:
  - {id: courier, title: The dam, text: courier.txt}
images:
  - {id: dam, file: dam.png, alt: The dam}
`,
  'briefs/courier.txt': 'The mayor said: “We will pay.”\n',
  'briefs/dam.png': 'not a picture',
}

test('an edition that a request asks for is what `render` prints', async () => {
  const files = sampleFiles()
  const here = await site()
  for (const format of ['pdf', 'html', 'png'] as const) {
    const options = { audience: 'one-page', format, lang: undefined }
    const job = await here.job({ kind: 'render', path: HARBOUR, options }, files)
    assert.is((await here.ask(job)).state, 'done')
    const { head, files: printed } = await resultOf<'render'>(here.store, job)
    const made = await renderOf(files, HARBOUR, { audience: 'one-page', format })
    assert.equal(printed.map(sha256), made.files.map(sha256))
    const { bytes: _, files: __, diagnostics, ...facts } = made
    const { findings, ok, format: as, ...own } = head
    assert.equal({ ...own }, { ...facts })
    assert.equal([ok, as], [true, format])
    assert.equal(said(findings.map(deserializeDiagnostic)), said(diagnostics))
  }
  await here.close()
})

test('what is wrong with a request is in its result', async () => {
  const here = await site()
  const ask = async (path: string, audience: string) => {
    const job = await here.job({ kind: 'render', path, options: { audience } }, BROKEN)
    const end = await here.ask(job)
    const { head, files } = await resultOf<'render'>(here.store, job)
    return [end.state, head.ok, files.length, head.findings[0]?.code, head.findings[0]?.path]
  }
  assert.equal(await ask('briefs/dam.yaml', 'public'), [
    'done',
    false,
    0,
    'unknown-source',
    'briefs/dam.yaml',
  ])
  assert.equal(await ask('briefs/none.yaml', 'public'), [
    'done',
    false,
    0,
    'file-unreadable',
    'briefs/none.yaml',
  ])
  assert.equal(await ask('briefs/dam.yaml', 'pres'), ['done', false, 0, 'unknown-audience', 'audiences'])
  await here.close()
})

test('a check finds what `briefwright check` finds, at the same places', async () => {
  const here = await site()
  for (const [files, path] of [
    [BROKEN, 'briefs/dam.yaml'],
    [sampleFiles(), HARBOUR],
    [BROKEN, 'briefs/none.yaml'],
    [{ ...BROKEN, 'templates/note.hbs': '---\ntitle: Note\n---\n{{nothing}}' }, 'briefs/dam.yaml'],
    [{ ...BROKEN, 'briefwright.yaml': 'logo: none.png\n' }, 'briefs/dam.yaml'],
  ] as const) {
    const job = await here.job({ kind: 'check', path }, files)
    await here.ask(job)
    const { head } = await resultOf<'check'>(here.store, job)
    const { root } = workspace(files)
    const onDisk = await checkBriefs({ cwd: root, briefs: [path], updateLock: false })
    assert.equal(said(head.findings.map(deserializeDiagnostic)), said(onDisk.diagnostics))
    assert.equal(head.proofs, onDisk.proofs)
    assert.is(
      head.ok,
      onDisk.diagnostics.every(({ severity }) => severity !== 'error'),
    )
  }
  await here.close()
})

const MERGE = {
  'briefs/dam.yaml':
    'title: The dam\nas_of: 2025-03-10\nissue: Should it be raised?\nbottom_line: Raise it.\n',
  'people.csv': 'id,name,audience\nana,Ana Ruiz,press\nbo,Bo Li,public\nc/d,Wrong,press\n',
}
const ASKED = {
  briefs: [],
  audiences: [],
  languages: [],
  whole: false,
  paper: undefined,
  theme: undefined,
  created: undefined,
  allowUnverified: false,
  data: undefined,
  formats: [],
  mostEditions: undefined,
} as const

test('a batch is planned, printed and summed up as one machine does it', async () => {
  const here = await site()
  for (const options of [
    { ...ASKED, data: 'people.csv', formats: ['pdf', 'html'] as const },
    { ...ASKED, audiences: ['public', 'one-page'], formats: ['png'] as const, briefs: ['briefs/*.yaml'] },
    { ...ASKED, audiences: ['public'], created: 86_400_000 },
  ]) {
    const plan = await here.job({ kind: 'plan', options }, MERGE)
    assert.is((await here.ask(plan)).state, 'done')
    const planned = await resultOf<'plan'>(here.store, plan)
    const closing = await here.job({ kind: 'manifest', plan: plan.id }, MERGE)
    await here.queue.ended(closing, new AbortController().signal)
    const { head } = await resultOf<'manifest'>(here.store, closing)
    const { built, space } = await buildOf(MERGE, 'briefs/dam.yaml', {
      ...{ audiences: options.audiences, data: options.data, formats: options.formats },
      sourceDateEpoch: options.created === undefined ? undefined : '86400',
    })
    const { editions: entries } = JSON.parse(space.read('out/manifest.json')) as Manifest
    const told = (all: Manifest['editions']) =>
      all.map(({ ms: _, file, ...entry }) => ({ ...entry, file: file.replace(/^out\//, '') }))
    assert.equal(told(head.editions), told(entries))
    assert.ok(entries.length > 0)
    assert.equal(head.missing, [])
    const findings = [...planned.head.findings, ...head.findings].map(deserializeDiagnostic)
    assert.equal([...new Set(said(findings))], [...new Set(said(built.diagnostics))])
    const [first] = planned.head.editions
    const printed = await resultOf<'print'>(here.store, { id: first?.id ?? '' })
    assert.ok(printed.files[0]?.equals(bytesIn(space, `out/${first?.outputs[0]?.file}`)))
  }
  await here.close()
})

test('a batch of too many editions is a finding, and none is begun', async () => {
  const here = await site()
  const options = { ...ASKED, data: 'people.csv', mostEditions: 1 }
  const plan = await here.job({ kind: 'plan', options }, MERGE)
  await here.ask(plan)
  const { head } = await resultOf<'plan'>(here.store, plan)
  assert.equal([head.ok, head.editions, head.findings.at(-1)?.code], [false, [], 'batch-too-large'])
  await here.close()
})

test('editions that cannot be printed are missing in the manifest of their batch', async () => {
  const files = { ...MERGE, 'briefs/river.yaml': 'title: The river\nas_of: never\n' }
  const here = await site()
  const plan = await here.job({ kind: 'plan', options: { ...ASKED, audiences: ['public'] } }, files)
  await here.ask(plan)
  const closing = await here.job({ kind: 'manifest', plan: plan.id }, files)
  await here.queue.ended(closing, new AbortController().signal)
  const { head } = await resultOf<'manifest'>(here.store, closing)
  assert.is(head.ok, false)
  assert.equal(
    head.editions.map(({ file }) => file),
    ['dam/public.pdf'],
  )
  assert.equal(head.missing, [{ brief: 'river', audience: 'public', recipient: null, format: 'pdf' }])
  await here.close()
})

test.run()
