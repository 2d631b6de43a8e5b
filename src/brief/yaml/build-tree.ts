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
import type { Range, Report, SourceFile } from '../../diagnostics/index.js'
import { shorten } from '../shorten.js'
import { AliasBudget } from './alias-budget.js'
import type { YamlEntry, YamlNode, YamlScalar } from './tree.js'

const CORE_TAGS = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map(name => `tag:yaml.org,2002:${name}`),
)

interface TreeContext {
  readonly file: SourceFile
  readonly report: Report
  readonly aliases: AliasBudget
}

/** Turns the library's nodes into a tree without aliases, and reports what a brief cannot make use of. */
export function buildTree(root: Node, file: SourceFile, report: Report): YamlNode {
  return build(root, { file, report, aliases: new AliasBudget(report) })
}

function build(node: unknown, building: TreeContext): YamlNode {
  const { file, aliases } = building
  if (isAlias(node)) {
    const range = rangeOf(node, file)
    return aliases.resolve(node.source, { file, range }) ?? { kind: 'unread', range }
  }
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return { kind: 'unread', range: { start: 0, end: 0 } }

  checkTag(node, building)
  aliases.open(node.anchor)
  const range = rangeOf(node, file)
  if (isScalar(node)) {
    const scalar = buildScalar(node, range)
    aliases.close(scalar, [], node.anchor)
    return scalar
  }
  if (isSeq(node)) {
    const items = node.items.map(item => build(item, building))
    const list: YamlNode = { kind: 'list', range, items }
    aliases.close(list, items, node.anchor)
    return list
  }
  const entries = buildEntries(node.items, building)
  const mapping: YamlNode = { kind: 'mapping', range, entries }
  aliases.close(
    mapping,
    entries.map(entry => entry.value),
    node.anchor,
  )
  return mapping
}

function buildScalar(node: Scalar, range: Range): YamlScalar {
  const { value, source, srcToken } = node
  const known = typeof value === 'number' || typeof value === 'boolean' || value === null
  const text = source ?? ''
  return { kind: 'scalar', range, text, value: known ? value : text, token: srcToken as YamlScalar['token'] }
}

function buildEntries(pairs: readonly Pair[], building: TreeContext): YamlEntry[] {
  const { file, report } = building
  const entries = new Map<string, YamlEntry>()
  for (const pair of pairs) {
    const key = build(pair.key, building)
    const value = pair.value === null ? nothing(key.range) : build(pair.value, building)
    const place = { file, range: key.range }
    if (key.kind === 'unread') continue
    if (key.kind !== 'scalar') {
      report('unknown-key', place, `a key must be a word, not a ${key.kind}`)
      continue
    }
    const first = entries.get(key.text)
    if (key.text === '<<' && key.token?.type === 'scalar') {
      report('yaml-merge-key', place, 'merge keys (`<<`) are not part of YAML 1.2', 'repeat the fields')
    } else if (first) {
      const { line } = file.position(first.key.range.start)
      const hint = `remove one of the two; the first stands in line ${line}`
      report('yaml-duplicate-key', place, `\`${shorten(key.text)}\` stands twice in one mapping`, hint)
    } else entries.set(key.text, { key, value })
  }
  return [...entries.values()]
}

function checkTag(node: Node & { tag?: string }, { file, report }: TreeContext): void {
  if (node.tag === undefined || node.tag === '!' || CORE_TAGS.has(node.tag)) return
  const tag = node.tag.replace('tag:yaml.org,2002:', '!!')
  const written = file.text.lastIndexOf(tag, rangeOf(node, file).start)
  const range = written === -1 ? rangeOf(node, file) : { start: written, end: written + tag.length }
  report('yaml-tag', { file, range }, `\`${shorten(tag)}\` is not a tag of YAML 1.2`, 'leave it out')
}

/** The value without the white space that the library counts to a block. */
function rangeOf(node: { range?: NodeRange | null }, { text }: SourceFile): Range {
  const [start, end] = node.range ?? [0, 0]
  let trimmed = Math.min(end, text.length)
  while (trimmed > start && /\s/.test(text.charAt(trimmed - 1))) trimmed -= 1
  return { start, end: trimmed }
}

function nothing(range: Range): YamlScalar {
  return { kind: 'scalar', range, text: '', value: null, token: undefined }
}
