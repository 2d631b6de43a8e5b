import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { escapeLineStart, escapePandocMarkdown } from '../../../src/export/markdown/escape-markdown.js'
import { printMarkdown } from '../../../src/export/markdown/print-markdown.js'
import type { Block, Document } from '../../../src/markup/index.js'
import { banner } from '../../support/markings.js'
import { skip } from '../../support/skip.js'
import * as b from '../../typeset/build-document.js'
import { styleOf } from '../../typeset/workspace.js'
import { hasPandoc, readMarkdown } from '../words/markdown-words.js'
import { splitWords } from '../words/words.js'

const style = styleOf()
const running = { organisation: '', audience: '', title: '', page_of: '', notes: [] }

function markdownOf(blocks: readonly Block[], more: Partial<Document> = {}): string {
  const content = {
    document: b.document([...blocks], { running, ...more }),
    style,
    images: { read: () => undefined },
  }
  return Buffer.from(printMarkdown(content, new Findings().report)).toString()
}

test('what Pandoc reads as a mark is escaped, and nothing within words', () => {
  assert.is(
    escapePandocMarkdown('*a* _b_ `c` [d] <e> $5 ~f~ g^2 a|b'),
    '\\*a\\* \\_b\\_ \\`c\\` \\[d\\] \\<e> \\$5 \\~f\\~ g\\^2 a\\|b',
  )
  assert.is(
    escapePandocMarkdown('snake_case a@b.example A&B 3-4 e.g.'),
    'snake_case a@b.example A&B 3-4 e.g.',
  )
  assert.is(escapePandocMarkdown('@key &amp; -- ...'), '\\@key \\&amp; \\-\\- \\.\\.\\.')
})

test('a line that begins as a block does is no block', () => {
  for (const [line, escaped] of [
    ['# a', '\\# a'],
    ['- a', '\\- a'],
    ['1. a', '1\\. a'],
    ['(a) a', '\\(a) a'],
    ['iv) a', 'iv\\) a'],
    [': a', '\\: a'],
    ['Table: a', 'Table\\: a'],
    ['-a', '-a'],
    ['1.5 a', '1.5 a'],
    ['A. Smith', 'A\\. Smith'],
  ] as const)
    assert.is(escapeLineStart(line), escaped)
})

test('hostile words come back from Pandoc as they were', () => {
  if (!hasPandoc) skip('no pandoc')
  const words = [
    ...[
      '---',
      '***',
      '# no heading',
      '* no item',
      '12) no item',
      '> no quotation',
      '::: no division',
      '~~~',
      '$$x$$',
    ],
    ...[
      '<!-- no comment -->',
      '<b>no tag</b>',
      '&copy; &#169;',
      '[no link](x) ![no](picture)',
      '[^no]: note',
      '@nobody [@no]',
    ],
    ...[
      'a\\\\b \\(x\\)',
      '`code` ``more``',
      '*a**b*',
      "'a' \"b\" it's",
      '| no | table |',
      'a -- b --- c ... d....',
      '^no^ ~no~ H~2~O',
    ],
    ...[
      '{.no} {#no}',
      'Table: no caption',
      ': no definition',
      '“a” ‘b’ ”',
      '\u00a0 a \u202eevil',
      '% no title',
      'a\nb',
      'x_y _z_ __w__',
    ],
  ]
  for (const text of words) {
    const said = splitWords(text.replace('\u202e', ''))
    const read = (block: Block) => readMarkdown([Buffer.from(markdownOf([block]))])[0]
    assert.equal(read(b.p(text)), said, text)
    assert.equal(read(b.section([b.p(text)], 'box')), said, text)
  }
})

test('the block at the beginning is data, whatever a title holds', () => {
  const text = markdownOf([b.p('Words')], { title: 'A "title": *with*\n---\nmarks', authors: ['{A} & B'] })
  assert.match(
    text,
    '\ntitle: "A \\"title\\": \\\\*with\\\\* \\\\-\\\\-\\\\- marks"\n'
      .replace('A \\"', 'A \\\\\\"')
      .replace('e\\":', 'e\\\\\\":'),
  )
  assert.is(text.split('\n---\n').length, 2)
})

test('markings are first and last, and what pages repeat stands once before the last', () => {
  const text = markdownOf([b.p('Words')], {
    banners: banner('TLP:AMBER'),
    running: { ...running, notes: ['As of today'] },
    overlay: ['Draft'],
  })
  const [, ...parts] = text.split('::: {.marking}')
  assert.is(parts.length, 2)
  assert.match(parts[0] ?? '', 'Draft · As of today')
  assert.is(parts[1]?.trim(), '**TLP:AMBER**\n\n:::')
})

test.run()
