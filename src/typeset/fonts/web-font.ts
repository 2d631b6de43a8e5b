import type { Face } from './face.js'
import { FontSubsetter } from './subsetter.js'

/** A font for pages that are shown by programs which shape text themselves. */
export interface WebFont {
  readonly bytes: Uint8Array
  /** Its media type (RFC 8081). */
  readonly type: 'font/otf' | 'font/ttf'
}

/** A face with no characters but those of a text; whole where its licence forbids subsetting, and undefined where it has none of them. */
export function webFont(face: Face, text: string): WebFont | undefined {
  const characters = [...new Set(text)].filter(character => face.has(character))
  if (characters.every(character => /\s/u.test(character))) return undefined
  const codePoints = characters.flatMap(character => character.codePointAt(0) ?? []).sort((a, b) => a - b)
  const subset = face.metrics.noSubsetting
    ? undefined
    : new FontSubsetter(face.bytes).subsetToShape(codePoints)
  return { bytes: subset ?? face.bytes, type: face.metrics.cff ? 'font/otf' : 'font/ttf' }
}
