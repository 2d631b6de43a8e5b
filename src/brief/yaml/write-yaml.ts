import { Document, isMap, isScalar, isSeq, type Node } from 'yaml'

/** A comment in a YAML document: in lines of its own above a key or an item, or beside a value. */
export interface YamlComment {
  /** Keys and item numbers that lead to the value. */
  readonly path: readonly (string | number)[]
  readonly text: string
  readonly position: 'above' | 'beside'
}

/**
 * Writes data as YAML that a person will go on with: long texts folded, an empty line before each part at the top, and
 * comments where they belong.
 */
export function writeYaml(
  data: Readonly<Record<string, unknown>>,
  comments: readonly YamlComment[],
  head: string,
): string {
  const document = new Document(data, { aliasDuplicateObjects: false })
  document.commentBefore = asComment(head)
  fold(document.contents)
  for (const { path, text, position } of comments) {
    const node = position === 'beside' ? document.getIn(path, true) : headOf(document, path)
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) continue
    if (position === 'beside') node.comment = asComment(text)
    else node.commentBefore = [node.commentBefore, asComment(text)].filter(Boolean).join('\n')
  }
  if (isMap(document.contents))
    for (const { key, value } of document.contents.items.slice(1))
      if (isScalar(key) && (isMap(value) || isSeq(value) || isFolded(value) || key.commentBefore))
        key.spaceBefore = true
  return document.toString({ lineWidth: LINE_WIDTH, commentString: commentLines })
}

/** Characters. */
const LINE_WIDTH = 110

/** What a comment above a value is tied to: the key of a mapping, or the item of a list itself. */
function headOf(document: Document, path: readonly (string | number)[]): unknown {
  const last = path.at(-1)
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (isMap(parent)) return parent.items.find(({ key }) => isScalar(key) && key.value === last)?.key
  return document.getIn(path, true)
}

function asComment(text: string): string {
  return text.replace(/^(?=.)/gm, ' ')
}

/** A blank line in a comment stays blank: it parts two comments. */
function commentLines(text: string): string {
  return text.replace(/^(?!$)/gm, '#')
}

function fold(node: Node | null | unknown): void {
  if (isMap(node)) for (const { value } of node.items) fold(value)
  else if (isSeq(node)) for (const item of node.items) fold(item)
  else if (
    isScalar(node) &&
    typeof node.value === 'string' &&
    node.value.length > LONGEST_IN_LINE &&
    !/^\s|\s$/.test(node.value)
  )
    node.type = node.value.includes('\n') ? 'BLOCK_LITERAL' : 'BLOCK_FOLDED'
}

/** Characters of a text that stays beside its key. */
const LONGEST_IN_LINE = 90

function isFolded(node: unknown): boolean {
  return isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL')
}
