import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { loadBrief } from '../../src/brief/index.js'
import { Findings, present, SourceFile } from '../../src/diagnostics/index.js'
import { parseAudience, selectEdition } from '../../src/edition/index.js'
import { findNodes, renderEdition } from '../../src/markup/index.js'
import { layOut } from '../../src/typeset/index.js'
import { isReadElement, readStructure, spokenText } from '../../src/typeset/outline/read-structure.js'
import { NO_EVIDENCE } from '../edition/support.js'
import { packagedPartials } from '../support/briefs.js'
import { libraryOf } from '../support/edition.js'
import { TLP } from '../support/markings.js'
import { styleOf, themeNamed } from '../typeset/workspace.js'

const LIBRARY = libraryOf(packagedPartials())
const TEMPLATE = `---
title: Test
description: For a test.
page: { size: a4, margins: { top: 20, right: 20, bottom: 20, left: 20 } }
limit: 9
type: { size: 10, floor: 9 }
clearance: TLP:CLEAR
languages: [en, fr]
sections: [background, key_facts]
---
<h1>{{title}}</h1>
{{#parallel}}
{{#section "background"}}{{paragraphs background}}{{/section}}
{{#section "key_facts"}}<ul>{{#each key_facts}}<li>{{fact}}</li>{{/each}}</ul>{{/section}}
{{> free-content}}
{{/parallel}}
`
const AUDIENCE = present(
  parseAudience(new SourceFile('templates/public.hbs', TEMPLATE), 'public', () => {}, TLP),
  'audience',
)

/** How many words a text has in each language. */
const lengths = fc.tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 120 }))
const affair = fc.record({
  background: fc.array(lengths, { minLength: 1, maxLength: 6 }),
  facts: fc.array(lengths, { maxLength: 5 }),
  section: fc.option(lengths),
})

let count = 0
/** Words that tell which language they are of, and no two of them alike. */
const wordsOf = (lang: 'en' | 'fr', length: number) =>
  Array.from({ length }, () => `${lang}${count++}`).join(' ')

function briefOf({
  background,
  facts,
  section,
}: typeof affair extends fc.Arbitrary<infer Value> ? Value : never) {
  const both = (indent: string, texts: readonly (readonly [number, number])[]) =>
    (['en', 'fr'] as const)
      .map((lang, at) => {
        const paragraphs = texts.map(text => `${indent}  ${wordsOf(lang, text[at] ?? 1)}\n`)
        return `${indent}${lang === 'en' ? 'default' : lang}: |\n${paragraphs.join('\n')}`
      })
      .join('')
  return [
    'title: Affair\nas_of: 2025-03-01\nlang: en\n',
    `background:\n${both('  ', background)}`,
    facts.length > 0
      ? `key_facts:\n${facts.map(([en, fr]) => `  - fact: { default: ${wordsOf('en', en)}, fr: ${wordsOf('fr', fr)} }\n`).join('')}`
      : '',
    section
      ? `sections:\n  - id: more\n    title: { default: More, fr: Encore }\n    body:\n${both('      ', [section, section])}`
      : '',
  ].join('')
}

const PAGES = [
  { width: 595.28, height: 841.89, margins: { top: 60, right: 50, bottom: 60, left: 50 } },
  { width: 419.53, height: 595.28, margins: { top: 50, right: 40, bottom: 50, left: 40 } },
]
const THEMES = ['default', 'compact', 'plain', 'civic', 'journal', 'ministerial', 'research', 'large-print']

function laidOut(yaml: string, style: ReturnType<typeof styleOf>) {
  const findings = new Findings()
  const file = new SourceFile('briefs/affair.yaml', yaml)
  const brief = loadBrief(file, { audiences: ['public'], markings: TLP }, findings.report)
  const edition = brief && selectEdition(brief, NO_EVIDENCE, AUDIENCE, findings.report)
  const rendered = edition && renderEdition(edition, LIBRARY, findings.report)
  const pages = rendered && layOut(rendered.document, style, { read: () => undefined }, findings.report)
  assert.equal(
    findings.all.map(({ code, message }) => `${code} ${message}`),
    [],
  )
  return { document: present(rendered, 'document').document, pages: present(pages, 'pages') }
}

test('both languages of an edition are printed whole, on lines that begin together, in all themes and sizes', () => {
  fc.assert(
    fc.property(
      affair,
      fc.constantFrom(...PAGES),
      fc.constantFrom(...THEMES),
      fc.integer({ min: 8, max: 18 }),
      (content, page, theme, typeSize) => {
        const yaml = briefOf(content)
        const style = styleOf({ theme: themeNamed(theme), page, typeSize })
        const { document, pages } = laidOut(yaml, style)
        const data = pages.asData()
        const printed = data.pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join(' ')
        const unhyphenated = printed.replaceAll(/[\u00ad-] ?/g, '')
        for (const word of new Set(yaml.match(/\b(?:en|fr)\d+\b/g)))
          assert.ok(new RegExp(`\\b${word}\\b`).test(unhyphenated), `${word} is not printed`)
        const [parallel] = findNodes(document.blocks, 'parallel')
        assert.equal(
          parallel?.columns.map(({ lang }) => lang),
          ['en', 'fr'],
        )
        const at = `${document.blocks.indexOf(present(parallel, 'parallel'))}.`
        const tops = [0, 1].map(column =>
          data.blocks
            .filter(
              ({ path, kind }) =>
                path.startsWith(`${at}${column}.`) && (kind === 'paragraph' || kind === 'heading'),
            )
            .map(({ rectangles: [first] }) => first),
        )
        const [left = [], right = []] = tops
        assert.is(left.length, right.length)
        const isBeside = left.some((first, index) => first && right[index] && first.x !== right[index].x)
        const columnWidth = (page.width - page.margins.left - page.margins.right) / 2
        if (theme === 'large-print') assert.not.ok(isBeside, 'one language after the other')
        else if (columnWidth > 14 * typeSize) assert.ok(isBeside, 'beside each other')
        if (!isBeside) return
        for (const [index, first] of left.entries()) {
          const other = right[index]
          assert.is(first?.page, other?.page)
          assert.ok(Math.abs((first?.y ?? 0) - (other?.y ?? 0)) <= 0.01, `row ${index}`)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('each column is tagged with its language, and holds the words of no other', async () => {
  await fc.assert(
    fc.asyncProperty(affair, async content => {
      const { pages } = laidOut(briefOf(content), styleOf({ typeSize: 10 }))
      const findings = new Findings()
      const pdf = present(await pages.print(findings.report), 'PDF')
      assert.equal(findings.all, [])
      const columns = readStructure(pdf)
        .root.kids.filter(isReadElement)
        .filter(({ role }) => role === 'Div')
      assert.equal(
        columns.map(({ lang }) => lang),
        ['en', 'fr'],
      )
      for (const column of columns) {
        const languages = [...spokenText(column).matchAll(/\b(en|fr)\d/g)].map(([, lang]) => lang)
        assert.equal([...new Set(languages)], [column.lang])
      }
    }),
    { numRuns: 8 },
  )
})

test.run()
