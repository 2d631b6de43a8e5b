import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block, Document } from '../../src/markup/index.js'
import type { DocumentPage, PageItem } from '../../src/typeset/nodes/page.js'
import { mirrorPages } from '../../src/typeset/pages/mirror-pages.js'
import { banner } from '../support/markings.js'
import * as b from './build-document.js'
import { objectsWith, readPdf } from './read-pdf.js'
import { sampleDocument } from './sample.js'
import { seenLines } from './seen-lines.js'
import { print } from './workspace.js'

const { t, strong, link, p, h, ref } = b
const PAGE = 595.28
const MARGIN = 68
const hebrew = { lang: 'he' }

const spanIn = (lang: string, text: string) => ({
  ...({ kind: 'span', style: undefined, lang, place: b.nowhere } as const),
  children: [t(text)],
})
const quotationIn = (lang: string, text: string, said: string): Block =>
  ({ ...b.quotation(text, said), lang }) as Block

async function printed(document: Document) {
  const { printed, found } = await print(document)
  assert.equal(found, [])
  if (!printed) throw new Error('nothing was printed')
  return { text: printed.text, pdf: readPdf(printed.pdf) }
}

/** Left and right ends of the areas of links, in the order in which they are drawn. */
const linkAreas = (pdf: ReturnType<typeof readPdf>) =>
  objectsWith(pdf, '/Subtype /Link').map(link => {
    const [left = 0, , right = 0] = (/\/Rect \[([^\]]+)\]/.exec(link)?.[1] ?? '').split(' ').map(Number)
    return { left, right }
  })

const close = (one: number, other: number) => Math.abs(one - other) < 0.6

test('a document from right to left is the mirror image of one from left to right', async () => {
  // A language that, like Hebrew, is not hyphenated.
  const plain = await printed(sampleDocument({ lang: 'sw' }))
  const mirrored = await printed(sampleDocument(hebrew))
  assert.is(mirrored.text.length, plain.text.length)
  const at = (text: typeof plain.text) =>
    text.map(page => [...page].map(line => `${line.y} ${line.size} ${line.font}`).sort())
  assert.equal(at(mirrored.text), at(plain.text))
  assert.ok(objectsWith(mirrored.pdf, '/Direction /R2L').length === 1)
  assert.is(objectsWith(plain.pdf, '/Direction').length, 0)
})

test('what is drawn changes sides, and back again', () => {
  const page: DocumentPage = {
    pageSize: { width: 600, height: 800 },
    pageMargins: { left: 60, top: 60, right: 40, bottom: 60 },
    fill: 1,
    items: [
      { type: 'vector', item: { type: 'rect', x: 60, y: 1, w: 3, h: 20 } },
      { type: 'vector', item: { type: 'line', x1: 60, x2: 200, y1: 1, y2: 1 } },
      { type: 'vector', item: { type: 'ellipse', x: 70, y: 1, r1: 2, r2: 2 } },
      { type: 'image', item: { image: 'a', x: 100, y: 1, _width: 50, _height: 20 } },
    ] as PageItem[],
  }
  const [mirrored] = mirrorPages([page])
  assert.equal(
    mirrored?.items.map(({ item }) =>
      'x' in item && 'y' in item ? item.x : 'x1' in item && [item.x1, item.x2],
    ),
    [537, [540, 400], 530, 450],
  )
  assert.equal(mirrorPages(mirrored ? [mirrored] : []), [page])
})

