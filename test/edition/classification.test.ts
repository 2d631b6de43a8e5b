import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bannerLabel, isTlpMarking, isWithinClearance } from '../../src/edition/classification.js'

const LABELS = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED']

test('TLP labels are seen up to the clearance, in the order of the standard', () => {
  for (const [level, marking] of LABELS.entries()) {
    for (const [cleared, clearance] of LABELS.entries())
      assert.is(isWithinClearance(marking, clearance), level <= cleared, `${marking} by ${clearance}`)
  }
})

test('labels are read in any spelling, with the name that TLP 1.0 had', () => {
  assert.ok(isWithinClearance('tlp:white', 'TLP:CLEAR'))
  assert.not(isWithinClearance('Tlp: Amber + Strict', 'TLP:AMBER'))
  assert.ok(isTlpMarking('TLP-GREEN'))
  assert.not(isTlpMarking('TLP:PURPLE'))
})

test('what cannot be compared must be equal', () => {
  assert.ok(isWithinClearance(undefined, 'TLP:CLEAR'))
  assert.not(isWithinClearance('SECRET', 'TLP:RED'))
  assert.not(isWithinClearance('TLP:CLEAR', 'SECRET'))
  assert.ok(isWithinClearance('Official  Sensitive', 'OFFICIAL SENSITIVE'))
})

test('a banner shows the highest TLP label and every other scheme', () => {
  assert.is(bannerLabel([]), undefined)
  assert.is(bannerLabel([undefined, 'TLP:GREEN', 'TLP:AMBER', 'TLP:CLEAR']), 'TLP:AMBER')
  assert.is(bannerLabel(['official', 'TLP:GREEN', 'OFFICIAL']), 'TLP:GREEN // OFFICIAL')
})

test.run()
