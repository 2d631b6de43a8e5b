import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../src/diagnostics/index.js'
import { type Audience, type Edition, selectEdition } from '../../src/edition/index.js'
import type { Evidence } from '../../src/evidence/index.js'
import { TLP } from '../support/markings.js'
import { audienceOf, briefOf, NO_EVIDENCE } from './support.js'

const press = audienceOf('press', 'clearance: TLP:AMBER')
const decision = audienceOf('decision', 'clearance: TLP:RED')

const ACTORS = `
actors:
  - { id: mole, name: Odile Trask, role: Go-between, audiences: [decision] }
  - { id: envoy, name: Envoy Rhys, classification: TLP:RED }
  - { id: bob, name: Bob Hale }
`
const SOURCES = `
sources:
  - { id: wire, title: Wire }
  - { id: note, title: Note of a talk, audiences: [decision] }
  - { id: cable, title: Cable, classification: TLP:RED }
`

interface Selected {
  readonly edition: Edition | undefined
  /** Findings of selecting, then what was withheld: code and line. */
  readonly found: string[]
  readonly withheld: string[]
  /** All that templates can print. */
  readonly everything: string
}

function select(yaml: string, audience = press, title = 'Affair'): Selected {
  const findings = new Findings()
  const edition = selectEdition(briefOf(yaml, TLP, title), NO_EVIDENCE, audience, findings.report)
  const at = ({ code, place }: { code: string; place: Findings['all'][number]['place'] }) => {
    const { line, column } = place.file.position(place.range.start)
    return `${line}:${column} ${code}`
  }
  return {
    edition,
    found: findings.all.map(at),
    withheld: (edition?.withheld ?? [])
      .map(at)
      .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)),
    everything: JSON.stringify(edition?.data, (key, value) => (key === 'place' ? undefined : value)),
  }
}

test('whom an audience is not shown speaks in no quotation and bears no stake', () => {
  const yaml = `${ACTORS}${SOURCES}
quotes:
  - { text: One, speaker: mole, source: wire }
  - { text: Two, speaker: [bob, mole], source: wire }
  - { text: Three, speaker: bob, source: wire }
  - { text: Four, speaker: envoy, source: wire }
stakes:
  - { stake: Trade, who: [mole, bob] }
  - { stake: Peace, who: [envoy] }
`
  const { everything, found, withheld } = select(yaml)
  assert.not.match(everything, /Odile|Go-between|mole|Rhys|envoy|One|Two|Four/)
  for (const word of ['Three', 'Trade', 'Peace', 'Bob Hale']) assert.match(everything, word)
  assert.equal(found, [
    '15:27 reference-not-for-audience',
    '16:33 reference-not-for-audience',
    '18:28 reference-above-clearance',
  ])
  assert.equal(withheld, ['20:27 reference-not-for-audience', '21:27 reference-above-clearance'])
})

test('the audience that an actor is for reads of it everywhere, and nothing is said', () => {
  const yaml = `${ACTORS}${SOURCES}
quotes: [{ text: One, speaker: mole, source: note, reported_by: Envoy Rhys }]
stakes: [{ stake: Trade, who: [mole, envoy], description: 'For Odile Trask [@cable].' }]
`
  const { everything, found, withheld } = select(yaml, decision)
  for (const word of ['Odile Trask', 'Go-between', 'Envoy Rhys', 'One', 'note', 'cable'])
    assert.match(everything, word)
  assert.equal([...found, ...withheld], [])
})

test('a field that only says who is left out with its actor, and an item that has no sense without it', () => {
  const yaml = `${ACTORS}${SOURCES}
consultation:
  - { who: mole, view: For it. }
  - { who: Odile  Trask, view: Against it. }
  - { who: Harbour board, view: Later. }
next_steps:
  - { action: Meet., owner: "**Odile Trask**" }
  - { action: Write., owner: Mole }
questions:
  - { question: Why?, to: envoy }
quotes:
  - { text: Three, speaker: bob, source: wire, reported_by: { default: Odile Trask, public: A friend } }
`
  const { everything, found, withheld } = select(yaml)
  assert.not.match(everything, /Odile|mole|For it|Against it|envoy|reported_by/)
  for (const word of ['Later', 'Meet', 'Write', 'Mole', 'Why', 'Three']) assert.match(everything, word)
  assert.equal(found, ['15:12 reference-not-for-audience', '16:12 reference-not-for-audience'])
  assert.equal(withheld, [
    '19:29 reference-not-for-audience',
    '22:27 reference-above-clearance',
    '24:61 reference-not-for-audience',
  ])
})

