import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { pictureNames } from '../../../src/serve/build/picture-names.js'
import { assertGrowsLinearly } from '../../support/growth.js'

test('paths of pictures are found in YAML, Markdown and HTML', () => {
  const texts = [
    'logo: marks/emblem.svg\nword_styles: "house.docx"\nimages:\n  - {id: a, file: pictures/a.png, alt: A}\n',
    'See ![the map](maps/map.JPG) and ![](b.jpeg){width=50%}.',
    '<img src="dots/dot.png" alt="x"> <img src=c.png>',
    'no picture.pngs, nor .png',
  ]
  assert.equal(pictureNames(texts), [
    'marks/emblem.svg',
    'house.docx',
    'pictures/a.png',
    'maps/map.JPG',
    'b.jpeg',
    'dots/dot.png',
    'c.png',
  ])
})

test('a long run of letters takes time that grows with its length alone', () => {
  const look = (size: number) => assert.equal(pictureNames(['a.pn'.repeat(size / 4)]), [])
  assertGrowsLinearly(look, 1_000_000)
})

test.run()
