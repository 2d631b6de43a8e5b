import type { CST } from 'yaml'
import type { Range } from '../../diagnostics/index.js'
import { alignBlock } from './align-block.js'
import { alignDoubleQuoted } from './align-double-quoted.js'
import { alignFolded } from './align-folded.js'
import { Aligner } from './aligner.js'
import type { YamlScalar } from './tree.js'

/**
 * The range in the file of characters `start` to `end` (UTF-16) of a scalar's value, through quotes, escapes, folding
 * and indentation. A value that cannot be aligned, since its YAML is damaged, gives the range of the whole scalar.
 */
export function rangeWithin(scalar: YamlScalar, start: number, end: number): Range {
  const { starts, ends } = align(scalar)
  if (starts.length === 0) return scalar.range
  const from = Math.max(0, Math.min(start, starts.length))
  const to = Math.max(from, Math.min(end, starts.length))
  const at = starts[from] ?? ends.at(-1) ?? scalar.range.end
  return { start: at, end: to > from ? (ends[to - 1] ?? at) : at }
}

/** Kept as long as the scalar itself, which is all that an alignment depends on. */
const alignments = new WeakMap<YamlScalar, Aligner>()

function align(scalar: YamlScalar): Aligner {
  const known = alignments.get(scalar)
  if (known) return known
  const attempt = new Aligner()
  if (scalar.token) alignToken(scalar.token, attempt)
  const aligner = attempt.value === scalar.text ? attempt : new Aligner()
  alignments.set(scalar, aligner)
  return aligner
}

function alignToken(token: CST.FlowScalar | CST.BlockScalar, aligner: Aligner): void {
  const { source, offset } = token
  if (token.type === 'block-scalar') alignBlock(token, aligner)
  else if (token.type === 'double-quoted-scalar') alignDoubleQuoted(source, offset, aligner)
  else if (token.type === 'single-quoted-scalar') alignFolded(source.slice(1, -1), offset + 1, aligner, true)
  else alignFolded(source, offset, aligner, false)
}
