import type { EditionName } from '../manifest/manifest-entry.js'
import type { Recipient } from '../recipients/recipient.js'
import type { BriefSheet, SheetEdition } from './brief-sheet.js'
import type { MailMerge, Wish } from './mail-merge.js'

/** An edition that a build is to have in its output. */
export interface PlannedEdition {
  readonly sheet: BriefSheet
  readonly edition: SheetEdition
  readonly recipient: Recipient | undefined
  /** Of the PDF, relative to the output folder: `BRIEF/AUDIENCE.pdf`, in a mail merge `BRIEF/AUDIENCE/RECIPIENT.pdf`. */
  readonly file: string
}

/** Lists the editions of a build, one by one: briefs, in each its recipients, for each of these its audiences. */
export async function* planned(
  sheets: readonly BriefSheet[],
  merge: MailMerge | undefined,
): AsyncGenerator<PlannedEdition> {
  for (const sheet of sheets) {
    if (!merge) yield* sheet.editions.map(edition => plan(sheet, edition, undefined))
    else if (sheet.editions.length > 0)
      for await (const recipient of merge.recipients())
        yield* editionsFor(sheet, recipient).map(edition => plan(sheet, edition, recipient))
  }
}

/** The editions of a brief that whoever asks for this is given. */
export function editionsFor({ editions }: BriefSheet, { audiences, lang }: Wish): SheetEdition[] {
  const wanted = ({ audience }: SheetEdition) => audiences.length === 0 || audiences.includes(audience)
  return editions.filter(edition => wanted(edition) && edition.asked === lang)
}

/** Where an edition is printed to, relative to the output folder. */
export function outputFile({ brief, audience, recipient }: EditionName): string {
  return recipient === null ? `${brief}/${audience}.pdf` : `${brief}/${audience}/${recipient}.pdf`
}

/** Which edition is printed to a path: the inverse of `outputFile`. */
export function editionOf(file: string): EditionName {
  const [brief = '', audience = '', recipient] = file.slice(0, -'.pdf'.length).split('/')
  return { brief, audience, recipient: recipient ?? null }
}

/** Which edition a plan speaks of. */
export function nameOf({ sheet, edition, recipient }: Omit<PlannedEdition, 'file'>): EditionName {
  return { brief: sheet.brief.name, audience: edition.audience, recipient: recipient?.id ?? null }
}

function plan(sheet: BriefSheet, edition: SheetEdition, recipient: Recipient | undefined): PlannedEdition {
  return { sheet, edition, recipient, file: outputFile(nameOf({ sheet, edition, recipient })) }
}
