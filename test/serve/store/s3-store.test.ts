import { randomUUID } from 'node:crypto'
import { statSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SetupError } from '../../../src/serve/jobs/setup-error.js'
import { openStore } from '../../../src/serve/store/open-store.js'
import { type S3Server, startS3 } from '../../support/s3.js'
import { all, assertThrows, testStoreContract } from './contract.js'

let server: S3Server
test.before(async () => {
  server = await startS3()
})
test.after(() => server.kill())

const pathOf = (address: string, name: string) =>
  join(server.folder, 'briefs', /^s3:\/\/briefs\/([^?]*)/.exec(address)?.[1] ?? '', `${name}._S3rver_object`)

testStoreContract({
  name: 'S3',
  makeAddress: async () => server.address(`a/${randomUUID()}`),
  damage: (address, name, bytes) => writeFileSync(pathOf(address, name), bytes),
})

test('stores of two prefixes know nothing of each other, and one without a prefix has all of the bucket', async () => {
  const [one, two, whole] = await Promise.all(
    ['p/one', 'p/one-more', ''].map(prefix => openStore(server.address(prefix), { cwd: '/' })),
  )
  await one?.put('jobs/a', Buffer.from('a'))
  assert.is(await two?.has('jobs/a'), false)
  assert.equal(two && (await all(two, '')), [])
  assert.is(String(await whole?.get('p/one/jobs/a')), 'a')
})

test('an object that is used long after it was written is written anew, for rules that expire objects', async () => {
  const store = await openStore(server.address('touched'), { cwd: '/' })
  await store.put('results/a', Buffer.from('whole'))
  const path = pathOf(store.address, 'results/a')
  const old = new Date(Date.now() - 3 * 86_400_000)
  const metadata = path.replace('_object', '_metadata.json')
  for (const file of [path, metadata]) utimesSync(file, old, old)
  assert.is(await store.has('results/a'), true)
  // The server keeps the file of an object that is copied onto itself, and writes what it says of it anew.
  assert.ok(statSync(metadata).mtimeMs > old.getTime() + 86_400_000)
  assert.is(String(await store.get('results/a')), 'whole')
})

test('a store that fails for a while is waited for', async () => {
  const retries: string[] = []
  const store = await openStore(server.address('failing'), {
    cwd: '/',
    firstPauseMs: 20,
    onRetry: ({ message }) => retries.push(message),
  })
  await store.put('jobs/a', Buffer.from('a'))
  await server.kill()
  const reading = store.get('jobs/a')
  const writing = store.put('jobs/b', Buffer.from('b'))
  await new Promise(resolve => setTimeout(resolve, 300))
  await server.restart()
  assert.is(String(await reading), 'a')
  await writing
  assert.is(String(await store.get('jobs/b')), 'b')
  assert.ok(
    retries.some(message => /cannot write `jobs\/b` in the store `s3:.*no answer \(ECONN/.test(message)),
    retries[0],
  )
})

test('a bucket that is not there, a wrong address and what the machine lacks are said when the store is opened', async () => {
  const open = (address: string) => openStore(address, { cwd: '/', patienceMs: 0 })
  const endpoint = encodeURIComponent(server.endpoint)
  const error = await assertThrows(
    () => open(`s3://no-such-bucket/x?endpoint=${endpoint}`),
    /404 NoSuchBucket/,
  )
  assert.instance(error, SetupError)
  for (const [address, message] of [
    ['s3://', /is not the address of a store/],
    ['s3://Bucket/x', /is not the address/],
    ['s3://bucket/a/../b', /is not the address/],
    ['s3://bucket/x?color=red', /has no `color`/],
    ['s3://bucket/x?endpoint=ftp://x', /is not an address that begins with http/],
    ['s3://bucket/x?endpoint=http://me:secret@x', /without a name or a password/],
    ['s3://key:secret@bucket/x', /holds no credentials/],
  ] as const) {
    const wrong = await assertThrows(() => open(address), message)
    assert.instance(wrong, SetupError)
    assert.not.match(`${wrong.message} ${(wrong as SetupError).hint}`, /secret(?!_|s)/i)
  }
})

/** Answers everything with a status. */
async function refusing(
  status: number,
  code: string,
): Promise<{ readonly server: Server; readonly endpoint: string }> {
  const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>AKIASECRET</Message></Error>`
  const refuser = createServer((request, response) => {
    request.resume()
    response.writeHead(status, { 'content-type': 'application/xml' }).end(body)
  })
  await new Promise<void>(resolve => refuser.listen(0, '127.0.0.1', resolve))
  return { server: refuser, endpoint: `http://127.0.0.1:${(refuser.address() as AddressInfo).port}` }
}

test('wrong keys are told at once, a server that is too busy is asked again; neither says what was sent', async () => {
  for (const [status, code, attempts] of [
    [403, 'AccessDenied', /^cannot list .*403 AccessDenied$/],
    [403, 'InvalidAccessKeyId', /403 InvalidAccessKeyId$/],
    [503, 'SlowDown', /503 SlowDown \([2-9]\d* attempts in 1 s\)$/],
  ] as const) {
    const { server: refuser, endpoint } = await refusing(status, code)
    const address = `s3://briefs/x?endpoint=${encodeURIComponent(endpoint)}`
    const error = await assertThrows(
      () => openStore(address, { cwd: '/', patienceMs: 400, firstPauseMs: 1 }),
      attempts,
    )
    assert.not.match(error.message, 'AKIASECRET')
    refuser.closeAllConnections()
    refuser.close()
  }
})

test.run()
