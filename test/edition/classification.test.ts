import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bannerOf, isTlp, mayBeSeen } from '../../src/edition/classification.js'

const LABELS = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED']

test('TLP labels are seen up to the clearance, in the order of the standard', () => {
  for (const [level, marking] of LABELS.entries()) {
    for (const [cleared, clearance] of LABELS.entries())
      assert.is(mayBeSeen(marking, clearance), level <= cleared, `${marking} by ${clearance}`)
  }
})

test('labels are read in any spelling, with the name that TLP 1.0 had', () => {
  assert.ok(mayBeSeen('tlp:white', 'TLP:CLEAR'))
  assert.not(mayBeSeen('Tlp: Amber + Strict', 'TLP:AMBER'))
  assert.ok(isTlp('TLP-GREEN'))
  assert.not(isTlp('TLP:PURPLE'))
})

test('what cannot be compared must be equal', () => {
  assert.ok(mayBeSeen(undefined, 'TLP:CLEAR'))
  assert.not(mayBeSeen('SECRET', 'TLP:RED'))
  assert.not(mayBeSeen('TLP:CLEAR', 'SECRET'))
  assert.ok(mayBeSeen('Official  Sensitive', 'OFFICIAL SENSITIVE'))
})

test('a banner shows the highest TLP label and every other scheme', () => {
  assert.is(bannerOf([]), undefined)
  assert.is(bannerOf([undefined, 'TLP:GREEN', 'TLP:AMBER', 'TLP:CLEAR']), 'TLP:AMBER')
  assert.is(bannerOf(['official', 'TLP:GREEN', 'OFFICIAL']), 'TLP:GREEN // OFFICIAL')
})

test.run()
