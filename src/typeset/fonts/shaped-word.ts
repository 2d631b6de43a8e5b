import type { HarfBuzzGlyph } from './harfbuzz.js'

/** A glyph in its place in a word. Lengths are thousandths of an em. */
export interface Glyph {
  readonly id: number
  readonly advance: number
  /** From where the word's advances put it. */
  readonly x: number
  readonly y: number
  /** The characters that it stands for: several for a ligature, none where another glyph stands for them. */
  readonly text: string
}

/** A word taken apart into glyphs, from left to right. */
export interface ShapedWord {
  readonly glyphs: readonly Glyph[]
  /** Thousandths of an em. */
  readonly width: number
  /** Glyphs that take up room of their own: after each, letters that stand apart have their space. */
  readonly advancingGlyphs: number
}

/** Gives every glyph the characters that it stands for; `glyphOf` knows the glyph of a character by itself. */
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
      text: texts[index] ?? '',
    }))
  })
  return {
    glyphs: rightToLeft ? glyphs.reverse() : glyphs,
    width: glyphs.reduce((sum, { advance }) => sum + advance, 0),
    advancingGlyphs: glyphs.reduce((sum, { advance }) => sum + (advance === 0 ? 0 : 1), 0),
  }
}

/** Two words from left to right as one, the second `closer` by so many thousandths of an em, below zero if so. */
export function concatenateShaped(left: ShapedWord, right: ShapedWord, closer: number): ShapedWord {
  const last = left.glyphs.at(-1)
  const moved =
    last && closer !== 0
      ? [...left.glyphs.slice(0, -1), { ...last, advance: last.advance + closer }]
      : left.glyphs
  return {
    glyphs: [...moved, ...right.glyphs],
    width: left.width + right.width + closer,
    advancingGlyphs: left.advancingGlyphs + right.advancingGlyphs,
  }
}

interface ClusterContext {
  readonly rightToLeft: boolean
  readonly unitsPerEm: number
  readonly glyphOf: (codePoint: number) => number | undefined
}

interface GlyphCluster {
  readonly members: HarfBuzzGlyph[]
  text: string
}

/** Glyphs in logical order by the characters that they stand for together; characters of no glyph go with those before. */
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
 * Of several glyphs that stand together for their characters, each tells its own if it is the font's glyph for
 * that; else the widest tells them all and the others, such as the dots of an Arabic letter, nothing.
 */
function glyphTexts({ members, text }: GlyphCluster, glyphOf: ClusterContext['glyphOf']): readonly string[] {
  if (members.length === 1) return [text]
  const characters = new Map([...text].map(character => [glyphOf(character.codePointAt(0) ?? 0), character]))
  const own = members.flatMap(({ id }) => characters.get(id) ?? [])
  if (own.length === [...text].length && new Set(own).size === members.length) return own
  const widest = members.reduce((wide, member) => (member.advance > wide.advance ? member : wide))
  return members.map(member => (member === widest ? text : ''))
}
