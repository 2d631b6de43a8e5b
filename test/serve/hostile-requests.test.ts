import { createHash } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Random } from '../../scripts/fuzz/random.js'
import { type Run, start } from '../support/bundle.js'
import { workspace } from '../support/workspace.js'
import { BODY_KINDS } from './hostile/body-kinds.js'
import { type Exchanged, exchange } from './hostile/exchange.js'
import { FORM_KINDS } from './hostile/form-kinds.js'
import {
  briefOf,
  type HostileKind,
  type HostileRequest,
  type HostileSetting,
} from './hostile/hostile-request.js'
import { MATERIAL_KINDS } from './hostile/material-kinds.js'
import { SLOW_KINDS, WIRE_KINDS } from './hostile/wire-kinds.js'

const REQUESTS = 500
const SEED = Number(process.env.HOSTILE_SEED ?? 21)
const CLIENTS = [
  { token: 'token-of-one', marker: 'Quibblewick' },
  { token: 'token-of-two', marker: 'Zanderbury' },
  { token: 'token-of-nobody', marker: 'Oxtermouth' },
] as const
const KNOWN = CLIENTS.slice(0, 2)

const digest = (token: string) => createHash('sha256').update(token).digest('hex')
const space = workspace({
  'tokens.yaml': `clients:\n  one: { sha256: ${digest(CLIENTS[0].token)} }\n  two: { sha256: ${digest(CLIENTS[1].token)} }\n`,
})
const runs: Run[] = []

async function serve(...argv: string[]): Promise<{ readonly url: string; readonly run: Run }> {
  const run = start(space.root, 'serve', '--port', '0', ...argv)
  runs.push(run)
  let stdout = ''
  const url = await new Promise<string>((resolve, reject) => {
    run.child.stdout?.on('data', data => {
      stdout += data
      const [, found] = /(http:\S+)\n/.exec(stdout) ?? []
      if (found) resolve(found)
    })
    run.child.on('exit', () => reject(new Error('the service ended')))
  })
  return { url, run }
}

