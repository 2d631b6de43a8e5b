import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { briefYaml, TEMPLATE, THEME } from './briefs.js'
import { runNode } from './child-process.js'
import type { Peer } from './peers/peer.js'
import type { Pipeline } from './pipeline.js'
import { type Comparison, type Cost, compareInRounds } from './rounds.js'
import { CLI, inFolder } from './workspace.js'

const ROUNDS = 5
/** Editions of the shorter run, after which a process is warm. */
const FEW = 15
/** Editions that the longer run has more. */
export const MORE = 60

/**
 * What an edition more costs where many are printed on one thread: a run of 75 less a run of 15, a sixtieth of the difference. Ours
 * are read, proved, fitted and written from briefs that all differ; peers print and write the same words.
 */
export function commandLine(pipeline: Pipeline, peers: readonly Peer[]): Promise<Comparison[]> {
  return inFolder({}, folder => {
    const programs = [
      {
        name: 'Briefwright, from the briefs',
        argv: (count: number) => [CLI, 'build', ...briefsOf(count), '-a', 'bench', '-j', '1', '--force'],
      },
      ...peers.map(peer => ({
        name: peer.name,
        argv: (count: number) => peer.command(preparedFor(peer, pipeline, folder, count), '.'),
      })),
    ].map(({ name, argv }) => ({ name, few: argv(FEW), many: argv(FEW + MORE) }))
    writeBriefs(folder)
    return compareInRounds(
      programs.map(({ name, few, many }) => ({
        name,
        measure: () => difference(runNode(many, folder), runNode(few, folder), MORE),
      })),
      ROUNDS,
    )
  })
}

/** Of the longer run those of the shorter one are the first. */
const briefsOf = (count: number) => Array.from({ length: count }, (_, index) => `briefs/b${index}.yaml`)

function writeBriefs(folder: string): void {
  for (const part of ['briefs', 'templates/themes']) mkdirSync(join(folder, part), { recursive: true })
  writeFileSync(join(folder, 'templates/bench.hbs'), TEMPLATE)
  writeFileSync(join(folder, 'templates/themes/bench.yaml'), THEME)
  for (let number = 0; number < FEW + MORE; number++)
    writeFileSync(join(folder, `briefs/b${number}.yaml`), briefYaml(number))
}

function preparedFor(peer: Peer, pipeline: Pipeline, folder: string, count: number): string {
  const path = join(folder, `${peer.name.replaceAll(' ', '-')}-${count}.json`)
  const documents = Array.from({ length: count }, (_, number) =>
    peer.prepare(pipeline.documentOf(briefYaml(number))),
  )
  writeFileSync(path, JSON.stringify(documents))
  return path
}

/** What each of so many documents costs, by which two runs differ. */
export function difference(long: Cost, short: Cost, documents: number): Cost {
  return { cpu: (long.cpu - short.cpu) / documents, wall: (long.wall - short.wall) / documents }
}
