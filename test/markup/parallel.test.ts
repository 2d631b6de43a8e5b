import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../src/diagnostics/index.js'
import { outlineDocument, renderHtml, renderTemplate } from '../../src/markup/index.js'
import { BriefText, editionOf, libraryOf, prose, verbatim } from '../support/edition.js'

const WORDS = {
  en: { title: prose('Pier'), as_of: '2025-03-01', key_facts: [{ fact: prose('Open') }] },
  fr: { title: prose('Quai'), as_of: '2025-03-01', key_facts: [{ fact: prose('Ouvert') }] },
}

function outline(
  template: string,
  languages: Readonly<Record<string, object>> = WORDS,
  lang = 'en',
): { readonly text: string; readonly found: readonly string[] } {
  const findings = new Findings()
  const data = (languages[lang] ?? WORDS.en) as Record<string, unknown>
  const document = renderTemplate(
    editionOf({ template, data, lang, languages }),
    libraryOf(),
    findings.report,
  )
  return {
    text: document ? outlineDocument(document) : '',
    found: findings.all.map(({ code, message }) => `${code} ${message}`),
  }
}

function columns(template: string, languages?: Readonly<Record<string, object>>, lang?: string): string {
  const { text, found } = outline(template, languages, lang)
  assert.equal(found, [])
  return text.slice(text.indexOf('parallel')).trimEnd()
}

test('what stands in `parallel` is printed in each language, with its words and dates', () => {
  const template =
    '{{#parallel}}<p>{{title}}, {{date as_of}}, {{label "interest"}}, {{lang}}, {{@root.lang}}</p>{{/parallel}}'
  const expected = `parallel 1:1
  column [en]
    paragraph: Pier, 1 March 2025, Interest, en, en
  column [fr]
    paragraph: Quai, 1er mars 2025, Intérêt, fr, fr`
  assert.is(columns(template), expected)
  assert.is(columns(template, WORDS, 'fr'), expected, 'the same in the other language')
})

test('`parallel` stands within loops and around them', () => {
  const within = '{{#each key_facts}}{{#parallel}}<p>{{fact}} {{number @index}}</p>{{/parallel}}{{/each}}'
  const around = '{{#parallel}}{{#each key_facts}}<p>{{fact}} {{number @index}}</p>{{/each}}{{/parallel}}'
  for (const template of [within, around]) {
    const text = columns(template)
    assert.match(text, /\[en\]\s+paragraph: Open 1\s+column \[fr\]\s+paragraph: Ouvert 1/)
  }
})

test('sections of a second language have ids of their own, and shares of the width are kept', () => {
  const text = columns(
    '<h1>A</h1>{{#parallel widths="45 55"}}{{#section "key_facts"}}{{#each key_facts}}<p>{{fact}}</p>{{/each}}{{/section}}{{/parallel}}',
  )
  assert.is(
    text,
    `parallel 45:55
  column [en]
    section #key_facts
      h2 #key_facts: Key facts
      paragraph: Open
  column [fr]
    section #key_facts@fr
      h2 #key_facts-2: Faits essentiels
      paragraph: Ouvert`,
  )
})

test('tables have one number in all languages, and references lead to that of their own', () => {
  const text = columns(
    '{{#parallel}}<p><ref to="tbl:a"></ref></p><table id="tbl:a"><caption>{{title}}</caption><tr><td>1</td></tr></table>{{/parallel}}',
  )
  assert.match(text, /<Table 1>\(#tbl:a\)[\s\S]*table #tbl:a 1[\s\S]*<tableau 1>|Table 1/)
  assert.match(text, /#tbl:a@fr/)
  assert.not.match(text, /ableau 2/)
})

test('an edition in a third language has both all the same', () => {
  const languages = { en: WORDS.en, fr: WORDS.fr }
  const data = { title: prose('Muelle') }
  const findings = new Findings()
  const edition = editionOf({
    template: '<h1>{{title}}</h1>{{#parallel}}<p>{{title}}</p>{{/parallel}}',
    data,
    lang: 'es',
    languages,
  })
  const html = renderHtml(edition, libraryOf(), findings.report) ?? ''
  assert.is(
    html,
    '<h1>Muelle</h1><parallel><column lang="en"><p>Pier</p></column><column lang="fr"><p>Quai</p></column></parallel>',
  )
})

test('a wording that a language lacks is found at its field, and tagged as what it is', () => {
  const brief = new BriefText('title: Pier')
  const place = brief.place('Pier')
  const text = prose('Pier')
  const untranslated = { lang: 'en', wanted: 'fr', field: 'title', place }
  const french = Object.assign(Object.create(Object.getPrototypeOf(text)), text, { untranslated })
  const { text: printed, found } = outline('{{#parallel}}<p>{{title}}</p>{{/parallel}}', {
    en: { title: text },
    fr: { title: french },
  })
  assert.match(printed, /column \[fr\]\s+paragraph: \{en\|Pier\}/)
  assert.equal(found, ['wording-missing `title` has no wording in `fr`, and is printed in `en`'])
})

for (const [what, template, languages, message] of [
  [
    'no languages',
    '{{#parallel}}<p>a</p>{{/parallel}}',
    {},
    'the front matter does not say in which languages',
  ],
  [
    'another within',
    '{{#parallel}}{{#parallel}}<p>a</p>{{/parallel}}{{/parallel}}',
    WORDS,
    '`parallel` stands in another',
  ],
  [
    'no language of a column',
    '<parallel><column><p>a</p></column></parallel>',
    WORDS,
    '`column` has no `lang`',
  ],
  [
    'a word for a language',
    '<parallel><column lang="in french"><p>a</p></column></parallel>',
    WORDS,
    '`in french` is not a value of `lang`',
  ],
  [
    'a language of `columns`',
    '<columns><column lang="fr"><p>a</p></column></columns>',
    WORDS,
    'no language of its own',
  ],
  [
    'shares',
    '{{#parallel widths="1 2 3"}}<p>a</p>{{/parallel}}',
    WORDS,
    '`1 2 3` is not a value of `widths`',
  ],
  [
    'a page break',
    '{{#parallel}}<p>a</p><page-break>{{/parallel}}',
    WORDS,
    'no page can begin in `parallel`',
  ],
] as const)
  test(`a finding says what is wrong with \`parallel\`: ${what}`, () => {
    const { found } = outline(template, languages)
    assert.ok(
      found.some(each => each.includes(message)),
      found.join('\n'),
    )
  })

test('a partial that is given parameters knows no other wordings', () => {
  const findings = new Findings()
  const library = libraryOf({ both: '{{#parallel}}<p>{{title}}{{extra}}</p>{{/parallel}}' })
  const edition = editionOf({ template: '{{> both extra=1}}', data: WORDS.en, languages: WORDS })
  renderTemplate(edition, library, findings.report)
  assert.equal(
    findings.all.map(({ code }) => code),
    ['template-failed'],
  )
})

test('names of sources and persons are the same in all languages', () => {
  const data = { authors: [verbatim('A. Vela'), verbatim('B. Ros')] }
  const text = columns('{{#parallel}}<p>{{join authors}}</p>{{/parallel}}', { en: data, fr: data })
  assert.is(text.match(/A\. Vela, B\. Ros/g)?.length, 2)
})

test.run()
