import fc from 'fast-check'
import Handlebars from 'handlebars'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import { ProseText, Verbatim } from '../../src/edition/index.js'
import { type Block, type Document, type Inline, renderHtml, renderTemplate } from '../../src/markup/index.js'
import { editionOf, libraryOf } from '../support/edition.js'

const RUNS = { seed: 20250120, numRuns: 150 }

/** Characters that mean something to one of the languages that a text passes through, or to a page. */
const character = fc.constantFrom(
  ...'<>&"\'`={}[]()!*_\\@#/:;,.-+~^|$%?0aZ \n\t\r',
  ...['é', 'ع', '\u202b', '\u200d', '🦀', '\u00a0', '\u0000', '\u0001', '\u0002', '\u001f', '&amp;', '{{x}}'],
  ...['<b>', '</p>', '<!--', '<script>', '**', '[@a]', '](x)', '\u0001b0\u0002', '\u0001e\u0002', '&#60;'],
)
const anyText = fc.array(character, { maxLength: 40 }).map(parts => parts.join(''))
const place = { file: new SourceFile('briefs/affair.yaml', 'text'), range: { start: 0, end: 4 } }

function printed(template: string, data: Record<string, unknown>): { document?: Document; codes: string[] } {
  const findings = new Findings()
  const document = renderTemplate(editionOf({ template, data }), libraryOf(), findings.report)
  return { codes: findings.all.map(({ code }) => code), ...(document && { document }) }
}

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map(inline =>
      'children' in inline ? textOf(inline.children) : inline.kind === 'text' ? inline.text : ' ',
    )
    .join('')
}

const visible = (text: string) =>
  text
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, '')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/^ | $/g, '')

test('verbatim text prints to the letter, whatever it holds', () => {
  fc.assert(
    fc.property(anyText, text => {
      const { document, codes } = printed('<p>{{name}}</p>', { name: new Verbatim(text, place) })
      assert.equal(codes, [])
      const [block] = document?.blocks ?? []
      const said = block?.kind === 'paragraph' ? textOf(block.children) : ''
      assert.is(said, visible(text))
      if (block?.kind === 'paragraph')
        assert.ok(block.children.every(inline => inline.kind === 'text' && inline.place === place))
    }),
    RUNS,
  )
})

/** Of a field that takes no blocks. */
const inLine = (markdown: string) => new ProseText(markdown, place, [], undefined, undefined, 'none')

test('prose prints nothing but lines, and fails only over its links', () => {
  fc.assert(
    fc.property(anyText, text => {
      const { document, codes } = printed('<p>{{fact}}</p>{{paragraphs fact}}', {
        fact: new ProseText(text, place),
      })
      assert.ok(codes.every(code => code === 'unsafe-link' || code === 'blocks-in-line'))
      for (const block of document?.blocks ?? []) assertPlainBlock(block)
    }),
    RUNS,
  )
})

test('prose without Markdown prints to the letter', () => {
  const letters = anyText.map(text => text.replace(/[*_[\]\\]|^\s*- /gm, ''))
  fc.assert(
    fc.property(letters, text => {
      const { document, codes } = printed('<p>{{fact}}</p>', { fact: inLine(text) })
      assert.equal(codes, [])
      const [block] = document?.blocks ?? []
      assert.is(block?.kind === 'paragraph' ? textOf(block.children) : '', visible(text))
    }),
    RUNS,
  )
})

test('escaped text prints without its backslashes', () => {
  const escaped = anyText.map(text => visible(text))
  fc.assert(
    fc.property(escaped, text => {
      const markdown = text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
      const { document, codes } = printed('<p>{{fact}}</p>', { fact: inLine(markdown) })
      assert.equal(codes, [])
      const [block] = document?.blocks ?? []
      assert.is(block?.kind === 'paragraph' ? textOf(block.children) : '', text)
    }),
    RUNS,
  )
})

test('the marks of places leave what Handlebars prints as it is', () => {
  const piece = fc.constantFrom(
    'word ',
    '<p>\n',
    '</p>',
    '\n  ',
    '\n',
    '{{a}}',
    '{{~b~}}',
    '{{! note }}',
    '\\{{a}}',
    '{{#if a}}yes{{else}}no{{/if}}',
    '{{#each list}}\n{{this}} {{@index}}\n{{/each}}\n',
    '  {{#unless c}}\n x\n  {{/unless}}\n',
    '{{#with group}}{{d}}{{../b}}{{/with}}',
  )
  const data = { a: 'A & <b>', b: 'it', c: '', list: ['x', 'y'], group: { d: 1 } }
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const template = pieces.join('')
      const findings = new Findings()
      const ours = renderHtml(editionOf({ template, data }), libraryOf(), findings.report)
      assert.equal(findings.all, [])
      assert.is(ours, Handlebars.compile(template)(data))
    }),
    RUNS,
  )
})

/** What `{{paragraphs}}` and a paragraph of the template may hold, and no more. */
function assertPlainBlock(block: Block): void {
  if (block.kind === 'list') for (const item of block.items) for (const child of item) assertPlainBlock(child)
  else {
    assert.is(block.kind, 'paragraph')
    if (block.kind === 'paragraph') assertInlines(block.children)
  }
}

function assertInlines(inlines: readonly Inline[]): void {
  for (const inline of inlines) {
    assert.ok(['text', 'strong', 'emphasis', 'link', 'break'].includes(inline.kind), inline.kind)
    if (inline.kind === 'link') assert.match(inline.href, /^(?:https?|mailto|tel):/)
    if ('children' in inline) assertInlines(inline.children)
  }
}

test.run()
