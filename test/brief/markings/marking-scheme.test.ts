import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MarkingSchemes, parseMarkingScheme } from '../../../src/brief/index.js'
import { contrastOf } from '../../../src/brief/markings/contrast.js'
import { Findings, SourceFile } from '../../../src/diagnostics/index.js'
import { markingsOf } from '../../support/markings.js'

const HOUSE = `title: Marks of the house
source: Handbook, chapter 4
levels:
  - { label: OPEN, portion: O, colours: { text: "#1a1a1a" } }
  - { label: CLOSED, portion: C, colours: { text: "#ffffff", ground: "#5a1a5a" } }
`

/** What is found in a scheme, as the words it points at and the message. */
function found(text: string, name = 'house'): (readonly [at: string, message: string])[] {
  const findings = new Findings()
  const scheme = parseMarkingScheme(
    new SourceFile(`templates/markings/${name}.yaml`, text),
    name,
    findings.report,
  )
  assert.is(scheme === undefined, findings.failed)
  assert.ok(findings.all.every(({ code }) => code === 'marking-scheme-invalid'))
  return findings.all.map(
    ({ place, message }) => [text.slice(place.range.start, place.range.end), message] as const,
  )
}

test('a scheme has levels, and what it does not say has a value', () => {
  const findings = new Findings()
  const scheme = parseMarkingScheme(new SourceFile('house.yaml', HOUSE), 'house', findings.report)
  assert.equal(findings.all, [])
  assert.equal(
    scheme?.levels.map(({ label }) => label),
    ['OPEN', 'CLOSED'],
  )
  assert.equal(
    [scheme?.position, scheme?.align, scheme?.portion_marks, scheme?.caveats],
    ['both', 'center', 'none', []],
  )
})

test('levels need nothing but labels', () => {
  const file = new SourceFile('templates/markings/own.yaml', 'levels: [{ label: Open }, { label: Shut }]\n')
  const findings = new Findings()
  const scheme = parseMarkingScheme(file, 'own', findings.report)
  assert.equal(findings.all, [])
  const marking = new MarkingSchemes(scheme ? [scheme] : []).find('shut')
  assert.equal([marking?.label, marking?.portion, marking?.level], ['Shut', 'Shut', 1])
})

test('all that is wrong with a scheme is found at its own place', () => {
  assert.equal(
    found(HOUSE.replace('title:', 'titel:')).map(([at]) => at),
    ['titel'],
  )
  const inLevel = found(HOUSE.replace('portion: O,', 'portoin: O,'))
  assert.is(inLevel[0]?.[0], 'portoin')
  assert.is(inLevel[0]?.[1], 'unknown key `portoin`')
  assert.equal(found(HOUSE.replace('"#1a1a1a"', 'black')), [
    ['black', '`levels.0.colours.text`: expected a colour such as `"#c8102e"`, in quotation marks'],
  ])
  assert.is(found(HOUSE.replace('CLOSED', 'open')).at(0)?.[1], 'the label `open` appears twice')
  assert.is(found(HOUSE.replace('portion: C', 'portion: O')).at(0)?.[1], 'the portion mark `O` appears twice')
  assert.is(found(HOUSE.replace('CLOSED', '":"')).length, 1)
  assert.is(
    found(HOUSE.replace(/levels:[\s\S]*/, 'levels: []\n')).at(0)?.[1],
    '`levels`: expected at least one level',
  )
  assert.is(found(HOUSE.replace(/levels:[\s\S]*/, '')).at(0)?.[1], '`levels` is missing')
  assert.is(found(`${HOUSE}align: middle\n`).at(0)?.[0], 'middle')
  assert.is(
    found(`${HOUSE}caveats: [{ label: CLOSED, portion: X }]\n`).at(0)?.[1],
    'the label `CLOSED` appears twice',
  )
  assert.is(found(HOUSE, 'My marks').at(0)?.[1], '`My marks` cannot name a marking scheme')
})

test('colours that cannot be read on their ground are refused', () => {
  const grey = (text: string) => found(HOUSE.replace('#1a1a1a', text))
  assert.equal(grey('#767676'), [], '4.5:1 on white')
  assert.equal(grey('#777777'), [
    ['"#777777"', 'the colours of `OPEN` have a contrast of 4.5:1, less than 4.5:1'],
  ])
  assert.is(found(HOUSE.replace('#5a1a5a', '#d0a0d0')).length, 1)
})

test('the contrast of colours is that of WCAG', () => {
  assert.is(contrastOf('#000000', '#ffffff'), 21)
  assert.is(contrastOf('#c8102e', '#C8102E'), 1)
  assert.is(contrastOf('#ffffff', '#0033a0').toFixed(1), '10.6')
})

test('each scheme of the package names its public source, and its labels can be read', () => {
  for (const { name, source, levels } of markingsOf('tlp', 'uk', 'us').inForce) {
    assert.match(source ?? '', /^https:\/\//, name)
    for (const { label, colours } of levels)
      assert.ok(contrastOf(colours.text, colours.ground ?? '#ffffff') >= 4.5, label)
  }
})

test.run()
