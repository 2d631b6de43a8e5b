import { join } from 'node:path'
import { listedAudiences } from '../brief/index.js'
import type { Report } from '../diagnostics/index.js'
import { type Audience, audiencesOf } from '../edition/index.js'
import type { AudienceShelf } from './audiences.js'
import type { ProvedBrief } from './read-brief.js'
import { dateOf } from './source-date.js'

/** An edition to be printed, and where to. */
export interface Order {
  readonly source: ProvedBrief
  readonly audience: Audience
  /** Absolute path of the PDF. */
  readonly output: string
  /** The date that the document's information gives. */
  readonly created: Date
}

/** What a build asks of all its editions. */
export interface Wishes {
  /** Names; those that each brief lists if none. */
  readonly audiences: readonly string[]
  /** Absolute path of the output folder. */
  readonly out: string
  readonly paper?: 'a4' | 'letter' | undefined
  /** The date of all documents, where it is not to be what the brief holds for. */
  readonly created?: Date | undefined
}

/** Decides which editions of a brief are printed: those asked for, else those it lists, else all it may be shown to. */
export async function planEditions(
  source: ProvedBrief,
  shelf: AudienceShelf,
  wishes: Wishes,
  report: Report,
): Promise<Order[]> {
  const listed = listedAudiences(source.brief.data).map(entry => entry.audience)
  const asked = wishes.audiences
  const needed = asked.length > 0 ? asked : listed.length > 0 ? listed : shelf.names
  const audiences = audiencesOf(source.brief, await shelf.load([...new Set(needed)]), asked)
  return audiences
    .map(audience => ({
      source,
      audience: onPaper(audience, wishes.paper),
      output: outputPath(wishes.out, source.file.name, audience.name),
      created: wishes.created ?? dateOf(source.brief.data.as_of),
    }))
    .filter(unlessTaken(report))
}

/** Where an edition is printed to: `OUT/BRIEF/AUDIENCE.pdf`. */
export function outputPath(out: string, brief: string, audience: string): string {
  return join(out, brief, `${audience}.pdf`)
}

function onPaper(audience: Audience, paper: Wishes['paper']): Audience {
  return paper ? { ...audience, page: { ...audience.page, size: paper } } : audience
}

function unlessTaken(report: Report): (order: Order) => boolean {
  const taken = new Set<string>()
  return ({ source, audience, output }) => {
    const free = !taken.has(output)
    taken.add(output)
    if (!free)
      report(
        'duplicate-output',
        source.brief.place(['audiences']),
        `the audience \`${audience.name}\` is listed twice`,
        'remove one of the two',
      )
    return free
  }
}
