import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { layOut, type TextLine, type TypesetDocument } from '../../src/typeset/index.js'
import { document, h, list, masthead, p, quotation, section, table } from './build-document.js'
import { sampleDocument } from './sample.js'
import { print, styleOf } from './workspace.js'

const SENTENCE = 'The council voted a subsidy for two seasons and has paid it for five of them. '
const MARGINS = { top: 64, bottom: 841.89 - 68 }

const bodyOf = (page: readonly TextLine[] = []) =>
  page.filter(line => line.y > MARGINS.top && line.y < MARGINS.bottom)
const wordsOf = (printed: TypesetDocument) =>
  printed.text
    .flatMap(page => bodyOf(page).map(line => line.text))
    .join(' ')
    .replace(/\s+/g, ' ')

test('says where each line stands and in which font', async () => {
  const { printed, found } = await print(
    document([masthead(h(1, 'A title')), h(2, 'Section'), p('Some words.')]),
  )
  assert.equal(found, [])
  const page = bodyOf(printed?.text[0])
  assert.equal(
    page.map(line => line.text),
    ['A title', 'Section', 'Some words.'],
  )
  assert.equal(
    page.map(line => line.font),
    ['Source Serif 4 bold', 'Source Sans 3 bold', 'Source Serif 4'],
  )
  assert.equal(
    page.map(line => line.x),
    [68, 68, 68],
  )
  assert.equal(page[2]?.size, 10.5)
  assert.ok((printed?.fill ?? 0) > 0.09 && (printed?.fill ?? 1) < 0.25)
})

test('lines of a paragraph stand one leading apart', async () => {
  const { printed } = await print(document([p(SENTENCE.repeat(5))]))
  const ys = bodyOf(printed?.text[0]).map(line => line.y)
  assert.ok(ys.length > 3)
  ys.slice(1).forEach((y, index) => {
    assert.ok(Math.abs(y - (ys[index] ?? 0) - 10.5 * 1.34) < 0.02)
  })
})

test('prints the sample without a finding, with running lines and page numbers', async () => {
  const { printed, found } = await print(sampleDocument())
  assert.equal(found, [])
  assert.is(printed?.pages, printed?.text.length)
  printed?.text.forEach((page, index) => {
    const texts = page.map(line => line.text)
    assert.ok(texts.includes(`Page ${index + 1} of ${printed.pages}`))
    assert.is(
      page.filter(line => line.y < MARGINS.top && line.text === 'Harbour Policy Unit').length,
      index === 0 ? 0 : 1,
    )
    assert.is(texts.filter(text => text === 'TLP:AMBER+STRICT').length, 2)
  })
})

test('contents list gives the page on which each heading stands', async () => {
  const { printed } = await print(sampleDocument())
  const [first = []] = printed?.text ?? []
  const pageOf = (title: string) =>
    (printed?.text.findIndex(page => page.some(line => line.text === title && line.size > 13)) ?? -1) + 1
  for (const title of ['Key facts', 'Timeline', 'What was said', 'Sources']) {
    const entry = first.find(line => line.text === title && line.size < 11)
    const [number] = first
      .filter(line => line.y === entry?.y && line.x > entry.x && /^\d+$/.test(line.text))
      .sort((one, other) => one.x - other.x)
    assert.is(number?.text, String(pageOf(title)), title)
  }
})

test('keeps a heading with what follows, and two lines of a paragraph on each side of a break', async () => {
  const paragraph = fc
    .integer({ min: 1, max: 9 })
    .map(count => p(`¶ ${'A subsidy for two seasons, paid for five. '.repeat(count * 2)}`))
  const block = fc.oneof(
    { weight: 4, arbitrary: paragraph },
    { weight: 1, arbitrary: fc.constant(list(['One item', SENTENCE.repeat(3), 'A last item'])) },
    { weight: 1, arbitrary: fc.constant(quotation(SENTENCE, 'A speaker')) },
    {
      weight: 1,
      arbitrary: fc.constant(
        table(
          'grid',
          [1, 1],
          ['One', 'Two'],
          [
            ['a', SENTENCE],
            ['b', 'c'],
          ],
        ),
      ),
    },
  )
  const parts = fc.array(fc.array(block, { minLength: 1, maxLength: 5 }), { minLength: 4, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(parts, async all => {
      const sections = all.map((blocks, index) => section([h(2, `Heading ${index}`), ...blocks]))
      const { printed } = await print(document(sections))
      for (const page of printed?.text ?? []) {
        const lines = bodyOf(page)
        assert.ok(lines.length > 0, 'no page is empty')
        assert.not.match(lines.at(-1)?.text ?? '', /^Heading/)
      }
      printed?.text.slice(1).forEach((page, index) => {
        const [last, first] = [bodyOf(printed.text[index]), bodyOf(page)]
        if (!isBroken(last, first)) return
        assert.ok(isInParagraph(last.at(-2), last.at(-1)), 'a single line is left behind')
        assert.ok(isInParagraph(first[0], first[1]), 'a single line is carried over')
      })
    }),
    { seed: 7, numRuns: 25 },
  )
})

/** A paragraph goes over the page where a line of text does not begin as all paragraphs do. */
const isBroken = (last: readonly TextLine[], first: readonly TextLine[]) =>
  [last.at(-1), first[0]].every(line => line?.font === 'Source Serif 4' && line.x === 68) &&
  !first[0]?.text.startsWith('¶')
const isInParagraph = (one?: TextLine, other?: TextLine) =>
  other !== undefined && one !== undefined && other.y - one.y < 10.5 * 1.34 + 0.1

test('loses no word and changes no order, whatever is set', async () => {
  const word = fc.integer({ min: 0, max: 9999 }).map(number => `w${number}`)
  const text = fc.array(word, { minLength: 1, maxLength: 120 }).map(words => words.join(' '))
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 25 }), async texts => {
      const { printed } = await print(document(texts.map(each => p(each))))
      assert.is(printed && wordsOf(printed), texts.join(' '))
    }),
    { seed: 11, numRuns: 20 },
  )
})

