import * as v from 'valibot'

/** What an edition can be printed as, by the ending of its file: PDF, and its twins. */
export const EDITION_FORMATS = ['pdf', 'html', 'docx', 'md', 'txt', 'png'] as const
export type EditionFormat = (typeof EDITION_FORMATS)[number]

/** A list of formats, as front matter and the style of a house have it. */
export const formatsSetting = v.pipe(
  v.array(v.picklist(EDITION_FORMATS)),
  v.check(formats => formats.length > 0, 'names no format'),
  v.check(formats => new Set(formats).size === formats.length, 'names a format twice'),
)
