import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  allProseBlocks,
  inlineTextsOf,
  noteTextsOf,
  type ProseBlock,
  parseProseBlocks,
} from '../../../src/brief/index.js'

/** Blocks in short: kind and words, those within brackets. */
function short(blocks: readonly ProseBlock[]): string {
  return blocks.map(blockInShort).join(' ')
}

function blockInShort(block: ProseBlock): string {
  const words = inlineTextsOf(block).map(lines => lines.map(({ text }) => text).join('/'))
  switch (block.kind) {
    case 'paragraph':
      return `p(${words})`
    case 'heading':
      return `h${block.level}(${words})`
    case 'table':
      return `table(${[block.head, ...block.rows].map(({ cells }) => cells.map(({ text }) => text).join('|')).join(' ; ')})`
    case 'list':
      return `${block.ordered ? 'ol' : 'ul'}(${block.items.map(short).join(', ')})`
    case 'quotation':
      return `quote(${short(block.blocks)}${block.attribution ? ` by ${blockInShort(block.attribution)}` : ''})`
    case 'picture':
      return `picture(${block.file}: ${words.join(', ')})`
    case 'note':
      return `note(${block.label}: ${short(block.blocks)})`
  }
}

const long = (text: string) => parseProseBlocks(text, false, 'long')

for (const [text, blocks] of [
  ['# One\ntext\n## Two ##\n####### Seven', 'h1(One) p(text) h2(Two) p(####### Seven)'],
  ['#1 of all\n#MeToo', 'p(#1 of all/#MeToo)'],
  ['text\n> said\n> more\nand lazily\n\nafter', 'p(text) quote(p(said/more/and lazily)) p(after)'],
  ['> said\n> — Ines Vela [@a]', 'quote(p(said) by p(Ines Vela [@a]))'],
  ['> said\n>\n> - Ines Vela', 'quote(p(said) by p(Ines Vela))'],
  ['> — Ines Vela', 'quote(p(— Ines Vela))'],
  ['> one\n>\n> two\n> > three', 'quote(p(one) p(two) quote(p(three)))'],
  ['> - one\n> - two', 'quote(ul(p(one), p(two)))'],
  ['> said\n# Head', 'quote(p(said)) h1(Head)'],
  ['> 50 % of it', 'p(> 50 % of it)'],
  ['>= 3 of them', 'p(>= 3 of them)'],
  ['> In the year of\n> 2024 it fell', 'quote(p(In the year of/2024 it fell))'],
  ['\\> said, \\# one', 'p(\\> said, \\# one)'],
  ['| a | b |\n|---|--:|\n| 1 | 2 |\n\nafter', 'table(a|b ; 1|2) p(after)'],
  ['text\na | b\n:-- | --\n1 | 2\n- item', 'p(text) table(a|b ; 1|2) ul(p(item))'],
  ['| a |\n|---|\n| 1 \\| 2 |\n> said', 'table(a ; 1 \\| 2) quote(p(said))'],
  ['| a | b |\n|---|---|\n| only |\n| | x |', 'table(a|b ; only ; |x)'],
  ['| a | b |\n| 1 | 2 |', 'p(| a | b |/| 1 | 2 |)'],
  ['![A map](map.png)\ntext', 'picture(map.png: A map) p(text)'],
  ['![A map](<my map.png> "Its \\"caption\\"")', 'picture(my map.png: A map, Its \\"caption\\")'],
  ['see ![A map](map.png)', 'p(see ![A map](map.png))'],
  [
    '- one\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n\n  ![x](y.png)\n- two',
    'ul(p(one) table(a|b ; 1|2) picture(y.png: x), p(two))',
  ],
  ['- one\n## Head', 'ul(p(one)) h2(Head)'],
  ['a[^1]\n[^1]: one\ntwo\n[^b]: three', 'p(a[^1]) note(1: p(one/two)) note(b: p(three))'],
  ['[^1]: one\n\n    two\n\nafter', 'note(1: p(one) p(two)) p(after)'],
  ['2024. The year', 'p(2024. The year)'],
] as const)
  test(`long prose is read: ${JSON.stringify(text)}`, () => {
    assert.is(short(long(text)), blocks)
  })

test('fields that take lists alone have no other block', () => {
  for (const takes of ['none', 'lists'] as const)
    assert.is(
      short(parseProseBlocks('# One\n\n> said\n\n- item\n\n[^1]: note', false, takes)),
      'p(# One) p(> said) ul(p(item)) p([^1]: note)',
    )
})

test('a text that joins its lines has a block on each', () => {
  assert.is(
    short(parseProseBlocks('# One\n> said\n[^1]: note\n- item\n- another', true, 'long')),
    'h1(One) quote(p(said)) note(1: p(note)) ul(p(item), p(another))',
  )
})

test('each line of each block stands where it says', () => {
  const text =
    'Intro[^1]:\n\n  > said\n> more\n>\n> — Ines Vela\n\n## Costs ##\n\n  | Year | Cost |\n|:-:|--:|\n| 2024 | *2* |\n\n1. one\n   - two\n\n     > three\n2. four\n\n![A map](map.png (caption))\n\n[^1]: five\n\n    six'
  const lines = [...allProseBlocks(long(text))].flatMap(inlineTextsOf).flat()
  assert.equal(
    lines.map(line => text.slice(line.start, line.start + line.text.length)),
    lines.map(line => line.text),
  )
  assert.is(lines.length, 17)
  const [note] = noteTextsOf(long(text)).keys()
  assert.is(note, '1')
})

test('columns are aligned as the row of dashes says', () => {
  const [table] = long('| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |')
  assert.equal(table?.kind === 'table' && table.aligns, ['left', 'center', 'right', undefined])
})

test.run()
