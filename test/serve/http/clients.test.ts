import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { sha256 } from '../../../src/diagnostics/index.js'
import type { JobAnswer } from '../../../src/serve/http/answers/answer-schema.js'
import { TokenClients } from '../../../src/serve/http/clients/clients.js'
import type { LogLine } from '../../../src/serve/http/protocol/request-log.js'
import { SetupError } from '../../../src/serve/jobs/setup-error.js'
import { workspace } from '../../support/workspace.js'
import { BRIEF, COURIER, endedJob, openTestService, REQUEST } from './support.js'

const NOTE = `---
title: Note
description: For one house.
page: { size: a4, margins: { top: 22, right: 26, bottom: 22, left: 26 } }
limit: 1
type: { size: 10, floor: 9 }
clearance: TLP:GREEN
sections: [bottom_line]
---
{{> masthead}}
{{> bottom-line}}
<p>Only for the house of Ann.</p>
`
const tokens = (clients: Readonly<Record<string, string>>) =>
  `clients:\n${Object.entries(clients)
    .map(([name, token]) => `  ${name}:\n    sha256: ${sha256(token)}\n`)
    .join('')}`

const space = workspace({
  'tokens.yaml': tokens({ ann: 'token-of-ann', bea: 'token-of-bea' }),
  'ann/templates/note.hbs': NOTE,
  'ann/briefwright.yaml': 'organisation: House of Ann\n',
  'ann/briefs/sources/courier.txt': COURIER,
  'ann/briefs/secret.yaml': 'title: Secret of Ann\nas_of: 2025-01-01\n',
  'bea/briefwright.yaml': 'organisation: House of Bea\n',
  'secret.txt': 'Secret of the house',
})
const log: LogLine[] = []
const clients = new TokenClients(join(space.root, 'tokens.yaml'), line => log.push(line))
const service = await openTestService({ clients })
const as = (name: string) => ({ Authorization: `Bearer token-of-${name}` })
const { ask, post } = service

test('whoever has no token, or a wrong one, is refused', async () => {
  for (const authorization of [
    undefined,
    '',
    'token-of-ann',
    'Basic token-of-ann',
    'Bearer',
    'Bearer token-of-anna',
    `Bearer ${sha256('token-of-ann')}`,
  ]) {
    const headers = authorization === undefined ? {} : { Authorization: authorization }
    const response = await post('/v1/render', REQUEST, headers)
    assert.equal([response.status, response.headers.get('www-authenticate')], [401, 'Bearer'], authorization)
    for (const path of ['/v1/audiences', '/v1/schema', '/v1/jobs/a'])
      assert.is((await ask(path, { headers })).status, 401)
  }
  for (const path of ['/healthz', '/readyz', '/metrics', '/openapi.json'])
    assert.is((await ask(path)).status, 200)
  assert.is((await ask('/v1/schema', { headers: { Authorization: 'bearer token-of-ann' } })).status, 200)
})

test('with tokens other names of the machine are served', async () => {
  const request = new Request('http://briefs.example/healthz', {
    headers: { Host: 'briefs.example', Origin: 'https://office.example' },
  })
  assert.is((await service.service.answer(request)).status, 200)
})

test('the files of a client are beneath what its requests bring, and no other client has them', async () => {
  const request = { brief: BRIEF, audience: 'note', format: 'txt' }
  const ann = await post('/v1/render', request, as('ann'))
  const text = await ann.text()
  assert.is(ann.status, 200, text)
  assert.match(text, 'Only for the house of Ann')
  assert.match(text, 'House of Ann')
  const bea = await post('/v1/render', { ...request, sources: REQUEST.sources }, as('bea'))
  const problem = (await bea.json()) as { diagnostics: { code: string }[] }
  assert.equal([bea.status, problem.diagnostics.map(({ code }) => code)], [422, ['unknown-audience']])
  const overlaid = await post(
    '/v1/render',
    { ...request, files: { 'briefwright.yaml': 'organisation: Elsewhere\n' } },
    as('ann'),
  )
  assert.match(await overlaid.text(), 'Elsewhere')
  const named = async (name: string) => {
    const { audiences } = (await (await ask('/v1/audiences', { headers: as(name) })).json()) as {
      audiences: { name: string; file: string }[]
    }
    return audiences.filter(each => each.name === 'note').map(({ file }) => file)
  }
  assert.equal([await named('ann'), await named('bea')], [['templates/note.hbs'], []])
})

