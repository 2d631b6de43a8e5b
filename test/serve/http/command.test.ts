import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { sha256 } from '../../../src/diagnostics/index.js'
import { type Run, start } from '../../support/bundle.js'
import { workspace } from '../../support/workspace.js'
import { BRIEF, COURIER, REQUEST } from './support.js'

interface Served extends Run {
  readonly url: string
  /** What it has logged until now. */
  log(): Record<string, unknown>[]
  stop(): Promise<number | null>
}

const runs: Run[] = []

/** Starts the program in a folder, and waits until it listens. */
async function serve(cwd: string, ...argv: string[]): Promise<Served> {
  const run = start(cwd, 'serve', '--port', '0', ...argv)
  runs.push(run)
  const text = { stdout: '', stderr: '' }
  run.child.stderr?.on('data', data => {
    text.stderr += data
  })
  const url = await new Promise<string>((resolve, reject) => {
    run.child.stdout?.on('data', data => {
      text.stdout += data
      const [, found] = /^briefwright serve: (http:\S+)\n$/.exec(text.stdout) ?? []
      if (found) resolve(found)
    })
    run.child.on('exit', () => reject(new Error(text.stderr)))
  })
  return {
    ...run,
    url,
    log: () =>
      text.stderr
        .split('\n')
        .slice(0, -1)
        .map(line => JSON.parse(line)),
    async stop() {
      run.child.kill('SIGTERM')
      return (await run.ended).status
    },
  }
}

const post = (url: string, body: object, init: RequestInit = {}) =>
  fetch(`${url}/v1/render`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...init,
  })
const hashOf = async (response: Response) => sha256(Buffer.from(await response.arrayBuffer()))
const temporary = () => readdirSync(tmpdir()).filter(name => name.startsWith('briefwright-serve-'))

/** Other services that run beside these tests have theirs elsewhere. */
const { TMPDIR } = process.env
test.before(() => {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'briefwright-command-'))
})
test.after(() => {
  rmSync(tmpdir(), { recursive: true, force: true })
  if (TMPDIR === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = TMPDIR
})

/** What comes back over a connection of one's own until it is closed. */
function exchange(url: string, ...parts: string[]): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect(Number(port), hostname)
    socket.on('data', data => {
      received += data
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(received))
    for (const part of parts) socket.write(part)
  })
}

const space = workspace({
  'briefs/brief.yaml': BRIEF,
  'briefs/sources/courier.txt': COURIER,
  'briefwright.yaml': 'organisation: Department of Transport\n',
})

test('one service: an edition as built, a batch, requests that are none, clients that leave, and its end', async () => {
  const before = temporary()
  const served = await serve(space.root)
  const { url } = served
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/)
  const answer = await post(url, { brief: BRIEF, audience: 'press' })
  assert.is(answer.status, 200)
  const built = start(space.root, 'build', '-a', 'press')
  assert.is((await built.ended).status, 0)
  assert.is(await hashOf(answer), sha256(readFileSync(join(space.root, 'out/brief/press.pdf'))))

  const batch = await post(
    url,
    { brief: BRIEF, audience: 'all' },
    { headers: { 'Content-Type': 'application/json', Prefer: 'wait=100' } },
  )
  const job = (await batch.json()) as { state: string; files: { href: string; sha256: string }[] }
  assert.equal([batch.status, job.state, job.files.length], [200, 'done', 6])
  for (const { href, sha256: hash } of job.files) assert.is(await hashOf(await fetch(url + href)), hash)

  const { host } = new URL(url)
  assert.match(await exchange(url, 'nonsense\r\n\r\n'), /^HTTP\/1\.1 400 .*application\/problem\+json/s)
  assert.match(
    await exchange(url, `GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`),
    /^HTTP\/1\.1 4(?:13|31) /,
  )
  assert.match(
    await exchange(url, 'GET /healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'),
    /^HTTP\/1\.1 403 /,
  )
  assert.match(
    await exchange(url, 'GET http://[/ HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'),
    /^HTTP\/1\.1 400 /,
  )
  assert.match(
    await exchange(
      url,
      `POST /v1/render HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\nConnection: close\r\n\r\n`,
    ),
    /^HTTP\/1\.1 413 /,
  )

  const sections = Array.from(
    { length: 300 },
    (_, index) => `  - id: s${index}\n    title: Part ${index}\n    body: ${'Words of it. '.repeat(40)}\n`,
  )
  const leaving = new AbortController()
  const left = post(
    url,
    { ...REQUEST, brief: `${BRIEF}sections:\n${sections.join('')}`, audience: 'analyst' },
    { signal: leaving.signal },
  )
  const running = async () =>
    /queue_jobs\{state="running"\} 1/.test(await (await fetch(`${url}/metrics`)).text())
  while (!(await running())) await new Promise(resolve => setTimeout(resolve, 10))
  leaving.abort()
  await left.then(
    () => assert.unreachable(),
    () => {},
  )
  while (await running()) await new Promise(resolve => setTimeout(resolve, 10))
  assert.ok(served.log().some(({ event, reason }) => event === 'job' && reason === 'cancelled'))
  assert.is((await fetch(`${url}/readyz`)).status, 200)

  assert.is(await served.stop(), 0)
  assert.equal(temporary(), before)
  const { stdout, stderr } = await served.ended
  assert.is(stdout, `briefwright serve: ${url}\n`)
  for (const line of stderr.trim().split('\n')) assert.match(JSON.parse(line).time, /^\d{4}-.*Z$/)
  for (const words of ['Night trams', 'Ines', 'courier', 'Words of it']) assert.not.match(stderr, words)
})

