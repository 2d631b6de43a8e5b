import type { Locale } from '../locale/locale.js'
import type { DocumentAids } from './blocks.js'

/** The words by which readers find their way, in the language of a document. */
export function documentAids(locale: Locale | undefined): DocumentAids {
  return {
    skip_to_text: locale?.label('skip_to_text') ?? '',
    contents: locale?.sectionHeading('default', 'contents') ?? '',
    notes: locale?.label('notes') ?? '',
    note_in_text: locale?.label('note_in_text') ?? '{label}',
    table: locale?.label('table') ?? '',
  }
}
