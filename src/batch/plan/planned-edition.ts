import type { EditionFormat } from '../../edition/index.js'
import type { Recipient } from '../recipients/recipient.js'
import { type EditionName, editionPath, outputFile } from '../record/edition-name.js'
import type { AudiencePlan, BriefPlan } from './brief-plan.js'
import type { EditionFilter, MailMerge } from './mail-merge.js'

/** An edition that a build is to have in its output. */
export interface PlannedEdition {
  /** Its place in the plan, from 0. */
  readonly index: number
  readonly brief: BriefPlan
  readonly audience: AudiencePlan
  readonly recipient: Recipient | undefined
  /** What its files begin with, relative to the output folder: `BRIEF/AUDIENCE`, `BRIEF/AUDIENCE.LANG` where a language was asked for, in a mail merge `BRIEF/AUDIENCE/RECIPIENT`. */
  readonly path: string
  readonly outputs: readonly PlannedOutput[]
}

/** A format that an edition is to be printed in. */
export interface PlannedOutput {
  readonly format: EditionFormat
  /** Relative to the output folder; of PNGs, the first page. */
  readonly file: string
}

/** What a build is to print. */
interface PlannedBriefs {
  readonly briefs: readonly BriefPlan[]
  readonly merge: MailMerge | undefined
  /** What to print all editions as, where that is not for houses and templates to say. */
  readonly formats: readonly EditionFormat[] | undefined
}

/** Lists the editions of a build, one by one: briefs, in each its recipients, for each of these its audiences. */
export async function* plannedEditions({
  briefs,
  merge,
  formats,
}: PlannedBriefs): AsyncGenerator<PlannedEdition> {
  let index = 0
  for (const brief of briefs) {
    if (brief.editions.length === 0) continue
    for await (const recipient of merge?.recipients() ?? [undefined]) {
      const audiences = recipient ? matchingAudiences(brief, recipient) : brief.editions
      for (const audience of audiences) {
        const name = editionName({ brief, audience, recipient })
        const outputs = (formats ?? audience.formats).map(format => ({
          format,
          file: outputFile({ ...name, format }),
        }))
        yield { index: index++, brief, audience, recipient, path: editionPath(name), outputs }
      }
    }
  }
}

/** The editions of a brief that a filter asks for. */
export function matchingAudiences(
  { editions }: BriefPlan,
  { audiences, lang }: EditionFilter,
): AudiencePlan[] {
  const isAsked = ({ audience }: AudiencePlan) => audiences.length === 0 || audiences.includes(audience)
  return editions.filter(edition => isAsked(edition) && edition.asked === lang)
}

/** The name of a planned edition. */
export function editionName({
  brief,
  audience,
  recipient,
}: Pick<PlannedEdition, 'brief' | 'audience' | 'recipient'>): EditionName {
  const name = { brief: brief.brief.name, audience: audience.audience, recipient: recipient?.id ?? null }
  return recipient || audience.asked === undefined ? name : { ...name, lang: audience.asked }
}
