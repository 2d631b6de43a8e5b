import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { render } from '../../../src/batch/index.js'
import { sha256 } from '../../../src/diagnostics/index.js'
import type { JobAnswer } from '../../../src/serve/http/answers/answer-schema.js'
import { workspace } from '../../support/workspace.js'
import { BRIEF, COURIER, openTestService, REQUEST } from './support.js'

const service = await openTestService()
const { ask, post } = service
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())
const FILES = { 'briefs/sources/courier.txt': COURIER }

test('an edition has the bytes that a build and the library print', async () => {
  const response = await post('/v1/render', REQUEST)
  const bytes = await bytesOf(response)
  assert.is(response.status, 200)
  const printed = await render(BRIEF, { audience: 'press', files: FILES })
  assert.is(sha256(bytes), sha256(Buffer.from(printed.bytes ?? [])))
  const space = workspace({ 'briefs/brief.yaml': BRIEF, ...FILES })
  assert.is((await space.run('build', '-a', 'press')).status, 0)
  assert.is(sha256(bytes), sha256(readFileSync(join(space.root, 'out/brief/press.pdf'))))
  const { headers } = response
  assert.is(headers.get('content-type'), 'application/pdf')
  assert.is(headers.get('content-length'), String(bytes.length))
  assert.is(headers.get('content-disposition'), 'inline; filename="brief-press.pdf"')
  assert.is(headers.get('briefwright-warnings'), '0')
  assert.match(headers.get('etag') ?? '', /^"[0-9a-f]{64}"$/)
  assert.is(headers.get('access-control-allow-origin'), null)
})

test('the same request is answered from the store, or with 304 where the client has the edition', async () => {
  const first = await post('/v1/render', REQUEST)
  const tag = first.headers.get('etag') ?? ''
  const before = service.log.length
  const again = await post('/v1/render', { ...REQUEST, sources: { 'briefs/sources/courier.txt': COURIER } })
  assert.equal([again.status, again.headers.get('etag')], [200, tag])
  assert.is(sha256(await bytesOf(again)), sha256(await bytesOf(first)))
  const metrics = await (await ask('/metrics')).text()
  assert.match(metrics, /briefwright_jobs_total\{kind="render",end="done"\} 1\n/)
  assert.match(metrics, /briefwright_cached_answers_total [1-9]/)
  for (const [sent, status] of [
    [tag, 304],
    [`W/${tag}`, 304],
    [`"other", ${tag}`, 304],
    ['*', 304],
    ['"other"', 200],
  ] as const) {
    const response = await post('/v1/render', REQUEST, { 'If-None-Match': sent })
    assert.equal([response.status, response.headers.get('etag')], [status, tag], sent)
    if (status === 304) assert.is((await bytesOf(response)).length, 0)
  }
  assert.ok(service.log.length > before)
})

test('the tag changes with each input, and with nothing else', async () => {
  const tagOf = async (request: object, headers = {}) =>
    (await post('/v1/render', { ...REQUEST, format: 'txt', ...request }, headers)).headers.get('etag')
  const tag = await tagOf({})
  assert.is(await tagOf({}, { 'X-Request-Id': 'another', Prefer: 'wait=9' }), tag)
  assert.is(await tagOf({ sources: undefined, files: FILES }), tag)
  const others = await Promise.all([
    tagOf({ format: 'md' }),
    tagOf({ audience: 'public' }),
    tagOf({ brief: BRIEF.replace('six lines', 'seven lines') }),
    tagOf({ sources: { 'sources/courier.txt': `${COURIER}The depot is old.\n` } }),
    tagOf({ files: { 'briefwright.yaml': 'organisation: Transport\n' } }),
    tagOf({ recipient: { name: 'Ann Moe' } }),
    tagOf({ lang: 'fr' }),
    tagOf({ paper: 'letter' }),
    tagOf({ theme: 'civic' }),
    tagOf({ created: '2025-03-11' }),
    tagOf({ whole: true }),
    tagOf({ allow_unverified: true }),
    tagOf({ path: 'briefs/trams.yaml' }),
  ])
  assert.is(new Set([tag, ...others]).size, others.length + 1, JSON.stringify(others))
})

for (const [format, type, start] of [
  ['html', 'text/html; charset=utf-8', '<!doctype html>'],
  ['md', 'text/markdown; charset=utf-8', '---'],
  ['txt', 'text/plain; charset=utf-8', ''],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
] as const)
  test(`an edition as ${format}`, async () => {
    const response = await post('/v1/render', { ...REQUEST, format })
    const text = (await bytesOf(response)).toString('latin1')
    assert.equal([response.status, response.headers.get('content-type')], [200, type])
    assert.is(text.slice(0, start.length).toLowerCase(), start.toLowerCase())
    assert.match(response.headers.get('content-disposition') ?? '', `brief-press.${format}`)
    assert.match(response.headers.get('content-security-policy') ?? '', /^sandbox;/)
  })

