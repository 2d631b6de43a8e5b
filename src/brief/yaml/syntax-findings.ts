import type { YAMLError } from 'yaml'
import type { Range } from '../../diagnostics/index.js'
import type { TokenizerState } from './parse-tokens.js'
import { SYNTAX_MESSAGES, type SyntaxFinding } from './syntax-messages.js'
import { trappedFinding } from './syntax-traps.js'

const CONFLICT = /^(<{7}|={7}|>{7}|\|{7})( |\r?$)/m

/** Rewords an error of the YAML library for people who write briefs, and finds the place to correct. */
export function syntaxFinding(error: YAMLError, text: string, tokenizer: TokenizerState): SyntaxFinding {
  const range = rangeInText(error.pos, text)
  const explained = conflictAt(error, text) ?? trappedFinding(error, range.start, text, tokenizer)
  if (explained) return explained
  const description = `${error.code} ${error.message}`
  const known = SYNTAX_MESSAGES.find(({ pattern }) => pattern.test(description))
  const { message, hint, repair } = known ?? { message: plainMessage(error.message) }
  const opened = message.includes('never closed') ? tokenizer.unclosed.get(error.pos[0]) : undefined
  if (opened === undefined) return { range, message, hint, repair }
  const namedMessage = message.replace(/quotation mark|bracket/, `$& \`${text.charAt(opened)}\``)
  return { range: { start: opened, end: opened + 1 }, message: namedMessage, hint, repair }
}

function conflictAt({ pos: [at] }: YAMLError, text: string): SyntaxFinding | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const [marker] = CONFLICT.exec(text.slice(start, start + 8)) ?? []
  if (!marker) return undefined
  const message = 'a conflict of two versions is not resolved'
  return {
    range: { start, end: start + 7 },
    message,
    hint: 'choose one version, and remove the marks',
    repair: 'comment',
  }
}

function plainMessage(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '')
}

/** Errors at the end of the text point past it, and errors of indentation before the word that is indented. */
function rangeInText([from, to]: readonly [number, number], text: string): Range {
  let start = Math.min(Math.max(from, 0), text.length)
  while (text[start] === ' ' && start > 0) start += 1
  return { start, end: Math.min(Math.max(to, start + 1), text.length) }
}
