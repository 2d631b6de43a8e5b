/** What keeps a template from being parsed. */
export interface RefusedText {
  readonly index: number
  readonly message: string
}

/**
 * Where blocks or expressions of a template are nested more than `most` times, if they are: what parses and compiles templates
 * takes a frame of the stack for each. Found in the text, in one pass. Raw blocks, which could hide others, are refused.
 */
export function refusedNesting(most: number, text: string): RefusedText | undefined {
  /** Of each open block, how many branches it has had: each lies within the one before. */
  const open: number[] = []
  let depth = 0
  for (const { index, start, isEmpty, parentheses } of mustachesIn(text)) {
    if (start === '{{') return { index, message: 'there are no raw blocks' }
    if (start === '#' || (start === '^' && !isEmpty)) depth += open.push(1) > 0 ? 1 : 0
    else if (start === 'else' && !isEmpty && open.length > 0) {
      open.push((open.pop() ?? 0) + 1)
      depth += 1
    } else if (start === '/') depth -= open.pop() ?? 0
    if (depth > most || parentheses > most)
      return { index, message: 'this is nested deeper than any template needs' }
  }
  return undefined
}

interface Mustache {
  readonly index: number
  /** What stands after the braces. */
  readonly start: string
  /** Whether nothing follows. */
  readonly isEmpty: boolean
  /** Expressions within one another. */
  readonly parentheses: number
}

/** Mustaches but comments, as the lexer of Handlebars finds them; it reads no further than one that does not end. */
function* mustachesIn(text: string): Generator<Mustache> {
  let at = text.indexOf('{{')
  while (at !== -1) {
    const isEscaped = text[at - 1] === '\\' && text[at - 2] !== '\\'
    if (isEscaped) at = text.indexOf('{{', at + 2)
    else {
      const comment = COMMENT.exec(text.slice(at, at + COMMENT_LENGTH))
      const mustache = comment ? undefined : mustacheAt(text, at)
      const end = comment ? endOf(text, comment[1] ? /--~?\}\}/g : /\}\}/g, at) : mustache?.end
      if (end === undefined) return
      if (mustache) yield mustache
      at = text.indexOf('{{', end)
    }
  }
}

const COMMENT = /^\{\{~?!(--)?/
const COMMENT_LENGTH = 6

function mustacheAt(text: string, index: number): (Mustache & { readonly end: number }) | undefined {
  OPENING.lastIndex = index
  const [opening = '', ...starts] = OPENING.exec(text) ?? []
  let [depth, parentheses] = [0, 0]
  for (let at = index + opening.length; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '}' && text[at + 1] === '}')
      return {
        index,
        start: starts.find(Boolean) ?? '',
        isEmpty:
          text
            .slice(index + opening.length, at)
            .replace('~', '')
            .trim() === '',
        parentheses,
        end: at + 2,
      }
    if (character === '(') parentheses = Math.max(parentheses, ++depth)
    if (character === ')') depth -= 1
    const closing = LITERALS.get(character)
    if (closing === undefined) continue
    at = text.indexOf(closing, at + 1)
    while (at !== -1 && text[at - 1] === '\\') at = text.indexOf(closing, at + 1)
    if (at === -1) return undefined
  }
  return undefined
}

const OPENING = /\{\{(?:(\{\{)|\{?~?(?:([#^/])|\s*(else))?)/y
/** What ends what begins with a mark: strings, and names in brackets. */
const LITERALS = new Map([
  ['"', '"'],
  ["'", "'"],
  ['[', ']'],
])

function endOf(text: string, pattern: RegExp, from: number): number | undefined {
  pattern.lastIndex = from
  const found = pattern.exec(text)
  return found ? found.index + found[0].length : undefined
}
