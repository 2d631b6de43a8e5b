import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type FailingProxy, startFailingProxy } from './failing-proxy.js'
import type { Namespaces } from './namespaces.js'
import { startRedis, type TestRedis } from './redis.js'
import { startS3 } from './s3.js'

/** What goes wrong while a mail merge is printed by several workers. */
export interface KillOptions {
  /** An empty folder. */
  readonly folder: string
  /** The program: `cli.js` of a bundle. */
  readonly cli: string
  readonly editions: number
  readonly workers: number
  /** Times that a worker, chosen at random, is killed, and another begun. */
  readonly kills: number
  /** Milliseconds for which the store fails, half of them with 503 and half without an answer. */
  readonly storeOutMs: number
  /** Milliseconds for which Redis is away, once. */
  readonly redisOutMs: number
  /** After so many a worker that is not heard of is missed. */
  readonly leaseSeconds: number
  readonly seed: number
  /** Where workers run, if not beside everything else; the cable of one of them is out for `cableOutMs`, once. */
  readonly namespaces?: Namespaces | undefined
  readonly cableOutMs?: number
  readonly onEvent?: (text: string) => void
}

/** What came of it. */
export interface KillReport {
  readonly killed: number
  readonly redisRestarts: number
  /** Requests to the store that failed. */
  readonly failedRequests: number
  readonly status: number | null
  readonly stderr: string
  readonly entries: number
  /** Files of the build on one machine that the manifest lacks, or that are not there. */
  readonly lost: readonly string[]
  /** Files that stand in the manifest more than once, and those that no build on one machine has. */
  readonly doubled: readonly string[]
  /** Files whose bytes or whose entries differ from those of one machine. */
  readonly different: readonly string[]
  /** Milliseconds. */
  readonly took: number
}

/** Prints a mail merge on one machine, then over a queue and a store while workers are killed and servers fail, and compares. */
export async function surviveKills(options: KillOptions): Promise<KillReport> {
  const { folder, cli, editions, onEvent = () => undefined } = options
  const [single, many] = [join(folder, 'single'), join(folder, 'many')]
  writeMailMerge(single, editions)
  cpSync(single, many, { recursive: true })
  const alone = await ended(startProgram([cli, ...BUILD, '-j', '2'], single))
  if (alone.status !== 0) throw new Error(`the build on one machine failed:\n${alone.stderr}`)
  onEvent(`printed ${editions} editions on one machine`)

  const servers = await startServers(options)
  const scene = new Scene(options, servers, many)
  try {
    for (let index = 0; index < options.workers; index++) scene.startWorker(index)
    const start = performance.now()
    const build = ended(
      startProgram([cli, ...BUILD, '--queue', servers.queue, '--store', servers.store], many),
    )
    const over = new AbortController()
    const trouble = scene.play(over.signal)
    const { status, stderr } = await build
    over.abort()
    await trouble
    const took = performance.now() - start
    return { ...compareBuilds(single, many), ...scene.counts, status, stderr, took }
  } finally {
    await scene.end()
    await servers.end()
  }
}

const BUILD = ['build', 'briefs/note.yaml', '-a', 'letter', '--data', 'recipients.csv']

interface Servers {
  readonly redis: TestRedis
  readonly proxy: FailingProxy
  readonly queue: string
  readonly store: string
  end(): Promise<void>
}

async function startServers({ namespaces }: KillOptions): Promise<Servers> {
  const host = namespaces?.host ?? '127.0.0.1'
  const open = namespaces ? ['--bind', host, '127.0.0.1', '--protected-mode', 'no'] : []
  const redis = await startRedis(...open)
  const s3 = await startS3()
  const proxy = await startFailingProxy(s3.port, host)
  const endpoint = encodeURIComponent(`http://${host}:${proxy.port}`)
  return {
    redis,
    proxy,
    queue: `redis://${host}:${redis.port}`,
    store: `s3://briefs/kills?endpoint=${endpoint}&region=us-east-1`,
    async end() {
      await proxy.close()
      await s3.kill()
      await redis.stop()
    },
  }
}

