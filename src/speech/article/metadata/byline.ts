import { isDateLine, withoutDate } from './publication-date.js'

const CAPITAL = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`
const PARTICLE = 'de|da|di|del|della|der|den|van|von|bin|ibn|al|el|la|le|du|dos|das|y|ten|ter|af'
const NAME = new RegExp(String.raw`^${CAPITAL}(?:\s(?:${PARTICLE}|${CAPITAL})){0,5}$`, 'u')

/** Words that make a capitalised phrase something other than a name. */
const NON_NAME_WORDS =
  /(?<![\p{L}\p{M}])(?:the|and|this|that|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|advertisement)(?![\p{L}\p{M}])/iu

/** Words that say what somebody does rather than who it is, or that it is an office. */
const STAFF_ROLE =
  /\b(?:staff|writers?|reporters?|correspondents?|editors?|editorial|columnists?|contributors?|contributing|bureau|chief|news|press|desk|producer|analyst|senior|special|associate|professor|director|photographer|board|team|agency|agencies|services?)\b/i

const BY = /^(?:(?:written|reported|posted|story|words|report|analysis|opinion)\s)?by:?\s+/i

/** The names of a line such as `By Jane Doe and John Roe, Staff Writers`; undefined where the line is no byline. */
export function parseByline(line: string): readonly string[] | undefined {
  if (line.length > 200) return undefined
  const body = line.replace(BY, '')
  const named = body !== line
  const pieces = bylineSegments(body)
  const names = personNames(pieces)
  if (named) return names.length > 0 && pieces.every(isBylineSegment) ? names : undefined
  const [first = '', ...roles] = pieces
  const plain = names.length === 1 && /^\S+\s\S/.test(first) && !STAFF_ROLE.test(first)
  return plain && roles.length > 0 && roles.every(isStaffRole) ? names : undefined
}

/** The authors that a field of metadata names, in any of the ways in which such fields are filled. */
export function parseAuthors(field: string): readonly string[] {
  const body = field
    .replace(/\s+/g, ' ')
    .trim()
    .replace(BY, '')
    .replace(/^[·•|,;\s]+/, '')
  if (body.length > 300 || /https?:|www\.|@/.test(body)) return []
  const names = personNames(bylineSegments(body))
  return names.length > 0 || !/\p{L}/u.test(body) || body.length > 80 ? names : [body]
}

/** The authors in the first of several fields that names any. */
export function firstParsedAuthors(fields: readonly (string | undefined)[]): readonly string[] | undefined {
  return fields.map(field => parseAuthors(field ?? '')).find(names => names.length > 0)
}

/** What follows a name is cut off at the first word that can be no part of it. */
function bylineSegments(body: string): string[] {
  return withoutDate(body)
    .split(/\s*(?:[,;|•·]|\s(?:and|&)\s|\s[—–-]\s)\s*/i)
    .map(piece =>
      piece
        .replace(/\s(?:for|in|at|of|from|with|via|on)\s.*$/, '')
        .replace(/\.$/, '')
        .trim(),
    )
    .filter(piece => piece !== '')
}

function personNames(pieces: readonly string[]): string[] {
  const names = pieces.filter(piece => NAME.test(piece) && !NON_NAME_WORDS.test(piece))
  const people = names.filter(name => !STAFF_ROLE.test(name))
  return people.length > 0 ? people : names.slice(0, 1)
}

function isBylineSegment(piece: string): boolean {
  return (NAME.test(piece) && !NON_NAME_WORDS.test(piece)) || isStaffRole(piece)
}

function isStaffRole(piece: string): boolean {
  return (
    (STAFF_ROLE.test(piece) && piece.length < 60 && !/[.!?]/.test(piece)) ||
    isDateLine(piece) ||
    /^(?:\d{4}|updated:?|published:?)$/i.test(piece) ||
    /^special to\b/i.test(piece)
  )
}
