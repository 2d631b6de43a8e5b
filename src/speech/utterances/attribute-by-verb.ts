import type { Range } from '../../diagnostics/index.js'
import { lastIndexBefore } from '../language/text.js'
import { type UntaggedLanguage, verbForms } from '../lexicon/verb-forms.js'
import type { Attribution } from '../quotations/attribute.js'

/** Who speaks a quotation by its marks, a verb of speech and a name, where no tagger knows the language. */
export type VerbAttributor = (parts: readonly Range[]) => Attribution

/** Prepares the attribution for a text: `dijo Ana Moe`, `Ana Moe declaró:`, `selon Ana Moe`, `sagte Ministerin Anna Moe`. */
export function verbAttributor(
  text: string,
  paragraphs: readonly Range[],
  language: UntaggedLanguage,
): VerbAttributor {
  const { verb, source } = verbForms(language)
  const between = String.raw`(?:\s+\p{Ll}[\p{L}'’]*){0,4}?\s+`
  const after = new RegExp(
    String.raw`^[”"»«'’›‹“\s]*[,.;—–-]*\s*(?:(?:${verb})${between}|(?:${source})\s+(?:\p{Ll}+\s+){0,3}?)(?<name>${NAME})|^[”"»«'’›‹“\s]*[,.;—–-]*\s*(?:\p{Ll}+\s+){0,3}?(?<subject>${NAME})(?:,[^,]{1,80},)?\s+(?:${verb})(?![\p{L}])`,
    'u',
  )
  const before = new RegExp(
    String.raw`(?<subject>${NAME})(?:,[^,:]{1,80},)?\s+(?:\p{Ll}+\s+){0,2}?(?:${verb})(?![\p{L}])[^.!?:]{0,80}[:,]?\s*$|(?<![\p{L}])(?:${verb})${between}(?<name>${NAME})[^.!?:]{0,60}[:,]\s*$|(?:^|[.!?]\s+)(?<only>${NAME})\s*:\s*$`,
    'u',
  )
  const fullNames = new Map<string, string>()
  for (const [name] of text.matchAll(new RegExp(`${NAME}`, 'gu'))) {
    const words = name.split(/\s+/)
    const last = words.at(-1) ?? ''
    if (words.length > 1 && !fullNames.has(last)) fullNames.set(last, name)
  }
  return parts => {
    const [first] = parts
    const last = parts.at(-1)
    const paragraph = first && paragraphs[lastIndexBefore(paragraphs, first.start + 1, ({ start }) => start)]
    if (!first || !last || !paragraph) return NOBODY
    const rest = text.slice(last.end, Math.max(last.end, Math.min(paragraph.end, last.end + REACH)))
    const lead = text
      .slice(Math.max(paragraph.start, first.start - REACH), first.start)
      .replace(/[“"„«»'‘‚›‹]\s*$/, '')
    const groups = after.exec(rest)?.groups ?? before.exec(lead)?.groups
    const name = groups && (groups.name ?? groups.subject ?? groups.only)
    if (!name) return NOBODY
    const at = text.indexOf(
      name,
      after.test(rest) ? last.end : Math.max(paragraph.start, first.start - REACH),
    )
    const full = name.includes(' ') ? name : (fullNames.get(name) ?? name)
    return {
      speaker: { kind: 'unnamed', text: full, start: at, end: at + name.length },
      rule: 'verb-and-name',
    }
  }
}

/** Characters to both sides of a quotation in which its speaker is looked for. */
const REACH = 240

/** Words with a capital, with the particles of names between them. */
const NAME = String.raw`(?!(?:Selon|Según|Laut|Pour|Nach)\s)\p{Lu}[\p{L}\p{M}'’-]+(?:\s+(?:(?:de|del|de la|la|van|von|der|da|dos|du|le)\s+)?\p{Lu}[\p{L}\p{M}'’-]+){0,4}`

const NOBODY: Attribution = {
  speaker: { kind: 'unknown', why: 'no verb of speech with a name stands by it' },
}
