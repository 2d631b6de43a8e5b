import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { shapeAt } from '../../src/brief/index.js'
import { shapeOfBrief } from '../../src/brief/schema/shape.js'
import { Findings } from '../../src/diagnostics/index.js'
import { type Edition, ProseText, selectEdition, Verbatim } from '../../src/edition/index.js'
import { mainFieldOf } from '../../src/edition/portion-marks.js'
import { markingsOf } from '../support/markings.js'
import { audienceOf, briefOf, NO_EVIDENCE } from './support.js'

const markings = markingsOf('tlp', 'uk', 'us')
const press = audienceOf('press', 'clearance: [TLP:RED, "UK:TOP SECRET", "US:TOP SECRET//NOFORN"]', markings)

function select(yaml: string): Edition {
  const findings = new Findings()
  const edition = selectEdition(briefOf(yaml, markings), NO_EVIDENCE, press, findings.report)
  assert.equal(findings.all, [])
  if (!edition) throw new Error('nothing may be seen')
  return edition
}

/** The portion marks of a list's main field, and of a text of the brief. */
function marksIn({ data }: Edition, field: string): (string | undefined)[] {
  const markOf = (value: unknown) =>
    value instanceof ProseText || value instanceof Verbatim ? value.portionMark : undefined
  const value = data[field]
  if (!Array.isArray(value)) return [markOf(value)]
  return value.map(item => markOf((item as Record<string, unknown>)[mainFieldOf(field) ?? '']))
}

const facts = (whole: string, ...marks: string[]) =>
  `${whole}key_facts:\n  - A fact.\n${marks.map(mark => `  - { fact: A fact., classification: ${mark} }\n`).join('')}`

test('items of a scheme without portion marks bear none', () => {
  assert.equal(marksIn(select(facts('classification: TLP:GREEN\n', 'TLP:RED')), 'key_facts'), [
    undefined,
    undefined,
  ])
})

test('of a scheme that has marked items bear one, these do and others do not', () => {
  const edition = select(facts('classification: OFFICIAL\nissue: What now?\n', '"UK:SECRET"', 'official'))
  assert.equal(marksIn(edition, 'key_facts'), [undefined, '(S)', '(O)'])
  assert.equal(marksIn(edition, 'issue'), [undefined])
})

test('of a scheme that has every portion bear one, unmarked items and texts bear that of the brief', () => {
  const yaml = facts(
    'classification: CONFIDENTIAL\nissue: What now?\n',
    'UNCLASSIFIED',
    '"US:SECRET//NF"',
    '"UK:SECRET"',
    'TLP:RED',
  )
  const edition = select(yaml)
  assert.equal(marksIn(edition, 'key_facts'), ['(C)', '(U)', '(S//NF)', '(S) (C)', '(C)'])
  assert.equal([...marksIn(edition, 'title'), ...marksIn(edition, 'issue')], ['(C)', '(C)'])
  assert.equal(
    marksIn(select(facts('', 'UNCLASSIFIED')), 'key_facts'),
    [undefined, '(U)'],
    'the brief has none',
  )
})

test('actors, stakes, quotations and sources bear theirs in their lists, and speakers none', () => {
  const edition = select(`classification: UNCLASSIFIED
actors: [{ id: ada, name: Ada, classification: CONFIDENTIAL }]
stakes: [{ stake: Trade, who: [ada] }]
sources: [{ id: note, title: A note }, { id: cable, title: A cable, classification: CONFIDENTIAL }]
quotes: [{ text: We will see., speaker: ada, source: note, classification: CONFIDENTIAL }]
`)
  assert.equal(
    ['actors', 'stakes', 'sources', 'quotes'].map(list => marksIn(edition, list)),
    [['(C)'], ['(U)'], [undefined, '(C)'], ['(C)']],
  )
  const [quote] = edition.data.quotes as { speaker: { name: Verbatim } }[]
  assert.is(quote?.speaker.name.portionMark, undefined)
})

test('every list of items has a main text that a mark can stand before', () => {
  const lists = [...shapeOfBrief().entries.keys()].filter(field => {
    const shape = shapeAt([field, 0])
    return shape?.kind === 'fields' && shape.entries.has('classification')
  })
  assert.ok(lists.length > 15)
  assert.equal(
    lists.filter(list => mainFieldOf(list) === undefined),
    [],
  )
  assert.equal(['timeline', 'actors', 'quotes', 'sources'].map(mainFieldOf), [
    'event',
    'name',
    'text',
    'title',
  ])
})

test('of free content each text is a portion, and of a picture what stands with it', () => {
  const edition = select(`classification: CONFIDENTIAL
sections: [{ id: law, title: The law, body: It holds., classification: UNCLASSIFIED }]
boxes: [{ id: way, title: The way, body: It leads on. }]
annexes: [{ id: list, title: The list, body: It goes on. }]
tables: [{ id: costs, title: Costs, columns: [{ key: year }], rows: [[2025]], note: In crowns. }]
charts: [{ id: rise, title: The rise, kind: bar, table: costs, x: year, y: year }]
images:
  - { id: pier, file: pier.png, alt: The pier, caption: The new pier, credit: The port }
  - { id: quay, file: quay.png, alt: The quay, credit: The port }
  - { id: ship, file: ship.png, alt: The ship, classification: UNCLASSIFIED }
`)
  const marked = (list: string) =>
    (edition.data[list] as Record<string, unknown>[]).map(item =>
      Object.entries(item).flatMap(([name, value]) => {
        const isText = value instanceof ProseText || value instanceof Verbatim
        return isText && value.portionMark !== undefined ? [`${name} ${value.portionMark}`] : []
      }),
    )
  assert.equal(marked('sections'), [['title (U)', 'body (U)']])
  assert.equal(marked('boxes'), [['title (C)', 'body (C)']])
  assert.equal(marked('annexes'), [['title (C)', 'body (C)']])
  assert.equal(marked('tables'), [['title (C)', 'note (C)']])
  assert.equal(marked('charts'), [['title (C)']])
  assert.equal(marked('images'), [['caption (C)'], ['credit (C)'], []])
  const [, , ship] = edition.data.images as Record<string, unknown>[]
  assert.is(String(ship?.caption), '(U)', 'a picture without words bears the mark alone')
  assert.is(String(ship?.file), 'ship.png')
})

test('templates have the marking of an item, and of the brief, in the form of its scheme', () => {
  const edition = select(facts('classification: confidential\n', '"us: secret // nf"'))
  const [, fact] = edition.data.key_facts as { classification: Verbatim }[]
  assert.is(String(fact?.classification), 'SECRET//NOFORN')
  assert.is(String(edition.data.classification), 'CONFIDENTIAL')
})

test.run()
