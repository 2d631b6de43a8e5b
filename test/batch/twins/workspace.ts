import type { ManifestEntry } from '../../../src/batch/record/manifest-entry.js'
import { DAM, NOTE, template } from '../../support/briefs.js'
import { findingsOf, type TestWorkspace, workspace } from '../../support/workspace.js'

/** Two editions; `board` has room for one page of paragraphs, and so leaves some out where there are many. */
export const FILES = {
  'templates/note.hbs': NOTE,
  'templates/board.hbs': template('<h1>{{title}}</h1>{{#each key_facts}}<p>{{fact}}</p>{{/each}}'),
  'templates/card.hbs': template('<h1>{{title}}</h1><p>For {{recipient.name}}</p>', { on_request: 'true' }),
  'briefs/dam.yaml': `${DAM}audiences: [note, board]\n`,
}

/** A brief with more facts for `board` than a page holds. */
export const LONG = `${DAM}audiences: [board]
key_facts:
${Array.from({ length: 90 }, (_, index) => `  - {fact: Fact number ${index}., priority: could}\n`).join('')}`

export interface BuildOutcome {
  readonly status: number
  /** Files that were printed now, without the output folder. */
  readonly printed: readonly string[]
  /** Files that stand. */
  readonly standing: readonly string[]
  readonly entries: readonly ManifestEntry[]
  readonly orphans: readonly string[]
  readonly found: readonly string[]
}

export function twinSpace(files: Readonly<Record<string, string | Uint8Array>> = {}): TestWorkspace {
  return workspace({ ...FILES, ...files })
}

/** Builds, and says what came of each file. */
export async function build(space: TestWorkspace, ...argv: string[]): Promise<BuildOutcome> {
  const outcome = await space.run('build', '--json', ...argv)
  const found = findingsOf(outcome)
  const { editions, orphans } = JSON.parse(outcome.stdout) as {
    editions: ManifestEntry[]
    orphans: string[]
  }
  const nameOf = ({ file }: { file: string }) => file.replace(/^[^/]*\//, '')
  return {
    status: outcome.status,
    printed: editions.filter(({ cached }) => !cached).map(nameOf),
    standing: editions.map(nameOf),
    entries: editions,
    orphans: orphans.map(file => nameOf({ file })),
    found,
  }
}

/** What an output folder holds, beside the manifest. */
export function outputs(space: TestWorkspace, out = 'out'): string[] {
  return space
    .files(out)
    .map(file => file.slice(out.length + 1))
    .filter(file => file !== 'manifest.json')
}