/** The workers, and what happens to them and to the servers. */
class Scene {
  readonly #workers: ChildProcess[] = []
  readonly #random: () => number
  #killed = 0
  #redisRestarts = 0
  #isOver = false

  constructor(
    readonly options: KillOptions,
    readonly servers: Servers,
    readonly folder: string,
  ) {
    this.#random = randomFrom(options.seed)
  }

  get counts() {
    return {
      killed: this.#killed,
      redisRestarts: this.#redisRestarts,
      failedRequests: this.servers.proxy.failed,
    }
  }

  startWorker(index: number): void {
    const { cli, leaseSeconds, namespaces } = this.options
    const { queue, store } = this.servers
    const argv = [
      cli,
      'worker',
      '--queue',
      queue,
      '--store',
      store,
      '-j',
      '1',
      '--lease',
      String(leaseSeconds),
    ]
    const worker = startProgram(argv, this.folder, namespaces?.prefix(index))
    worker.stderr?.on('data', (text: Buffer) => this.options.onEvent?.(`worker ${index}: ${text}`.trimEnd()))
    this.#workers[index] = worker
  }

  /** Does what is planned at each number of editions that have been written, and what is left of it until the build ends. */
  async play(over: AbortSignal): Promise<void> {
    const acts = this.#plan()
    for (const { at, act } of acts) {
      while (!over.aborted && countWritten(this.folder) < at) await delay(20)
      if (over.aborted) break
      await act()
    }
  }

  #plan(): { readonly at: number; readonly act: () => void | Promise<void> }[] {
    const { editions, kills, workers } = this.options
    const moment = (from: number, to: number) => Math.floor((from + this.#random() * (to - from)) * editions)
    const inOutage = Math.floor(kills / 8)
    const kill = () => this.#kill(Math.floor(this.#random() * workers))
    return [
      ...Array.from({ length: kills - inOutage }, () => ({ at: moment(0.02, 0.95), act: kill })),
      { at: moment(0.3, 0.4), act: () => this.#failStore(inOutage, kill) },
      { at: moment(0.6, 0.7), act: () => this.#restartRedis() },
      { at: moment(0.8, 0.85), act: () => this.#pullCable() },
    ].sort((a, b) => a.at - b.at)
  }

  #kill(index: number): void {
    this.#workers[index]?.kill('SIGKILL')
    this.#killed++
    this.options.onEvent?.(`killed worker ${index}`)
    this.startWorker(index)
  }

  async #failStore(kills: number, kill: () => void): Promise<void> {
    const { proxy } = this.servers
    const half = this.options.storeOutMs / 2
    for (const mode of ['refuses', 'hangs'] as const) {
      proxy.set(mode)
      this.options.onEvent?.(`the store ${mode}`)
      const now = mode === 'refuses' ? Math.ceil(kills / 2) : Math.floor(kills / 2)
      for (let index = 0; index <= now; index++) {
        await delay(half / (now + 1))
        if (index < now) kill()
      }
    }
    proxy.set('passes')
    this.options.onEvent?.('the store answers again')
  }

  async #restartRedis(): Promise<void> {
    await this.servers.redis.kill()
    this.options.onEvent?.('killed Redis')
    await delay(this.options.redisOutMs)
    await this.servers.redis.start()
    this.#redisRestarts++
    this.options.onEvent?.('started Redis again')
  }

  async #pullCable(): Promise<void> {
    const { namespaces, cableOutMs } = this.options
    if (namespaces === undefined || cableOutMs === undefined) return
    namespaces.connect(0, false)
    this.options.onEvent?.('worker 0 has no network')
    await delay(cableOutMs)
    namespaces.connect(0, true)
    this.options.onEvent?.('worker 0 has a network again')
  }

