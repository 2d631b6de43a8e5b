import { Document, isMap, isScalar, isSeq } from 'yaml'

/** A comment in a YAML document: on lines of its own above a key or an item, or beside a value. */
export interface YamlComment {
  /** Keys and item numbers that lead to the value. */
  readonly path: readonly (string | number)[]
  readonly text: string
  readonly position: 'above' | 'beside'
}

/**
 * Writes data as YAML that a person will edit: long texts are folded, an empty line precedes each top-level list,
 * mapping or long text, and comments are where they belong.
 */
export function writeYaml(
  data: Readonly<Record<string, unknown>>,
  comments: readonly YamlComment[],
  head: string,
): string {
  const document = new Document(data, { aliasDuplicateObjects: false })
  document.commentBefore = asComment(head)
  foldLongTexts(document.contents)
  for (const { path, text, position } of comments) {
    const node = position === 'beside' ? document.getIn(path, true) : commentTarget(document, path)
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

/** In characters. */
const LINE_WIDTH = 110

/** The node that a comment above a value is attached to: the key of a mapping, or the item of a list itself. */
function commentTarget(document: Document, path: readonly (string | number)[]): unknown {
  const last = path.at(-1)
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (isMap(parent)) return parent.items.find(({ key }) => isScalar(key) && key.value === last)?.key
  return document.getIn(path, true)
}

function asComment(text: string): string {
  return text.replace(/^(?=.)/gm, ' ')
}

/** A blank line in a comment stays blank: it separates two comments. */
function commentLines(text: string): string {
  return text.replace(/^(?!$)/gm, '#')
}

function foldLongTexts(node: unknown): void {
  if (isMap(node)) for (const { value } of node.items) foldLongTexts(value)
  else if (isSeq(node)) for (const item of node.items) foldLongTexts(item)
  else if (
    isScalar(node) &&
    typeof node.value === 'string' &&
    node.value.length > MAX_INLINE_LENGTH &&
    !/^\s|\s$/.test(node.value)
  )
    node.type = node.value.includes('\n') ? 'BLOCK_LITERAL' : 'BLOCK_FOLDED'
}

/** Characters; a longer text goes on the lines below its key. */
const MAX_INLINE_LENGTH = 90

function isFolded(node: unknown): boolean {
  return isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL')
}