/** Asks for an edition that whoever asks is to get, whatever others send. */
async function askSoundly(
  url: string,
  { token, marker }: (typeof CLIENTS)[number],
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${url}/v1/render`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify({ brief: briefOf(marker), audience: 'press', format: 'txt' }),
  })
  return { response, text: await response.text() }
}

type PlannedKind = readonly [string, HostileKind]

const KINDS: readonly PlannedKind[] = Object.entries({
  ...WIRE_KINDS,
  ...BODY_KINDS,
  ...FORM_KINDS,
  ...MATERIAL_KINDS,
})
/** Kinds whose requests take seconds of a processor each. */
const COSTLY = new Map([
  ['template loop', 3],
  ['huge table', 6],
  ['template', 20],
])

/** As many of each kind, but those that cost more. */
function plannedKinds(): PlannedKind[] {
  const planned: PlannedKind[] = [...Object.entries(SLOW_KINDS), ...Object.entries(SLOW_KINDS)]
  const counts = new Map<string, number>()
  for (let index = 0; planned.length < REQUESTS; index++) {
    const kind = KINDS[index % KINDS.length]
    if (!kind) throw new Error('no kinds')
    const count = (counts.get(kind[0]) ?? 0) + 1
    counts.set(kind[0], count)
    if (count <= (COSTLY.get(kind[0]) ?? Number.POSITIVE_INFINITY)) planned.push(kind)
  }
  return planned
}

function faultOf(
  { statuses, text, ended }: Exchanged,
  { mayClose, end }: HostileRequest,
): string | undefined {
  if (ended === 'late') return 'is not answered'
  if (statuses.length === 0)
    return mayClose || end === 'reset' ? undefined : 'is not answered, and the connection closed'
  const wrong = statuses.filter(status => status < 400 || status > 499)
  if (wrong.length > 0) return `is answered with ${wrong.join(', ')}`
  return /internal error|edition-crashed|\n {4}at /.test(text) ? 'is answered with a bug' : undefined
}

interface Foreign {
  readonly job: string
  readonly file: string
  readonly tag: string
}

interface Attacked {
  readonly url: string
  readonly run: Run
  /** The same service for whoever is on this machine. */
  readonly open: string
  /** A job of each client. */
  readonly foreign: readonly Foreign[]
}

async function open(): Promise<Attacked> {
  const limits = ['--max-request', '2', '--max-file', '1', '--max-files', '50']
  const { url, run } = await serve('--tokens', 'tokens.yaml', '-j', '2', ...limits)
  const { url: open } = await serve('-j', '1')
  return { url, run, open, foreign: await Promise.all(KNOWN.map(client => jobOfClient(url, client))) }
}

async function jobOfClient(url: string, client: (typeof CLIENTS)[number]): Promise<Foreign> {
  const asked = await askSoundly(url, client, { Prefer: 'respond-async' })
  const { id } = JSON.parse(asked.text) as { id: string }
  const tagged = await askSoundly(url, client)
  assert.ok(tagged.response.ok && tagged.text.includes(client.marker), tagged.text)
  const headers = { Authorization: `Bearer ${client.token}` }
  const job = (await (await fetch(`${url}/v1/jobs/${id}`, { headers })).json()) as {
    id: string
    state: string
    files: { file: string }[]
  }
  assert.is(job.state, 'done')
  return { job: job.id, file: job.files[0]?.file ?? '', tag: tagged.response.headers.get('etag') ?? '' }
}

let attacked: Promise<Attacked> | undefined
const random = new Random(SEED)
const answers: { readonly marker: string; readonly text: string }[] = []
let sent = 0

/** Sends a hostile request, then a sound one; what is wrong with the answers is returned. */
async function attack([kind, make]: PlannedKind, index: number): Promise<string[]> {
  attacked ??= open()
  const service = await attacked
  const client = CLIENTS[index % (kind === 'token' ? 3 : 2)] ?? CLIENTS[0]
  const foreign = service.foreign[client === CLIENTS[0] ? 1 : 0] ?? { job: '', file: '', tag: '' }
  const { token, marker } = client
  const own = new Random(random.below(2 ** 31))
  const setting: HostileSetting = { random: own, host: new URL(service.url).host, token, marker, foreign }
  const seen = make(setting)
  const answer = await exchange(seen.open ? service.open : service.url, seen)
  sent += 1
  answers.push({ marker, text: answer.text })
  const faults: string[] = []
  const fault = faultOf(answer, seen)
  if (fault) faults.push(`${kind} (${seen.name}) ${fault}: ${answer.text.slice(0, 300)}`)
  const sound = KNOWN[index % 2] ?? CLIENTS[0]
  const { response, text } = await askSoundly(service.url, sound)
  answers.push({ marker: sound.marker, text })
  if (response.status !== 200 || !text.includes(sound.marker))
    faults.push(
      `after ${kind} (${seen.name}) a sound request is answered with ${response.status}: ${text.slice(0, 200)}`,
    )
  if (service.run.child.exitCode !== null) faults.push(`the service ended after ${kind} (${seen.name})`)
  return faults
}

const PLANNED = plannedKinds()
const PART = 100
for (let first = 0; first < REQUESTS; first += PART)
  test(`hostile requests ${first + 1} to ${first + PART} of ${REQUESTS} are answered by 4xx, and nobody else notices`, async () => {
    const part = PLANNED.slice(first, first + PART)
    // Slow ones wait beside the others.
    const slow = first === 0 ? 2 * Object.keys(SLOW_KINDS).length : 0
    const faults = part.slice(0, slow).map((kind, index) => attack(kind, index))
    let next = slow
    const lane = async () => {
      const found: string[] = []
      for (let index = next++; index < part.length; index = next++) {
        const kind = part[index]
        if (kind) found.push(...(await attack(kind, first + index)))
      }
      return found
    }
    const all = await Promise.all([...faults, lane(), lane(), lane(), lane()])
    assert.equal(all.flat(), [])
  })

test('after them nothing of a client is in an answer to another or in a log, and both services end in order', async () => {
  assert.is(sent, REQUESTS)
  for (const { marker, text } of answers)
    for (const other of CLIENTS)
      if (other.marker !== marker)
        assert.not.ok(
          text.includes(other.marker),
          `${other.marker} in an answer to ${marker}: ${text.slice(0, 500)}`,
        )
  assert.is((await fetch(`${(await attacked)?.open}/healthz`)).status, 200)
  for (const { child, ended } of runs) {
    child.kill('SIGTERM')
    const { status, stderr } = await ended
    assert.is(status, 0)
    assert.not.match(stderr, /"level":"error"/)
    for (const { marker, token } of CLIENTS) assert.not.ok(stderr.includes(marker) || stderr.includes(token))
  }
})

test.after(() => {
  for (const { child } of runs) child.kill('SIGKILL')
})
test.run()
