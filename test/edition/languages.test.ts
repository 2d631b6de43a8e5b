import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../src/diagnostics/index.js'
import {
  briefLanguages,
  closestBriefLanguage,
  type Edition,
  NOT_VERIFIED_MARK,
  ProseText,
  selectEdition,
} from '../../src/edition/index.js'
import { audienceOf, briefOf, NO_EVIDENCE } from './support.js'

const open = audienceOf('public', 'clearance: TLP:CLEAR')
const press = audienceOf('press', 'clearance: TLP:CLEAR')

function select(yaml: string, lang?: string, audience = open, evidence = NO_EVIDENCE): Edition {
  const findings = new Findings()
  const edition = selectEdition(briefOf(yaml), evidence, audience, findings.report, new Set(), { lang })
  assert.equal(findings.all, [])
  if (!edition) throw new Error('nothing may be shown')
  return edition
}

/** A text with the language that it is marked with, if it is. */
function said(value: unknown): string {
  if (!(value instanceof ProseText)) return String(value)
  return value.untranslated ? `${value} (${value.untranslated.lang})` : String(value)
}

test('a brief can be printed in its own language and in those of its wordings', () => {
  const wordings = `
issue: { default: A, public.fr: B, pt-BR: C }
key_facts: [{ fact: { default: A, es: B, pt-br: C } }, { fact: { default: A, en: B, press: C } }]
`
  assert.equal(briefLanguages(briefOf(wordings)), ['en', 'es', 'fr', 'pt-BR'])
  assert.equal(briefLanguages(briefOf(`lang: pt-BR${wordings}`)), ['pt-BR', 'en', 'es', 'fr'])
  assert.equal(briefLanguages(briefOf('lang: nl')), ['nl'])
})

