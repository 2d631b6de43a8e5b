import { setMaxListeners } from 'node:events'
import { connect } from 'node:net'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { listen } from '../../../src/serve/http/listen.js'
import { HttpProblem } from '../../../src/serve/http/protocol/http-problem.js'
import {
  bodyBudget,
  DEFAULT_LIMITS,
  MEBIBYTE,
  MOST_WAITING_BODIES,
} from '../../../src/serve/http/protocol/limits.js'
import { appliedPreferences, readPreferences } from '../../../src/serve/http/protocol/preferences.js'
import type { LogLine } from '../../../src/serve/http/protocol/request-log.js'
import { ByteBudget } from '../../../src/serve/http/requests/byte-budget.js'
import { readBody } from '../../../src/serve/http/requests/read-body.js'
import { openTestService, REQUEST } from './support.js'

const never = new AbortController().signal
setMaxListeners(0, never)
const settled = async (promise: Promise<unknown>) => {
  const pending = {}
  await new Promise(resolve => setImmediate(resolve))
  return (await Promise.race([promise, Promise.resolve(pending)])) !== pending
}

test('whoever finds no room waits in turn, also behind what is larger', async () => {
  const budget = new ByteBudget(10)
  const first = await budget.reserve(6, never)
  const large = budget.reserve(8, never)
  const small = budget.reserve(2, never)
  assert.equal([await settled(large), await settled(small), budget.reserved], [false, false, 6])
  first.shrink(2)
  assert.ok(await settled(large))
  assert.equal([await settled(small), budget.reserved], [false, 10])
  first.release()
  assert.ok(await settled(small))
  assert.is(budget.reserved, 10)
  first.release()
  ;(await large).release()
  ;(await small).release()
  assert.is(budget.reserved, 0)
})

test('whoever goes away while waiting leaves its place to others', async () => {
  const budget = new ByteBudget(10)
  const first = await budget.reserve(6, never)
  const leaving = new AbortController()
  const gone = budget.reserve(8, leaving.signal)
  const next = budget.reserve(4, never)
  leaving.abort(new Error('gone'))
  await gone.then(
    () => assert.unreachable(),
    error => assert.is(error.message, 'gone'),
  )
  assert.ok(await settled(next))
  first.release()
  assert.is(budget.reserved, 4)
})

test('more than so many do not wait', async () => {
  const budget = new ByteBudget(1)
  const first = await budget.reserve(1, never)
  const waiting = Array.from({ length: MOST_WAITING_BODIES }, () => budget.reserve(1, never))
  await budget.reserve(1, never).then(
    () => assert.unreachable(),
    error => {
      assert.instance(error, HttpProblem)
      assert.is(error.status, 429)
    },
  )
  first.release()
  for (const each of waiting) (await each).release()
  assert.is(budget.reserved, 0)
})

test('four of the largest requests are read at once', () => {
  assert.is(bodyBudget(DEFAULT_LIMITS), 80 * MEBIBYTE)
  assert.is(bodyBudget({ ...DEFAULT_LIMITS, requestBytes: MEBIBYTE }), 64 * MEBIBYTE)
})

test('nothing of a body is read before there is room for it, and a body without a length counts as the largest', async () => {
  const limits = { ...DEFAULT_LIMITS, requestBytes: 100 }
  const budget = new ByteBudget(150)
  let pulled = 0
  const body = new ReadableStream(
    {
      pull(controller) {
        pulled += 1
        controller.enqueue(Buffer.from('x'))
        if (pulled === 3) controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  const first = await budget.reserve(60, never)
  const request = new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit)
  const reading = readBody(request, limits, budget)
  assert.equal([await settled(reading), pulled], [false, 0])
  first.release()
  const { bytes, reservation } = await reading
  assert.equal([bytes.toString(), budget.reserved], ['xxx', 3])
  reservation.release()
  assert.is(budget.reserved, 0)
})

test('a body that does not come in in time is a 408, and gives its room back', async () => {
  const service = await openTestService({ threads: 0, limits: { bodySeconds: 0.05 } })
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.from('{"brief":'))
    },
  })
  const options = { method: 'POST', body, duplex: 'half', headers: { 'Content-Type': 'application/json' } }
  const response = await service.ask('/v1/render', options as RequestInit)
  assert.equal([response.status, response.headers.get('connection')], [408, 'close'])
  assert.match(await (await service.ask('/metrics')).text(), /^briefwright_request_bytes 0$/m)
  await service.close()
})

