import { readdirSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { overlayColour } from '../../../src/typeset/theme/overlay-colour.js'
import { contrast } from '../../support/contrast.js'
import { themeNamed } from '../workspace.js'

const THEMES = readdirSync(new URL('../../../templates/themes/', import.meta.url)).map(file =>
  file.replace('.yaml', ''),
)

test('all words of the package’s themes can be read on the overlay, and it can be seen', () => {
  for (const name of THEMES) {
    const { colours, styles } = themeNamed(name)
    const tint = overlayColour({ colours, styles }) ?? ''
    const seen = contrast(tint, '#ffffff')
    assert.ok(seen >= 1.1 && seen < 1.3, `${name}: ${seen}`)
    for (const [style, settings] of Object.entries(styles)) {
      const { colour, fill } = settings as { colour?: string; fill?: string }
      if (colour === undefined || fill !== undefined) continue
      const ratio = contrast(colours[colour] ?? '', tint)
      assert.ok(ratio >= 4.5, `${name}, ${style}: ${ratio}`)
    }
    for (const colour of ['text', 'muted', 'link', 'accent', 'warning'])
      assert.ok(contrast(colours[colour] ?? '', tint) >= 4.5, `${name}, ${colour}`)
  }
})

test('it gets lighter for words that are lighter, and is none where nobody would see it', () => {
  const { colours, styles } = themeNamed('default')
  const withMuted = (muted: string) => overlayColour({ colours: { ...colours, muted }, styles })
  const [dark, light] = [withMuted('#54595f') ?? '', withMuted('#6c6c6c') ?? '']
  assert.ok(contrast(light, '#ffffff') < contrast(dark, '#ffffff'))
  assert.ok(contrast('#6c6c6c', light) >= 4.5)
  assert.is(withMuted('#767676'), undefined)
})

test('words that cannot be read on paper, and those on a ground of their own, do not count', () => {
  const { colours, styles } = themeNamed('default')
  const pale = { ...colours, pale: '#cccccc' }
  const expected = overlayColour({ colours, styles })
  assert.is(overlayColour({ colours: pale, styles: { ...styles, cite: { colour: 'pale' } } }), expected)
  const barely = { ...colours, barely: '#757575' }
  const filled = { ...styles, 'span.tag': { colour: 'barely', fill: 'tag' } }
  assert.is(overlayColour({ colours: barely, styles: filled }), expected)
  assert.is(
    overlayColour({ colours: barely, styles: { ...styles, 'span.tag': { colour: 'barely' } } }),
    undefined,
  )
})

test.run()
