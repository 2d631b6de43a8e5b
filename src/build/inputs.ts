import { type Edition, Text, Verbatim } from '../edition/index.js'
import { packageVersion } from './package.js'
import { sha256 } from './read-file.js'

/**
 * One hash over all that an edition is made from, so that equal hashes mean equal pages: what was selected of the
 * brief, the template, and whatever else (partials, theme, fonts, pictures, texts of sources) is given by its hash.
 */
export function hashInputs(edition: Edition, resources: Readonly<Record<string, unknown>>): string {
  const { audience, brief, classification, data, lang, markings } = edition
  const { template, ...settings } = audience
  return sha256(
    JSON.stringify(
      {
        version: packageVersion(),
        brief,
        lang,
        classification,
        data,
        markings: markings.map(({ marking }) => marking),
        settings,
        template: template.text,
        ...resources,
      },
      withoutPlaces,
    ),
  )
}

/** Where a text stood in the brief does not reach the page. */
function withoutPlaces(_key: string, value: unknown): unknown {
  if (value instanceof Text) return { markdown: value.markdown }
  if (value instanceof Verbatim) return { text: value.text }
  if (typeof value === 'object' && value !== null && 'place' in value) {
    const { place: _, ...rest } = value
    return rest
  }
  return value
}