test('balances two columns and reads down one before the other', async () => {
  const items = Array.from({ length: 8 }, (_, index) => p(`${index} ${SENTENCE}`))
  const { printed } = await print(document([section([h(2, 'Heading'), ...items], 'two-columns')]))
  const lines = bodyOf(printed?.text[0]).slice(1)
  const left = lines.filter(line => line.x < 200)
  const right = lines.filter(line => line.x > 200)
  assert.ok(Math.abs(left.length - right.length) <= 3)
  const starts = [...left, ...right].map(line => /^\d/.exec(line.text)?.[0]).filter(Boolean)
  assert.equal(starts, ['0', '1', '2', '3', '4', '5', '6', '7'])
})

test('columns of a section stand beside one another on every page that they reach', async () => {
  const items = [1, 1, 9, 1, 9, 2].map(count => p('zone '.repeat(count * 12)))
  for (let lines = 30; lines < 46; lines++) {
    const above = Array.from({ length: lines }, () => p('A line.'))
    const { printed } = await print(document([...above, section(items, 'two-columns')]), { spacing: 0.7 })
    for (const page of printed?.text ?? []) {
      const zones = bodyOf(page).filter(line => line.text.startsWith('zone'))
      const [left, right] = [zones.find(line => line.x < 200), zones.find(line => line.x > 200)]
      if (left && right) assert.ok(Math.abs(left.y - right.y) < 0.1, `${lines} lines above`)
    }
  }
})

test('a two-column section longer than a page goes on over pages, no word lost', async () => {
  const items = Array.from({ length: 60 }, (_, index) => p(`item${index} ${SENTENCE}`))
  const { printed } = await print(document([section(items, 'two-columns')]))
  assert.ok((printed?.pages ?? 0) > 1)
  const seen =
    printed?.text.flatMap(page => page.map(line => /item\d+/.exec(line.text)?.[0])).filter(Boolean) ?? []
  assert.is(new Set(seen).size, 60)
})

test('breaks a long address after its marks, within the column', async () => {
  const address = `https://harbour.example/${'archive/'.repeat(30)}end.pdf`
  const { printed, found } = await print(document([p(address)]))
  assert.equal(found, [])
  const lines = bodyOf(printed?.text[0])
  assert.is(lines.map(line => line.text).join(''), address)
  assert.ok(lines.length > 2 && lines.slice(0, -1).every(line => line.text.endsWith('/')))
})

test('breaks a word at its soft hyphen, which prints nowhere else', async () => {
  const word = 'in\u00ADcom\u00ADpre\u00ADhen\u00ADsi\u00ADble'
  const { printed } = await print(document([p(`An ${word} `.repeat(60))]))
  const lines = bodyOf(printed?.text[0]).map(line => line.text)
  assert.not.match(lines.join(''), /\u00AD/)
  assert.ok(lines.some(line => line.endsWith('-')))
  assert.ok(lines.every(line => !line.slice(0, -1).includes('-')))
  assert.is(
    lines.map(line => (line.endsWith('-') ? line.slice(0, -1) : `${line} `)).join(''),
    'An incomprehensible '.repeat(60),
  )
})

test('the density tightens space within the bounds of the theme', async () => {
  const blocks = Array.from({ length: 12 }, () => p(SENTENCE))
  const fillAt = async (spacing: number) => (await print(document(blocks), { spacing })).printed?.fill ?? 0
  const [tight, normal, least] = [await fillAt(0.8), await fillAt(1), await fillAt(0.001)]
  assert.ok(tight < normal)
  assert.is(least, await fillAt(0.7))
})

test('a laid-out document is printed once', async () => {
  const report = () => assert.unreachable()
  const laidOut = layOut(document([p('Words')]), styleOf(), { read: () => undefined }, report)
  assert.ok(await laidOut?.print(report))
  const again = await laidOut?.print(report).catch(error => String(error))
  assert.match(String(again), 'printed once')
})

test.run()
