import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { BRIEF, COURIER, openTestService, REQUEST } from './support.js'

const service = await openTestService({
  threads: 0,
  limits: { requestBytes: 60_000, fileBytes: 20_000, files: 5 },
})
const { ask, post } = service

interface Problem {
  readonly type: string
  readonly status: number
  readonly detail: string
  readonly hint?: string
  readonly request_id: string
  readonly errors?: readonly { readonly field: string; readonly message: string; readonly hint?: string }[]
  readonly diagnostics?: readonly { readonly code: string; readonly file: string }[]
}

async function problemOf(response: Response, status: number): Promise<Problem> {
  const text = await response.text()
  assert.is(response.status, status, text)
  const problem = JSON.parse(text) as Problem
  assert.is(problem.status, status)
  assert.match(problem.type, /^urn:briefwright:problem:[a-z-]+$/)
  assert.is(problem.request_id, response.headers.get('x-request-id'))
  return problem
}

const sent = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
  ask('/v1/render', { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } })

const JSON_WRONG: readonly (readonly [string, string | Uint8Array])[] = [
  ['nothing', ''],
  ['half of an object', '{"brief": "title: A'],
  ['words', 'title: A'],
  ['nested without end', `{"brief": "title", "audience": ${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}}`],
  ['bytes that are no text', Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d)],
]
for (const [what, body] of JSON_WRONG)
  test(`JSON that is ${what} is refused, and not quoted`, async () => {
    const { detail } = await problemOf(await sent(body), 400)
    assert.not.match(detail, 'title')
  })

const FIELDS_WRONG: readonly (readonly [object | null | unknown[], string, RegExp])[] = [
  [{ ...REQUEST, audiance: 'press' }, 'audiance', /did you mean `audience`/],
  [{ ...REQUEST, source: {} }, 'source', /did you mean `sources`/],
  [{ audience: 'press' }, 'brief', /^$/],
  [{ brief: BRIEF }, 'audience', /^$/],
  [{ ...REQUEST, brief: '' }, 'brief', /^$/],
  [{ ...REQUEST, brief: 7 }, 'brief', /^$/],
  [{ ...REQUEST, audience: [] }, 'audience', /openapi|^$/],
  [{ ...REQUEST, format: 'pfd' }, 'format', /did you mean `pdf`/],
  [{ ...REQUEST, sources: { 'a.txt': 7 } }, 'sources.a.txt', /openapi/],
  [{ ...REQUEST, files: { 'a.png': { base_64: '' } } }, 'files.a.png', /openapi/],
  [{ ...REQUEST, files: { 'a.png': { base64: '?*' } } }, 'files.a.png', /^$/],
  [{ ...REQUEST, recipient: { name: ['Ann'] } }, 'recipient.name', /openapi/],
  [{ ...REQUEST, recipient: [{ name: 'Ann' }] }, 'recipient', /name: value/],
  [{ ...REQUEST, created: 'yesterday' }, 'created', /2025-01-20/],
  [{ ...REQUEST, created: '1969-12-31' }, 'created', /1970/],
  [{ ...REQUEST, created: '2025-02-31T08:00' }, 'created', /1970/],
  [{ ...REQUEST, data: 'id\na\n', recipient: { name: 'Ann' } }, 'recipient', /data/],
  [{ ...REQUEST, data: 'id\na\n', lang: 'fr' }, 'lang', /column/],
  [{ ...REQUEST, whole: 'yes' }, 'whole', /^$/],
  [null, '', /send/],
  [[], '', /send/],
]
for (const [body, field, hint] of FIELDS_WRONG)
  test(`a wrong field is named: ${JSON.stringify(body)?.slice(-60)}`, async () => {
    const problem = await problemOf(await sent(JSON.stringify(body)), 400)
    const named = (problem.errors ?? []).map(error => error.field)
    assert.ok(named.includes(field), JSON.stringify(problem))
    const error = problem.errors?.find(each => each.field === field)
    assert.match(error?.hint ?? '', hint)
  })

const LEADING_OUT = ['../../etc/passwd', '/etc/passwd', 'a/../../../b.txt', 'C:/x.txt', '../'.repeat(60)]
for (const path of LEADING_OUT)
  for (const field of ['sources', 'files'] as const)
    test(`a path that leads out is a finding: ${path.slice(0, 20)} in ${field}`, async () => {
      const name = field === 'files' || path.startsWith('/') || path.startsWith('C:') ? path : `../${path}`
      if (field === 'sources' && path.startsWith('C:')) return
      const { diagnostics } = await problemOf(
        await post('/v1/render', { ...REQUEST, [field]: { [name]: 'x' } }),
        422,
      )
      assert.equal(
        diagnostics?.map(({ code, file }) => [code, file]),
        [['path-outside-workspace', field]],
      )
    })

