import type { TextValue } from '../../read/read-context.js'
import { shapeAt } from '../../schema/shape.js'
import type { BlockTaker } from './block-marks.js'

/** Long prose that any brief can have. */
const EVERY_BRIEF = '`background` or the `body` of a section'

/** What a prose text takes, and the field that takes what it does not: the long one of its item, else `background`. */
export function takerOfBlocks({ path, takesBlocks: takes = 'none' }: TextValue): BlockTaker {
  const item = typeof path[1] === 'number' ? shapeAt(path.slice(0, 2)) : undefined
  const [own] =
    item?.kind === 'fields'
      ? [...item.entries].flatMap(([key, { shape }]) =>
          shape.kind === 'prose' && shape.blocks === 'long' ? [key] : [],
        )
      : []
  return { takes, otherField: own === undefined ? EVERY_BRIEF : `\`${own}\`` }
}
