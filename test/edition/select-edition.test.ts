import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Brief } from '../../src/brief/index.js'
import { Findings } from '../../src/diagnostics/index.js'
import {
  type Audience,
  type Edition,
  ProseText,
  type SourceCitations,
  selectEdition,
} from '../../src/edition/index.js'
import type { Evidence } from '../../src/evidence/index.js'
import { markingsOf } from '../support/markings.js'
import { audienceOf, briefOf, NO_EVIDENCE } from './support.js'

const press = audienceOf('press', 'clearance: TLP:AMBER')
const open = audienceOf('public', 'clearance: TLP:CLEAR\npriority: should')

function select(yaml: string, audience: Audience): { edition: Edition | undefined; codes: string[] } {
  return selectFrom(briefOf(yaml), audience)
}

function selectFrom(brief: Brief, audience: Audience): { edition: Edition | undefined; codes: string[] } {
  const findings = new Findings()
  const edition = selectEdition(brief, NO_EVIDENCE, audience, findings.report)
  return { edition, codes: findings.all.map(finding => finding.code) }
}

/** The texts of a list's main field, as an edition shows them. */
function textsOf(edition: Edition | undefined, field: string, key: string): string[] {
  const items = (edition?.data[field] ?? []) as readonly Readonly<Record<string, unknown>>[]
  return items.map(item => String(item[key]))
}

test('an item goes to the audiences that it names', () => {
  const yaml = `
key_facts:
  - { fact: For all. }
  - { fact: For the press., audiences: [press] }
  - { fact: For the minister., audiences: [decision] }
`
  assert.equal(textsOf(select(yaml, press).edition, 'key_facts', 'fact'), ['For all.', 'For the press.'])
})

test('an item below the priority that an audience is shown is left out', () => {
  const yaml = `
key_facts:
  - { fact: Must., priority: must }
  - { fact: Unsaid. }
  - { fact: Could., priority: could }
`
  assert.equal(textsOf(select(yaml, open).edition, 'key_facts', 'fact'), ['Must.', 'Unsaid.'])
  assert.equal(textsOf(select(yaml, press).edition, 'key_facts', 'fact'), ['Must.', 'Unsaid.', 'Could.'])
})

test('nothing of an item above the clearance is in the edition', () => {
  const yaml = `
key_facts:
  - { fact: Open. }
  - { fact: Zanzibar., classification: TLP:RED }
actors:
  - { id: minister, name: Minister Quagga, classification: "TLP:AMBER+STRICT" }
sources:
  - { id: cable, title: Cable Xylophone, classification: TLP:RED }
stakes:
  - { stake: Peace, who: [minister], cite: cable }
`
  const { edition } = select(yaml, press)
  const everything = JSON.stringify(edition?.data, (key, value) => (key === 'place' ? undefined : value))
  for (const word of ['Zanzibar', 'Quagga', 'minister', 'Xylophone', 'cable', 'RED', 'STRICT'])
    assert.not.match(everything, word)
  assert.match(everything, 'Open.')
})

test('items are left out by their paths; the edition names those that it shows, but for sources', () => {
  const brief = briefOf(`
key_facts:
  - { fact: One., priority: must }
  - { fact: Two., classification: "TLP:GREEN" }
  - { fact: Three. }
timeline:
  - { date: 2025-02, event: Later. }
  - { date: 2025-01, event: Sooner., priority: could }
actors: [{ id: bob, name: Bob }]
sources: [{ id: paper, title: Paper }]
quotes: [{ text: Words, speaker: bob, source: paper }]
`)
  const without = (...paths: string[]) =>
    selectEdition(brief, NO_EVIDENCE, press, () => {}, new Set(paths)) as Edition
  const shown = (edition: Edition) => edition.items.map(({ path, priority }) => `${path} ${priority}`)
  assert.equal(shown(without()), [
    'key_facts[0] must',
    'key_facts[1] should',
    'key_facts[2] should',
    'timeline[1] could',
    'timeline[0] should',
    'actors[0] should',
    'quotes[0] should',
  ])
  const short = without('key_facts[1]', 'timeline[0]', 'actors[0]', 'sources[0]')
  assert.equal(textsOf(short, 'key_facts', 'fact'), ['One.', 'Three.'])
  assert.equal(shown(short).slice(2), ['timeline[1] could', 'quotes[0] should'])
  assert.equal(short.markings, [])
  const [quote] = short.data.quotes as { speaker: { name: unknown } }[]
  assert.is(String(quote?.speaker.name), 'Bob')
  assert.equal(textsOf(short, 'sources', 'title'), ['Paper'])
})

test('a quotation falls with a speaker or a source that may not be seen, and that is said', () => {
  const yaml = `
actors:
  - { id: ada, name: Ada, classification: TLP:RED }
  - { id: bob, name: Bob }
sources:
  - { id: cable, title: Cable, classification: TLP:RED }
  - { id: paper, title: Paper }
quotes:
  - { text: One, speaker: ada, source: paper }
  - { text: Two, speaker: bob, source: cable }
  - { text: Three, speaker: bob, source: paper }
`
  const { edition, codes } = select(yaml, press)
  assert.equal(textsOf(edition, 'quotes', 'text'), ['Three'])
  assert.equal(codes, ['reference-above-clearance', 'reference-above-clearance'])
})

test('a brief above the clearance as a whole makes no edition', () => {
  const { edition, codes } = select('classification: TLP:GREEN', open)
  assert.is(edition, undefined)
  assert.equal(codes, ['brief-above-clearance'])
})