test('asked to stop, it answers what runs, and keeps a store that has a name', async () => {
  const served = await serve(space.root, '--store', 'prints', '-j', '1')
  const answered = post(served.url, { ...REQUEST, audience: 'analyst' })
  const isRunning = async () =>
    /queue_jobs\{state="running"\} 1/.test(await (await fetch(`${served.url}/metrics`)).text())
  while (!(await isRunning())) await new Promise(resolve => setTimeout(resolve, 5))
  served.child.kill('SIGTERM')
  while (!served.log().some(({ event }) => event === 'stopping'))
    await new Promise(resolve => setTimeout(resolve, 5))
  const ready = await fetch(`${served.url}/readyz`).then(
    ({ status }) => status,
    () => undefined,
  )
  const response = await answered
  assert.is(response.status, 200)
  assert.ok(ready === 503 || ready === undefined)
  assert.is((await served.ended).status, 0)
  const tag = response.headers.get('etag')
  const again = await serve(space.root, '--store', 'prints')
  const known = await post(
    again.url,
    { ...REQUEST, audience: 'analyst' },
    { headers: { 'Content-Type': 'application/json', 'If-None-Match': tag ?? '' } },
  )
  assert.is(known.status, 304)
  assert.ok(
    again.log().every(({ event }) => event !== 'job'),
    'nothing is printed',
  )
  assert.is(await again.stop(), 0)
})

test('wrong usage ends with 2 and says why', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => taken.once('listening', resolve))
  const { port } = taken.address() as AddressInfo
  for (const [argv, said] of [
    [['--port', String(port)], `port ${port} of 127.0.0.1 is in use`],
    [['--port', '70000'], '--port'],
    [['--host', '0.0.0.0'], 'without tokens'],
    [['--tokens', 'none.yaml'], 'none.yaml'],
    [['--queue', 'redis://127.0.0.1:1'], '`--queue` needs `--store`'],
    [['--queue', 'http://127.0.0.1', '--store', 'prints'], 'none of Redis'],
    [['--queue', 'redis://127.0.0.1:1', '--store', 'prints', '-j', '2'], '--jobs'],
    [['--store', 'ftp://here'], 'no store'],
    [['--max-request', '0'], '--max-request'],
    [['--job-seconds', 'x'], '--job-seconds'],
  ] as const) {
    const { status, stdout, stderr } = await start(space.root, 'serve', ...argv).ended
    assert.equal([status, stdout], [2, ''], `${argv.join(' ')}: ${stderr}`)
    assert.match(stderr, said)
    assert.not.match(stderr, /internal error/)
  }
  taken.close()
})

test.after(() => {
  for (const { child } of runs) child.kill('SIGKILL')
})
test.run()
