import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { contrastOf } from '../../../src/brief/index.js'
import { darkColours } from '../../../src/export/html/css/dark-colours.js'
import { themeFiles, themeNamed } from '../../typeset/workspace.js'

const GROUND = '#ffffff'

/** Pairs that can be read on a light screen and not on a dark one. */
function lostPairs(light: readonly string[]): string[] {
  const dark = darkColours(light, GROUND)
  const contrast = (one: string, other: string) => contrastOf(dark.get(one) ?? one, dark.get(other) ?? other)
  return light.flatMap(one =>
    light
      .filter(other => contrastOf(one, other) >= 4.5 && contrast(one, other) < 4.5)
      .map(other => `${one} on ${other}: ${dark.get(one)} on ${dark.get(other)}`),
  )
}

for (const name of themeFiles.keys())
  test(`in the theme ${name} all that can be read on a light screen can be read on a dark one`, () => {
    const colours = Object.values(themeNamed(name).colours).map(colour => colour.toLowerCase())
    assert.equal(lostPairs([...new Set([GROUND, ...colours])]), [])
  })

test('whatever can be read on white can be read on the dark ground', () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`)
  fc.assert(
    fc.property(hex, colour => {
      fc.pre(contrastOf(colour, GROUND) >= 4.5)
      assert.equal(lostPairs([GROUND, colour]), [])
    }),
  )
})

test('the page is dark, its text light, and a colour keeps its hue', () => {
  const dark = darkColours([GROUND, '#1a1a1a', '#1d3c63'], GROUND)
  assert.ok(contrastOf(dark.get(GROUND) ?? '', '#000000') < 1.3)
  assert.ok(contrastOf(dark.get('#1a1a1a') ?? '', '#ffffff') < 1.3)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at =>
    Number.parseInt((dark.get('#1d3c63') ?? '').slice(at, at + 2), 16),
  )
  assert.ok(blue > green && green > red)
})

test.run()
