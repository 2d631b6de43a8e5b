import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isPictureFault } from '../../../src/typeset/pictures/picture.js'
import { readPicture } from '../../support/pictures.js'

const svg = (body: string, attributes = 'viewBox="0 0 100 50"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`)

/** The operators of a drawing, those of its size aside; what it draws with. */
async function drawn(body: string, attributes?: string) {
  const picture = readPicture(svg(body, attributes))
  if (isPictureFault(picture)) throw new Error(picture.what)
  const encoded = await picture.encode()
  if (isPictureFault(encoded) || !encoded.form) throw new Error('no form')
  const { width, height, form } = encoded
  return { size: [width, height], operators: form.operators, form }
}

function fault(source: Uint8Array): [what: string, cure: string] {
  const picture = readPicture(source)
  if (!isPictureFault(picture)) throw new Error('it can be drawn')
  return [picture.what, picture.cure]
}

test('a drawing has the size that it says, or that of its view box', async () => {
  assert.equal((await drawn('')).size, [100, 50])
  assert.equal((await drawn('', 'width="72pt" height="1in"')).size, [96, 96])
  assert.equal((await drawn('', 'width="200" viewBox="0 0 100 50"')).size, [200, 100])
  assert.equal((await drawn('', 'height="10" viewBox="0 0 100 50"')).size, [20, 10])
  assert.equal((await drawn('', 'width="100%" height="100%" viewBox="5 5 30 30"')).size, [30, 30])
  assert.equal((await drawn('', 'width="100" height="100" viewBox="0 0 100 50"')).operators.slice(0, 2), [
    '1 0 0 -1 0 100 cm',
    '1 0 0 1 0 25 cm',
  ])
})

test('shapes are filled and stroked as they are written, by attribute, rule and style', async () => {
  const { operators } = await drawn(
    '<style>.a { fill: red } #b { fill: blue; stroke: none }</style><rect class="a" width="10" height="20"/>' +
      '<path id="b" d="M0 0h10v10z" stroke="lime"/><line x2="9" style="stroke:#0f0;stroke-width:2"/>',
  )
  const text = operators.join('\n')
  assert.match(text, '1 0 0 rg\n0 0 m\n10 0 l\n10 20 l\n0 20 l\nh\nf')
  assert.match(text, '0 0 1 rg\n0 0 m\n10 0 l\n10 10 l\nh\nf')
  assert.match(text, '0 1 0 RG\n2 w')
})

test('transforms nest, and what is used stands where it is put', async () => {
  const { operators } = await drawn(
    '<defs><rect id="r" width="1" height="1"/></defs><g transform="translate(3 4) scale(2)"><use href="#r" x="5" y="6"/></g>',
  )
  assert.equal(operators.filter(operator => operator.endsWith('cm')).slice(2), [
    '2 0 0 2 3 4 cm',
    '1 0 0 1 0 0 cm',
    '1 0 0 1 5 6 cm',
    '1 0 0 1 0 0 cm',
  ])
})

test('a group with an opacity is painted as one', async () => {
  const { form } = await drawn(
    '<g opacity="0.5"><rect width="9" height="9"/><circle cx="5" cy="5" r="5"/></g>',
  )
  assert.equal(form.opacities, [0.5])
  assert.is(form.groups.length, 1)
  assert.is(form.groups[0]?.operators.filter(operator => operator === 'f').length, 2)
})

test('a gradient fills the box of its shape', async () => {
  const { form } = await drawn(
    '<linearGradient id="g"><stop stop-color="red"/><stop offset="100%" stop-color="#00f"/></linearGradient>' +
      '<rect x="10" y="5" width="20" height="40" fill="url(#g)"/>',
  )
  assert.ok(form.operators.includes('20 0 0 40 10 5 cm'))
  const [shading] = form.shadings
  assert.equal([shading?.ShadingType, shading?.Coords], [2, [0, 0, 1, 0]])
})

test('what a drawing must not hold is refused with its line, drawn or not', () => {
  const refused: readonly (readonly [body: string, named: RegExp])[] = [
    ['\n<script>alert(1)</script>', /`<script>` \(line 2\)/],
    ['<defs>\n\n<script/></defs>', /`<script>` \(line 3\)/],
    ['<rect onclick="x()" width="1" height="1"/>', /`onclick`/],
    ['<foreignObject/>', /foreignObject/],
    ['<use href="other.svg#a"/>', /`other.svg#a` outside/],
    ['<image href="http://tracker.example/x.png"/>', /tracker/],
    ['<rect fill="url(http://x.example/a#b)" width="1" height="1"/>', /x\.example/],
    ['<style>@import url(evil.css);</style>', /another file/],
    ['<style>rect { fill: url(http://x.example/a) }</style>', /another file/],
    ['<a href="javascript:alert(1)"><rect width="1" height="1"/></a>', /script in `href`/],
    ['<rect fill="&boom;"/>', /`&boom;`/],
    [`${'<g>'.repeat(201)}${'</g>'.repeat(201)}`, /nested more than 200/],
    ['<g id="a"><use href="#a"/></g>', /uses itself/],
  ]
  for (const [body, named] of refused) assert.match(fault(svg(body))[0], named, body)
  const bomb = Buffer.from(
    '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>',
  )
  assert.match(fault(bomb)[0], /declarations of its own/)
})

test('shapes that are used over and over do not take for ever', () => {
  const levels = Array.from({ length: 12 }, (_, at) =>
    at === 0
      ? '<rect id="l0" width="1" height="1"/>'
      : `<g id="l${at}">${`<use href="#l${at - 1}"/>`.repeat(10)}</g>`,
  )
  assert.match(fault(svg(`<defs>${levels.join('')}</defs><use href="#l11"/>`))[0], /more than 50000 shapes/)
})

test('what is not drawn is named, with a cure', () => {
  const cases: readonly (readonly [body: string, named: RegExp, cure: RegExp])[] = [
    ['<rect width="9" height="9" filter="url(#f)"/>', /`filter`/, /apply/],
    ['<rect width="9" height="9" fill="hsl(1 2 3)"/>', /hsl/, /#rrggbb/],
    ['<rect width="9" height="9" stroke="url(#g)"/><linearGradient id="g"/>', /stroke/, /plain colour/],
    ['<rect width="9%" height="9"/>', /`9%`/, /without a unit/],
    ['<path d="M0 0 Q"/>', /outline cannot be read/, /anew/],
    ['<g><rect</g>', /not well-formed/, /anew/],
    ['<g>', /closes nothing/, /anew/],
    ['<style>g > rect { fill: red }</style>', /selector `g > rect`/, /attributes/],
  ]
  for (const [body, named, cure] of cases) {
    const [what, how] = fault(svg(body))
    assert.match(what, named, body)
    assert.match(how, cure, body)
  }
  assert.match(
    fault(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"'))[0],
    /not a picture|not well-formed/,
  )
})

test.run()
