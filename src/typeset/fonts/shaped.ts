import type { RawGlyph } from './harfbuzz.js'

/** A glyph in its place in a word. Lengths are thousandths of an em. */
export interface Glyph {
  readonly id: number
  readonly advance: number
  /** From where the word's advances put it. */
  readonly x: number
  readonly y: number
  /** The characters that it stands for: several for a ligature, none for what another glyph of theirs stands for. */
  readonly text: string
}

/** A word taken apart into glyphs, from left to right. */
export interface Shaped {
  readonly glyphs: readonly Glyph[]
  /** Thousandths of an em. */
  readonly width: number
  /** Glyphs that take up room of their own: after each, letters that stand apart have their space. */
  readonly letters: number
  /** The texts of the glyphs, one after another, are the text. */
  readonly reads: boolean
}

/** Gives every glyph the characters that it stands for. */
export function shapedWord(
  raw: readonly RawGlyph[],
  text: string,
  rightToLeft: boolean,
  unitsPerEm: number,
): Shaped {
  const inOrder = rightToLeft ? raw.toReversed() : raw
  const clusters = clustersOf(inOrder, text)
  const scaled = (units: number) => (units * 1000) / unitsPerEm
  const glyphs = clusters.flatMap(({ members, text: said }) => {
    const texts = textsOf(said, members.length)
    return members.map(({ id, advance, x, y }, index) => ({
      ...{ id, advance: scaled(advance), x: scaled(x), y: scaled(y) },
      text: texts[index] ?? '',
    }))
  })
  return {
    glyphs: rightToLeft ? glyphs.reverse() : glyphs,
    width: glyphs.reduce((sum, { advance }) => sum + advance, 0),
    letters: glyphs.reduce((sum, { advance }) => sum + (advance === 0 ? 0 : 1), 0),
    reads: clusters.every(({ members }) => members.length === 1) && !(rightToLeft && glyphs.length > 1),
  }
}

interface Cluster {
  readonly members: RawGlyph[]
  text: string
}

/** Glyphs in logical order by the characters that they stand for together; characters of no glyph go with those before. */
function clustersOf(glyphs: readonly RawGlyph[], text: string): Cluster[] {
  const clusters: Cluster[] = []
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

/** A character that is set as letter and mark is told as such; of any other cluster the first glyph tells all. */
function textsOf(text: string, count: number): readonly string[] {
  if (count === 1) return [text]
  const parts = [...text.normalize('NFD')]
  return parts.length === count ? parts : [text]
}
