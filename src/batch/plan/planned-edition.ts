import type { Recipient } from '../recipients/recipient.js'
import type { EditionName } from '../record/manifest-entry.js'
import type { AudiencePlan, BriefPlan } from './brief-plan.js'
import type { EditionFilter, MailMerge } from './mail-merge.js'

/** An edition that a build is to have in its output. */
export interface PlannedEdition {
  readonly brief: BriefPlan
  readonly audience: AudiencePlan
  readonly recipient: Recipient | undefined
  /** Of the PDF, relative to the output folder: `BRIEF/AUDIENCE.pdf`, in a mail merge `BRIEF/AUDIENCE/RECIPIENT.pdf`. */
  readonly file: string
}

/** Lists the editions of a build, one by one: briefs, in each its recipients, for each of these its audiences. */
export async function* plannedEditions(
  sheets: readonly BriefPlan[],
  merge: MailMerge | undefined,
): AsyncGenerator<PlannedEdition> {
  for (const sheet of sheets) {
    if (!merge) yield* sheet.editions.map(edition => plannedEdition(sheet, edition, undefined))
    else if (sheet.editions.length > 0)
      for await (const recipient of merge.recipients())
        yield* matchingAudiences(sheet, recipient).map(edition => plannedEdition(sheet, edition, recipient))
  }
}

/** The editions of a brief that whoever asks for this is given. */
export function matchingAudiences(
  { editions }: BriefPlan,
  { audiences, lang }: EditionFilter,
): AudiencePlan[] {
  const wanted = ({ audience }: AudiencePlan) => audiences.length === 0 || audiences.includes(audience)
  return editions.filter(edition => wanted(edition) && edition.asked === lang)
}

/** Where an edition is printed to, relative to the output folder. */
export function outputFile({ brief, audience, recipient }: EditionName): string {
  return recipient === null ? `${brief}/${audience}.pdf` : `${brief}/${audience}/${recipient}.pdf`
}

/** Which edition is printed to a path: the inverse of `outputFile`. */
export function parseOutputFile(file: string): EditionName {
  const [brief = '', audience = '', recipient] = file.slice(0, -'.pdf'.length).split('/')
  return { brief, audience, recipient: recipient ?? null }
}

/** Which edition a plan speaks of. */
export function editionName({ brief, audience, recipient }: Omit<PlannedEdition, 'file'>): EditionName {
  return { brief: brief.brief.name, audience: audience.audience, recipient: recipient?.id ?? null }
}

function plannedEdition(
  sheet: BriefPlan,
  edition: AudiencePlan,
  recipient: Recipient | undefined,
): PlannedEdition {
  return {
    brief: sheet,
    audience: edition,
    recipient,
    file: outputFile(editionName({ brief: sheet, audience: edition, recipient })),
  }
}