  async end(): Promise<void> {
    if (this.#isOver) return
    this.#isOver = true
    await Promise.all(
      this.#workers.map(async worker => {
        if (worker.exitCode !== null || worker.signalCode !== null) return
        const exit = once(worker, 'exit')
        worker.kill('SIGKILL')
        await exit
      }),
    )
  }
}

/** How many files a build has written so far. */
function countWritten(root: string): number {
  try {
    return readdirSync(join(root, 'out/note/letter')).filter(name => name.endsWith('.pdf')).length
  } catch {
    return 0
  }
}

/** The same numbers for the same seed, from 0 to below 1: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function startProgram(argv: readonly string[], cwd: string, prefix: readonly string[] = []): ChildProcess {
  const [command = '', ...words] = [...prefix, process.execPath, ...argv]
  const { FORCE_COLOR: _, ...env } = process.env
  return spawn(command, words, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] })
}

async function ended(
  child: ChildProcess,
): Promise<{ readonly status: number | null; readonly stderr: string }> {
  let stderr = ''
  child.stderr?.on('data', (text: Buffer) => {
    stderr += text
  })
  const [status] = await once(child, 'close')
  return { status, stderr }
}

interface Entry {
  readonly file: string
  readonly ms: number
  readonly cached: boolean
}

function compareBuilds(single: string, many: string) {
  const [expected, actual] = [entriesOf(single), entriesOf(many)]
  const files = new Set(expected.map(({ file }) => file))
  const seen = new Set<string>()
  const doubled = actual.filter(({ file }) => seen.has(file) || !seen.add(file) || !files.has(file))
  const byFile = new Map(actual.map(entry => [entry.file, entry]))
  const lost: string[] = []
  const different: string[] = []
  for (const entry of expected) {
    const other = byFile.get(entry.file)
    const bytes = readIfThere(join(many, entry.file))
    if (other === undefined || bytes === undefined) lost.push(entry.file)
    else if (!bytes.equals(readFileSync(join(single, entry.file))) || factsOf(entry) !== factsOf(other))
      different.push(entry.file)
  }
  return { entries: actual.length, lost, doubled: doubled.map(({ file }) => file), different }
}

function entriesOf(root: string): Entry[] {
  const manifest = readIfThere(join(root, 'out/manifest.json'))
  return manifest === undefined ? [] : JSON.parse(manifest.toString()).editions
}

/** All that is said of a file, but how long it took. */
const factsOf = ({ ms: _, ...facts }: Entry) => JSON.stringify(facts)

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** A letter of a few pages to each recipient. */
function writeMailMerge(root: string, recipients: number): void {
  const rows = Array.from(
    { length: recipients },
    (_, index) => `r${index},Recipient ${index},Town ${index}\n`,
  )
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  write('briefs/note.yaml', NOTE)
  write('templates/letter.hbs', LETTER)
  write('recipients.csv', `id,name,town\n${rows.join('')}`)
}

const SENTENCE = 'The harbour board asks all who use the crossing to answer by the end of the month. '
const NOTE = JSON.stringify({
  title: 'The crossing of the harbour',
  as_of: '2025-03-01',
  bottom_line: SENTENCE.repeat(3),
  background: Array.from({ length: 12 }, () => SENTENCE.repeat(6)).join('\n\n'),
})
const LETTER = `---
title: Letter
description: To each recipient.
page: { size: a4, margins: { top: 25, right: 25, bottom: 25, left: 25 } }
type: { size: 10, floor: 9 }
limit: 6
clearance: TLP:CLEAR
sections: [bottom_line, background]
---
<header><h1>{{title}}</h1></header>
<p>For {{recipient.name}} of {{recipient.town}}</p>
<aside class="bottom-line">{{paragraphs bottom_line}}</aside>
{{#section "background"}}{{paragraphs background}}{{/section}}
`
