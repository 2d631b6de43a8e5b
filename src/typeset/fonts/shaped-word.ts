import { present } from '../../diagnostics/index.js'
import type { HarfBuzzGlyph } from './harfbuzz.js'

/** A glyph in its place in a word. Lengths are thousandths of an em. */
export interface Glyph {
  readonly id: number
  readonly advance: number
  /** Offset from where the advances of the glyphs before put it. */
  readonly x: number
  readonly y: number
  /** The characters that it represents: several for a ligature, none where another glyph represents them. */
  readonly text: string
}

/** The glyphs of a word, from left to right. */
export interface ShapedWord {
  readonly glyphs: readonly Glyph[]
  /** Thousandths of an em. */
  readonly width: number
  /** The number of glyphs that have an advance: each is followed by the space between letters, if there is one. */
  readonly advancingGlyphs: number
  /** The word without the spaces at its end; undefined where there are none. */
  readonly bare?: ShapedWord
  /** How it is written, once it was: kept here for as long as the word is. */
  encoding: WordEncoding | undefined
}

/** How a word is written in a file, as far as it is the same in all files. */
export interface WordEncoding {
  /** For each glyph, the number that it has with its text among those of its face. */
  readonly numbers: readonly number[]
  /** How the word is shown by the codes that its glyphs have in every document; undefined if a glyph is off the baseline. */
  readonly operand: WordOperand | undefined
}

/** A word in the array operand of `TJ` (ISO 32000-1, 9.4.3). Lengths are thousandths of an em. */
export interface WordOperand {
  /** From where the word begins to its first glyph. */
  readonly x: number
  /** From its first glyph on: codes, with moves to the left between parentheses that are turned outwards. */
  readonly codes: string
  /** By how much codes and moves advance to the right. */
  readonly width: number
}

/** Gives every glyph the characters that it represents. */
export function shapedWord(
  raw: readonly HarfBuzzGlyph[],
  text: string,
  { rightToLeft, unitsPerEm, glyphOf }: ClusterContext,
): ShapedWord {
  const clusters = glyphClusters(rightToLeft ? raw.toReversed() : raw, text)
  const scaled = (units: number) => (units * 1000) / unitsPerEm
  const glyphs = clusters.flatMap(cluster => {
    const texts = glyphTexts(cluster, glyphOf)
    return cluster.members.map(({ id, advance, x, y }, index) => ({
      ...{ id, advance: scaled(advance), x: scaled(x), y: scaled(y) },
      text: present(texts[index], 'text of a glyph'),
    }))
  })
  return {
    glyphs: rightToLeft ? glyphs.reverse() : glyphs,
    width: glyphs.reduce((sum, { advance }) => sum + advance, 0),
    advancingGlyphs: glyphs.reduce((sum, { advance }) => sum + (advance === 0 ? 0 : 1), 0),
    encoding: undefined,
  }
}

/** Two words from left to right as one, with `kerning` between them: thousandths of an em, below zero if kerning. */
export function concatenateShaped(left: ShapedWord, right: ShapedWord, kerning: number): ShapedWord {
  const last = left.glyphs.at(-1)
  const moved =
    last && kerning !== 0
      ? [...left.glyphs.slice(0, -1), { ...last, advance: last.advance + kerning }]
      : left.glyphs
  return {
    glyphs: [...moved, ...right.glyphs],
    width: left.width + right.width + kerning,
    advancingGlyphs: left.advancingGlyphs + right.advancingGlyphs,
    encoding: undefined,
  }
}

interface ClusterContext {
  readonly rightToLeft: boolean
  readonly unitsPerEm: number
  /** The glyph of a character by itself. */
  readonly glyphOf: (codePoint: number) => number | undefined
}

interface GlyphCluster {
  readonly members: HarfBuzzGlyph[]
  text: string
}

/** Glyphs in logical order by the characters that they represent together; characters without a glyph join those before. */
function glyphClusters(glyphs: readonly HarfBuzzGlyph[], text: string): GlyphCluster[] {
  const clusters: GlyphCluster[] = []
  let start = 0
  for (const glyph of glyphs) {
    const last = clusters.at(-1)
    if (last?.members[0]?.cluster === glyph.cluster) last.members.push(glyph)
    else {
      if (last) last.text = text.slice(start, glyph.cluster)
      start = last ? glyph.cluster : 0
      clusters.push({ members: [glyph], text: '' })
    }
  }
  const last = clusters.at(-1)
  if (last) last.text = text.slice(start)
  return clusters
}

/**
 * The text of each of several glyphs that represent their characters together: its own character if it is the font's glyph
 * for that; else the widest has the whole text and the others, such as the dots of an Arabic letter, none.
 */
function glyphTexts({ members, text }: GlyphCluster, glyphOf: ClusterContext['glyphOf']): readonly string[] {
  if (members.length === 1) return [text]
  const characters = new Map(
    [...text].map(character => [glyphOf(present(character.codePointAt(0), 'code point')), character]),
  )
  const own = members.flatMap(({ id }) => characters.get(id) ?? [])
  if (own.length === [...text].length && new Set(own).size === members.length) return own
  const widest = members.reduce((wide, member) => (member.advance > wide.advance ? member : wide))
  return members.map(member => (member === widest ? text : ''))
}
