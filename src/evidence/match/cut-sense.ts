import { expandKey, type SenseWords } from '../sense/sense-words.js'
import { findTriggers, type SenseTrigger } from '../sense/triggers.js'
import type { ContextWord } from './sentence-context.js'

/** Words that turn the sense of a quotation, or may. */
export interface SenseDoubt {
  readonly severity: 'error' | 'warning'
  /** Their token numbers in the source, both inclusive. */
  readonly first: number
  readonly last: number
}

/**
 * Judges what stands in the sentence before a quotation's first word. `next` is the key of that word; `declared` says that an
 * ellipsis or brackets stand for what is cut off.
 */
export function judgeBeginning(
  before: readonly ContextWord[],
  next: string,
  declared: boolean,
  lists: SenseWords,
): SenseDoubt | undefined {
  const keys = before.map(({ key }) => key)
  const reach = clauseStart(before, next, lists)
  const parts = segmentStarts(before)
  const doubts = findTriggers(keys, lists).flatMap(trigger => {
    const rest = keys.slice(trigger.end)
    const adjacent = isTransparent(rest, lists)
    const complemented = adjacent || lists.complementisers.has(rest.at(-1) ?? '')
    const opens = [...parts].some(part => part >= trigger.start && part < trigger.end)
    if (trigger.effect === 'condition' && opens && trigger.start >= independentStart(before, next, lists))
      return doubt(isAsked(keys[trigger.start - 1], lists) ? 'warning' : 'error', trigger, before)
    if (trigger.start < reach) return []
    const aside = isAside(before, reach, trigger, lists)
    if (trigger.effect === 'negation') {
      if (aside) return doubt('warning', trigger, before)
      return doubt(complemented || declared ? 'error' : 'warning', trigger, before)
    }
    if (trigger.effect === 'denial') {
      const governs = complemented || isComplementised(rest, lists)
      return doubt(governs && !aside ? 'error' : 'warning', trigger, before)
    }
    if (trigger.effect === 'condition')
      return doubt(
        adjacent && !isAsked(keys[trigger.start - 1], lists) ? 'error' : 'warning',
        trigger,
        before,
      )
    if (trigger.effect === 'limit')
      return doubt((adjacent || opens) && declared ? 'error' : 'warning', trigger, before)
    return adjacent || trigger.effect === 'double' ? doubt('warning', trigger, before) : []
  })
  return worstOf(doubts)
}

/** Judges what stands in the sentence after a quotation's last word; `lead` parts the two. */
export function judgeEnd(
  { lead, words }: { readonly lead: ContextWord['breakAfter']; readonly words: readonly ContextWord[] },
  last: string,
  declared: boolean,
  lists: SenseWords,
): SenseDoubt | undefined {
  const keys = words.map(({ key }) => key)
  const joint = keys.findIndex(key => !lists.contrasts.has(key) && !lists.coordinators.has(key))
  if (joint < 0) return undefined
  const taken = lead === 'strong' || joint > 0 || lead === 'comma'
  const clauseEnd = endOfClause(words, joint, lists)
  const contrasted = keys.slice(0, joint).some(key => lists.contrasts.has(key))
  const ifCut = declared ? 'error' : 'warning'
  const doubts = findTriggers(keys, lists).flatMap(trigger => {
    const starts = trigger.start === joint
    const between = keys.slice(joint, trigger.start)
    if (trigger.effect === 'denial')
      return isTakenUp(words, joint, trigger, taken, lists) ? doubt('error', trigger, words) : []
    if (trigger.start >= clauseEnd.clause) return []
    const aside = between.some(key => lists.subordinators.has(key) || lists.complementisers.has(key))
    if (trigger.effect === 'condition') {
      if (joint > 0 && !(starts && trigger.end - trigger.start > 1)) return []
      return doubt(aside || (starts && isAsked(last, lists)) ? 'warning' : 'error', trigger, words)
    }
    if (aside || trigger.start >= clauseEnd.segment) return []
    if (trigger.effect === 'negation') {
      if (joint > 0) {
        const elliptical = trigger.end === clauseEnd.segment && between.length <= 2 && between.length > 0
        return elliptical
          ? doubt(ifCut, trigger, words)
          : starts && contrasted
            ? doubt('warning', trigger, words)
            : []
      }
      if (lead !== 'none') return []
      if (lists.verbFinal || (starts && lists.auxiliaries.has(last))) return doubt('error', trigger, words)
      return doubt(starts ? ifCut : 'warning', trigger, words)
    }
    if (trigger.effect === 'limit') {
      if (starts)
        return joint > 0 || lead !== 'none' ? doubt('warning', trigger, words) : doubt(ifCut, trigger, words)
      return joint > 0 ? [] : doubt('warning', trigger, words)
    }
    return starts ? doubt('warning', trigger, words) : []
  })
  return worstOf(doubts)
}

/** The doubt that weighs most, the first of several. */
export function worstOf(doubts: readonly SenseDoubt[]): SenseDoubt | undefined {
  return doubts.find(({ severity }) => severity === 'error') ?? doubts[0]
}