test('a body that breaks off is a 400', async () => {
  const service = await openTestService({ threads: 0 })
  const body = new ReadableStream({
    pull(controller) {
      controller.error(new Error('broken'))
    },
  })
  const options = { method: 'POST', body, duplex: 'half', headers: { 'Content-Type': 'application/json' } }
  assert.is((await service.ask('/v1/render', options as RequestInit)).status, 400)
  await service.close()
})

test('preferences are read as RFC 7240 writes them', () => {
  const read = (header: string | null) => {
    const { respondAsync, wait } = readPreferences(header)
    return [respondAsync, wait]
  }
  assert.equal(read(null), [false, undefined])
  assert.equal(read('respond-async'), [true, undefined])
  assert.equal(read('Respond-Async, WAIT=10'), [true, 10])
  assert.equal(read('wait="7"; foo=bar, respond-async;x=y'), [true, 7])
  assert.equal(read('wait=3, wait=9'), [false, 3])
  assert.equal(read('wait=700'), [false, 600])
  assert.equal(read('wait=-1, wait, respond-async=no, handling=lenient'), [false, undefined])
  assert.equal(appliedPreferences({ respondAsync: false, wait: undefined }), {})
})

test('a service that is being stopped answers what runs, and takes nothing new', async () => {
  const service = await openTestService({ threads: 0, limits: { bodySeconds: 60 } })
  let finish = () => {}
  const body = new ReadableStream({
    start(controller) {
      finish = () => {
        controller.enqueue(Buffer.from('{}'))
        controller.close()
      }
    },
  })
  const options = { method: 'POST', body, duplex: 'half', headers: { 'Content-Type': 'application/json' } }
  const running = service.ask('/v1/check', options as RequestInit)
  await new Promise(resolve => setImmediate(resolve))
  const batch = service.post('/v1/render', { ...REQUEST, audience: 'all' }, { Prefer: 'wait=500' })
  while ((await service.queue.state()).waiting === 0) await new Promise(resolve => setImmediate(resolve))
  const closed = service.service.close()
  assert.is((await batch).status, 202, 'a batch is not waited for')
  assert.equal([await settled(closed), (await service.ask('/healthz')).status], [false, 200])
  assert.is((await service.ask('/readyz')).status, 503)
  const refused = await service.post('/v1/check', { brief: 'title: A' })
  assert.equal([refused.status, refused.headers.get('retry-after')], [503, '5'])
  finish()
  assert.is((await running).status, 400)
  await closed
  await service.close()
})

test('headers that do not come in in time are a 408 with its reason', async () => {
  const { service, close } = await openTestService({ threads: 0 })
  const log: LogLine[] = []
  const limits = { ...DEFAULT_LIMITS, headersSeconds: 0.1, bodySeconds: 0.1 }
  const server = await listen(service, {
    host: '127.0.0.1',
    port: 0,
    limits,
    log: line => void log.push(line),
  })
  const { port } = new URL(server.url)
  const answer = await new Promise<string>(resolve => {
    let received = ''
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('GET /healthz HTTP/1.1\r\n'))
    socket.on('data', data => {
      received += data
    })
    socket.on('close', () => resolve(received))
  })
  assert.match(
    answer,
    /^HTTP\/1\.1 408 [\s\S]*application\/problem\+json[\s\S]*urn:briefwright:problem:request-timeout/,
  )
  assert.equal(
    log.map(({ event, status }) => [event, status]),
    [['refused', 408]],
  )
  await server.close()
  await close()
})

test('a service that cannot reach its queue is not ready', async () => {
  const service = await openTestService({ threads: 0 })
  assert.is((await service.ask('/readyz')).status, 200)
  service.queue.state = () => Promise.reject(new Error('gone'))
  assert.is((await service.ask('/readyz')).status, 503)
  await service.close()
})

test.run()
