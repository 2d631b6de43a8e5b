import { briefYaml, TEMPLATE, THEME } from './briefs.js'
import { runNode } from './child-process.js'
import type { Peer } from './peers/peer.js'
import type { Pipeline } from './pipeline.js'
import { type Comparison, compareInRounds } from './rounds.js'
import { CLI, inFolder } from './workspace.js'

const ROUNDS = 9

/** One process, one edition of four pages: ours all the way from a brief, peers from what they are given. */
export function cold(pipeline: Pipeline, peers: readonly Peer[]): Promise<Comparison[]> {
  const files = {
    'briefs/bench.yaml': briefYaml(1),
    'templates/bench.hbs': TEMPLATE,
    'templates/themes/bench.yaml': THEME,
    ...Object.fromEntries(
      peers.map((peer, index) => [
        `${index}.json`,
        JSON.stringify([peer.prepare(pipeline.documentOf(briefYaml(1)))]),
      ]),
    ),
  }
  return inFolder(files, folder =>
    compareInRounds(
      [
        { name: 'Briefwright, from the brief', argv: [CLI, 'build', '-a', 'bench', '-j', '1', '--force'] },
        ...peers.map((peer, index) => ({ name: peer.name, argv: peer.command(`${index}.json`, '.') })),
      ].map(({ name, argv }) => ({ name, measure: () => runNode(argv, folder) })),
      ROUNDS,
    ),
  )
}