test('a brief or an item whose marking cannot be compared with the clearance is not shown, and a finding says so', () => {
  const markings = markingsOf('tlp', 'uk')
  const cleared = audienceOf('public', 'clearance: [TLP:CLEAR, OFFICIAL]', markings)
  const facts = `
key_facts:
  - { fact: Plain. }
  - { fact: Open., classification: official }
  - { fact: Handled., classification: OFFICIAL HMG USE ONLY }
  - { fact: Closed., classification: SECRET }
`
  const shownTo = (audience: Audience, yaml: string) => {
    const { edition, codes } = selectFrom(briefOf(yaml, markings), audience)
    return [edition && textsOf(edition, 'key_facts', 'fact'), codes]
  }
  assert.equal(shownTo(cleared, facts), [['Plain.', 'Open.'], ['marking-not-compared']])
  assert.equal(shownTo(open, facts), [['Plain.'], Array(3).fill('marking-not-compared')])
  assert.equal(shownTo(open, 'classification: OFFICIAL'), [undefined, ['brief-above-clearance']])
  assert.equal(shownTo(cleared, 'classification: SECRET'), [undefined, ['brief-above-clearance']])
  assert.equal(shownTo(cleared, 'classification: OFFICIAL COMMERCIAL'), [
    undefined,
    ['brief-above-clearance'],
  ])
})

test('each audience reads its own wording, with the place of that wording', () => {
  const yaml = `
issue:
  default: What now?
  public: What happens next?
`
  const { edition } = select(yaml, open)
  const issue = edition?.data.issue
  assert.instance(issue, ProseText)
  if (!(issue instanceof ProseText)) return
  assert.is(issue.markdown, 'What happens next?')
  assert.equal(issue.place.file.position(issue.place.range.start), { line: 6, column: 11 })
  assert.is(String(select(yaml, press).edition?.data.issue), 'What now?')
})

test('an empty line parts paragraphs in every style of YAML, a line break of a literal text does not', () => {
  const yaml = `
background: >-
  One
  paragraph.

  Another.
issue: |
  One
  paragraph.

  Another.
bottom_line: One
  paragraph.

  Another.
`
  const { edition } = select(yaml, press)
  for (const field of ['background', 'issue', 'bottom_line']) {
    const paragraphs = String(edition?.data[field]).trim().split('\n\n')
    assert.equal(
      paragraphs.map(text => text.replace('\n', ' ')),
      ['One paragraph.', 'Another.'],
      field,
    )
  }
})

test('a title can be given to one edition alone', () => {
  const yaml = `
audiences:
  - { audience: press, title: To the press }
  - public
`
  assert.is(String(select(yaml, press).edition?.data.title), 'To the press')
  assert.is(String(select(yaml, open).edition?.data.title), 'Affair')
})

test('the timeline stands in the order of its dates', () => {
  const yaml = `
timeline:
  - { date: 2025-02, event: Second }
  - { date: 2024, event: First }
`
  assert.equal(textsOf(select(yaml, press).edition, 'timeline', 'event'), ['First', 'Second'])
})

test('actors stand for, against or between by their support', () => {
  const yaml = `
actors:
  - { id: a, name: A, support: 2 }
  - { id: b, name: B, support: -1 }
  - { id: c, name: C, support: 0 }
  - { id: d, name: D }
`
  assert.equal(textsOf(select(yaml, press).edition, 'actors', 'stance'), [
    'for',
    'against',
    'neutral',
    'undefined',
  ])
})

test('the marked items that an edition may show are known with their places', () => {
  const yaml = `
key_facts:
  - { fact: Open. }
  - { fact: Closed., classification: TLP:GREEN }
  - { fact: Secret., classification: TLP:RED }
`
  const { edition } = select(yaml, press)
  assert.equal(
    edition?.markings.map(({ marking, place }) => [marking, place.file.position(place.range.start).line]),
    [['TLP:GREEN', 6]],
  )
})

test('the marking counts of an actor who is named without being listed', () => {
  const yaml = `
actors: [{ id: ada, name: Ada, classification: TLP:GREEN, priority: could }]
stakes: [{ stake: Trade, who: [ada] }]
`
  const { edition, codes } = select(yaml, audienceOf('press', 'clearance: TLP:AMBER\npriority: should'))
  assert.equal(textsOf(edition, 'actors', 'name'), [])
  assert.equal(
    edition?.markings.map(({ marking }) => marking),
    ['TLP:GREEN'],
  )
  assert.equal(codes, [])
})

test('a citation beside a quotation is printed with the place where the quotation stands', () => {
  const yaml = `
issue: He said so [@cable, para. 9].
key_facts:
  - { fact: A fact., cite: ['@cable, para. 9', '@cable, p. 1'] }
sources:
  - { id: cable, title: Cable }
`
  const evidence: Evidence = {
    ...NO_EVIDENCE,
    corrections: [
      { path: ['issue'], range: { start: 26, end: 27 }, number: '4' },
      { path: ['key_facts', 0, 'cite', 0], range: { start: 14, end: 15 }, number: '12' },
    ],
  }
  const edition = selectEdition(briefOf(yaml), evidence, press, new Findings().report)
  assert.is(String(edition?.data.issue), 'He said so [@cable, para. 4].')
  const [fact] = (edition?.data.key_facts ?? []) as readonly { readonly cite: SourceCitations }[]
  assert.equal(
    fact?.cite.list.map(({ locator }) => locator),
    ['para. 12', 'p. 1'],
  )
})

test.run()
