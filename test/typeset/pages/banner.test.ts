import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { present } from '../../../src/diagnostics/index.js'
import { type Banner, bannersOf } from '../../../src/edition/index.js'
import { bannerPositions, bannerRows, bannerScale } from '../../../src/typeset/pages/banner.js'
import { markingsOf } from '../../support/markings.js'
import { document, p } from '../build-document.js'
import { readPdf } from '../read-pdf.js'
import { print } from '../workspace.js'

const all = markingsOf('tlp', 'uk', 'us')

/** Each marking on the page from the top: words, place of their beginning, size; and what is drawn of colours around them. */
async function printed(banners: readonly Banner[]) {
  const { printed } = await print(document([p('Words')], { banners }))
  const { pdf, text } = present(printed, 'print')
  const lines = present(text[0], 'page').filter(({ text }) => banners.some(each => each.text === text))
  return {
    lines: lines.map(({ text, x, y, size }) => `${text} at ${Math.round(x)},${Math.round(y)} in ${size}`),
    stream: readPdf(pdf).contents.join('\n'),
  }
}

const inked = (hex: string) =>
  [0, 2, 4].map(at => Math.round((Number.parseInt(hex.slice(at, at + 2), 16) / 255) * 1e4) / 1e4).join(' ')
const words = (stream: string, hex: string) => stream.split(`${inked(hex)} rg\n/F`).length - 1
const grounds = (stream: string, hex: string) =>
  stream.split(new RegExp(`\\n${inked(hex)} rg\\n[\\d. ]+ re\\nf\\n`)).length - 1

test('a marking of the UK stands in the middle, at the top and the bottom, in its colour on the page', async () => {
  const { lines, stream } = await printed(bannersOf(['SECRET – UK EYES ONLY'], markingsOf('uk')))
  assert.equal(lines, ['SECRET – UK EYES ONLY at 235,28 in 12', 'SECRET – UK EYES ONLY at 235,822 in 12'])
  assert.equal([words(stream, 'b00020'), grounds(stream, 'b00020')], [2, 0])
})

test('a marking of the US stands in the middle on the colour of its cover sheet', async () => {
  const colours = {
    UNCLASSIFIED: ['ffffff', '007a33'],
    CONFIDENTIAL: ['ffffff', '0033a0'],
    'SECRET//NOFORN': ['ffffff', 'c8102e'],
    'TOP SECRET//SI//ORCON/NOFORN': ['000000', 'ff8c00'],
  } as const
  for (const [label, [ink, ground]] of Object.entries(colours)) {
    const { lines, stream } = await printed(bannersOf([label], markingsOf('us')))
    assert.is(lines.length, 2, label)
    assert.is(grounds(stream, ground), 2, `${label} on its colour`)
    assert.ok(words(stream, ink) >= 2, `${label} in its ink`)
  }
})

test('markings of several schemes stand beside each other, each at its own side', async () => {
  const { lines } = await printed(bannersOf(['US:SECRET//NOFORN', 'UK:OFFICIAL', 'TLP:AMBER'], all))
  const xs = lines.map(line => Number(/at (\d+)/.exec(line)?.[1]))
  assert.is(lines.length, 6)
  assert.equal(
    lines
      .slice(0, 3)
      .map(line => line.split(' at ')[0])
      .sort(),
    ['OFFICIAL', 'TLP:AMBER', 'US SECRET//NOFORN'],
  )
  assert.ok(Math.max(...xs) > 400 && Math.min(...xs) < 250)
})

test('markings beside each other stand on one baseline, whether they have a ground or not', async () => {
  const { lines } = await printed(bannersOf(['UK:OFFICIAL', 'TLP:AMBER'], all))
  assert.equal([...new Set(lines.map(line => /,(\d+) in/.exec(line)?.[1]))], ['33', '816'])
})

test('a scheme may have its marking at one edge only', async () => {
  for (const [position, y] of [
    ['top', '28'],
    ['bottom', '822'],
  ] as const) {
    const [one] = bannersOf(['OFFICIAL'], markingsOf('uk'))
    const { lines } = await printed([{ ...present(one, 'banner'), position }])
    assert.is(lines.length, 1)
    assert.match(lines[0] ?? '', new RegExp(`,${y} in`))
  }
})

test('markings that would meet stand side by side', () => {
  const at = (...banners: [Banner['align'], number][]) =>
    bannerPositions(
      banners.map(([align, width]) => ({ align, width })),
      400,
    )
  assert.equal(at(['right', 100]), [300])
  assert.equal(at(['center', 100]), [150])
  assert.equal(at(['left', 100], ['center', 100], ['right', 100]), [0, 150, 300])
  assert.equal(at(['center', 100], ['center', 90]), [100, 210])
  assert.equal(at(['center', 250], ['right', 100]), [40, 300])
  assert.equal(at(['left', 150], ['center', 200]), [0, 160])
})

test('markings too wide for one line are made smaller as far as their schemes allow, and then take several lines', async () => {
  assert.is(bannerScale([100, 290], 400), 1)
  assert.ok(bannerScale([100, 300], 400) < 1)
  const long = 'TOP SECRET//SI/TK//FGI//FOUO/ORCON/IMCON/NOFORN/PROPIN/REL TO USA, FVEY/RELIDO/FISA//LIMDIS'
  const banners = bannersOf([`US:${long}`, 'TLP:RED'], all)
  const { printed } = await print(document([p('Words')], { banners }))
  const { text } = present(printed, 'print')
  const marked = present(text[0], 'page').filter(({ text }) => /TLP|SECRET|FISA/.test(text))
  const atTop = marked.filter(({ y }) => y < 400)
  assert.ok(atTop.length >= 3, marked.map(({ text }) => text).join('\n'))
  assert.equal([...new Set(marked.map(({ size }) => size))], [12])
  for (const line of marked) assert.ok(line.x > 40, line.text)
  assert.is(
    atTop
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, ''),
    `TLP:REDUS${long}`.replace(/\s/g, ''),
  )
})

test('markings stand in rows, beside each other as far as there is room', () => {
  const rows = (widths: readonly number[], room: number) =>
    bannerRows(
      widths.map(width => ({ width })),
      room,
    ).map(row => row.map(({ width }) => width))
  assert.equal(rows([], 100), [])
  assert.equal(rows([45, 45], 100), [[45, 45]])
  assert.equal(rows([45, 46], 100), [[45], [46]])
  assert.equal(rows([120, 30, 30], 100), [[120], [30, 30]])
})

test.run()
