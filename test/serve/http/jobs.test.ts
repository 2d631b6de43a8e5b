import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { sha256 } from '../../../src/diagnostics/index.js'
import type { JobAnswer } from '../../../src/serve/http/answers/answer-schema.js'
import { workspace } from '../../support/workspace.js'
import { BRIEF, COURIER, endedJob, openTestService, REQUEST, temporaryFolder } from './support.js'

const service = await openTestService()
const { ask, post } = service
const jsonOf = async (response: Response) => (await response.json()) as JobAnswer
const FILES = { 'briefs/brief.yaml': BRIEF, 'briefs/sources/courier.txt': COURIER }

async function begun(request: object, headers = {}): Promise<string> {
  const response = await post('/v1/render', request, headers)
  const job = await jsonOf(response)
  assert.is(response.status, 202, JSON.stringify(job))
  assert.is(response.headers.get('location'), `/v1/jobs/${job.id}`)
  assert.match(job.created, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  return `/v1/jobs/${job.id}`
}

/** All files of a job, as they can be had, by name. */
async function filesOf({ files }: JobAnswer): Promise<Record<string, string>> {
  const read = await Promise.all(
    files.map(async ({ file, href, sha256: hash }) => {
      const response = await ask(href)
      assert.is(response.status, 200, href)
      const bytes = Buffer.from(await response.arrayBuffer())
      assert.is(sha256(bytes), hash)
      assert.is(response.headers.get('etag'), `"${hash}"`)
      return [file, hash] as const
    }),
  )
  return Object.fromEntries(read)
}

function built(root: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map(name => [name.slice(4), sha256(readFileSync(join(root, name)))]))
}

