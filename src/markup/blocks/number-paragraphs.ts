import type { Block, Section } from './blocks.js'

/**
 * Numbers the paragraphs of sections of the class `numbered`, and of the sections in them, through the document, as laws and
 * submissions have it, so that each can be referred to. Paragraphs of a class, such as notes, have no number.
 */
export function numberParagraphs(blocks: readonly Block[]): Block[] {
  let next = 1
  const numbered = (block: Block): Block => {
    switch (block.kind) {
      case 'paragraph':
        return block.style === undefined ? { ...block, number: next++ } : block
      case 'list':
      case 'definitions':
      case 'quotation':
        return { ...block, underNumber: true }
      case 'section':
        return isPlain(block) ? { ...block, children: block.children.map(numbered) } : outside(block)
      default:
        return block
    }
  }
  const outside = (block: Block): Block => {
    if (block.kind !== 'section') return block
    if (block.style !== 'numbered') return { ...block, children: block.children.map(outside) }
    next = block.start ?? next
    return { ...block, children: block.children.map(numbered) }
  }
  return hasNumbers(blocks) ? blocks.map(outside) : [...blocks]
}

/** Of a section within one whose paragraphs are numbered: whether its own are numbered with them. */
const isPlain = ({ style }: Section): boolean => style === undefined

const hasNumbers = (blocks: readonly Block[]): boolean =>
  blocks.some(block => block.kind === 'section' && (block.style === 'numbered' || hasNumbers(block.children)))