/** Makes a doubt of a trigger. */
export function doubt(
  severity: SenseDoubt['severity'],
  { start, end }: SenseTrigger,
  words: readonly ContextWord[],
): SenseDoubt[] {
  const [first, last] = [words[start], words[end - 1]]
  return first && last ? [{ severity, first: first.at, last: last.at }] : []
}

/** Whether only words through which a negation reaches stand there: “not … think that”. */
export function isTransparent(
  keys: readonly string[],
  { opinions, complementisers, auxiliaries }: SenseWords,
): boolean {
  return keys
    .flatMap(expandKey)
    .every(word => opinions.has(word) || complementisers.has(word) || auxiliaries.has(word))
}

/** Whether an “if” asks, as after “we do not know”. */
export function isAsked(before: string | undefined, { asking }: SenseWords): boolean {
  return before !== undefined && asking.has(before)
}

/** Where each segment between commas, dashes and the like begins. */
export function segmentStarts(words: readonly ContextWord[]): ReadonlySet<number> {
  return new Set([0, ...words.flatMap(({ breakAfter }, at) => (breakAfter === 'none' ? [] : [at + 1]))])
}

/** Whether what is denied follows: “denied that”, “false, that”, “refused outright to”. */
export function isComplementised(rest: readonly string[], { complementisers }: SenseWords): boolean {
  return rest.slice(0, 2).some(key => complementisers.has(key))
}

/**
 * Where the clause begins that the next word belongs to: after a comma, a dash or a conjunction. A comma before “that” does not
 * begin one: “It is not true, I tell you, that”.
 */
function clauseStart(before: readonly ContextWord[], next: string, lists: SenseWords): number {
  let extended = false
  for (let at = before.length - 1; at >= 0; at--) {
    const word = before[at]
    const after = before[at + 1]?.key ?? next
    if (!word) break
    if (word.breakAfter === 'strong' || beginsClause(word, after, lists)) return at + 1
    if (word.breakAfter === 'comma') {
      extended ||= lists.complementisers.has(after) && !lists.asking.has(after)
      if (!extended) return at + 1
    }
  }
  return 0
}

/** The same, for what is said of the whole sentence: commas do not count. */
function independentStart(before: readonly ContextWord[], next: string, lists: SenseWords): number {
  const at = before.findLastIndex(
    (word, index) =>
      word.breakAfter === 'strong' || beginsClause(word, before[index + 1]?.key ?? next, lists),
  )
  return at + 1
}

/** A conjunction with a clause of its own after it. */
function beginsClause({ key }: ContextWord, next: string, lists: SenseWords): boolean {
  return (
    lists.contrasts.has(key) || (lists.coordinators.has(key) && lists.subjects.has(expandKey(next)[0] ?? ''))
  )
}

/** Whether a trigger stands in a relative clause: “the man who never paid”. */
function isAside(
  before: readonly ContextWord[],
  from: number,
  trigger: SenseTrigger,
  { subordinators, subjects, complementisers }: SenseWords,
): boolean {
  return before.slice(from, trigger.start).some(({ key }, offset) => {
    const at = from + offset
    if (!subordinators.has(key)) return false
    const afterComma = at > 0 && before[at - 1]?.breakAfter === 'comma'
    return afterComma || (!subjects.has(key) && !complementisers.has(key))
  })
}

/** How far the clause of the quotation goes on, and the first segment of it. */
function endOfClause(
  words: readonly ContextWord[],
  joint: number,
  lists: SenseWords,
): { readonly clause: number; readonly segment: number } {
  const isEnd = ({ breakAfter }: ContextWord) => breakAfter === 'strong'
  const strong = words.findIndex(isEnd)
  const conjunction = words.findIndex(
    (word, at) => at > joint && beginsClause(word, words[at + 1]?.key ?? '', lists),
  )
  const clause = Math.min(
    strong < 0 ? words.length : strong + 1,
    conjunction < 0 ? words.length : conjunction,
  )
  const comma = words.findIndex(({ breakAfter }) => breakAfter !== 'none')
  const joined = words.findIndex(
    ({ key }, at) => at > joint && (lists.coordinators.has(key) || lists.contrasts.has(key)),
  )
  return {
    clause,
    segment: Math.min(clause, comma < 0 ? words.length : comma + 1, joined < 0 ? words.length : joined),
  }
}

/** “…, and that is a lie”: what is quoted is taken up and denied. */
function isTakenUp(
  words: readonly ContextWord[],
  joint: number,
  trigger: SenseTrigger,
  taken: boolean,
  { demonstratives, auxiliaries }: SenseWords,
): boolean {
  const closes = words[trigger.end - 1]?.breakAfter !== 'none' || trigger.end === words.length
  if (!closes || trigger.end - joint > MOST_WORDS_OF_DENIAL) return false
  const keys = words.slice(joint, trigger.start).flatMap(({ key }) => expandKey(key))
  const [first = '', second = ''] = keys
  if (demonstratives.has(first) && taken) return keys.length === 1 || auxiliaries.has(second)
  if (keys.length === 0) return trigger.end - trigger.start > 1
  return !taken && auxiliaries.has(first)
}

/** A denial that takes up what was said is short. */
const MOST_WORDS_OF_DENIAL = 7
