import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Face } from '../../../src/typeset/fonts/face.js'
import { readSfntTables, type SfntTables } from '../../../src/typeset/fonts/sfnt.js'
import { subsetTrueType } from '../../../src/typeset/fonts/subset-truetype.js'
import { FontSubsetter } from '../../../src/typeset/fonts/subsetter.js'

const FOLDER = new URL('../../../fonts/', import.meta.url)
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ttf'))
const bytesOf = (file: string) => readFileSync(new URL(file, FOLDER))

/** A font file as what shows glyphs reads it. */
class Program {
  readonly #tables: SfntTables

  constructor(bytes: Uint8Array) {
    const tables = readSfntTables(bytes)
    if (typeof tables === 'string') throw new Error(tables)
    this.#tables = tables
  }

  get tags(): string[] {
    return [...this.#tables.keys()]
  }

  table(tag: string): DataView {
    const table = this.#tables.get(tag)
    if (!table) throw new Error(`no ${tag}`)
    return table
  }

  get count(): number {
    return this.table('maxp').getUint16(4)
  }

  /** In hexadecimal, without the zeros that may fill it up. */
  outline(glyph: number): string {
    const [glyf, loca] = [this.table('glyf'), this.table('loca')]
    const isLong = this.table('head').getInt16(50) === 1
    const offset = (index: number) => (isLong ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2)
    const [start, end] = [offset(glyph), offset(glyph + 1)]
    const bytes = Buffer.from(glyf.buffer as ArrayBuffer, glyf.byteOffset + start, end - start)
    return bytes.toString('hex').replace(/(?:00)+$/, '')
  }

  advance(glyph: number): number {
    const full = this.table('hhea').getUint16(34)
    return this.table('hmtx').getUint16(Math.min(glyph, full - 1) * 4)
  }
}

const tablesOf = (bytes: Uint8Array) => readSfntTables(bytes) as SfntTables
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

for (const file of FILES)
  test(`cuts ${file} to the outlines and advances that HarfBuzz cuts it to`, () => {
    const bytes = bytesOf(file)
    const { count } = new Program(bytes)
    const harfBuzz = new FontSubsetter(bytes)
    for (const glyphs of [upTo(90).map(index => (index * 37) % count), upTo(count), [0, 3]]) {
      const ours = new Program(subsetTrueType(tablesOf(bytes), glyphs))
      const theirs = new Program(harfBuzz.subset(glyphs) ?? new Uint8Array())
      assert.is(ours.count, theirs.count)
      const differ = upTo(ours.count).filter(
        glyph =>
          ours.outline(glyph) !== theirs.outline(glyph) || ours.advance(glyph) !== theirs.advance(glyph),
      )
      assert.equal(differ, [])
    }
  })

test('keeps the parts that a composite glyph is made of', () => {
  const bytes = bytesOf('noto-sans/NotoSans-Regular.ttf')
  const whole = new Program(bytes)
  const composite = upTo(whole.count).find(glyph => whole.outline(glyph).startsWith('ffff')) ?? 0
  const part = Number.parseInt(whole.outline(composite).slice(24, 28), 16)
  const cut = new Program(subsetTrueType(tablesOf(bytes), [composite]))
  const kept = upTo(cut.count).filter(glyph => cut.outline(glyph) !== '')
  assert.equal(new Set(kept), new Set([part, composite]))
})

test('writes only what a document needs, with checksums that add up', () => {
  const bytes = subsetTrueType(tablesOf(bytesOf('source-sans-3/SourceSans3-Bold.ttf')), [5, 9])
  assert.equal(new Program(bytes).tags, ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'])
  const view = new DataView(bytes.buffer)
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  assert.is(sum, 0xb1b0afba)
})

test('leaves a font whose tables contradict each other to HarfBuzz', () => {
  const bytes = Uint8Array.from(bytesOf('source-serif-4/SourceSerif4-Regular.ttf'))
  const loca = tablesOf(bytes).get('loca')
  if (!loca) throw new Error('no loca')
  const isLong = tablesOf(bytes).get('head')?.getInt16(50) === 1
  if (isLong) loca.setUint32(4 * 6, 0xffffffff)
  else loca.setUint16(2 * 6, 0xffff)
  assert.throws(
    () => subsetTrueType(tablesOf(bytes), [5]),
    (error: unknown) => error instanceof RangeError,
  )
  const face = Face.open(bytes)
  if (typeof face === 'string') throw new Error(face)
  const cut = new Program(face.subset([0, 9]))
  assert.is(cut.outline(9), new Program(new FontSubsetter(bytes).subset([0, 9]) ?? bytes).outline(9))
})

test.run()