for (const [what, change] of [
  ['a brief of no name', { path: 'briefs/brief.txt' }],
  ['a brief elsewhere', { path: '../brief.yaml' }],
  ['a file that is the brief', { files: { 'briefs/brief.yaml': 'title: Other' } }],
  ['a file twice', { sources: { 'a.txt': 'a', './a.txt': 'b' } }],
  ['a folder', { files: { 'templates/': 'a' } }],
  ['a file of the program', { files: { '.briefwright/paths.json': 'no JSON' } }],
  ['a file of the program beside the brief', { sources: { '../.Briefwright/paths.json': '[]' } }],
  ['backslashes', { files: { 'templates\\a.hbs': 'a' } }],
  ['a control', { files: { 'templates/a\u0000.hbs': 'a' } }],
] as const)
  test(`what cannot be a file of a workspace is a finding: ${what}`, async () => {
    const { diagnostics } = await problemOf(await post('/v1/render', { ...REQUEST, ...change }), 422)
    assert.ok((diagnostics ?? []).length > 0)
    const checked = { brief: BRIEF, ...change }
    await problemOf(await post('/v1/check', checked), 422)
  })

test('a request is as large as one may be, and no larger', async () => {
  const exact = { ...REQUEST, files: {} as Record<string, string> }
  const padded = (size: number) => ({
    ...exact,
    files: { 'a.txt': 'x'.repeat(20_000), 'b.txt': 'x'.repeat(20_000), 'c.txt': 'x'.repeat(size) },
  })
  const rest = 60_000 - Buffer.byteLength(JSON.stringify(padded(0)))
  const { signal, abort } = impatient()
  const taken = ask('/v1/render', {
    method: 'POST',
    signal,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(padded(rest)),
  })
  setTimeout(abort, 200)
  assert.is((await taken).status, 408, 'taken, and waited for')
  const { hint } = await problemOf(await post('/v1/render', padded(rest + 1)), 413)
  assert.match(hint ?? '', '--max-request')
  const streamed = new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(30_001))
    },
  })
  const options = {
    method: 'POST',
    body: streamed,
    duplex: 'half',
    headers: { 'Content-Type': 'application/json' },
  }
  await problemOf(await ask('/v1/render', options as RequestInit), 413)
})

function impatient() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

test('files are as large and as many as they may be', async () => {
  await problemOf(await post('/v1/render', { ...REQUEST, files: { 'a.txt': 'x'.repeat(20_001) } }), 413)
  const many = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`${index}.txt`, 'x']))
  await problemOf(await post('/v1/render', { ...REQUEST, sources: many }), 413)
  const form = new FormData()
  for (let count = 0; count < 40; count += 1) form.append('sources', new File(['x'], `${count}.txt`))
  await problemOf(await ask('/v1/render', { method: 'POST', body: form }), 413)
})

test('no body has more values than a request may, whatever its bytes', async () => {
  const small = await openTestService({ threads: 0, limits: { values: 40 } })
  for (const [body, status] of [
    [`{"brief": "a, [b], {c}: \\"d, e\\\\", "audience": ["a"${', "a"'.repeat(33)}], "x": 1}`, 400],
    [`{"brief": "a", "audience": ["a"${', "a"'.repeat(36)}]}`, 413],
    [`${'['.repeat(50)}${']'.repeat(50)}`, 413],
    [`"${'\\\\'.repeat(30)}", ${'1, '.repeat(50)}`, 413],
    [`"${'\\\\'.repeat(30)}\\", ${'1, '.repeat(50)}`, 400],
  ] as const) {
    const init = { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }
    assert.is((await small.ask('/v1/render', init)).status, status, body.slice(0, 30))
  }
  const fields = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`f${index}`, 1]))
  await problemOf(await post('/v1/render', fields), 400)
  await small.close()
})

test('what a client calls a field is cut short', async () => {
  const name = 'x'.repeat(10_000)
  for (const request of [
    { ...REQUEST, [name]: 1 },
    { ...REQUEST, sources: { [name]: 1 } },
  ]) {
    const problem = await problemOf(await post('/v1/render', request), 400)
    assert.ok(JSON.stringify(problem).length < 2500)
  }
})

test('kinds of body that nobody reads', async () => {
  for (const type of ['text/plain', 'application/x-yaml', 'application/x-www-form-urlencoded'])
    await problemOf(await sent(JSON.stringify(REQUEST), { 'Content-Type': type }), 415)
  for (const encoding of ['gzip', 'br', 'gzip, gzip', 'unknown'])
    await problemOf(await sent(JSON.stringify(REQUEST), { 'Content-Encoding': encoding }), 415)
  await problemOf(await sent('--x\r\n', { 'Content-Type': 'multipart/form-data' }), 400)
  await problemOf(await sent('no form', { 'Content-Type': 'multipart/form-data; boundary=x' }), 400)
})

