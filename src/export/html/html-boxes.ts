import { type Aside, type Block, textOfInlines } from '../../markup/index.js'
import { type HtmlContext, roomWithin } from './html-context.js'
import { blockTarget } from './page-ids.js'
import { classes, tag } from './tag.js'

/** What stands beside the text rather than in it. */
const BESIDE_TEXT = ['box', 'note', 'warning']

/**
 * Blocks in a frame. One that stands beside the text and says what it is has a landmark of its own; those of one name would not
 * be told apart, and in another landmark it would not be found.
 */
export function htmlBox(block: Aside, context: HtmlContext): string {
  const { sheet, used, ids, landmarks } = context
  const { style, id, children } = block
  const name = nameOf(children)
  const isLandmark =
    style !== undefined &&
    BESIDE_TEXT.includes(style) &&
    name !== '' &&
    !context.inLandmark &&
    !landmarks.has(name)
  if (isLandmark) landmarks.add(name)
  const padding = (sheet.withClass('aside', style).padding_x ?? 0) * 2
  const inner = {
    ...context,
    room: roomWithin(context.room, 1, padding),
    inLandmark: context.inLandmark || isLandmark,
  }
  const content = context.printBlocks(children, inner)
  if (content === '') return ''
  const attributes = {
    id: id === undefined ? undefined : ids.give(blockTarget(id)),
    class: classes('aside', used.use('aside', style)),
    'aria-label': isLandmark ? name : undefined,
  }
  return tag(isLandmark ? 'aside' : 'div', attributes, `\n${content}\n`)
}

/** Its heading, or the label over it. */
function nameOf([first]: readonly Block[]): string {
  if (first?.kind === 'heading') return textOfInlines(first.children)
  return first?.kind === 'paragraph' && first.style === 'label' ? textOfInlines(first.children) : ''
}
