import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { present } from '../../src/diagnostics/index.js'
import { bannersOf, compareWithClearance } from '../../src/edition/classification.js'
import { markingsOf, TLP } from '../support/markings.js'

const LABELS = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED']

function compare(marking: string, clearance: readonly string[], markings = markingsOf('tlp', 'uk', 'us')) {
  const find = (label: string) => present(markings.find(label), label)
  return compareWithClearance(find(marking), clearance.map(find))
}

test('labels of a scheme are seen up to the clearance, in the order of the scheme', () => {
  for (const [level, marking] of LABELS.entries())
    for (const [cleared, clearance] of LABELS.entries())
      assert.is(
        compare(marking, [clearance]),
        level <= cleared ? 'within' : 'above',
        `${marking} by ${clearance}`,
      )
})

test('a clearance says nothing of schemes that it does not name', () => {
  assert.is(compare('OFFICIAL', ['TLP:RED']), 'not-compared')
  assert.is(compare('OFFICIAL', []), 'not-compared')
  assert.is(compare('OFFICIAL', ['TLP:CLEAR', 'UK:SECRET']), 'within')
  assert.is(compare('US:SECRET', ['UK:SECRET']), 'not-compared')
})

test('every caveat must be named, whatever the level', () => {
  assert.is(compare('CONFIDENTIAL//NOFORN', ['US:SECRET']), 'not-compared')
  assert.is(compare('CONFIDENTIAL//NOFORN', ['US:SECRET//ORCON']), 'not-compared')
  assert.is(compare('CONFIDENTIAL//NOFORN', ['US:SECRET//ORCON/NOFORN']), 'within')
  assert.is(compare('CONFIDENTIAL', ['US:SECRET//NOFORN']), 'within')
  assert.is(compare('US:TOP SECRET//NOFORN', ['US:SECRET']), 'above')
})

test('pages bear the highest marking of each scheme in force, with the caveats of all', () => {
  const texts = (found: readonly (string | undefined)[], markings = TLP) =>
    bannersOf(found, markings).map(({ text }) => text)
  assert.equal(texts([]), [])
  assert.equal(texts([undefined, 'TLP:GREEN', 'tlp:amber', 'TLP:CLEAR']), ['TLP:AMBER'])
  const us = markingsOf('us', 'tlp')
  assert.equal(texts(['CONFIDENTIAL//NF', 'TLP:GREEN', 'SECRET//SI//ORCON'], us), [
    'SECRET//SI//ORCON/NOFORN',
    'TLP:GREEN',
  ])
})

test('a label of two schemes stands on the page with the name of its own', () => {
  const [uk, us] = bannersOf(['US:SECRET', 'UK:SECRET'], markingsOf('uk', 'us'))
  assert.equal([uk?.text, us?.text], ['UK SECRET', 'US SECRET'])
})

test.run()
