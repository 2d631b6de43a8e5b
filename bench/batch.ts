import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { briefYaml, TEMPLATE } from './briefs.js'
import { type Peer, pagesOf } from './peers/peer.js'
import type { Pipeline } from './pipeline.js'

export interface BatchRow {
  readonly name: string
  readonly editions: number
  /** Milliseconds an edition, the start of the process with it. */
  readonly msPerEdition: number
  /** Megabytes, at most, of the whole process; undefined for peers, which run in this one. */
  readonly peakMemory: number | undefined
}

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const BRIEFS = 5
const AUDIENCES = ['bench', 'other']
const RECIPIENTS = 100
/** Documents that peers print: each costs them the same. */
const SAMPLE = 100

/**
 * A mail merge of 1,000 editions of four pages, all different: on one thread and on two, again with nothing to do, and
 * peers in a loop over the same words. Then many more short ones, for the memory.
 */
export async function batch(pipeline: Pipeline, peers: readonly Peer[]): Promise<BatchRow[]> {
  const rows: BatchRow[] = []
  const full = workspace(BRIEFS, RECIPIENTS, ADDRESSED)
  const editions = BRIEFS * AUDIENCES.length * RECIPIENTS
  rows.push({ name: '-j 1', editions, ...build(full, editions, '-j', '1', '--force') })
  rows.push({ name: '-j 2', editions, ...build(full, editions, '-j', '2', '--force') })
  rows.push({ name: 'nothing to do', editions, ...build(full, editions) })
  for (const peer of peers) rows.push(await printBy(peer, pipeline))
  for (const recipients of [1000, 10_000]) {
    const short = workspace(1, recipients, SHORT)
    const count = AUDIENCES.length * recipients
    rows.push({ name: 'of one line, -j 2', editions: count, ...build(short, count, '-j', '2') })
    rows.push({ name: 'of one line, nothing to do', editions: count, ...build(short, count) })
    rmSync(short, { recursive: true })
  }
  rmSync(full, { recursive: true })
  return rows
}

const FOR = '<p>For {{recipient.name}} of {{recipient.town}}</p>'
const ADDRESSED = `${TEMPLATE}${FOR}\n`
const SHORT = `${TEMPLATE.slice(0, TEMPLATE.lastIndexOf('---\n'))}---\n<h1>{{title}}</h1>${FOR}\n`

function workspace(briefs: number, recipients: number, template: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-bench-'))
  for (const part of ['briefs', 'templates']) mkdirSync(join(folder, part))
  for (let brief = 0; brief < briefs; brief++)
    writeFileSync(join(folder, `briefs/b${brief}.yaml`), briefYaml(brief))
  for (const audience of AUDIENCES) writeFileSync(join(folder, `templates/${audience}.hbs`), template)
  const rows = Array.from(
    { length: recipients },
    (_, index) => `r${index},Recipient ${index},Town ${index}\n`,
  )
  writeFileSync(join(folder, 'recipients.csv'), `id,name,town\n${rows.join('')}`)
  return folder
}

/** Says at the end of a process how much memory it had at most. */
const PEAK = String.raw`process.on('exit', () => {
  require('node:fs').writeSync(2, '\npeak ' + process.resourceUsage().maxRSS + '\n')
})`

function build(cwd: string, editions: number, ...argv: string[]) {
  const hook = join(cwd, 'peak.cjs')
  writeFileSync(hook, PEAK)
  const asked = AUDIENCES.flatMap(audience => ['-a', audience])
  const all = ['--require', hook, CLI, 'build', '--data', 'recipients.csv', ...asked, ...argv]
  const start = performance.now()
  const { status, stderr, stdout } = spawnSync(process.execPath, all, { cwd, encoding: 'utf8' })
  const time = performance.now() - start
  if (status !== 0) throw new Error(stderr + stdout)
  const peaks = [...stderr.matchAll(/^peak (\d+)$/gm)].map(([, kilobytes]) => Number(kilobytes))
  return { msPerEdition: time / editions, peakMemory: Math.max(...peaks) / 1024 }
}

async function printBy(peer: Peer, pipeline: Pipeline): Promise<BatchRow> {
  const prepared = Array.from({ length: SAMPLE }, (_, index) => {
    const template = ADDRESSED.replace('{{recipient.name}}', `Recipient ${index}`).replace(
      '{{recipient.town}}',
      `Town ${index}`,
    )
    return peer.prepare(pipeline.documentOf(briefYaml(index % BRIEFS), template))
  })
  const [first] = prepared
  if (pagesOf(await peer.print(structuredClone(first))) !== 4) throw new Error('not the same pages')
  const start = performance.now()
  for (const one of prepared) await peer.print(one)
  const msPerEdition = (performance.now() - start) / SAMPLE
  return { name: peer.name, editions: SAMPLE, msPerEdition, peakMemory: undefined }
}
