import type { Brief, FieldPath } from '../brief/index.js'
import type { Place } from '../diagnostics/index.js'

/** The place of something that readers are to see, and the field of the brief that it is in. */
export interface FieldPlace extends Place {
  /** As manifests name it, such as `next_steps[2].owner`; a wording has the name of its field. */
  readonly field: string
  /** The field that refers to the item which `field` is in, where it is seen through that: `stakes[0].who[1]`. */
  readonly via?: string
  /** Other fields that are said with the same words, as those of a group that has them for its heading. */
  readonly others?: readonly string[]
}

/** The name of a field in findings and manifests: `options[0].pros[1]`; items are counted from 0. */
export function nameOfField(path: FieldPath): string {
  let name = ''
  for (const key of path) name += typeof key === 'number' ? `[${key}]` : name === '' ? key : `.${key}`
  return name
}

/** The place of a field's value; `within` leads to the wording that was chosen. */
export function fieldPlace(brief: Brief, path: FieldPath, within: FieldPath = path): FieldPlace {
  const { file, range } = brief.place(within)
  return { file, range, field: nameOfField(path) }
}

/** The field that a place is in; undefined for what is not for readers, or is not of the brief. */
export function fieldAt(place: Place | FieldPlace): FieldPlace | undefined {
  return 'field' in place ? place : undefined
}
