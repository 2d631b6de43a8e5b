import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../src/diagnostics/index.js'
import { type Edition, editionIn, ProseText, selectEdition } from '../../src/edition/index.js'
import { audienceOf, briefOf, NO_EVIDENCE } from './support.js'

const both = audienceOf('public', 'clearance: TLP:CLEAR\nlanguages: [en, fr]')
const one = audienceOf('public', 'clearance: TLP:CLEAR')

interface Selected {
  readonly edition: Edition | undefined
  /** Codes of findings, and of what is withheld. */
  readonly found: string[]
}

function select(yaml: string, audience = both, lang?: string): Selected {
  const findings = new Findings()
  const brief = briefOf(yaml)
  const edition = selectEdition(brief, NO_EVIDENCE, audience, findings.report, new Set(), { lang })
  const withheld = (edition?.withheld ?? []).map(({ code }) => code)
  return { edition, found: [...findings.all.map(({ code }) => code), ...withheld] }
}

/** A field in a language of the template. */
function said(edition: Edition | undefined, tag: string, field: string): string {
  const value = edition && editionIn(edition, tag).data[field]
  if (!(value instanceof ProseText)) return String(value)
  return value.untranslated ? `${value} (${value.untranslated.lang})` : String(value)
}

test('an edition has the wordings of all languages that its template declares', () => {
  const { edition } = select('lang: en\nissue: { default: A, fr: B, es: C }\nbottom_line: D')
  assert.equal([...(edition?.besides.keys() ?? [])], ['fr'])
  assert.equal(
    [said(edition, 'en', 'issue'), said(edition, 'fr', 'issue'), said(edition, 'fr', 'bottom_line')],
    ['A', 'B', 'D (en)'],
  )
  const french = select('lang: en\nissue: { default: A, fr: B }', both, 'fr').edition
  assert.equal([french?.lang, said(french, 'fr', 'issue'), said(french, 'en', 'issue')], ['fr', 'B', 'A'])
})

test('languages are those of the brief where it has them of a region', () => {
  const { edition } = select('lang: en-GB\nissue: { default: A, fr-CA: B }')
  assert.equal(
    [...(edition?.besides ?? [])].map(([tag, other]) => [tag, other.lang]),
    [['fr', 'fr-CA']],
  )
  assert.is(said(edition, 'en', 'issue'), 'A')
  assert.is(select('lang: en\nissue: A', one).edition?.besides.size, 0)
})

test('a quotation has a translation only in the languages that need one', () => {
  const { edition } = select(`
lang: en
quotes: [{ text: We stay, speaker: a, source: s, translation: { fr: Nous restons } }]
actors: [{ id: a, name: A. Vela }]
sources: [{ id: s, title: S }]`)
  const translation = (tag: string) => {
    const quotes = edition && (editionIn(edition, tag).data.quotes as { translation?: unknown }[])
    return String(quotes?.[0]?.translation)
  }
  assert.equal([translation('en'), translation('fr')], ['undefined', 'Nous restons'])
})

const HIDDEN = '\nactors: [{ id: mole, name: Odile Trask, audiences: [decision] }]'

test('whom an audience may not know is named in no language, and what names such a person in one is left out in all', () => {
  for (const wordings of [
    '{ default: Odile Trask left., fr: A }',
    '{ default: A, fr: Odile Trask est partie. }',
  ]) {
    const { edition, found } = select(`lang: en\nissue: ${wordings}\nbottom_line: B${HIDDEN}`)
    assert.equal(
      ['en', 'fr'].map(tag => said(edition, tag, 'issue')),
      ['undefined', 'undefined'],
    )
    assert.equal(found, ['hidden-actor-named'])
  }
  const undeclared = select(`lang: en\nissue: { default: A, es: Odile Trask. }${HIDDEN}`)
  assert.equal([said(undeclared.edition, 'en', 'issue'), undeclared.found], ['A', []])
})

test('an item that cannot be said in one language is said in none, and no edition has a title that names', () => {
  const { edition, found } = select(
    `lang: en\nkey_facts: [{ fact: { default: A, fr: Odile Trask. } }, { fact: B }]${HIDDEN}`,
  )
  const facts = ['en', 'fr'].map(
    tag => edition && (editionIn(edition, tag).data.key_facts as object[]).length,
  )
  assert.equal([facts, found], [[1, 1], ['hidden-actor-named']])
  const titled = briefOf(`lang: en${HIDDEN}`, undefined, '{ default: Affair, fr: Odile Trask }')
  const findings = new Findings()
  assert.is(selectEdition(titled, NO_EVIDENCE, both, findings.report), undefined)
  assert.equal(
    findings.all.map(({ code }) => code),
    ['title-names-hidden-actor'],
  )
})

test('what an edition says in one language is known for what it says in another', () => {
  const { edition } = select('lang: en\nkey_facts: [{ fact: { default: A, fr: B } }]')
  const [fact] = (edition?.data.key_facts ?? []) as { fact: ProseText }[]
  const counterparts = edition?.besides.get('fr')?.counterparts
  assert.is(String(fact && counterparts?.of(fact.fact)), 'B')
  assert.is(counterparts?.of({}), undefined)
})

test.run()
