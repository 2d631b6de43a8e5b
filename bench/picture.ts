import { statSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { briefYaml, TEMPLATE, THEME } from './briefs.js'
import { type ProcessCost, runNode } from './child-process.js'
import type { Peer } from './peers/peer.js'
import type { Pipeline } from './pipeline.js'
import { CLI, inFolder } from './workspace.js'

export interface PictureRow extends ProcessCost {
  readonly name: string
  /** Megabytes. */
  readonly file: number
}

const SIDE = 6000
const KINDS = [
  { name: 'RGB', colourType: 2, channels: 3 },
  { name: 'RGBA', colourType: 6, channels: 4 },
] as const

/** What a process costs that prints one edition of four pages with a PNG of 36 megapixels, across the width of its text. */
export async function picture(pipeline: Pipeline, peers: readonly Peer[]): Promise<PictureRow[]> {
  const rows: PictureRow[] = []
  for (const kind of [undefined, ...KINDS]) {
    const template = kind ? `${TEMPLATE}<figure><img src="picture.png" alt="Noise"></figure>\n` : TEMPLATE
    const files = {
      'briefs/bench.yaml': briefYaml(1),
      'templates/bench.hbs': template,
      'templates/themes/bench.yaml': THEME,
      ...(kind ? { 'briefs/picture.png': noise(kind.colourType, kind.channels) } : {}),
    }
    const prepared = peers.map((peer, index) => [
      `briefs/${index}.json`,
      JSON.stringify([peer.prepare(pipeline.documentOf(briefYaml(1), template))]),
    ])
    await inFolder({ ...files, ...Object.fromEntries(prepared) }, folder => {
      const name = (program: string) => `${program}, ${kind?.name ?? 'no picture'}`
      const add = (program: string, argv: readonly string[], cwd: string, pdf: string) => {
        const cost = runNode(argv, cwd)
        rows.push({ name: name(program), ...cost, file: statSync(join(folder, pdf)).size / 1e6 })
      }
      add('Briefwright', [CLI, 'build', '-a', 'bench', '-j', '1', '--force'], folder, 'out/bench/bench.pdf')
      for (const [index, peer] of peers.entries())
        add(peer.name, peer.command(`${index}.json`, '.'), join(folder, 'briefs'), 'briefs/0.pdf')
    })
  }
  return rows
}

/** A PNG whose pixels differ from their neighbours by little and at random, as those of photographs do. */
function noise(colourType: number, channels: number): Uint8Array {
  const differences = new Uint8Array(1_000_003)
  let state = 1
  for (let at = 0; at < differences.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    differences[at] = (state >>> 29) - 3
  }
  const rowBytes = SIDE * channels
  const rows = Buffer.alloc(SIDE * (1 + rowBytes))
  for (let row = 0; row < SIDE; row++) {
    const start = row * (1 + rowBytes)
    rows[start] = PAETH
    const from = (row * 7919) % (differences.length - rowBytes)
    rows.set(differences.subarray(from, from + rowBytes), start + 1)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(SIDE, 0)
  head.writeUInt32BE(SIDE, 4)
  head.set([8, colourType], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 3 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const PAETH = 4

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
