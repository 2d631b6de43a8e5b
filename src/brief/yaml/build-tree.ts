import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Range as NodeRange,
  type Pair,
  type Scalar,
} from 'yaml'
import { type Range, type Report, type SourceFile, shorten } from '../../diagnostics/index.js'
import { AliasBudget } from './alias-budget.js'
import { quoteHint } from './quote-hint.js'
import type { YamlEntry, YamlNode, YamlScalar } from './tree.js'

const CORE_TAGS = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map(name => `tag:yaml.org,2002:${name}`),
)

interface TreeContext {
  readonly file: SourceFile
  readonly report: Report
  readonly aliases: AliasBudget
}

/** Converts the library's nodes to a tree without aliases, and reports what a brief cannot use. */
export function buildTree(root: Node, file: SourceFile, report: Report): YamlNode {
  const aliases = new AliasBudget(report)
  const tree = build(root, { file, report, aliases })
  for (const { name, node } of aliases.unusedTexts()) reportUnusedAnchor(name, node, file, report)
  return tree
}

/** `&co and us` is the text `and us` with an anchor. */
function reportUnusedAnchor(name: string, { range }: YamlNode, file: SourceFile, report: Report): void {
  const start = file.text.lastIndexOf(`&${name}`, range.start)
  if (start === -1) return
  report(
    'yaml-anchor',
    { file, range: { start, end: start + name.length + 1 } },
    `\`&${shorten(name)}\` is an anchor to YAML, which nothing names, and not a part of the text`,
    quoteHint(file.text.slice(start, range.end)),
  )
}

function build(node: unknown, context: TreeContext): YamlNode {
  const { file, aliases } = context
  if (isAlias(node)) {
    const range = nodeRange(node, file)
    return aliases.resolve(node.source, { file, range }) ?? { kind: 'unread', range }
  }
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return { kind: 'unread', range: { start: 0, end: 0 } }

  const isSound = checkTag(node, context)
  if (!isSound && isScalar(node) && node.source === '')
    return { kind: 'unread', range: nodeRange(node, file) }
  aliases.open(node.anchor)
  const range = nodeRange(node, file)
  if (isScalar(node)) {
    const scalar = buildScalar(node, range)
    aliases.close(scalar, [], node.anchor)
    return scalar
  }
  if (isSeq(node)) {
    const items = node.items.map(item => build(item, context))
    const list: YamlNode = { kind: 'list', range, flow: node.flow === true, items }
    aliases.close(list, items, node.anchor)
    return list
  }
  const entries = buildEntries(node.items, context)
  const mapping: YamlNode = { kind: 'mapping', range, flow: node.flow === true, entries }
  aliases.close(
    mapping,
    entries.map(entry => entry.value),
    node.anchor,
  )
  return mapping
}

function buildScalar(node: Scalar, range: Range): YamlScalar {
  const { value, source, srcToken } = node
  const isConverted = typeof value === 'number' || typeof value === 'boolean' || value === null
  const text = source ?? ''
  return {
    kind: 'scalar',
    range,
    text,
    value: isConverted ? value : text,
    token: srcToken as YamlScalar['token'],
  }
}

function buildEntries(pairs: readonly Pair[], context: TreeContext): YamlEntry[] {
  const { file, report } = context
  const entries = new Map<string, YamlEntry>()
  for (const pair of pairs) {
    const key = build(pair.key, context)
    const value = pair.value === null ? emptyScalar(key.range) : build(pair.value, context)
    const place = { file, range: key.range }
    if (key.kind === 'unread') continue
    if (key.kind !== 'scalar') {
      // `{{recipient.name}}` without quotation marks: what is asked for here is said of the whole.
      if (!file.text.startsWith('{{', key.range.start - 1))
        report('unknown-key', place, `a key must be a word, not a ${key.kind}`)
      continue
    }
    const first = entries.get(key.text)
    if (key.text === '<<' && key.token?.type === 'scalar') {
      report('yaml-merge-key', place, 'merge keys (`<<`) are not part of YAML 1.2', 'repeat the fields')
    } else if (first) {
      const { line } = file.position(first.key.range.start)
      const hint = `remove one of the two; the first is in line ${line}`
      report('yaml-duplicate-key', place, `\`${shorten(key.text)}\` appears twice in one mapping`, hint)
    } else entries.set(key.text, { key, value, bare: pair.value === null })
  }
  return [...entries.values()]
}

/** Whether a node has no tag, or one that YAML knows and that says something. */
function checkTag(node: Node & { tag?: string }, { file, report }: TreeContext): boolean {
  if (node.tag === undefined || CORE_TAGS.has(node.tag)) return true
  const tag = node.tag.replace('tag:yaml.org,2002:', '!!')
  const { start, end } = nodeRange(node, file)
  const written = file.text.lastIndexOf(tag, start)
  const range = written === -1 ? { start, end } : { start: written, end: written + tag.length }
  const isText = isScalar(node) && node.type === 'PLAIN'
  const hint = isText
    ? `${quoteHint(file.text.slice(range.start, end))}, or leave \`${shorten(tag)}\` out`
    : 'leave it out'
  report('yaml-tag', { file, range }, `\`${shorten(tag)}\` is not a tag of YAML 1.2`, hint)
  return false
}

/** The range without the white space that the library includes in a block. */
function nodeRange(node: { range?: NodeRange | null }, { text }: SourceFile): Range {
  const [start, end] = node.range ?? [0, 0]
  let trimmed = Math.min(end, text.length)
  while (trimmed > start && /\s/.test(text.charAt(trimmed - 1))) trimmed -= 1
  return { start, end: trimmed }
}

function emptyScalar(range: Range): YamlScalar {
  return { kind: 'scalar', range, text: '', value: null, token: undefined }
}
