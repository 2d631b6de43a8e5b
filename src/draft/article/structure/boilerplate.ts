import { parseByline } from '../metadata/byline.js'
import { webAddress } from '../metadata/metadata.js'
import { isDateLine } from '../metadata/publication-date.js'
import type { ParagraphText } from '../paragraph-text.js'

/** Paragraphs at the top and at the bottom of an article where bylines, dates and addresses stand. */
const TOP = 8
const BOTTOM = 6

/** Finds the paragraphs that are no part of an article, so that nothing is drafted from what a site put around it. */
export function findBoilerplate(passages: readonly ParagraphText[]): Set<number> {
  const found = new Set<number>()
  for (const [at, passage] of passages.entries()) {
    const atEdge = at < TOP || at >= passages.length - BOTTOM
    if (isBoilerplate(passage, atEdge)) found.add(at)
  }
  return found
}

/** Finds what the last paragraphs tell of the authors: their names again, or what each of them does. */
export function findAuthorBios(passages: readonly ParagraphText[], authors: readonly string[]): number[] {
  const first = Math.max(0, passages.length - BELOW)
  return passages.slice(first).flatMap(({ text }, at) => {
    const author = authors.find(name => text.startsWith(name))
    const rest = author && text.slice(author.length)
    return rest !== undefined && (rest === '' || BIO.test(rest)) ? [first + at] : []
  })
}

/** Paragraphs below an article that may tell of its authors. */
const BELOW = 12
const BIO =
  /^(?: is (?:an? |the |currently |based )|, (?:an?|the) |,? (?:who )?(?:covers|reports|writes|reported from|contributed|joined|can be reached)\b)/

/** Whether a line near the top or bottom of an article says who wrote it, when, or where it was. */
export function isMetadataLine(line: string): boolean {
  return (
    isDateLine(line) ||
    parseByline(line) !== undefined ||
    webAddress(line.replace(URL_LABEL, '')) !== undefined
  )
}

/** Whether a paragraph is what stands under a picture, with who took it: `… (Jane Doe/AFP)`. */
export function isPictureCaption(text: string): boolean {
  return CAPTION.test(text)
}

const CAPTION =
  /^[^“”"]{1,500}\([^()]{0,80}(?:\/ ?(?:ap|afp|epa|reuters|getty|bloomberg|associated press|shutterstock)\b|\b(?:getty images|file photo)\b|\bvia (?:ap|reuters|getty)\b)[^()]{0,60}\)\W*$/i

/** What stands before a value in the head of a saved article. */
const URL_LABEL = /^(?:source|url|link|original|via|read at|retrieved from)\s*:\s*/i

function isBoilerplate({ lines, text }: ParagraphText, atEdge: boolean): boolean {
  if (!/[\p{L}\p{N}]/u.test(text.slice(0, 500))) return true
  if (isPictureCaption(text) || EDITORIAL_NOTES.some(note => note.test(text))) return true
  return lines.every(
    line =>
      isSiteLine(line) || (atEdge && (isMetadataLine(line) || EDGE_LINES.some(edge => edge.test(line)))),
  )
}

function isSiteLine(line: string): boolean {
  if (/[“"][^“”"]{20,}[”"]/.test(line)) return false
  const bare = line.replace(/^[\s"“”*•>[(–—-]+/, '')
  return bare.length <= 240 && SITE_LINES.some(pattern => pattern.test(bare))
}

/** Paragraphs of any length that an editor put in. */
const EDITORIAL_NOTES: readonly RegExp[] = [
  /^[[(*_“"]*(?:(?:\p{Lu}[\p{L}\p{N}.&’'-]*\s){0,3}editor(?:s|’s|'s|s’|s'|ial)?(?:\s(?:note|comment))?|note to (?:our )?readers?|note from the editors?|correction|clarification|disclaimer|disclosure)\s?(?:\([^)]{0,40}\)\s?)?:/iu,
  /^[[(]?(?:©|\(c\)\s|copyright\b[\s©(]*(?:c\)\s*)?\d{4})/i,
  /^this (?:story|article|post|report|page|piece) (?:has been|was|is being|will be) (?:updated|corrected|amended|clarified|edited|revised|originally published|first published|republished|produced|automatically)/i,
  /^(?:the\s)?[\p{L}\p{M}.’' -]{1,120},? contributed to this (?:report|story|article|post)/iu,
]

/** Lines that sites put between and around the paragraphs, wherever they stand. */
const SITE_LINES: readonly RegExp[] = [
  /^advertis(?:e?ment|ing)\b.{0,40}$/i,
  /^(?:sponsored(?: content)?|promoted|paid post)\W*$/i,
  /^(?:story|article) continues (?:below|after)\b/i,
  /^(?:scroll|skip)(?: down)? to (?:continue|content|main)\b/i,
  /^(?:read|see|view|find|get) the (?:rest|full|whole|entire|original)\b.{0,80}$/i,
  /^(?:continue reading|keep reading)\b/i,
  /^(?:click|tap|go) here\b/i,
  /^(?:read|see|watch|listen|related|recommended|more|also|trending)(?: (?:more|also|now|stories|articles|coverage|on this|from|reading|video))*\s*:/i,
  /^(?:read more|see more|load more|show more|related(?: stories| articles| coverage)?|most read|most popular|more from)\b.{0,40}$/i,
  /^(?:photos?|pictures?|images?|video|graphic|illustration|caption|credit|file photo)(?: (?:credit|by|courtesy|caption|source)\b[^:]{0,40})?\s?:/i,
  /^(?:photos?|images?|videos?|pictures?|gallery|slideshow)\W*$/i,
  /^(?:photo(?:graph)?|image|picture|illustration) (?:by|courtesy)\b.{0,100}$/i,
  /^(?:getty images|(?:ap|reuters|afp|epa) (?:photo|file)|file photo)\b.{0,60}$/i,
  /\ball rights reserved\b/i,
  /^(?:share|tweet|post|email|print|copy link|save|comments?|\d+ comments?|leave a comment|join the conversation)\W*$/i,
  /^share (?:this|on|via|the)\b.{0,60}$/i,
  /^(?:subscribe|sign up|register|log in|sign in)(?: (?:now|today|here|to|for|free|and)\b.*|\W*)$/i,
  /^(?:get|receive) (?:the latest|our|daily|breaking|more)\b.{0,120}$/i,
  /^(?:follow|like|find|join) (?:us|me|him|her|them|[\p{Lu}@][\p{L}@_. -]{1,60}) on\b/iu,
  /\b(?:follow|reach|email|contact) (?:him|her|them|me)(?: directly)? (?:on (?:twitter|x|facebook|instagram|linkedin|threads|mastodon|bluesky)\b|(?:on |at )?\S*@)/i,
  /^(?:listen to this|\d+[ -]min(?:ute)?s?(?: read)?\b\W*$)/i,
  /^(?:tags?|topics?|filed under|categories|more on)\s*:/i,
  /^(?:reporting|writing|editing|additional reporting|compiled) by\b.{0,200}$/i,
]

/** Lines that mean something else in the middle of an article. */
const EDGE_LINES: readonly RegExp[] = [
  /^(?:title|headline|authors?|byline|date|published|publication|publisher|source|updated|posted)\s*:\s*\S.{0,160}$/i,
  /^(?:updated|published|posted)\b.{0,40}\b(?:ago|today|yesterday)\W*$/i,
  /^(?:\p{Lu}[\p{L}.’'-]*(?: and |, and |, | )){1,12}(?:also )?(?:reported from|contributed reporting)\b[^“”"]{0,200}\.$/u,
]
