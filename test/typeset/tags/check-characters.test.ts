import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SourceFile } from '../../../src/diagnostics/index.js'
import type { Block } from '../../../src/markup/index.js'
import { Face } from '../../../src/typeset/fonts/face.js'
import { tinyTtf } from '../../support/tiny-ttf.js'
import { document, p } from '../build-document.js'
import { fonts, print, themeNamed } from '../workspace.js'

const PRIVATE = ['\uE000', '\u{F0001}'] as const
const face = Face.open(tinyTtf({ characters: ` ab${PRIVATE.join('')}`, blank: ' ' }))
if (typeof face === 'string') throw new Error(face)
const house = new Map([...fonts, ['House', { normal: face, italics: face, bold: face, bolditalics: face }]])
const theme = themeNamed('default')
const style = { fonts: house, theme: { ...theme, families: { ...theme.families, fallback: ['House'] } } }

const file = new SourceFile(
  'briefs/a.yaml',
  `title: x\nissue: a ${PRIVATE[0]} and ${PRIVATE[0]} b ${PRIVATE[1]}\n`,
)
const placed = (line: number): Block => {
  const text = file.text.split('\n')[line]?.replace(/^\w+: /, '') ?? ''
  const start = file.text.indexOf(text)
  const place = { file, range: { start, end: start + text.length } }
  return { kind: 'paragraph', style: undefined, place, children: [{ kind: 'text', text, place }] }
}

test('a character that no reader can say is a finding at its place, and then nothing is claimed', async () => {
  const { printed, all, found } = await print(document([placed(1)]), style)
  assert.equal(found, ['not-accessible', 'not-accessible'])
  assert.equal(
    all.map(({ place }) => file.text.slice(place.range.start, place.range.end)),
    [...PRIVATE],
  )
  assert.equal(
    all.map(({ place }) => file.position(place.range.start).column),
    [10, 20],
  )
  assert.not.match(Buffer.from(printed?.pdf ?? []).toString(), 'pdfuaid:part')
})

test('a character in the running head is found at the document', async () => {
  const running = {
    organisation: `a ${PRIVATE[0]}`,
    audience: '',
    title: '',
    page_of: '{page} {pages}',
    notes: [],
  }
  const long = Array.from({ length: 90 }, () => p('ab ab'))
  const { printed, found } = await print(document(long, { running }), style)
  assert.equal(
    found.includes('not-accessible'),
    !/pdfuaid:part/.test(Buffer.from(printed?.pdf ?? []).toString()),
  )
  assert.equal(found, ['not-accessible'])
})

test('words that readers can say are no finding', async () => {
  const { printed, found } = await print(document([p('a ﬁ ü 漢'.slice(0, 5))]), style)
  assert.equal(found, [])
  assert.match(Buffer.from(printed?.pdf ?? []).toString(), 'pdfuaid:part')
})

test.run()
