import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import type { Block } from '../../src/markup/index.js'
import { openFonts, parseTheme } from '../../src/typeset/index.js'
import { wordsIn } from '../figures/sketch.js'
import { tinyTtf } from '../support/tiny-ttf.js'
import * as b from './build-document.js'
import { type SeenLine, seenLines } from './seen-lines.js'
import { readPackageFile, themeFiles } from './workspace.js'

const { p, h } = b
/** A font whose letters are high and deep: thousandths of an em. */
const [ABOVE, BELOW] = [1300, 900]
const LETTERS = '\u0f40\u0f41\u0f42\u0f44'

function styleWith(making: Partial<Parameters<typeof tinyTtf>[0]>) {
  const bytes = tinyTtf({ characters: ` ${LETTERS}`, blank: ' ', ...making })
  const roles = ['normal', 'bold', 'italics', 'bolditalics'].map(role => `${role}: tall.ttf`).join(', ')
  const list = `${readPackageFile('fonts/fonts.yaml').toString()}\nTall: { ${roles} }\n`
  const { report } = new Findings()
  const fonts = openFonts(
    [new SourceFile('fonts/fonts.yaml', list)],
    path => (path === 'tall.ttf' ? bytes : readPackageFile(`fonts/${path}`)),
    report,
  )
  const text = 'extends: default\nfamilies: { fallback: [Noto Sans, Tall] }\n'
  const files = new Map([
    ...themeFiles,
    ['tall', new SourceFile('templates/themes/tall.yaml', text)] as const,
  ])
  const theme = parseTheme(files, 'tall', report)
  if (!theme) throw new Error('the theme is right')
  return { fonts, theme }
}

const TALL = styleWith({ reach: { above: ABOVE, below: BELOW }, heights: { ascent: 1500, descent: 1000 } })
const isTall = ({ text }: SeenLine) => /[\u0f40-\u0f44]/.test(text)
const words = (count: number) => Array.from({ length: count }, () => LETTERS).join(' ')

/** Where the ink of a line is, from the top of the page. */
function inkOf({ baseline, placed: { line } }: SeenLine): { top: number; bottom: number } {
  const sizes = line.words.filter(word => /[\u0f40-\u0f44]/.test(word.text)).map(({ size }) => size)
  const size = Math.max(...sizes) / 1000
  return { top: baseline - ABOVE * size, bottom: baseline + BELOW * size }
}

/** Fails where the ink of two lines that are one over the other meets. */
function assertApart(lines: readonly SeenLine[]): void {
  const tall = lines.filter(isTall).map(line => ({ ...line, ...inkOf(line) }))
  for (const one of tall)
    for (const other of tall)
      if (other.baseline > one.baseline && other.left < one.right && one.left < other.right)
        assert.ok(one.bottom < other.top, `${one.bottom} is under ${other.top}`)
}

test('lines of high and deep letters do not touch: headings, text, lists, tables, captions, quotations, boxes', () => {
  const blocks: Block[] = [
    b.masthead(p(words(3), 'kicker'), h(1, words(12)), p(words(9), 'subtitle'), p(words(4), 'meta')),
    b.aside('bottom-line', p(words(2), 'label'), p(words(40))),
    h(2, words(20)),
    p(words(60)),
    b.list([words(30), words(30)], undefined, true),
    b.table('grid', [1, 2], [words(8), words(3)], [[words(14), words(20)]], words(6)),
    b.quotation(words(40), words(20)),
    b.dl(undefined, [[words(2), words(40)]]),
    b.sources(['a', words(40)]),
  ]
  const pages = seenLines(b.document(blocks), TALL)
  const lines = pages.flat()
  assert.ok(lines.filter(isTall).length > 35)
  for (const page of pages) assertApart(page)
})

test('lines of one paragraph are evenly set, whatever letters they have, and no farther apart than they must', () => {
  const [lines = []] = seenLines(b.document([p(words(80))]), TALL)
  const baselines = lines.filter(isTall).map(({ baseline }) => baseline)
  const steps = baselines.slice(1).map((baseline, index) => baseline - (baselines[index] ?? 0))
  assert.ok(steps.length > 2)
  for (const step of steps) assert.ok(Math.abs(step - 10.5 * (1.4 + 1)) < 0.01, String(step))
})

test('a word of high letters in Latin text moves no line but those beside it', () => {
  const latin = 'Latin text as ever. '.repeat(20)
  const [alone = []] = seenLines(b.document([p(latin)]), TALL)
  const [mixed = []] = seenLines(b.document([p(`${latin}${LETTERS} ${latin}`)]), TALL)
  const steps = (lines: readonly SeenLine[]) =>
    lines
      .filter(({ text }) => text.includes('Latin'))
      .map(({ baseline }, index, all) => Math.round((baseline - (all[index - 1]?.baseline ?? 0)) * 100) / 100)
      .slice(1)
  const [leading] = steps(alone)
  const odd = steps(mixed).filter(step => step !== leading)
  assert.ok(odd.length === 1 || odd.length === 2)
  assert.ok(odd.every(step => step > (leading ?? 0)))
})

test('a font that claims to be high moves no line where its letters are not', () => {
  const style = styleWith({ heights: { ascent: 1800, descent: 1200 } })
  const latin = 'Latin text as ever. '.repeat(10)
  const [lines = []] = seenLines(b.document([p(`${latin}${LETTERS} ${latin}`)]), style)
  const baselines = lines.filter(({ text }) => text.includes('Latin')).map(({ baseline }) => baseline)
  const steps = baselines.slice(1).map((baseline, index) => baseline - (baselines[index] ?? 0))
  assert.ok(steps.length > 2)
  for (const step of steps) assert.ok(Math.abs(step - 10.5 * 1.34) < 0.01, String(step))
})

test('high and deep letters in headers and footers stay on their side of the rule', () => {
  const text = words(3)
  const running = { organisation: '', audience: text, title: text, notes: [text], page_of: `{page} ${text}` }
  const pages = seenLines(
    b.document(
      Array.from({ length: 90 }, () => p('Latin')),
      { running },
    ),
    TALL,
  )
  const [header, , footer] = (pages[1] ?? []).filter(isTall).map(line => ({ ...line, ...inkOf(line) }))
  assert.ok((header?.bottom ?? 100) <= 64 - 9)
  assert.ok((footer?.top ?? 0) >= 841.89 - 68 + 9)
})

test('labels of a figure are set as far apart as their letters need', () => {
  const matrix = b.stakesMatrix(wordsIn('en'))
  if (matrix.kind !== 'diagram' || matrix.data.kind !== 'stakes-matrix') throw new Error('it is a matrix')
  const stake = { kind: 'text', text: words(40), place: b.nowhere } as const
  const stakes = matrix.data.stakes.map(one => ({ ...one, stake }))
  const [lines = []] = seenLines(b.document([{ ...matrix, data: { ...matrix.data, stakes } }]), TALL)
  assert.ok(lines.filter(isTall).length >= 4)
  assertApart(lines)
})

test.run()