test('lines begin at the right, and links over them cover their words one after another', async () => {
  const links = ['חוק הנמלים', 'דוח המבקר', 'Harbour Act'].map((text, index) =>
    link(text, `https://harbour.example/${index}`),
  )
  const [one, two, three] = links
  if (!one || !two || !three) throw new Error('there are three links')
  const { text, pdf } = await printed(b.document([p([one, t(', '), two, t(' '), three])], hebrew))
  const [line] = text[0] ?? []
  assert.is(line?.text, 'חוק הנמלים, דוח המבקר Harbour Act')
  const areas = linkAreas(pdf)
  assert.is(areas.length, 3)
  const [first, second, third] = areas
  assert.ok(close(first?.right ?? 0, PAGE - MARGIN))
  assert.ok(close(third?.left ?? 0, line?.x ?? 0))
  assert.ok((second?.right ?? 0) < (first?.left ?? 0) && (third?.right ?? 0) < (second?.left ?? 0))
  assert.ok((second?.left ?? 0) - (third?.right ?? 0) < 4)
})

test('a link over words from right to left covers them in a line from left to right', async () => {
  const { text, pdf } = await printed(
    b.document([
      p([t('Act: '), link('חוק הנמלים החדש', 'https://harbour.example'), t(' ('), strong('2021'), t(')')]),
    ]),
  )
  assert.is(text[0]?.[0]?.text, 'Act: חוק הנמלים החדש (2021)')
  const areas = linkAreas(pdf)
  assert.is(areas.length, 1)
  const alone = await printed(b.document([p([link('חוק הנמלים החדש', 'https://harbour.example')])]))
  const [here, there] = [areas[0], linkAreas(alone.pdf)[0]]
  assert.ok(close((here?.right ?? 0) - (here?.left ?? 0), (there?.right ?? 0) - (there?.left ?? 0)))
  assert.ok((here?.left ?? 0) > MARGIN + 15)
})

test('a quotation against the direction of the page stands at its other side, with those who said it', async () => {
  const { text } = await printed(
    b.document([
      quotationIn('he', 'ביקשנו שלוש עונות.', 'Ada Brenner'),
      quotationIn('fr', 'Trois saisons.', 'Ada Brenner'),
    ]),
  )
  const [said, by, french, byFrench] = text[0] ?? []
  assert.is(said?.text, 'ביקשנו שלוש עונות.')
  // At the end of the measure, 36 ems of 10.5 pt.
  assert.ok((said?.x ?? 0) > 300)
  assert.ok((by?.x ?? 0) > 300)
  assert.ok((french?.x ?? 500) < 100)
  assert.ok((byFrench?.x ?? 500) < 100)
})

test('lines of words in both directions are broken as they are read', async () => {
  const words = Array.from({ length: 60 }, (_, index) => (index % 7 === 3 ? `NATO ${index}` : `מילה${index}`))
  const { text } = await printed(b.document([p(words.join(' '))], hebrew))
  const lines = (text[0] ?? []).filter(line => line.text.includes('מילה'))
  assert.ok(lines.length > 4)
  assert.is(lines.map(line => line.text).join(' '), words.join(' '))
})

test('every line of a column from right to left begins at the same edge', async () => {
  const long = 'לוח הזמנים לחורף הונהג לשתי עונות ופועל כבר חמש, אמר דובר החברה. '.repeat(5)
  const { pdf } = await printed(b.document([p([link(long.trim(), 'https://harbour.example')])], hebrew))
  const areas = linkAreas(pdf)
  assert.ok(areas.length >= 4)
  for (const { right } of areas) assert.ok(close(right, PAGE - MARGIN), String(right))
})

test('a marking that the protocol wants at the right stays there', async () => {
  const { text } = await printed(b.document([p('שלום')], { ...hebrew, banners: banner('TLP:AMBER') }))
  for (const line of (text[0] ?? []).filter(({ text }) => text === 'TLP:AMBER')) assert.ok(line.x > 400)
})

test('page numbers, leaders and destinations are on the mirrored sides', async () => {
  const { text } = await printed(
    b.document([b.contents, h(2, 'רקע'), p([t('טקסט'), ref(1, 'a', true)])], hebrew),
  )
  const lines = text[0] ?? []
  const number = lines.find(line => line.text === '1')
  assert.ok(close(number?.x ?? 0, MARGIN))
  assert.ok((lines.find(line => line.text === 'רקע')?.x ?? 0) > 480)
})

