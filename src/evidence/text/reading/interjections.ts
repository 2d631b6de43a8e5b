import { blank } from './mask.js'

/** Blanks what a transcript puts between the words of one speaker: what the audience did, and the speaker's own label again. */
export function withoutInterjections(text: string): string {
  const masked = text.replace(STAGE_DIRECTION, blank)
  return withoutRepeatedLabels(masked)
}

/** What an audience does, in the languages of transcripts; words of others in brackets are no part of this. */
const NOUNS = [
  'applause|laughter|cheers|cheering|chuckles|laughs|clapping|standing ovation|pause|music',
  'aplausos|risas|ovación|vítores|pausa',
  'applaudissements|rires|ovation|sourires',
  'applaus|heiterkeit|gelächter|lachen|beifall',
  'gelach|gejuich|applausi|risa',
].join('|')
const QUALIFIERS =
  'loud|long|prolonged|sustained|general|renewed|more|scattered|and|with|the|from|in|audience|gallery|y|generales|prolongados|fuertes|et|vifs|nourris|und|lebhafter|anhaltender|starker|allgemeine|langanhaltender|en|e'
const STAGE_DIRECTION = new RegExp(
  String.raw`[([](?:(?:${QUALIFIERS})\s+){0,4}(?:${NOUNS})(?:(?:,|\s)\s*(?:${NOUNS}|${QUALIFIERS})){0,5}\.?[)\]]`,
  'giu',
)

const LABEL =
  /^[ \t]*((?:\p{Lu}[\p{L}\p{M}.'’-]*|of|the|de|van|von)(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|of|the|de|van|von)){0,5}(?: \([^()\n]{1,60}\))?)[ \t]?:(?=[ \t])|^[ \t]*([QA])[.:](?=[ \t])/gmu

/** A label counts as such where it comes again; it is blanked where no other came in between. */
function withoutRepeatedLabels(text: string): string {
  const labels = [...text.matchAll(LABEL)].map(({ 0: all, 1: name, 2: letter, index }) => ({
    name: name ?? letter ?? '',
    start: index,
    end: index + all.length,
  }))
  const pieces: string[] = []
  let done = 0
  for (const [at, { name, start, end }] of labels.entries()) {
    if (labels[at - 1]?.name !== name) continue
    pieces.push(text.slice(done, start), blank(text.slice(start, end)))
    done = end
  }
  return pieces.join('') + text.slice(done)
}
