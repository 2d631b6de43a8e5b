import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { parseS3Address } from '../../src/serve/store/s3-address.js'
import { checkCommandLine, wordsOf } from '../deploy/command-lines.js'
import { bundle } from '../support/bundle.js'
import { freePort, startRedis, type TestRedis } from '../support/redis.js'

import { skip } from '../support/skip.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const GUIDE = readFileSync(join(ROOT, 'docs/many-machines.md'), 'utf8')
const blocks = [...GUIDE.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
  language,
  lines: text.trim().split('\n'),
}))
const [serve = '', curl = '', worker = '', ...overQueue] = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap(({ lines }) => lines)
  .filter(line => !/docker|secrets\.sh/.test(line))

/** What a clone has once `npm ci` has run, as far as the commands need it. */
const CLONE = mkdtempSync(join(tmpdir(), 'briefwright-clone-'))
const running = new Set<ChildProcess>()
let redis: TestRedis | undefined
test.before(() => {
  for (const path of ['package.json', 'briefs', 'templates', 'fonts'])
    cpSync(join(ROOT, path), join(CLONE, path), { recursive: true })
  cpSync(bundle(), join(CLONE, 'dist'), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(CLONE, 'node_modules'), 'junction')
})
test.after(async () => {
  for (const child of running) child.kill('SIGKILL')
  await redis?.stop()
  rmSync(CLONE, { recursive: true, force: true })
})

interface Started {
  readonly child: ChildProcess
  readonly said: () => string
}

async function start(line: string, isReady: RegExp): Promise<Started> {
  const child = spawn(`exec ${line}`, { cwd: CLONE, shell: true })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', text => {
      said += text
    })
  while (!isReady.test(said)) {
    if (child.exitCode !== null) throw new Error(`${line}\n${said}`)
    await pause(50)
  }
  return { child, said: () => said }
}

async function stop({ child, said }: Started): Promise<void> {
  const exited = once(child, 'close')
  child.kill('SIGTERM')
  await exited
  assert.match(said(), /"event":"stopped"/)
}

function done(line: string): void {
  const { status, stderr, error } = spawnSync(line, { cwd: CLONE, shell: true, encoding: 'utf8' })
  assert.is(status, 0, `${line}\n${stderr}${error ?? ''}`)
}

const pdf = (path: string) => {
  const bytes = readFileSync(join(CLONE, path))
  assert.is(bytes.toString('latin1', 0, 5), '%PDF-')
  return bytes
}

test('the guide begins with three commands, and the program takes all that it names', () => {
  assert.match(serve, /^node dist\/cli\.js serve$/)
  assert.match(curl, /^curl .*briefs\/harbour-crossing\.yaml.*\/v1\/render$/)
  assert.match(worker, /^node dist\/cli\.js worker --queue /)
  assert.is(overQueue.length, 2)
  for (const line of [serve, worker, ...overQueue]) checkCommandLine(wordsOf(line, 'dist/cli.js'))
})

test('the addresses and rules of stores that the guide shows are ones', () => {
  const [address = ''] = blocks.find(({ language }) => language === 'text')?.lines ?? []
  assert.equal(parseS3Address(address, {}), {
    bucket: 'briefs',
    prefix: 'production/',
    endpoint: 'https://s3.example.org',
    region: 'eu-west-1',
    pathStyle: true,
  })
  const rule = JSON.parse(blocks.find(({ language }) => language === 'json')?.lines.join('\n') ?? '').Rules[0]
  assert.equal([rule.Status, rule.Filter.Prefix], ['Enabled', 'production/'])
})

test('the service that the guide starts answers what the guide asks with an edition', async () => {
  if (spawnSync('curl', ['--version']).status !== 0) skip('no curl')
  const port = String(await freePort())
  const service = await start(`${serve} --port ${port}`, /^briefwright serve: http/m)
  done(curl.replace('8080', port))
  pdf('press.pdf')
  await stop(service)
})

test('a worker prints for a service and for a build what one process prints', async () => {
  if (spawnSync('curl', ['--version']).status !== 0) skip('no curl')
  redis = await startRedis()
  const queuePort = String(redis.port)
  const port = String(await freePort())
  const placed = (line: string) => line.replace('6379', queuePort).replace('8081', port)
  const own = pdf('press.pdf')
  const printing = await start(`${placed(worker)} --health-port 0`, /"event":"ready"/)
  const [, healthPort] = /"health_port":(\d+)/.exec(printing.said()) ?? []
  for (const path of ['healthz', 'readyz'])
    assert.is((await fetch(`http://127.0.0.1:${healthPort}/${path}`)).status, 200, path)
  const [servedLine = '', buildLine = ''] = overQueue
  const service = await start(placed(servedLine), /^briefwright serve: http/m)
  done(curl.replace('8080', port).replace('press.pdf', 'queued.pdf'))
  assert.ok(pdf('queued.pdf').equals(own))
  done(placed(buildLine))
  assert.ok(pdf('out/harbour-crossing/press.pdf').equals(own))
  await stop(service)
  await stop(printing)
  assert.match(printing.said(), /"task":"render"[\s\S]*"task":"print"/)
})

test.run()