test('letters that hang together are not set apart', async () => {
  const { pdf } = await printed(b.document([p('السياسة', 'kicker')], { lang: 'ar' }))
  const spaced = pdf.contents.join('\n').match(/[\d.]+ Tc/g) ?? []
  assert.equal(
    spaced.filter(tracking => Number.parseFloat(tracking) > 0),
    [],
  )
})

test('a name in an English sentence keeps its order with what cites it', async () => {
  const { text } = await printed(
    b.document([p([t('The minister, '), spanIn('he', 'דוד כהן'), ref(1, 'a', true), t(', resigned.')])]),
  )
  assert.is(text[0]?.[0]?.text, 'The minister, דוד כהן1, resigned.')
})

const seenIn = (lang: string, ...blocks: Block[]) => seenLines(b.document(blocks, { lang }))[0] ?? []
const reversed = (text: string) => [...text].reverse().join('')

test('numbers of lists and sources stand at the right of their text, the full stop at their left', () => {
  const nested = { ...b.list(['פנים', 'חוץ'], undefined, true) } as Extract<Block, { kind: 'list' }>
  const list = {
    ...nested,
    items: [
      [p('ראשון'), nested],
      [p('שני'), b.list(['תבליט'])],
    ],
  } as Block
  const lines = seenIn('he', list, b.sources(['a', 'דוח המבקר'], ['b', 'חוק הנמלים']))
  const numbers = lines.filter(({ text }) => /^\d+\.$/.test(text))
  assert.equal(
    numbers.map(({ seen }) => seen),
    ['.1', '.1', '.2', '.2', '.1', '.2'],
  )
  const markers = [...numbers, ...lines.filter(({ text }) => text === '•')]
  assert.is(markers.length, 7)
  for (const marker of markers) {
    const beside = lines.find(({ text, baseline }) => /\p{L}/u.test(text) && close(baseline, marker.baseline))
    assert.ok(beside && marker.left > beside.right, marker.text)
  }
  assert.is(seenIn('ar', b.list(['أ'], undefined, true)).find(({ text }) => text === '1.')?.seen, '.1')
})

test('an address stays in one piece from left to right wherever it is, and keeps its order over two lines', () => {
  const address = 'harbour.example/תקציב/2025'
  const shown = `harbour.example/${reversed('תקציב')}/2025`
  const words = [t('ראו '), link(address, `https://${address}`), t(' וגם')]
  const lines = seenIn(
    'he',
    p(words),
    b.list([words], undefined, true),
    b.table('grid', [1, 1], [], [['א', words]]),
    b.quotation('שלום', words),
    b.sources(['a', words]),
  ).filter(({ text }) => text.includes('example'))
  assert.is(lines.length, 5)
  for (const { seen } of lines)
    assert.ok(seen.includes(`${reversed('וגם')} ${shown} ${reversed('ראו')}`), seen)

  const long = `https://harbour.example/${'long-folder/'.repeat(7)}end.html`
  const [first, second] = seenIn('he', p(`מילה ${long} סוף`)).filter(({ text }) => text.includes('folder'))
  assert.match(first?.seen ?? '', new RegExp(`^https://harbour.example/long-.*[/-] ${reversed('מילה')}$`))
  assert.match(second?.seen ?? '', new RegExp(`^${reversed('סוף')} .*/end.html$`))
})

test('a running header keeps an address whole', () => {
  const running = {
    organisation: 'כתובת harbour.example/א/ב',
    audience: '',
    title: '',
    page_of: '{page}',
    notes: [],
  }
  const pages = seenLines(
    b.document(
      Array.from({ length: 80 }, () => p('שורה')),
      { ...hebrew, running },
    ),
  )
  const header = pages[1]?.find(({ text }) => text.includes('example'))
  assert.is(header?.seen, `harbour.example/א/ב ${reversed('כתובת')}`)
})

test.run()
