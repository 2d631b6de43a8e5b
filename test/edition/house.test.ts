import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import { type HouseStyle, inHouse, parseHouse } from '../../src/edition/index.js'
import { markingsOf } from '../support/markings.js'
import { AUDIENCES, audienceOf } from './support.js'

const schemes = markingsOf().known

interface Found {
  readonly house: HouseStyle
  /** The words that each finding points at, its message and its first hint. */
  readonly found: readonly (readonly [at: string, message: string, hint: string | undefined])[]
}

function houseOf(text: string | undefined): Found {
  const findings = new Findings()
  const file = text === undefined ? undefined : new SourceFile('briefwright.yaml', text)
  const house = parseHouse(
    file,
    { schemes, audiences: AUDIENCES, themes: ['civic', 'default'], locales: ['en', 'fr', 'fr-CA'] },
    findings.report,
  )
  const found = findings.all.map(({ code, place, message, hints }) => {
    assert.is(code, 'house-invalid')
    return [place.file.text.slice(place.range.start, place.range.end), message, hints[0]] as const
  })
  return { house, found }
}

const inForce = ({ house }: Found) => house.markings.inForce.map(({ name }) => name)

test('without a file, or without `markings` in it, TLP alone is in force', () => {
  assert.equal(inForce(houseOf(undefined)), ['tlp'])
  assert.equal(inForce(houseOf('clearances: { public: TLP:GREEN }\n')), ['tlp'])
})

test('the schemes that it names are in force, and its clearances replace those of templates', () => {
  const read = houseOf('markings: [uk, tlp]\nclearances:\n  public: [TLP:CLEAR, OFFICIAL]\n  press: secret\n')
  assert.equal(read.found, [])
  assert.equal(inForce(read), ['uk', 'tlp'])
  const labels = [...read.house.clearances].map(([name, all]) => [name, all.map(({ label }) => label)])
  assert.equal(labels, [
    ['public', ['TLP:CLEAR', 'OFFICIAL']],
    ['press', ['SECRET']],
  ])
})

test('its theme is that of all audiences, whatever their templates say', () => {
  const { house, found } = houseOf('theme: civic\n')
  assert.equal(found, [])
  assert.is(inHouse(audienceOf('public', 'clearance: TLP:CLEAR\ntheme: plain'), house).theme, 'civic')
  assert.is(
    inHouse(audienceOf('public', 'clearance: TLP:CLEAR\ntheme: plain'), houseOf(undefined).house).theme,
    'plain',
  )
})

test('each fault is found at its place, with what was likely meant', () => {
  const cases: readonly (readonly [yaml: string, at: string, hint: string | RegExp])[] = [
    ['marking: [tlp]', 'marking', 'did you mean `markings`?'],
    ['markings: [tpl]', 'tpl', 'did you mean `tlp`?'],
    ['markings: [uk, uk]', 'uk', 'remove one of the two'],
    ['markings: []', '[]', /name one/],
    ['clearances: { publik: TLP:CLEAR }', 'publik', 'did you mean `public`?'],
    ['clearances: { public: TLP:CLEER }', 'TLP:CLEER', 'did you mean `TLP:CLEAR`?'],
    ['clearances: { public: [TLP:CLEAR, TLP:CLEER] }', 'TLP:CLEER', 'did you mean `TLP:CLEAR`?'],
    ['clearances: { public: [TLP:CLEAR, TLP:RED] }', 'TLP:RED', /keep the higher/],
    ['clearances: { public: OFFICIAL }', 'OFFICIAL', /markings: \[tlp, uk\]/],
    ['clearances: { public: [] }', '[]', /give a label/],
    ['theme: civil', 'civil', 'did you mean `civic`?'],
    ['formats: [pfd]', 'pfd', 'did you mean `pdf`?'],
    ['formats: []', '[]', /.*/],
    ['paper: leter', 'leter', 'did you mean `letter`?'],
    ['lang: frr', 'frr', 'did you mean `fr`?'],
    ['organisation: { francais: Nous }', 'francais', /.*/],
    ['organisation: { press.english: Us }', 'press.english', /.*/],
    ['organisation: ""', '""', 'fill it in'],
    ['logo: ""', '""', /give its path/],
  ]
  for (const [yaml, at, hint] of cases) {
    const { found } = houseOf(`${yaml}\n`)
    assert.equal(
      found.map(([where]) => where),
      [at],
      yaml,
    )
    if (typeof hint === 'string') assert.is(found[0]?.[2], hint, yaml)
    else assert.match(found[0]?.[2] ?? '', hint, yaml)
  }
  assert.equal(
    houseOf('markings: [uk, us]\nclearances: { public: SECRET }\n').found.map(([, , hint]) => hint),
    ['write `UK:SECRET` or `US:SECRET`'],
  )
  assert.is(houseOf('clearances: [TLP:RED]\n').found.length, 1)
  assert.is(houseOf('clearances: { public: }\n').found.length, 1)
  assert.is(houseOf('- markings\n').found.length, 1)
  assert.is(houseOf('markings: [tlp\n').found.length, 1)
  for (const [yaml, at, message] of [
    ['markings: uk', 'uk', '`markings`: expected a list of schemes such as `[tlp, uk]`'],
    ['markings: [5]', '[5]', '`markings`: expected a list of schemes such as `[tlp, uk]`'],
    [
      'clearances: { public: 5 }',
      '5',
      '`clearances.public`: expected a label, or a list with one label of each scheme',
    ],
    [
      'clearances: { public: [[TLP:RED]] }',
      '[[TLP:RED]]',
      '`clearances.public`: expected a label, or a list with one label of each scheme',
    ],
  ] as const)
    assert.equal(
      houseOf(`${yaml}\n`).found.map(([where, what]) => [where, what]),
      [[at, message]],
    )
})

test('a clearance of a template is one label, or one of each scheme; of schemes out of force it says nothing', () => {
  const labels = (clearance: string, markings = markingsOf('tlp', 'uk')) =>
    audienceOf('press', `clearance: ${clearance}`, markings).clearance.map(({ label }) => label)
  assert.equal(labels('tlp:green'), ['TLP:GREEN'])
  assert.equal(labels('[TLP:RED, Official]'), ['TLP:RED', 'OFFICIAL'])
  assert.equal(labels('TLP:RED', markingsOf('uk')), [])
})

test.run()