test('a picture of each page, of which the first is the answer and links lead to the others', async () => {
  const sections = Array.from(
    { length: 60 },
    (_, index) => `  - id: s${index}\n    title: Part ${index}\n    body: Words of it.\n`,
  )
  const brief = `${BRIEF}sections:\n${sections.join('')}`
  const response = await post('/v1/render', { ...REQUEST, brief, audience: 'analyst', format: 'png' })
  assert.is(response.headers.get('content-type'), 'image/png')
  const next = [...(response.headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="next"/g)].map(
    ([, to]) => to,
  )
  assert.ok(next.length > 0)
  for (const address of next) {
    const page = await ask(address ?? '')
    assert.equal([page.status, page.headers.get('content-type')], [200, 'image/png'])
  }
})

test('what is wrong with a brief is told at the places of the command line', async () => {
  const brief = BRIEF.replace(
    'text: We will run them if the state pays half',
    'text: We will run them as the state pays half',
  )
  const wrong = `${brief}colour: red\n`
  const response = await post('/v1/render', { ...REQUEST, brief: wrong })
  assert.is(response.status, 422)
  const problem = (await response.json()) as { diagnostics: object[]; type: string; detail: string }
  const space = workspace({ 'briefs/brief.yaml': wrong, ...FILES })
  const { stdout } = await space.run('build', '-a', 'press', '--json')
  assert.equal(problem.diagnostics, JSON.parse(stdout).diagnostics)
  assert.is(problem.type, 'urn:briefwright:problem:findings')
  const checked = (await (
    await post('/v1/check', { brief: wrong, sources: REQUEST.sources })
  ).json()) as Record<string, unknown>
  const onDisk = JSON.parse((await space.run('check', '--json')).stdout)
  assert.equal([checked.ok, checked.diagnostics, checked.proofs], [false, onDisk.diagnostics, onDisk.proofs])
})

test('the warnings of an edition are counted, and can be read', async () => {
  const brief = BRIEF.replace('as_of', 'lang: pt-BR\nas_of')
  const response = await post('/v1/render', { ...REQUEST, brief, format: 'txt' })
  assert.equal([response.status, response.headers.get('briefwright-warnings')], [200, '1'])
  const [, address = ''] = /<([^>]+)>; rel="describedby"/.exec(response.headers.get('link') ?? '') ?? []
  const job = (await (await ask(address)).json()) as JobAnswer
  assert.equal([job.state, job.ok, job.kind], ['done', true, 'render'])
  assert.equal(
    job.diagnostics.map(({ code }) => code),
    ['unknown-locale'],
  )
  const [file] = job.files
  assert.is(file?.file, 'brief/press.txt')
  const read = await ask(file?.href ?? '')
  assert.is(sha256(await bytesOf(read)), file?.sha256)
  assert.is(read.headers.get('etag'), `"${file?.sha256}"`)
  assert.is((await ask(file?.href ?? '', { headers: { 'If-None-Match': `"${file?.sha256}"` } })).status, 304)
})

test('a form says the same as JSON', async () => {
  const form = new FormData()
  form.set('brief', new File([BRIEF], 'brief.yaml'))
  form.append('sources', new File([COURIER], 'courier.txt'))
  form.append('templates', new File(['extends: default\n'], 'themes/house.yaml'))
  form.append('files', new File(['organisation: Transport\n'], 'briefwright.yaml'))
  form.set('audience', 'press')
  form.set('options', JSON.stringify({ format: 'txt', whole: true }))
  const response = await ask('/v1/render', { method: 'POST', body: form })
  assert.is(response.status, 200)
  const same = await post('/v1/render', {
    ...REQUEST,
    format: 'txt',
    whole: true,
    files: {
      'templates/themes/house.yaml': 'extends: default\n',
      'briefwright.yaml': { base64: Buffer.from('organisation: Transport\n').toString('base64') },
    },
  })
  assert.is(same.headers.get('etag'), response.headers.get('etag'))
  assert.match((await bytesOf(response)).toString(), 'Transport')
})

test('lists for those who write requests: audiences, and the schema of a brief', async () => {
  const { audiences } = (await (await ask('/v1/audiences?lang=es')).json()) as {
    audiences: { name: string; title: string }[]
  }
  const space = workspace()
  const listed = JSON.parse((await space.run('audiences', '--lang', 'es', '--json')).stdout).audiences
  const named = (all: typeof audiences) => all.map(({ name, title }) => ({ name, title }))
  assert.equal(named(audiences), named(listed))
  const schema = await (await ask('/v1/schema')).text()
  assert.equal(JSON.parse(schema), JSON.parse((await space.run('schema')).stdout))
})

test.after(() => service.close())
test.run()
