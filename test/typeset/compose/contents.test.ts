import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { layOut } from '../../../src/typeset/index.js'
import * as b from '../build-document.js'
import { styleOf } from '../workspace.js'

/** The lines of the contents list of so many sections, on pages so wide (points). */
function listed(sections: number, width = 595.28, lang = 'en') {
  const headings = Array.from({ length: sections }, (_, index) => [
    b.h(2, `Part ${index}`),
    b.p('Text.'),
  ]).flat()
  const style = styleOf()
  const page = { ...style.page, width }
  const document = b.document([b.contents, ...headings], { lang })
  const data = layOut(document, { ...style, page }, { read: () => undefined }, assert.unreachable)?.asData()
  const [first] = data?.pages ?? []
  const own = (first?.lines ?? []).filter(({ block }) => block === '0')
  return {
    titles: own.filter(({ text }) => /^Part/.test(text)),
    numbers: own.filter(({ text }) => /^\d+$/.test(text)),
    dots: (first?.vectors ?? []).filter(({ kind }) => kind === 'line'),
  }
}
const lefts = (lines: readonly { readonly x: number }[]) => [...new Set(lines.map(({ x }) => Math.round(x)))]

test('six entries and more stand in two columns, the longer first, where these have room', () => {
  assert.equal(lefts(listed(5).titles), [68])
  assert.is(lefts(listed(6).titles).length, 2)
  assert.equal(lefts(listed(12, 420).titles), [68])
  for (const count of [6, 7, 12, 13]) {
    const { titles, numbers } = listed(count)
    assert.equal(
      titles.map(({ text }) => text.trim()),
      Array.from({ length: count }, (_, index) => `Part ${index}`),
    )
    assert.is(titles.filter(({ x }) => x < 100).length, Math.ceil(count / 2))
    assert.is(numbers.length, count)
    const rights = numbers.map(({ x, width }) => Math.round(x + width))
    assert.is(new Set(rights).size, 2)
  }
})

test('the dots of a column stand under each other, between title and number', () => {
  const { dots, titles, numbers } = listed(12)
  assert.is(dots.length, 12)
  for (const [index, { x, width }] of dots.entries()) {
    const [title, number] = [titles[index], numbers[index]]
    assert.ok(x > (title?.x ?? 0) + (title?.width ?? 0))
    assert.ok(x + width < (number?.x ?? 0))
    const edge = (number?.x ?? 0) + (number?.width ?? 0)
    const steps = (edge - x) / 3.5
    assert.ok(Math.abs(steps - Math.round(steps)) < 0.02, `dots begin ${edge - x} pt before the edge`)
  }
})

test.run()