test('the same request of two clients has two jobs, and neither sees that of the other', async () => {
  const begun = await Promise.all(
    ['ann', 'bea'].map(async name => {
      const response = await post('/v1/render', { ...REQUEST, audience: ['press'], format: 'txt' }, as(name))
      assert.is(response.status, 202)
      const location = response.headers.get('location') ?? ''
      const job = await endedJob(service, location, as(name))
      return { name, location, job }
    }),
  )
  const [ann, bea] = begun
  assert.ok(ann && bea && ann.location !== bea.location)
  for (const [one, other] of [
    [ann, bea],
    [bea, ann],
  ] as const) {
    const [{ href = '' } = {}] = one.job.files
    assert.equal([one.job.state, one.job.ok], ['done', true])
    const own = await ask(href, { headers: as(one.name) })
    assert.is(own.status, 200)
    assert.match(await own.text(), `House of ${one.name === 'ann' ? 'Ann' : 'Bea'}`)
    for (const path of [one.location, href, one.job.manifest ?? ''])
      assert.is((await ask(path, { headers: as(other.name) })).status, 404)
    assert.is((await ask(one.location, { method: 'DELETE', headers: as(other.name) })).status, 404)
    assert.is((await ask(one.location, { headers: as(one.name) })).status, 200)
  }
  const tagOf = async (name: string) =>
    (await post('/v1/render', { ...REQUEST, format: 'txt' }, as(name))).headers.get('etag')
  const [one, other] = [await tagOf('ann'), await tagOf('bea')]
  assert.ok(one && other && one !== other)
  const foreign = await post(
    '/v1/render',
    { ...REQUEST, format: 'txt' },
    { ...as('bea'), 'If-None-Match': one },
  )
  assert.is(foreign.status, 200)
})

test('nothing outside of the folder of a client can be named, nor its briefs', async () => {
  const stolen = BRIEF.replace('sources/courier.txt', '../../secret.txt')
  const other = BRIEF.replace('sources/courier.txt', '../../ann/briefs/sources/courier.txt')
  const brief = BRIEF.replace('sources/courier.txt', 'secret.yaml')
  for (const text of [stolen, other, brief]) {
    const response = await post('/v1/render', { brief: text, audience: 'press' }, as('ann'))
    assert.is(response.status, 422)
    assert.not.match(await response.text(), /Secret of|will run them if the state pays half,/)
  }
})

test('a file of a client that changes is read anew', async () => {
  const request = { ...REQUEST, format: 'txt' }
  const before = await post('/v1/render', request, as('bea'))
  assert.match(await before.text(), 'House of Bea')
  space.write({ 'bea/briefwright.yaml': 'organisation: Houses of Bea\n' })
  const after = await post('/v1/render', request, as('bea'))
  assert.match(await after.text(), 'Houses of Bea')
  assert.is.not(after.headers.get('etag'), before.headers.get('etag'))
})

test('tokens are read anew when their file changes; a file that is wrong leaves those of before', async () => {
  const statusOf = async (name: string) => (await ask('/v1/schema', { headers: as(name) })).status
  assert.equal([await statusOf('ann'), await statusOf('cid')], [200, 401])
  space.write({ 'tokens.yaml': tokens({ bea: 'token-of-bea', cid: 'token-of-cid' }) })
  assert.equal([await statusOf('ann'), await statusOf('bea'), await statusOf('cid')], [401, 200, 200])
  space.write({ 'tokens.yaml': 'clients: {bea: {sha256: short}}\n' })
  assert.equal([await statusOf('bea'), await statusOf('cid')], [200, 200])
  assert.equal(
    log.map(({ event }) => event),
    ['no-workspace', 'tokens-read', 'tokens-wrong'],
  )
  assert.not.match(JSON.stringify([log, service.log]), /token-of/)
})

for (const [what, text, place] of [
  ['a hash that is none', 'clients:\n  ann: {sha256: abc}\n', ':2:17: '],
  ['an unknown key', `clients:\n  ann: {sha256: ${'a'.repeat(64)}, folder: x}\n`, ':2:'],
  ['a name that is none', `clients:\n  "a b": {sha256: ${'a'.repeat(64)}}\n`, ':2:'],
  ['no clients', 'clients: {}\n', 'names no client'],
  ['a list', '- ann\n', ':1:1: '],
  [
    'a token twice',
    `clients:\n  ann: {sha256: ${'a'.repeat(64)}}\n  bea: {sha256: ${'A'.repeat(64)}}\n`,
    'token of another',
  ],
] as const)
  test(`a file of tokens with ${what} is refused with its place`, () => {
    const file = join(space.root, 'wrong.yaml')
    writeFileSync(file, text)
    try {
      new TokenClients(file, () => {})
      assert.unreachable()
    } catch (error) {
      assert.instance(error, SetupError)
      assert.match((error as Error).message, place)
    }
  })

test('the findings of a job are not those of another client', async () => {
  const job = (await (
    await post('/v1/render', { ...REQUEST, brief: `${BRIEF}colour: red\n`, audience: ['press'] }, as('cid'))
  ).json()) as JobAnswer
  const ended = await endedJob(service, `/v1/jobs/${job.id}`, as('cid'))
  assert.equal(
    ended.diagnostics.map(({ code }) => code),
    ['unknown-key'],
  )
  assert.is((await ask(`/v1/jobs/${job.id}`, { headers: as('bea') })).status, 404)
})

test.after(() => service.close())
test.run()