for (const [what, fill] of [
  ['a source that is no file', (form: FormData) => form.set('sources', 'x')],
  ['a file that is no part', (form: FormData) => form.set('audience', new File(['press'], 'a'))],
  ['options that are no object', (form: FormData) => form.set('options', '[]')],
  ['options that are no JSON', (form: FormData) => form.set('options', 'press')],
  [
    'a brief that is no text',
    (form: FormData) => form.set('brief', new File([Uint8Array.of(0xff, 0xfe)], 'a.yaml')),
  ],
  ['an unknown part', (form: FormData) => form.set('audiences', 'press')],
] as const)
  test(`a form with ${what} is refused`, async () => {
    const form = new FormData()
    form.set('brief', BRIEF)
    form.set('audience', 'press')
    fill(form)
    await problemOf(await ask('/v1/render', { method: 'POST', body: form }), 400)
  })

test('answers that the client does not take', async () => {
  for (const accept of [
    'text/html',
    'application/pdf;q=0',
    'image/*, text/*;q=0.5',
    'application/pdf;q=0, */*',
  ])
    await problemOf(await post('/v1/render', REQUEST, { Accept: accept }), 406)
  await problemOf(await post('/v1/check', { brief: BRIEF }, { Accept: 'application/pdf' }), 406)
})

test('addresses and methods that there are not', async () => {
  for (const path of ['/', '/v2/render', '/v1/', '/v1/renders', '/v1/render/'])
    await problemOf(await ask(path), 404)
  for (const [method, path, allowed] of [
    ['GET', '/v1/render', 'POST'],
    ['PUT', '/v1/check', 'POST'],
    ['POST', '/v1/jobs/a', 'GET, HEAD, DELETE'],
    ['OPTIONS', '/v1/render', 'POST'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['DELETE', '/v1/jobs/a/files/b/c.pdf', 'GET, HEAD'],
    ['PROPFIND', '/v1/audiences', 'GET, HEAD'],
  ]) {
    const response = await ask(path ?? '', { method: method ?? '' })
    assert.is(response.headers.get('allow'), allowed)
    await problemOf(response, 405)
  }
  for (const id of ['a', '..', 'f'.repeat(64), '%2e%2e%2finputs', 'F'.repeat(64)])
    for (const path of [`/v1/jobs/${id}`, `/v1/jobs/${id}/files/brief/press.pdf`])
      await problemOf(await ask(path), 404)
  await problemOf(await ask('/v1/audiences?lang=!'), 400)
  const { hint } = await problemOf(await ask('/v1/audiences?langs=fr'), 400)
  assert.match(hint ?? '', 'did you mean `lang`')
  const { diagnostics } = await problemOf(await ask('/v1/audiences?theme=civik'), 422)
  assert.equal(
    diagnostics?.map(({ code }) => code),
    ['invalid-value'],
  )
})

test('a page of another origin, and another name of this machine, are refused', async () => {
  const named = async (host: string, origin?: string) => {
    const headers = { Host: host, ...(origin && { Origin: origin }) }
    return (await service.service.answer(new Request('http://127.0.0.1:8080/healthz', { headers }))).status
  }
  for (const host of ['127.0.0.1:8080', 'localhost', '[::1]:80', 'LOCALHOST:8080'])
    assert.is(await named(host), 200, host)
  for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil', '10.0.0.1', ''])
    assert.is(await named(host), 403, host)
  assert.is(await named('localhost:8080', 'http://localhost:8080'), 200)
  for (const origin of ['http://evil.example', 'null', 'http://localhost:1', 'https://localhost:8080'])
    assert.is(await named('localhost:8080', origin), 403, origin)
})

test('a request has the name that the client gives it, if that can stand in a log', async () => {
  const idOf = async (given: string) =>
    (await ask('/healthz', { headers: { 'X-Request-Id': given } })).headers.get('x-request-id')
  assert.is(await idOf('press-7:a/b+c=.d'), 'press-7:a/b+c=.d')
  for (const given of ['a b', 'x'.repeat(129), 'a"b', '{}'])
    assert.match((await idOf(given)) ?? '', /^[0-9a-f-]{36}$/)
})

test('the log has a line for each request, and nothing of what is in them', () => {
  const text = JSON.stringify(service.log)
  for (const words of ['Night trams', 'Ines Vela', 'courier', 'passwd', 'Ann']) assert.not.match(text, words)
  assert.ok(
    service.log.some(
      ({ status, route, method }) => status === 413 && route === '/v1/render' && method === 'POST',
    ),
  )
  assert.ok(COURIER.includes('Ines Vela'))
  assert.ok(service.log.some(({ status, route }) => status === 404 && route === undefined))
  assert.ok(service.log.some(({ status, route }) => status === 405 && route === '/v1/jobs/:id/files/:file'))
})

test.after(() => service.close())
test.run()
