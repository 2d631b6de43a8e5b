import type { Range } from '../../diagnostics/index.js'
import type { EntityIndex } from '../entities/entity.js'
import type { Attribution } from './attribute.js'

/** The speaker by the label of a transcript (`WALLACE: Let’s start.`), and the end of the label. */
export function speakerLabelAt(
  text: string,
  { start }: Range,
  entities: EntityIndex,
): (Attribution & { end: number }) | undefined {
  const found = SPEAKER_LABEL.exec(text.slice(start, start + MAX_LABEL_LENGTH))
  const [whole = '', label = ''] = found ?? []
  if (!found) return undefined
  const surname = label.split(/\s+/).at(-1)?.toLowerCase()
  const entity = entities.all.find(
    ({ name, type: kind }) =>
      kind !== 'place' && name !== name.toUpperCase() && name.split(' ').at(-1)?.toLowerCase() === surname,
  )
  const end = start + whole.length
  const asName = label.charAt(0) + label.slice(1).toLowerCase()
  return {
    speaker: entity
      ? { kind: 'named', entity }
      : { kind: 'unnamed', text: asName, start, end: start + label.length },
    rule: 'label',
    end,
  }
}

const SPEAKER_LABEL = /^((?:\p{Lu}[\p{Lu}.'’-]+)(?:\s+\p{Lu}[\p{Lu}.'’-]+){0,3}):\s+/u
/** Characters. */
export const MAX_LABEL_LENGTH = 50
