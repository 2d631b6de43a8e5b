import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { loadBrief } from '../../src/brief/index.js'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import { ProseText } from '../../src/edition/index.js'
import { outlineDocument, renderTemplate } from '../../src/markup/index.js'
import { editionOf, libraryOf } from '../support/edition.js'

const RUNS = { seed: 20251127, numRuns: 600 }

/** `W` stands for a word of its own. */
const inline = fc.constantFrom(
  ...['W', 'W W', '*W*', '**W W**', '[W](https://weir.example/)', 'W[^1]', 'W[^a]', 'W | W', 'W \\| W'],
  ...['W [@s]', '\\*W', '\\> W', 'W  ', 'W\\', '1931', '> W', '# W', 'W ![W](w.png) W', '~~W~~', '<b>W</b>'],
)
const line = fc
  .tuple(
    fc.constantFrom('', '', '', '  ', '    ', '      '),
    fc.constantFrom(
      ...[
        '',
        '',
        '',
        '# ',
        '## ',
        '#### ',
        '> ',
        '> ',
        '> > ',
        '- ',
        '* ',
        '1. ',
        '2. ',
        '| ',
        '| W | ',
        '+ ',
      ],
      ...['[^1]: ', '[^a]: ', '> — ', '> - ', '> | ', '- > ', '- # '],
    ),
    fc.array(inline, { maxLength: 3 }),
    fc.constantFrom('', '', ' |', ' #'),
  )
  .map(([indent, mark, words, end]) => `${indent}${mark}${words.join(' ')}${end}`)
const whole = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '',
    '|---|---|',
    '| W | W |',
    '---',
    '===',
    '![W W](w.png)',
    '![W](w.png "W W")',
    '> W',
    '> W\n> — W',
  ],
  ...[
    'W[^1] W\n\n[^1]: W W',
    '| W | W |\n|---|--:|\n| W | W |',
    '## W',
    '[^a]: W\n\n    W',
    '```',
    '- W\n\n  > W',
  ],
)
const markdown = fc.array(fc.oneof(line, whole), { maxLength: 14 }).map(lines => {
  let count = 0
  return lines.join('\n').replace(/W/g, () => {
    count += 1
    return `w${count}`
  })
})

/** The words that are printed of a text and what stands at the beginnings of its lines; the codes of findings. */
function printed(text: string): { readonly outline: string; readonly codes: string[] } | undefined {
  const body = text.split('\n').map(each => `  ${each}`)
  const yaml = `title: T\nas_of: 2025-01-01\nbackground: |2\n${body.join('\n')}\nsources: [{id: s, title: S}]\n`
  const file = new SourceFile('briefs/a.yaml', yaml)
  const findings = new Findings()
  const brief = loadBrief(file, { audiences: [] }, findings.report)
  const background = brief?.data.background
  if (!brief || typeof background !== 'string') return undefined
  const value = new ProseText(background, brief.place(['background']), [], undefined, undefined, 'long')
  const template = '<h1>x</h1><section><h2>x</h2>{{paragraphs background}}</section>'
  const edition = editionOf({ template, data: { background: value, sources: [{ id: 's', title: 'S' }] } })
  const document = renderTemplate(edition, libraryOf(), findings.report)
  assert.ok(document, JSON.stringify(findings.all.map(({ message }) => message)))
  return {
    outline: outlineDocument(document).replace(/^( *h\d) #\S*:/gm, '$1:'),
    codes: findings.all.map(({ code }) => code),
  }
}

const wordsIn = (text: string) => [...new Set(text.match(/\bw\d+\b(?!\.png)/g))].sort()

test('long prose that is without an error prints every word of it, and no other', () => {
  let whole = 0
  fc.assert(
    fc.property(markdown, text => {
      const found = printed(text)
      if (!found) return
      whole += 1
      assert.equal(wordsIn(found.outline), wordsIn(text.replace(/\]\([^()]*?w\.png/g, '')), text)
    }),
    RUNS,
  )
  assert.ok(whole > 100, `${whole} of the texts have no error`)
})

test('no mark of a block reaches the page without a finding', () => {
  fc.assert(
    fc.property(markdown, text => {
      const found = printed(text)
      if (!found) return
      const raw = /(?:paragraph|h\d): (?:#{1,6} \S|> \D|\| ?\S)|\[\^|!\[|^ *paragraph: [-*+] \D/m.exec(
        found.outline,
      )
      if (raw && !/\\[>|#]/.test(text))
        assert.ok(
          found.codes.some(code => code === 'block-mark' || code === 'inline-mark'),
          `${text}\n----\n${found.outline}`,
        )
    }),
    RUNS,
  )
})

test.run()
