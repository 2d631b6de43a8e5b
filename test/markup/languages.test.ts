import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import { parseAudience, selectEdition } from '../../src/edition/index.js'
import { findNodes, renderHtml, renderTemplate } from '../../src/markup/index.js'
import { briefOf, NO_EVIDENCE } from '../edition/support.js'
import { template } from '../support/briefs.js'
import { libraryOf } from '../support/edition.js'
import { TLP } from '../support/markings.js'

/** Prints a brief in English through a template's body, in Spanish if no other language is asked for. */
function printed(yaml: string, body: string, lang: string | undefined = 'es') {
  const findings = new Findings()
  const file = new SourceFile('templates/public.hbs', template(body))
  const audience = parseAudience(file, 'public', findings.report, TLP)
  const edition =
    audience && selectEdition(briefOf(yaml), NO_EVIDENCE, audience, findings.report, new Set(), { lang })
  const html = edition && renderHtml(edition, libraryOf(), () => {})
  const document = edition && renderTemplate(edition, libraryOf(), findings.report)
  const found = findings.all.map(({ code, place }) => {
    const { line, column } = place.file.position(place.range.start)
    return `${line}:${column} ${code}`
  })
  return { document, html: html?.trim(), found, findings: findings.all }
}

test('words without a wording in the language of the edition say in which they are', () => {
  const yaml = 'issue: { default: "Raise *it*?", es: "¿Elevarla?" }\nbackground: "One.\\n\\n- two"'
  const { html, document, found } = printed(yaml, '<p>{{issue}}</p>{{paragraphs background}}')
  const [en, end] = ['<span lang="en">', '</span>']
  assert.is(html, `<p>¿Elevarla?</p><p>${en}One.${end}</p>\n<ul><li>${en}two${end}</li></ul>`)
  assert.is(document?.lang, 'es')
  assert.equal(
    findNodes(document?.blocks ?? [], 'span').map(({ lang }) => lang),
    ['en', 'en'],
  )
  assert.equal(
    found,
    ['4:1 wording-missing', '1:1 wording-missing'],
    'the second is the title in the metadata',
  )
})

test('nothing of that is said in the language of the brief', () => {
  const yaml = 'issue: { default: A, es: B }\nbackground: C'
  for (const lang of [undefined, 'en', 'en-GB'])
    assert.equal(printed(yaml, '<p>{{issue}} {{background}}</p>', lang === undefined ? 'en' : lang).found, [])
})

test('a field that lacks a wording is found once, and only where it is printed', () => {
  const yaml = 'issue: A\nbackground: B\nkey_facts: [C, { fact: { default: D, es: E } }]'
  const body = '<h1>{{title}}</h1><p>{{issue}} {{issue}}</p>{{#each key_facts}}<p>{{fact}}</p>{{/each}}'
  const { found, findings } = printed(yaml, body)
  assert.equal(found, ['1:1 wording-missing', '3:1 wording-missing', '5:13 wording-missing'])
  assert.equal(
    [findings[1]?.message, findings[1]?.hints, findings[1]?.severity],
    ['`issue` has no wording in `es`, and is printed in `en`', ['add a wording `es: …`'], 'warning'],
  )
})

test('citations after words in another language are joined with those of the item', () => {
  const yaml =
    'sources: [{ id: a, title: A }, { id: b, title: B }]\nkey_facts: [{ fact: "Two [@a]", cite: b }]'
  const { html, document } = printed(yaml, '{{#each key_facts}}<p>{{fact}}{{cite}}</p>{{/each}}')
  assert.is(
    html,
    '<p><span lang="en">Two</span><source-ref to="a"></source-ref><source-ref to="b"></source-ref></p>',
  )
  const [paragraph] = findNodes(document?.blocks ?? [], 'paragraph')
  assert.equal(
    paragraph?.children.map(({ kind }) => kind),
    ['span', 'reference', 'superscript', 'reference'],
  )
})

test('what templates say, and the marks of quotations, are in the language of the edition', () => {
  const yaml = 'issue: A\nsources: [{ id: s, title: S }]\nquotes: [{ text: words, source: s }]'
  const body =
    '<p>{{label "risk"}} {{date as_of}} {{lang}}</p>{{#each quotes}}<blockquote{{#if lang}} lang="{{lang}}"{{/if}}><p>{{quoted text}}</p></blockquote>{{/each}}'
  const { html, document } = printed(yaml, body)
  assert.is(html, '<p>Riesgo 1 de marzo de 2025 es</p><blockquote lang="en"><p>«words»</p></blockquote>')
  assert.is(findNodes(document?.blocks ?? [], 'quotation')[0]?.lang, 'en')
})

test('a language without a locale is found where the brief names it', () => {
  const { found, document } = printed('issue:\n  default: A\n  nl: B', '<p>{{issue}}</p>', 'nl')
  assert.equal(found, ['5:3 unknown-locale', '1:1 wording-missing'])
  assert.is(document?.lang, 'nl')
})

test.run()
