import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { briefYaml, TEMPLATE } from './briefs.js'
import type { Peer } from './peers/peer.js'
import type { Pipeline } from './pipeline.js'
import { type Figure, inRounds } from './rounds.js'

export interface ColdRow {
  readonly name: string
  /** Milliseconds from the start of the process to its end. */
  readonly process: Figure
}

const ROUNDS = 9
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

/** One process, one edition of four pages: ours all the way from a brief, peers from what they are given. */
export async function cold(pipeline: Pipeline, peers: readonly Peer[]): Promise<ColdRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-bench-'))
  try {
    const commands = [
      { name: 'Briefwright, from the brief', argv: ourCommand(folder) },
      ...peers.map((peer, index) => {
        const prepared = join(folder, `${index}.json`)
        writeFileSync(prepared, JSON.stringify(peer.prepare(pipeline.documentOf(briefYaml(1)))))
        return { name: peer.name, argv: peer.command(prepared, join(folder, `${index}.pdf`)) }
      }),
    ]
    const figures = await inRounds(
      commands.map(
        ({ argv }) =>
          () =>
            timeOf(argv, folder),
      ),
      ROUNDS,
    )
    return figures.map((process, index) => ({ name: commands[index]?.name ?? '', process }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function ourCommand(folder: string): string[] {
  for (const part of ['briefs', 'templates']) mkdirSync(join(folder, part))
  writeFileSync(join(folder, 'briefs/bench.yaml'), briefYaml(1))
  writeFileSync(join(folder, 'templates/bench.hbs'), TEMPLATE)
  return [CLI, 'build', '-a', 'bench', '--force']
}

function timeOf(argv: readonly string[], cwd: string): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return performance.now() - start
}
