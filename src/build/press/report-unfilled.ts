import type { Report } from '../../diagnostics/index.js'
import type { Reader } from '../../edition/index.js'
import type { Version } from '../../fit/index.js'
import { printedFrom } from './printed-places.js'

/** Reports prose that is printed as it stands though it asks for a recipient: the page would show the braces. */
export function reportUnfilled({ edition, document }: Version, { recipient }: Reader, report: Report): void {
  for (const { field, place } of edition.recipientFields) {
    if (recipient && Object.hasOwn(recipient.fields, field)) continue
    if (!printedFrom(document, place.file)(place.range)) continue
    if (recipient)
      report(
        'recipient-column',
        recipient.place,
        `the column \`${field}\` is missing, and \`${place.file.path}\` asks for it`,
      )
    else
      report(
        'recipient-absent',
        place,
        `there is no recipient to fill in \`{{recipient.${field}}}\``,
        'build with `--data`, or give the audience another wording',
      )
  }
}
