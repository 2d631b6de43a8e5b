import { inflateSync } from 'node:zlib'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import type { Block } from '../../../src/markup/index.js'
import { composePages } from '../../../src/typeset/compose-pages.js'
import { type DocumentStyle, outlineTags, readStructure } from '../../../src/typeset/index.js'
import type { DocumentPage } from '../../../src/typeset/nodes/page.js'
import { layOut, typeset } from '../../../src/typeset/typeset.js'
import * as b from '../build-document.js'
import { styleOf, themeNamed } from '../workspace.js'

const ASSETS = { read: () => undefined }
const BOTH = ['Draft', 'Embargoed until 7 October 2025']
const WORDS = 'The ferry leaves at nine and comes back at noon. '
const section = (page: 'landscape' | 'annex'): Block =>
  ({ ...(b.section([b.p(WORDS)]) as object), page }) as Block

/** A page with nothing on it but what stands across it. */
function overlayOn(
  [width, height]: readonly [number, number],
  overlay: readonly string[],
  lang = 'en',
): DocumentPage {
  const style = styleOf()
  const document = b.document([b.p('x')], { overlay, lang })
  const page = { pageSize: { width, height }, pageMargins: style.page.margins, items: [], fill: 0 }
  const [covered] = composePages(document, style, ASSETS).overlay.addTo([page])
  if (!covered) throw new Error('there is no page')
  return covered
}

const PAPERS = [
  [595.28, 841.89],
  [841.89, 595.28],
  [419.53, 595.28],
  [612, 1008],
  [792, 612],
] as const
const LONG = [...BOTH, 'Sous embargo jusqu’au mercredi 31 décembre 2025 à 18 heures, heure de Paris']

test('what stands across a page is inside of its body, as large as it can be, and no line over another', () => {
  for (const paper of PAPERS)
    for (const overlay of [['Draft'], BOTH, LONG, [LONG[2] ?? '']])
      for (const lang of ['en', 'ar']) {
        const { overlay: lines = [], pageMargins: margins } = overlayOn(paper, overlay, lang)
        assert.is(lines.length, overlay.length)
        const [width, height] = paper
        const downs: [number, number][] = []
        for (const { line, x, y, angle } of lines) {
          const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
          const size = line.words[0]?.fontSize ?? 0
          for (const [along, up] of [
            [0, 0],
            [line.width, 0],
            [0, size * 0.66],
            [line.width, size * 0.66],
          ] as const) {
            const corner = [x + along * cos - up * sin, y - along * sin - up * cos] as const
            assert.ok(corner[0] >= margins.left && corner[0] <= width - margins.right, `${paper} ${overlay}`)
            assert.ok(corner[1] >= margins.top && corner[1] <= height - margins.bottom, `${paper} ${overlay}`)
          }
          const down = x * sin + y * cos
          downs.push([down - size * 0.66, down])
        }
        downs.forEach(([top], index) => {
          assert.ok(index === 0 || top > (downs[index - 1]?.[1] ?? 0), 'one line is over another')
        })
        const extent = Math.max(...lines.map(({ line }) => line.width))
        assert.ok(
          extent > (overlay.length === 1 && overlay[0] === 'Draft' ? 0.2 : 0.5) * Math.min(width, height),
        )
      }
})

const covered = (more: Partial<DocumentStyle> = {}) => ({
  style: styleOf(more),
  document: b.document([b.p(WORDS), section('landscape'), section('annex')], { overlay: BOTH }),
})

test('each page has it, in capitals and as an artifact before all else that is drawn', async () => {
  const { style, document } = covered()
  const findings = new Findings()
  const pdf = (await typeset(document, style, ASSETS, findings.report))?.pdf
  assert.equal(findings.all, [])
  if (!pdf) throw new Error('nothing was printed')
  const tags = outlineTags(readStructure(pdf)).split('\n')
  const heads = tags.filter(line => line.startsWith('page '))
  assert.is(heads.length, 3)
  for (const line of heads) assert.match(line, /^page \d Watermark "Draft ?Embargoed until 7 October 2025"/)
  assert.not.match(tags.filter(line => !line.startsWith('page ')).join('\n'), /Draft|Embargoed/)
  assert.match(Buffer.from(pdf).toString('latin1'), 'pdfuaid:part')
  const streams = contentsOf(pdf)
  assert.is(streams.length, 3)
  for (const operators of streams)
    assert.match(/^\/\w+ .*BDC$/m.exec(operators)?.[0] ?? '', '/Subtype /Watermark')
})

/** The operators of pages. */
function contentsOf(pdf: Uint8Array): string[] {
  const file = Buffer.from(pdf)
  return [...file.toString('latin1').matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)]
    .map(match => {
      try {
        return inflateSync(file.subarray(match.index + match[0].length)).toString('latin1')
      } catch {
        return ''
      }
    })
    .filter(text => text.includes(' BDC'))
}

test('pages as data say it apart from the lines; a theme without overlay has none', () => {
  const pagesWith = (overlay: 'diagonal' | 'off') => {
    const { style, document } = covered({ theme: { ...themeNamed('default'), overlay } })
    const findings = new Findings()
    const data = layOut(document, style, ASSETS, findings.report)?.asData()
    assert.equal(findings.all, [])
    return data?.pages ?? []
  }
  const [on, off] = [pagesWith('diagonal'), pagesWith('off')]
  assert.equal(
    on.map(page => page.overlay),
    [1, 2, 3].map(() => BOTH),
  )
  assert.equal(
    off.map(page => page.overlay),
    [[], [], []],
  )
  assert.equal(
    on.map(({ lines }) => lines),
    off.map(({ lines }) => lines),
  )
})

test('a theme whose words could not be read on it is told so, once, where it would be needed', () => {
  const theme = themeNamed('default')
  const pale = { ...theme, colours: { ...theme.colours, muted: '#767676' } }
  const foundWith = (overlay: readonly string[], more: Partial<typeof theme> = {}) => {
    const findings = new Findings()
    layOut(
      b.document([b.p('x')], { overlay }),
      styleOf({ theme: { ...pale, ...more } }),
      ASSETS,
      findings.report,
    )
    return findings.all.map(({ code }) => code)
  }
  assert.equal(foundWith(BOTH), ['overlay-not-shown'])
  assert.equal([foundWith([]), foundWith(BOTH, { overlay: 'off' })], [[], []])
})

test.run()
