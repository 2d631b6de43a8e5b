import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { generatedDocuments, type SeenLine, type SeenPage, seenPages } from './generated-documents.js'

/** 500 documents of all sorts, but for columns side by side, with notes of up to 800 words, several in a line, on pages of all sizes. */
const documents = generatedDocuments(17, 500, {
  notes: true,
  without: ['columns'],
}).map(document => ({
  document,
  pages: seenPages(document),
}))

const isNote = ({ names }: SeenLine) => /^n/.test(names[0] ?? '')
const isLabel = ({ names }: SeenLine) => names.length === 1 && /^c/.test(names[0] ?? '')
const isText = (line: SeenLine) => !isNote(line) && !isLabel(line)
const callsIn = (page: SeenPage) =>
  page.lines.filter(isText).flatMap(({ names }) => names.filter(name => name.startsWith('c')))
/** The notes that begin on a page, by the names of their calls. */
const begun = (page: SeenPage) =>
  page.lines.flatMap(({ names }) =>
    names.flatMap(name => /^n(\d+)w0$/.exec(name)?.[1] ?? []).map(id => `c${id}`),
  )
const paragraphOf = ({ names }: SeenLine) => /^[a-z]+\d+/.exec(names[0] ?? '')?.[0]
const notesOf = (page: SeenPage) => page.lines.filter(isNote)
const idOf = (line: SeenLine) => /^n(\d+)/.exec(line.names[0] ?? '')?.[1]
const lowest = (lines: readonly SeenLine[]) => lines.reduce((low, { bottom }) => Math.max(low, bottom), 0)
const highest = (lines: readonly SeenLine[]) => lines.reduce((high, { top }) => Math.min(high, top), Infinity)

/** Points by which rounding may move an edge. */
const ROUNDING = 0.05

function forAll(check: (pages: readonly SeenPage[], name: string) => void): void {
  documents.forEach(({ pages }, index) => {
    check(pages, `document ${index}`)
  })
}

/** Points of all lines of the notes that a line calls. */
const heightOfCalled = (line: SeenLine, pages: readonly SeenPage[]) =>
  pages
    .flatMap(notesOf)
    .filter(note => line.names.includes(`c${idOf(note)}`))
    .reduce((sum, { top, bottom }) => sum + bottom - top, 0)
/** Points of a page's body that neither a repeated head of a table takes nor the space around notes and lines. */
const freeOn = ({ body, lines }: SeenPage) =>
  body.bottom - body.top - Math.max(0, lowest(lines.filter(({ repeated }) => repeated)) - body.top) - AROUND
const AROUND = 60

test('a note begins on the page of its call, but where lines that stay together call notes that a page has no room for', () => {
  let [all, exceptions] = [0, 0]
  forAll((pages, name) => {
    pages.forEach((page, index) => {
      const here = new Set(begun(page))
      all += here.size
      const text = page.lines.filter(isText)
      for (const [at, line] of text.entries()) {
        const late = line.names.filter(called => called.startsWith('c') && !here.has(called))
        if (late.length === 0) continue
        // The last two lines of a paragraph are on one page.
        const together = text
          .slice(Math.max(0, at - 1), at + 1)
          .filter(other => paragraphOf(other) === paragraphOf(line))
        const height = together.reduce(
          (sum, each) => sum + heightOfCalled(each, pages) + each.bottom - each.top,
          0,
        )
        assert.ok(height > freeOn(page), `${name}, page ${index + 1}: ${late} begin later`)
        exceptions += late.length
      }
      for (const called of here)
        assert.ok(
          pages.slice(0, index + 1).some(before => callsIn(before).includes(called)),
          `${name}, page ${index + 1}: ${called} begins before its call`,
        )
    })
  })
  assert.ok(exceptions < all / 10, `${exceptions} of ${all} notes begin later`)
})

test('a note has its label beside its first line, and no other', () => {
  forAll((pages, name) => {
    for (const page of pages) {
      const labels = page.lines.filter(isLabel)
      assert.equal(labels.flatMap(({ names }) => names).sort(), begun(page).sort(), name)
      for (const label of labels) {
        const first = page.lines.find(({ names }) => names[0] === label.names[0]?.replace(/^c(\d+)/, 'n$1w0'))
        assert.ok(first && label.right <= first.left && label.top < first.bottom && label.bottom > first.top)
        assert.ok(label.left >= page.body.left - ROUNDING, `${name}: ${label.text} hangs in the margin`)
      }
    }
  })
})

test('a note goes on to the next page only from a page that is full', () => {
  forAll((pages, name) => {
    pages.forEach((page, index) => {
      const next = pages[index + 1]
      const continued = next && notesOf(next)[0]
      if (!next || !continued || begun(next).includes(`c${idOf(continued)}`)) return
      const [notes, text] = [notesOf(page), page.lines.filter(isText)]
      const height = continued.bottom - continued.top
      // Two lines stay together at each side of the break.
      const gap = highest(notes) - (text.length > 0 ? lowest(text) : page.body.top)
      assert.ok(gap < 4 * height, `${name}, page ${index + 1}: room of ${gap} points over the notes`)
    })
  })
})

test('no word of a note is lost or printed twice, and notes are in the order of their calls', () => {
  documents.forEach(({ pages, document }, index) => {
    const wanted = [...JSON.stringify(document.blocks).matchAll(/"text":"(n\d+w0[^"]*)"/g)].flatMap(
      match => match[1]?.split(' ') ?? [],
    )
    const printed = pages.flatMap(page => notesOf(page).flatMap(({ names }) => names))
    assert.equal([...printed].sort(), [...wanted].sort(), `document ${index}`)
    assert.equal(printed, wanted, `document ${index}`)
    for (const page of pages) {
      const ids = notesOf(page).map(line => Number(idOf(line)))
      const continued = begun(page).includes(`c${ids[0]}`) ? 0 : ids.filter(id => id === ids[0]).length
      const own = ids.slice(continued)
      assert.equal(
        own,
        [...own].sort((one, other) => one - other),
        `document ${index}`,
      )
    }
  })
})

test('notes stand below the text, and nothing leaves the body of its page', () => {
  forAll((pages, name) => {
    pages.forEach((page, index) => {
      const where = `${name}, page ${index + 1}`
      const notes = notesOf(page)
      if (notes.length > 0)
        assert.ok(lowest(page.lines.filter(isText)) <= highest(notes) + ROUNDING, `${where}: overlap`)
      notes.reduce((above, line) => {
        assert.ok(line.top >= above - ROUNDING, `${where}: notes overlap`)
        return line.bottom
      }, 0)
      for (const line of page.lines) {
        assert.ok(line.bottom <= page.body.bottom + ROUNDING, `${where}: \`${line.text}\` leaves the page`)
        assert.ok(line.top >= page.body.top - ROUNDING, `${where}: \`${line.text}\` begins over the page`)
        assert.ok(line.right <= page.body.right + ROUNDING, `${where}: \`${line.text}\` is too wide`)
      }
    })
  })
})

test('every page has something on it, and there are no more pages than three times what the lines need', () => {
  forAll((pages, name) => {
    const lines = pages.flatMap(page => page.lines)
    const height = lines.reduce((sum, { top, bottom }) => sum + bottom - top, 0)
    const least = pages.reduce((low, { body }) => Math.min(low, body.bottom - body.top), Infinity)
    for (const page of pages) assert.ok(page.lines.length > 0, `${name} has an empty page`)
    assert.ok(pages.length <= 6 + 3 * (height / least) * 2, `${name} has ${pages.length} pages`)
  })
})

test.run()
