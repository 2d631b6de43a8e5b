import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { type Document, renderTemplate } from '../../../src/markup/index.js'
import { outlineTags, readStructure, typeset } from '../../../src/typeset/index.js'
import { editionOf, libraryOf, verbatim } from '../../support/edition.js'
import { seenLines } from '../seen-lines.js'
import { styleOf } from '../workspace.js'

const sources = ['Courier', 'Gazette'].map(id => ({ id, title: verbatim(id) }))
const quotes = {
  en: {
    text: verbatim('We will not sign before the review.'),
    speaker: verbatim('Ingrid Vasholm, minister of transport'),
    date: verbatim('12 September 2025'),
    context: verbatim('Interview with the Lirio Courier at the harbour'),
  },
  he: {
    text: verbatim('לא נחתום לפני הבדיקה.'),
    speaker: verbatim('אינגריד ואסהולם, שרת התחבורה'),
    date: verbatim('12 בספטמבר 2025'),
    context: verbatim('ריאיון לעיתון הנמל, ליד המעגן'),
  },
}
const CITE =
  '<blockquote><p>{{text}}</p><cite><strong>{{speaker}}</strong> · {{date}} · {{context}} · <source-ref to="Gazette" locator="para. 8" class="inline"></source-ref></cite></blockquote><p>All of it<source-ref to="Courier"></source-ref></p><source-list></source-list>'
const MASTHEAD =
  '<header><p class="kicker">{{speaker}} <span class="muted">|</span> {{date}}</p><h1>Signing</h1><p class="meta">{{join (list date context speaker) sep=" · "}}</p></header>'

function built(template: string, lang: 'en' | 'he', more: object = {}): Document {
  const findings = new Findings()
  const edition = editionOf({ template, data: { ...quotes[lang], ...more, sources } })
  const document = renderTemplate(edition, libraryOf(), findings.report)
  assert.equal(
    findings.all.map(({ message }) => message),
    [],
  )
  if (!document) throw new Error('nothing was built')
  return { ...document, lang }
}

const pageOf = (body: number) => ({
  width: body + 100,
  height: 800,
  margins: { left: 50, right: 50, top: 60, bottom: 60 },
})
const linesOf = (document: Document, body: number) =>
  seenLines(document, { page: pageOf(body) }).flatMap(lines => lines.map(({ text }) => text.trimEnd()))
const WIDTHS = Array.from({ length: 16 }, (_, index) => 90 + 25 * index)

for (const lang of ['en', 'he'] as const)
  for (const template of [CITE, MASTHEAD])
    test(`no line begins or ends with a mark between two texts: ${lang} ${template.slice(1, 7)}`, () => {
      const document = built(template, lang)
      const shown = new Set<number>()
      for (const body of WIDTHS) {
        const lines = linesOf(document, body)
        for (const line of lines) assert.not.match(line, /^\s*[·|]|[·|]\s*$/u, `${body}: ${lines.join('\n')}`)
        shown.add(lines.filter(line => / [·|] /.test(line)).length)
        assert.ok(lines.every(line => line !== ''))
      }
      assert.ok(shown.size > 1, 'marks within lines are shown')
    })

test('a line ends rather between two items than within one', () => {
  assert.equal(linesOf(built(CITE, 'en'), 345).slice(1, 3), [
    'Ingrid Vasholm, minister of transport · 12 September 2025',
    'Interview with the Lirio Courier at the harbour · source 1, para. 8',
  ])
})

test('a reference stands in one line if any line has room for it', () => {
  const document = built(CITE, 'en')
  for (const body of WIDTHS) {
    const lines = linesOf(document, body)
    assert.ok(
      lines.some(line => line.includes('source 1, para. 8')),
      `${body}: ${lines.join('\n')}`,
    )
  }
})

test('an author’s mark within a text is printed wherever lines end', () => {
  const document = built(CITE, 'en', { context: verbatim('Interview · Radio Lirio') })
  for (const body of WIDTHS) assert.match(linesOf(document, body).join(' '), 'Interview · Radio')
})

test('a template’s marks at the beginning and the end of a paragraph are not printed, but one alone is', () => {
  const document = built('<p> · one · <br>· two ·</p><p>·</p>', 'en')
  assert.equal(linesOf(document, 400).slice(0, 3), ['one', 'two', '·'])
})

test('what is read aloud has a space where a line ends in place of a mark', async () => {
  const findings = new Findings()
  const document = built(CITE, 'en')
  for (const [body, expected] of [
    [450, 'at the harbour · {Reference'],
    [170, 'at the harbour {Reference'],
  ] as const) {
    const style = styleOf({ page: pageOf(body) })
    const { pdf } = (await typeset(document, style, { read: () => undefined }, findings.report)) ?? {}
    if (!pdf) throw new Error('nothing was printed')
    assert.match(outlineTags(readStructure(pdf)), expected)
  }
})

test.run()
