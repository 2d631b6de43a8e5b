import type { Recipient } from '../recipients/recipient.js'
import { type EditionName, outputFile } from '../record/edition-name.js'
import type { AudiencePlan, BriefPlan } from './brief-plan.js'
import type { EditionFilter, MailMerge } from './mail-merge.js'

/** An edition that a build is to have in its output. */
export interface PlannedEdition {
  /** Its place in the plan, from 0. */
  readonly index: number
  readonly brief: BriefPlan
  readonly audience: AudiencePlan
  readonly recipient: Recipient | undefined
  /** Of the PDF, relative to the output folder: `BRIEF/AUDIENCE.pdf`, `BRIEF/AUDIENCE.LANG.pdf` where a language was asked for, in a mail merge `BRIEF/AUDIENCE/RECIPIENT.pdf`. */
  readonly file: string
}

/** Lists the editions of a build, one by one: briefs, in each its recipients, for each of these its audiences. */
export async function* plannedEditions(
  briefs: readonly BriefPlan[],
  merge: MailMerge | undefined,
): AsyncGenerator<PlannedEdition> {
  let index = 0
  for (const brief of briefs) {
    if (brief.editions.length === 0) continue
    for await (const recipient of merge?.recipients() ?? [undefined]) {
      const audiences = recipient ? matchingAudiences(brief, recipient) : brief.editions
      for (const audience of audiences) {
        const file = outputFile(editionName({ brief, audience, recipient }))
        yield { index: index++, brief, audience, recipient, file }
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