test('who asks for a language is served by the same, by the general one, or by that of another region', () => {
  const brief = briefOf('issue: { default: A, es: B, es-MX: C, pt-BR: D, zh-Hant: E }')
  for (const [asked, served] of [
    ['en', 'en'],
    ['en-GB', 'en'],
    ['es', 'es'],
    ['es-mx', 'es-MX'],
    ['es-AR', 'es'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['ES', 'es'],
    ['fr', undefined],
    ['e', undefined],
    ['', undefined],
  ] as const)
    assert.is(closestBriefLanguage(brief, asked), served, asked)
})

const ALL = '{ default: d, public: p, es: s, public.es: ps, es-MX: m, press.fr: f, en: e }'

for (const [wordings, lang, chosen] of [
  // an audience in a language, a language, an audience, all
  [ALL, 'es', 'ps'],
  ['{ default: d, public: p, es: s }', 'es', 's'],
  ['{ default: d, public: p, press.es: x }', 'es', 'p (en)'],
  ['{ default: d, press: x }', 'es', 'd (en)'],
  ['d', 'es', 'd (en)'],
  // of the languages the nearest
  ['{ default: d, es: s, es-MX: m }', 'es-MX', 'm'],
  ['{ default: d, es: s, es-MX: m }', 'es-AR', 's'],
  ['{ default: d, es-MX: m }', 'es', 'm'],
  ['{ default: d, public.es-MX: x, es: s }', 'es', 's'],
  ['{ default: d, es-mx: m }', 'es-MX', 'm'],
  // the language of the brief
  ['{ default: d, public: p, es: s }', undefined, 'p'],
  ['{ default: d, public: p, es: s }', 'en', 'p'],
  ['{ default: d, es: s, press: x }', 'en', 'd'],
  ['{ default: d, en: e }', 'en', 'e'],
  ['{ default: d, en: e }', 'es', 'e (en)'],
  ['{ default: d, en: e, public: p }', 'en', 'p'],
  ['{ default: d, public.en: x, public: p }', 'en', 'x'],
  ['{ default: d, en-GB: g }', 'en', 'd'],
  ['{ default: d, en-GB: g }', 'en-GB', 'g'],
  ['{ default: d, en-GB: g }', 'en-US', 'd'],
] as const)
  test(`of ${wordings} the public reads ${chosen} in ${lang ?? 'the language of the brief'}`, () => {
    assert.is(said(select(`issue: ${wordings}`, lang).data.issue), chosen)
  })

test('an audience may have the letters of a language', () => {
  const brief = { ...briefOf('issue: { default: d, es: s }'), knownAudiences: ['es', 'public'] }
  assert.equal(briefLanguages(brief), ['en'])
  assert.is(closestBriefLanguage(brief, 'es'), undefined)
})

test('a field that lacks a wording is known by its key', () => {
  const { data } = select(
    'key_facts:\n  - fact: { default: A, press: B }\n  - C\nissue: { default: D, es: E }',
    'es',
  )
  const [first, second] = data.key_facts as { fact: ProseText }[]
  const lacking = [first?.fact.untranslated, second?.fact.untranslated].map(each => {
    const { line, column } = each?.place.file.position(each.place.range.start) ?? {}
    return `${line}:${column} ${each?.field} ${each?.lang} ${each?.wanted}`
  })
  assert.equal(lacking, ['4:5 fact en es', '5:5 fact en es'])
})

test('the edition is in the language of its reader, and knows where the brief names it', () => {
  const yaml = 'lang: de\nissue:\n  default: A\n  es: B'
  const placed = (lang?: string) => {
    const edition = select(yaml, lang)
    return `${edition.lang} ${edition.langPlace?.file.position(edition.langPlace.range.start).line}`
  }
  assert.equal([placed(), placed('de'), placed('es')], ['de 3', 'de 3', 'es 6'])
  assert.is(select('issue: A').langPlace, undefined)
})

test('a title for one edition gives way to the title of the brief in the language of the reader', () => {
  const titleOf = (yaml: string, lang?: string) => said(select(yaml, lang).data.title)
  const override = 'audiences: [{ audience: public, title: { default: Ours, fr: Le nôtre } }]'
  assert.is(titleOf(override), 'Ours')
  assert.is(titleOf(override, 'fr'), 'Le nôtre')
  assert.is(titleOf(`${override}\nissue: { default: A, es: B }`, 'es'), 'Ours (en)')
  const brief = briefOf(override)
  const data = { ...brief.data, title: { default: 'Affair', es: 'Asunto' } }
  const edition = selectEdition({ ...brief, data }, NO_EVIDENCE, open, () => {}, new Set(), { lang: 'es' })
  assert.is(said(edition?.data.title), 'Asunto')
})

test('a quotation is in the language of the brief unless it says so, and needs no translation into its own', () => {
  const quote = (fields: string, lang?: string) => {
    const yaml = `sources: [{ id: s, title: S }]\nquotes: [{ text: w, source: s, ${fields} }]`
    const [view] = select(yaml, lang).data.quotes as { lang?: string; translation?: unknown }[]
    return `${view?.lang} ${said(view?.translation)}`
  }
  assert.is(quote('translation: t'), 'undefined t')
  assert.is(quote('lang: es, translation: t'), 'es t')
  assert.is(quote('translation: t', 'es'), 'en undefined')
  assert.is(quote('translation: { default: t, es: u }', 'es'), 'en u')
  assert.is(quote('translation: { default: t, es: u }'), 'undefined undefined')
  assert.is(quote('lang: es, translation: t', 'es'), 'es undefined')
  assert.is(quote('lang: en, translation: t'), 'en t')
  assert.is(quote('lang: es, translation: { default: t, es: u }', 'es'), 'es undefined')
  assert.is(quote('lang: fr, translation: t', 'es'), 'fr t (en)')
})

test('what is not proved in a wording is marked there', () => {
  const yaml = 'issue: { default: A, public.es: dijo “no vamos a ir” ayer }'
  const evidence = {
    ...NO_EVIDENCE,
    unprovedIn: (path: readonly unknown[]) =>
      path.join() === 'issue,public.es' ? [{ start: 6, end: 19 }] : [],
  }
  assert.is(
    said(select(yaml, 'es', open, evidence).data.issue),
    `dijo “no vamos a ir”${NOT_VERIFIED_MARK} ayer`,
  )
  assert.is(said(select(yaml, 'es', press, evidence).data.issue), 'A (en)')
})

test('texts that print alike are alike in JSON, wherever they stand, and others are not', () => {
  const json = (yaml: string, lang?: string) => JSON.stringify(select(yaml, lang).data.issue)
  assert.is(
    json('issue: { default: x, es: A }', 'es'),
    json('background: b\nissue: { default: y, es: A }', 'es'),
  )
  assert.is.not(json('issue: { default: A, es: A }', 'es'), json('issue: A', 'es'))
  assert.is.not(json('issue: "{{recipient.a}}"'), json('issue: "{{recipient.b}}"'))
})

test.run()