test('a batch has the files and the manifest of a build', async () => {
  const location = await begun({ ...REQUEST, audience: 'all', format: ['pdf', 'txt'] })
  const job = await endedJob(service, location)
  assert.equal([job.kind, job.state, job.ok, job.missing, job.error], ['batch', 'done', true, [], null])
  assert.equal(job.progress, { done: 6, total: 6 })
  const space = workspace(FILES)
  assert.is((await space.run('build', '--format', 'pdf,txt')).status, 0)
  const names = space.files('out').filter(name => name !== 'out/manifest.json')
  assert.equal(await filesOf(job), built(space.root, names))
  const manifest = await ask(job.manifest ?? '')
  assert.is(manifest.headers.get('content-type'), 'application/json')
  const { editions } = (await manifest.json()) as { editions: Record<string, unknown>[] }
  const onDisk = JSON.parse(space.read('out/manifest.json')).editions as Record<string, unknown>[]
  const plain = ({ ms: _, file, ...entry }: Record<string, unknown>) => ({
    ...entry,
    file: String(file).replace(/^out\//, ''),
  })
  assert.equal(editions.map(plain), onDisk.map(plain))
})

test('a batch that was asked for is not printed again', async () => {
  const request = { ...REQUEST, audience: ['press', 'public'], format: 'txt' }
  const location = await begun(request)
  const { created } = await endedJob(service, location)
  assert.is(await begun(request), location)
  assert.equal([(await endedJob(service, location)).created], [created])
})

for (const [kind, data] of [
  ['CSV', 'id,name,audience,lang\nmoe,Ann Moe,press,en\nvela,Ines Vela,public,en\n'],
  [
    'rows',
    [
      { id: 'moe', name: 'Ann Moe', audience: 'press', lang: 'en' },
      { id: 'vela', name: 'Ines Vela', audience: 'public', lang: 'en' },
    ],
  ],
] as const)
  test(`a mail merge from ${kind}, as a build merges it`, async () => {
    const job = await endedJob(service, await begun({ ...REQUEST, audience: ['press', 'public'], data }))
    assert.equal([job.state, job.ok], ['done', true], JSON.stringify(job.diagnostics))
    const name = kind === 'CSV' ? 'data.csv' : 'data.jsonl'
    const text = typeof data === 'string' ? data : data.map(row => `${JSON.stringify(row)}\n`).join('')
    const space = workspace({ ...FILES, [name]: text })
    assert.is((await space.run('build', '-a', 'press,public', '--data', name)).status, 0)
    const names = space.files('out').filter(each => each !== 'out/manifest.json')
    assert.equal(await filesOf(job), built(space.root, names))
    assert.equal(job.files.map(({ recipient, audience }) => [recipient, audience]).sort(), [
      ['moe', 'press'],
      ['vela', 'public'],
    ])
  })

test('what is wrong with a batch is among the findings of the job, and says which files are missing', async () => {
  const brief = BRIEF.replace('six lines.', 'six lines.\n    cite: nobody')
  const wrong = await endedJob(service, await begun({ ...REQUEST, brief, audience: 'all' }))
  const space = workspace({ ...FILES, 'briefs/brief.yaml': brief })
  const { diagnostics } = JSON.parse((await space.run('build', '--json')).stdout)
  assert.equal([wrong.state, wrong.ok], ['done', false])
  assert.equal(wrong.diagnostics, diagnostics)
  const unknown = await endedJob(service, await begun({ ...REQUEST, audience: ['press', 'pres'] }))
  assert.equal([unknown.ok, unknown.diagnostics.map(({ code }) => code)], [false, ['unknown-audience']])
})

test('a client that does not want to wait is told where the edition will be', async () => {
  const request = { ...REQUEST, audience: 'legislator' }
  const response = await post('/v1/render', request, { Prefer: 'respond-async' })
  assert.equal([response.status, response.headers.get('preference-applied')], [202, 'respond-async'])
  const job = await endedJob(service, response.headers.get('location') ?? '')
  assert.equal([job.kind, job.state, job.ok, job.progress], ['render', 'done', true, { done: 1, total: 1 }])
  const direct = await post('/v1/render', request, { Prefer: 'respond-async' })
  assert.equal([direct.status, direct.headers.get('etag')], [200, `"${job.id}"`], 'it is there')
  assert.equal(Object.values(await filesOf(job)), [sha256(Buffer.from(await direct.arrayBuffer()))])
})

test('a client waits as long as it prefers', async () => {
  const slow = await openTestService({ threads: 0 })
  const response = await slow.post('/v1/render', REQUEST, { Prefer: 'wait=0' })
  assert.equal([response.status, response.headers.get('preference-applied')], [202, 'wait=0'])
  assert.is((await jsonOf(response)).state, 'waiting')
  await slow.close()
  const batch = await post(
    '/v1/render',
    { ...REQUEST, audience: ['analyst'] },
    { Prefer: 'respond-async, wait=60' },
  )
  assert.equal([batch.status, batch.headers.get('preference-applied')], [200, 'respond-async, wait=60'])
  assert.is((await jsonOf(batch)).state, 'done')
  const edition = await post('/v1/render', { ...REQUEST, audience: 'decision' }, { Prefer: 'wait=60' })
  assert.equal([edition.status, edition.headers.get('content-type')], [200, 'application/pdf'])
})

test('a job that is deleted is gone, and what it has printed with it', async () => {
  const request = { ...REQUEST, audience: ['public'], format: 'md' }
  const location = await begun(request)
  const job = await endedJob(service, location)
  const [{ href = '' } = {}] = job.files
  assert.is((await ask(href)).status, 200)
  assert.is((await ask(location, { method: 'DELETE' })).status, 204)
  for (const path of [location, href, `${location}/files/manifest.json`])
    assert.is((await ask(path)).status, 404)
  assert.is((await ask(location, { method: 'DELETE' })).status, 404)
  for await (const { name } of service.store.list('')) assert.not.match(name, job.id)
  assert.is(await begun(request), location)
  const again = await endedJob(service, location)
  assert.equal([again.ok, again.files], [true, job.files])
})

test('a job that waits is cancelled with its deletion', async () => {
  const still = await openTestService({ threads: 0 })
  for (const request of [REQUEST, { ...REQUEST, audience: 'all' }]) {
    const response = await still.post('/v1/render', request, { Prefer: 'respond-async' })
    const location = response.headers.get('location') ?? ''
    assert.is((await still.queue.state()).waiting, 1)
    assert.is((await still.ask(location, { method: 'DELETE' })).status, 204)
    assert.is((await still.queue.state()).waiting, 0)
  }
  await still.close()
})

test('a job is cancelled when all who waited for it have gone, and only then', async () => {
  const still = await openTestService({ threads: 0 })
  const asking = (request: object = REQUEST) => {
    const controller = new AbortController()
    const answered = still.ask('/v1/render', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
      signal: controller.signal,
    })
    return { answered, leave: () => controller.abort() }
  }
  const [one, other] = [asking(), asking()]
  while ((await still.queue.state()).waiting === 0) await new Promise(resolve => setTimeout(resolve, 5))
  await new Promise(resolve => setTimeout(resolve, 50))
  assert.is((await still.queue.state()).waiting, 1, 'they share it')
  one.leave()
  await one.answered
  assert.is((await still.queue.state()).waiting, 1)
  other.leave()
  await other.answered
  assert.is((await still.queue.state()).waiting, 0)
  await still.close()
})