test('a wording for the audience names nobody if the others do', () => {
  const yaml = `${ACTORS}
next_steps: [{ action: Meet., owner: { default: Odile Trask, press: A go-between } }]
issue: { default: "What does Odile Trask want?", press: What is wanted? }
`
  const { everything, withheld } = select(yaml)
  assert.match(everything, 'A go-between')
  assert.equal(withheld, [])
})

test('a text that names a hidden actor is left out, in whatever form the name is written', () => {
  const yaml = `
actors:
  - { id: mole, name: "Zo\\u00eb O'Dell", audiences: [decision] }
  - { id: club, name: "Zoë O'Dell Society" }
  - { id: may, name: May, audiences: [decision] }
issue: "Zoe\\u0308 O’Dell’s plan."
background: Much of it is *zoë*  O'DELL, on whom the Zoë O'Dell Society is silent.
bottom_line: It may rain in Mayfair.
key_facts:
  - Nobody but May was there.
sources: [{ id: wire, title: A talk with Zoë O’Dell }]
`
  const { withheld, found, everything } = select(yaml)
  assert.equal(withheld, ['8:9 hidden-actor-named', '9:28 hidden-actor-named'])
  assert.equal(found, ['12:16 hidden-actor-named', '13:42 hidden-actor-named'])
  assert.not.match(everything, /plan|Much|Nobody|A talk with/)
  assert.match(everything, 'It may rain in Mayfair')
})

test('of an item only the field goes that names a hidden actor, or the entry of a list, where the rest has sense', () => {
  const yaml = `${ACTORS}${SOURCES}
options:
  - { name: Wait, summary: Odile Trask would like it., pros: [Cheap, Odile Trask agrees], risk: Low }
  - { name: Ask Odile Trask, risk: High }
key_facts:
  - { fact: { default: Odile Trask said so, press: It was said } }
authors: [Bob Hale, Odile Trask]
`
  const { everything, found, withheld } = select(yaml)
  assert.not.match(everything, /Odile|High/)
  for (const word of ['Wait', 'Cheap', 'Low', 'It was said', 'Bob Hale']) assert.match(everything, word)
  assert.equal(found, ['16:17 hidden-actor-named'])
  assert.equal(withheld, ['15:28 hidden-actor-named', '15:70 hidden-actor-named', '19:21 hidden-actor-named'])
})

test('a source whose title names a hidden actor is hidden with what is quoted from it', () => {
  const yaml = `${ACTORS}
sources:
  - { id: talk, title: A talk with Odile Trask }
  - { id: wire, title: Wire, container_title: The Wire }
quotes:
  - { text: One, speaker: bob, source: talk }
  - { text: Two, speaker: bob, source: wire }
issue: So it is [@talk; @wire].
`
  const { everything, found, withheld } = select(yaml)
  assert.not.match(everything, /Odile|One/)
  assert.match(everything, 'Two')
  assert.equal(found, ['13:40 reference-not-for-audience', '10:36 hidden-actor-named'])
  assert.equal(withheld, ['15:18 citation-left-out'])
})

test('an edition whose title names a hidden actor is not printed, but under another title', () => {
  const titled = (title: string, listed = '') => select(`${ACTORS}${listed}`, press, title)
  const { edition, found } = titled('What Odile Trask wants')
  assert.is(edition, undefined)
  assert.equal(found, ['1:13 title-names-hidden-actor'])
  assert.ok(titled('{ default: What Odile Trask wants, press: What is wanted }').edition)
  const own = titled('What is wanted', 'audiences: [{ audience: press, title: Odile Trask speaks }]')
  assert.equal(own.found, ['8:39 title-names-hidden-actor'])
})

test('a name that a shown actor has, too, gives nobody away', () => {
  const yaml = `
actors:
  - { id: one, name: Ann Lee, role: Go-between, audiences: [decision] }
  - { id: two, name: Ann Lee, role: Trader }
issue: What does Ann Lee want?
next_steps: [{ action: Ask., owner: Ann Lee }]
`
  const { withheld, everything } = select(yaml)
  assert.equal(withheld, [])
  assert.not.match(everything, 'Go-between')
})

