import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../src/diagnostics/index.js'
import type { Document } from '../../src/markup/index.js'
import { layOut, outlineTags, printFile, readStructure } from '../../src/typeset/index.js'
import { isReadElement, type ReadElement } from '../../src/typeset/outline/read-structure.js'
import { contents, document, h, link, masthead, p, section, t } from './build-document.js'
import { objectsWith, readPdf } from './read-pdf.js'
import { print, styleOf } from './workspace.js'

const LONG = 'The council voted a subsidy for two seasons and has paid it for five of them. '.repeat(60)
const part = (title: string, lang: string): Document => ({
  ...document([
    masthead(h(1, title)),
    contents,
    section([h(2, `Facts of ${title}`), p([t('See the '), link('sources', '#sources'), t('. '), t(LONG)])]),
    section([h(2, 'Sources'), h(3, 'Of others'), p(LONG)]),
  ]),
  title,
  lang,
})
const PARTS = [part('Boats', 'en'), part('Barcos', 'es'), part('Boote', 'de')]

async function printTogether(documents: readonly Document[]) {
  const { all, report } = new Findings()
  const style = styleOf({})
  const laidOut = documents.flatMap(each => layOut(each, style, { read: () => undefined }, report) ?? [])
  const lengths = laidOut.map(({ fills }) => fills.length)
  const pagesOf = (list: readonly number[]) => list.reduce((sum, length) => sum + length, 0)
  const total = pagesOf(lengths)
  const parts = laidOut.map((each, index) => {
    const before = pagesOf(lengths.slice(0, index))
    const { lang = 'en', title = '' } = documents[index] ?? {}
    const within = { lang, prefix: `${index + 1}:`, start: `part-${index + 1}`, bookmark: title }
    return { ...each.partOfFile({ before, total }, report), within }
  })
  const whole = { ...document([]), title: 'All of it', lang: 'en' }
  const pdf = await printFile(parts, { document: whole, created: style.created }, report)
  assert.ok(pdf)
  return { all, pdf, lengths, total }
}

/** Where the links of an element lead to. */
const goalsIn = (element: ReadElement): string[] =>
  element.kids.flatMap(kid => (isReadElement(kid) ? goalsIn(kid) : 'goal' in kid ? [kid.goal] : []))

/** The texts of the entries `/Title`, in the order of the file. */
const titlesIn = (pdf: Uint8Array) =>
  objectsWith(readPdf(pdf), '/Title', '/Dest').map(object => /\/Title \(([^)]*)\)/.exec(object)?.[1])

test('documents of one file are the parts of one tree of tags, each in its language', async () => {
  const { all, pdf } = await printTogether(PARTS)
  assert.equal(all, [])
  const tags = outlineTags(readStructure(pdf))
  const tops = tags.split('\n').filter(line => /^ {2}\S/.test(line))
  assert.is(tags.split('\n').filter(line => line.startsWith('Document')).length, 1, tags.slice(0, 300))
  assert.is(tops.length, 3, tops.join('\n'))
  assert.ok(tops[1]?.includes('Part') && tops[1].includes('es'), tops[1])
  assert.match(Buffer.from(pdf).toString('latin1'), 'pdfuaid:part')
})

test('bookmarks of a file of several documents have two levels, and links stay in their document', async () => {
  const { pdf } = await printTogether(PARTS)
  assert.equal(titlesIn(pdf).sort(), [
    'Barcos',
    'Boats',
    'Boote',
    'Facts of Barcos',
    'Facts of Boats',
    'Facts of Boote',
    'Sources',
    'Sources',
    'Sources',
  ])
  const { root } = readStructure(pdf)
  for (const [index, each] of root.kids.filter(isReadElement).entries()) {
    const goals = goalsIn(each)
    assert.ok(goals.length >= 3)
    assert.equal(
      goals.filter(goal => !goal.startsWith(`${index + 1}:`)),
      [],
    )
  }
})

test('the pages of a file of several documents are numbered through, in their contents, too', async () => {
  const { report } = new Findings()
  const laidOut = layOut(PARTS[1] as Document, styleOf({}), { read: () => undefined }, report)
  const pages = laidOut?.fills.length ?? 0
  const numbered = laidOut?.partOfFile({ before: 10, total: 40 }, report)
  const words = numbered?.pages.map(({ items }) =>
    items.flatMap(({ type, item }) =>
      type === 'line' ? [item.line.words.map(word => word.text).join('')] : [],
    ),
  )
  for (const [index, lines] of (words ?? []).entries())
    assert.ok(lines.includes(`Page ${index + 11} of 40`), lines.join('|'))
  assert.ok(pages > 1)
  assert.ok(words?.[0]?.includes('11'))
})

test('a document is drawn in a file of several as it is drawn alone', async () => {
  const first = PARTS[0] as Document
  const alone = (await print(first)).printed
  const { pdf, lengths } = await printTogether([first, ...PARTS])
  assert.is(alone?.text.length, lengths[0])
  assert.ok(pdf.length < 4 * (alone?.pdf.length ?? 0), 'fonts are embedded once')
})

test.run()
