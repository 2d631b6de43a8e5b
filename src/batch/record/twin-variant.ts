import type { EditionFormat } from '../../edition/index.js'

/** What a house sets for twins. */
export interface HouseTwins {
  readonly embedFonts: boolean
  /** Path of the Word file whose styles DOCX takes, relative to the workspace. */
  readonly wordStyles: string | undefined
}

/** Formats that flow, and can so have all that an audience may see, whatever its pages have room for. */
const FLOWING: ReadonlySet<EditionFormat> = new Set<EditionFormat>(['html', 'docx', 'md', 'txt'])

/** Whether a format can be printed whole: what is of pages keeps their limit. */
export const isFlowing = (format: EditionFormat): boolean => FLOWING.has(format)

/** What decides the bytes of a twin beside all that decides those of the PDF: a part of its key. Undefined for the PDF. */
export function twinVariant(
  format: EditionFormat,
  whole: boolean,
  { embedFonts, wordStyles }: HouseTwins,
): Readonly<Record<string, unknown>> | undefined {
  if (format === 'pdf') return undefined
  return {
    format,
    ...(isFlowing(format) && { whole }),
    ...(format === 'html' && { embedFonts }),
    ...(format === 'docx' && { wordStyles }),
  }
}
