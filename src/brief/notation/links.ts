import type { Range } from '../../diagnostics/index.js'

/** A link of inline Markdown: `[words](address "title")`, or an address in pointed brackets. */
export interface ProseLink extends Range {
  readonly words: string
  readonly address: string
}

/** Brackets and backticks that a link may be made of; what is escaped is passed over. */
const MARK = /\\[!-/:-@[-`{-~]|`+|!?\[|\]|<[^<>\s]*>/g
/** Characters that may be looked at for the ends of links: a hostile text has any number of beginnings. */
const MAX_STEPS = 400_000

/** The links of a paragraph, in order. */
export function findLinks(text: string): ProseLink[] {
  const links: ProseLink[] = []
  const open: { readonly at: number; readonly picture: boolean }[] = []
  const unclosed = new Set<string>()
  const budget: Budget = { left: MAX_STEPS }
  MARK.lastIndex = 0
  for (let match = MARK.exec(text); match; match = MARK.exec(text)) {
    const [mark] = match
    const at = match.index
    if (mark.startsWith('\\')) continue
    if (mark.startsWith('`')) {
      const close = unclosed.has(mark) ? -1 : text.indexOf(mark, MARK.lastIndex)
      if (close === -1) unclosed.add(mark)
      else MARK.lastIndex = close + mark.length
    } else if (mark.startsWith('<')) {
      const address = mark.slice(1, -1)
      if (AUTOLINK.test(address))
        links.push({
          start: at,
          end: at + mark.length,
          words: address,
          address,
        })
      else MARK.lastIndex = at + 1
    } else if (mark.endsWith('[')) open.push({ at, picture: mark.startsWith('!') })
    else if (mark === ']') {
      const begin = open.pop()
      const link = begin && linkAt(text, begin.at + (begin.picture ? 2 : 1), at, budget)
      if (!begin || !link) continue
      MARK.lastIndex = link.end
      if (begin.picture) continue
      links.push({ ...link, start: begin.at })
      open.length = 0
    }
  }
  return links
}

/** A picture of inline Markdown: `![alt](file "title")`. */
export interface PictureLink {
  /** Characters of what it shows, in words. */
  readonly alt: Range
  readonly address: string
  /** Characters of the title, without the marks around it. */
  readonly title: Range | undefined
}

/** The picture that a line consists of. */
export function findPicture(line: string): PictureLink | undefined {
  if (!line.startsWith('![') || !line.endsWith(')')) return undefined
  const [link] = findLinks(line.slice(1))
  if (link?.start !== 0 || link.end !== line.length - 1 || link.address === '') return undefined
  const alt = { start: 2, end: 2 + link.words.length }
  const [whole, title] = PICTURE_TITLE.exec(line.slice(alt.end)) ?? []
  if (whole === undefined || title === undefined) return { alt, address: link.address, title: undefined }
  const start = line.length - whole.length + whole.indexOf(title) + 1
  return { alt, address: link.address, title: { start, end: start + title.length - 2 } }
}

const PICTURE_TITLE = /[ \t]+("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))[ \t]*\)$/

/** CommonMark 0.31, 6.5: an address with a scheme, or of mail. */
const AUTOLINK = /^(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+)$/

interface Budget {
  left: number
}

function linkAt(
  text: string,
  wordsStart: number,
  wordsEnd: number,
  budget: Budget,
): Omit<ProseLink, 'start'> | undefined {
  if (text[wordsEnd + 1] !== '(' || budget.left <= 0) return undefined
  const from = afterSpace(text, wordsEnd + 2)
  const range = text[from] === '<' ? pointedAddress(text, from + 1, budget) : plainAddress(text, from, budget)
  if (!range) return undefined
  const after = text[from] === '<' ? range.end + 1 : range.end
  const end = endOfLink(text, after, budget)
  if (end === undefined) return undefined
  return {
    end,
    words: text.slice(wordsStart, wordsEnd),
    address: text.slice(range.start, range.end).replace(ESCAPED, '$1'),
  }
}

const ESCAPED = /\\([!-/:-@[-`{-~])/g

function afterSpace(text: string, from: number): number {
  SPACE.lastIndex = from
  return SPACE.test(text) ? SPACE.lastIndex : from
}

const SPACE = /[ \t\n]*/y

function pointedAddress(text: string, start: number, budget: Budget): Range | undefined {
  for (let at = start; at < text.length; at += 1) {
    budget.left -= 1
    const character = text[at]
    if (character === '>') return { start, end: at }
    if (character === '<' || character === '\n') return undefined
    if (character === '\\') at += 1
  }
  return undefined
}

/** Without blanks, and with balanced parentheses (CommonMark 0.31, 6.3). */
function plainAddress(text: string, start: number, budget: Budget): Range | undefined {
  let depth = 0
  let at = start
  for (; at < text.length && budget.left > 0; at += 1) {
    budget.left -= 1
    const character = text.charAt(at)
    if (character <= ' ' || character === '\u007f') break
    if (character === '\\') at += 1
    else if (character === '(') depth += 1
    else if (character === ')') {
      if (depth === 0) break
      depth -= 1
    }
  }
  return depth === 0 ? { start, end: Math.min(at, text.length) } : undefined
}

const TITLE_END: Readonly<Record<string, string>> = { '"': '"', "'": "'", '(': ')' }

/** The end of a link after its address and, perhaps, a title, which is not printed. */
function endOfLink(text: string, from: number, budget: Budget): number | undefined {
  let at = afterSpace(text, from)
  const close = TITLE_END[text.charAt(at)]
  if (close !== undefined && at > from) {
    const start = at + 1
    for (at = start; text[at] !== close; at += 1) {
      budget.left -= 1
      if (at >= text.length || budget.left <= 0) return undefined
      if (text[at] === '\\') at += 1
    }
    at = afterSpace(text, at + 1)
  }
  return text[at] === ')' ? at + 1 : undefined
}

/** Addresses of the web and of mail that stand in running text, outside of links and code, without the punctuation after them. */
export function findBareAddresses(text: string): Range[] {
  if (!mayHoldAddress(text)) return []
  const links = findLinks(text)
  let next = 0
  return [...text.matchAll(BARE_ADDRESS)].flatMap(({ 0: found, index: start }) => {
    while ((links[next]?.end ?? text.length) <= start) next += 1
    const address = withoutPunctuation(found)
    const end = start + address.length
    const isInLink = start < (links[next]?.end ?? 0) && end > (links[next]?.start ?? text.length)
    return isInLink || !/\w\.\w/.test(address.replace(/^www\./i, '')) ? [] : [{ start, end }]
  })
}

/** Whether a text has a sign that each address of the web and of mail has: a look that costs little, before those that cost much. */
export function mayHoldAddress(text: string): boolean {
  return text.includes('@') || text.includes('://') || /www\./i.test(text)
}

const BARE_ADDRESS =
  /(?<![\p{L}\p{N}_@/\\<`:.-])(?:(?:https?:\/\/|www\.)[^\s<>[\]"“”«»‹›\\`|]{3,2000}|[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8})/giu

/** A closing parenthesis belongs to an address that has the opening one. */
function withoutPunctuation(address: string): string {
  let surplus = address.split(')').length - address.split('(').length
  let end = address.length
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1)
    if (!/[.,;:!?'’*…)]/.test(last) || (last === ')' && surplus <= 0)) break
    if (last === ')') surplus -= 1
  }
  return address.slice(0, end)
}