test('where jobs are as many as the service takes on, clients are to come again', async () => {
  const full = await openTestService({ threads: 0, limits: { jobs: 2 } })
  for (const format of ['txt', 'md'])
    assert.is(
      (await full.post('/v1/render', { ...REQUEST, format }, { Prefer: 'respond-async' })).status,
      202,
    )
  for (const [path, body, headers] of [
    ['/v1/render', REQUEST, {}],
    ['/v1/render', REQUEST, { Prefer: 'respond-async' }],
    ['/v1/render', { ...REQUEST, audience: 'all' }, {}],
    ['/v1/check', { brief: BRIEF }, {}],
  ] as const) {
    const response = await full.post(path, body, headers)
    assert.is(response.status, 429)
    assert.match(response.headers.get('retry-after') ?? '', /^[1-9]\d*$/)
  }
  const known = await full.post('/v1/render', { ...REQUEST, format: 'txt' }, { Prefer: 'respond-async' })
  assert.is(known.status, 202, 'what waits already costs nothing')
  await full.close()
})

test('a batch of more editions than one may have is refused', async () => {
  const small = await openTestService({ limits: { editions: 3 } })
  const rows = Array.from({ length: 4 }, (_, index) => ({ id: `r${index}`, name: 'Ann Moe' }))
  const merged = await small.post('/v1/render', { ...REQUEST, data: rows })
  assert.is(merged.status, 413)
  const all = await small.post('/v1/render', { ...REQUEST, audience: 'all' })
  const job = await endedJob(small, all.headers.get('location') ?? '')
  assert.equal([job.state, job.ok, job.files], ['done', false, []])
  assert.equal(job.diagnostics.length, 1)
  await small.close()
})

test('what was printed is there when the service is started anew; what was not is lost, and can be asked for again', async () => {
  const folder = temporaryFolder()
  const first = await openTestService({ folder })
  const done = await first.post('/v1/render', { ...REQUEST, audience: ['press'] })
  const location = done.headers.get('location') ?? ''
  const job = await endedJob(first, location)
  await first.close()
  const idle = await openTestService({ folder, threads: 0 })
  const request = { ...REQUEST, audience: ['public'] }
  const waiting = (await idle.post('/v1/render', request)).headers.get('location') ?? ''
  assert.is((await jsonOf(await idle.ask(waiting))).state, 'waiting')
  await idle.close()
  const second = await openTestService({ folder })
  assert.equal(await jsonOf(await second.ask(location)), job)
  const lost = await jsonOf(await second.ask(waiting))
  assert.equal([lost.state, lost.ok, lost.error?.reason], ['failed', false, 'lost'])
  assert.is((await second.post('/v1/render', request)).headers.get('location'), waiting)
  assert.equal([(await endedJob(second, waiting)).ok], [true])
  await second.close()
})

test.after(() => service.close())
test.run()
