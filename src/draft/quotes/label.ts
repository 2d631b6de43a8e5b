import type { Range } from '../../diagnostics/index.js'
import type { WhoIsWho } from '../names/who-is-who.js'
import type { Attribution } from './attribute.js'

/** Who speaks by the label that a transcript begins a paragraph with (`WALLACE: Let’s start.`), and where that ends. */
export function labelAt(
  text: string,
  { start }: Range,
  who: WhoIsWho,
): (Attribution & { end: number }) | undefined {
  const found = LABEL.exec(text.slice(start, start + LONGEST_LABEL))
  const [whole = '', label = ''] = found ?? []
  if (!found) return undefined
  const surname = label.split(/\s+/).at(-1)?.toLowerCase()
  const named = who.all.find(
    ({ name, kind }) =>
      kind !== 'place' && name !== name.toUpperCase() && name.split(' ').at(-1)?.toLowerCase() === surname,
  )
  const end = start + whole.length
  const asName = label.charAt(0) + label.slice(1).toLowerCase()
  return {
    speaker: named
      ? { kind: 'named', named }
      : { kind: 'unnamed', text: asName, start, end: start + label.length },
    rule: 'label',
    end,
  }
}

const LABEL = /^((?:\p{Lu}[\p{Lu}.'’-]+)(?:\s+\p{Lu}[\p{Lu}.'’-]+){0,3}):\s+/u
/** Characters. */
const LONGEST_LABEL = 50