test('a name is found in scripts that set no blanks between words', () => {
  const yaml = `
actors: [{ id: zhang, name: 张三, audiences: [decision] }]
issue: 据说张三会来。
`
  assert.equal(select(yaml).withheld, ['5:10 hidden-actor-named'])
  assert.not.match(select(yaml).everything, '张三')
})

test('citations of a hidden source are left out, and that is known with the text that they stand in', () => {
  const yaml = `${SOURCES}
issue: So it is [see @note, p. 3; @wire] or not [@cable].
key_facts:
  - { fact: A fact., cite: ["@note, p. 1", "@wire, p. 2"] }
`
  const { everything, withheld, found } = select(yaml)
  assert.equal(withheld, ['9:18 citation-left-out', '9:50 citation-left-out', '11:29 citation-left-out'])
  assert.equal(found, [])
  assert.match(everything, 'p. 2')
  assert.not.match(everything, 'p. 1')
})

test('a text that quotes a hidden source is found, unless a source that is shown has the words, too', () => {
  const yaml = `${SOURCES}
issue: They said “we shall see” and “we shall not”.
`
  const proof = { path: ['issue'], verdict: 'verified', speech: 'quoted', speaker: 'confirmed' } as const
  const proofs = [
    { ...proof, range: { start: 11, end: 23 }, source: 'cable' },
    { ...proof, range: { start: 30, end: 42 }, source: 'note' },
    { ...proof, range: { start: 30, end: 42 }, source: 'wire' },
  ] as unknown as Evidence['proofs']
  const found = (audience: Audience) =>
    selectEdition(briefOf(yaml), { ...NO_EVIDENCE, proofs }, audience, () => {})?.withheld.map(
      ({ code, place }) => [code, place.file.text.slice(place.range.start, place.range.end)],
    )
  assert.equal(found(press), [['hidden-source-quoted', 'we shall see']])
  assert.equal(found(decision), [])
})

test('a name is found with a genitive, with entities for blanks, and with what nobody sees in it', () => {
  const yaml = `
actors: [{ id: mole, name: Odile Trask, audiences: [decision] }]
key_facts:
  - Odile Trasks Plan
  - Odile&nbsp;Trask
  - "Odi\\u00ADle Tra\\u200Bsk"
  - Odile Traskers
`
  assert.equal(select(yaml).found, [
    '6:5 hidden-actor-named',
    '7:5 hidden-actor-named',
    '8:6 hidden-actor-named',
  ])
})

test('a figure title that names whom the audience is not shown is left out, and the others stay', () => {
  const yaml = `${ACTORS}
figure_titles: { timeline: Odile Trask came first, actors: Nobody is opposed }
`
  const { edition, withheld, everything } = select(yaml)
  assert.equal(Object.keys(edition?.data.figure_titles ?? {}), ['actors'])
  assert.not.match(everything, /Trask/)
  assert.is(withheld.length, 1)
  assert.match(select(yaml, decision).everything, /Trask came first/)
})

test('a name is found in every block of long prose, however its marks part it', () => {
  for (const block of [
    '> it was Odile\n> Trask',
    '| Who |\n|---|\n| Odile Trask |',
    'It rose[^1].\n\n[^1]: As Odile Trask had said.',
    'Odile[^1] Trask rose.\n\n[^1]: Late.',
    'Odile [@wire, para. 2] Trask rose.',
    'Odile [Trask](https://trask.example/) rose.',
    '[Odile](https://trask.example/) Trask rose.',
    '[**Odile**](https://trask.example/) [*Trask*](https://trask.example/) rose.',
    '## Odile Trask\n\nrose.',
    '![Odile Trask at sea](boat.png)',
    '![A boat](boat.png "Odile Trask at sea")',
    '1. Odile\n   Trask\n2. others',
  ]) {
    const background = block.split('\n').map(line => `  ${line}`)
    const { edition, everything } = select(`${ACTORS}${SOURCES}\nbackground: |\n${background.join('\n')}\n`)
    assert.is(edition?.data.background, undefined, block)
    assert.not.match(everything, 'Trask')
    const { edition: full } = select(
      `${ACTORS}${SOURCES}\nbackground: |\n${background.join('\n')}\n`,
      decision,
    )
    assert.ok(full?.data.background, block)
  }
})

test.run()
