import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isPictureFault, type Picture } from '../../../src/typeset/pictures/picture.js'
import { loadSvg, readPicture } from '../../../src/typeset/pictures/read-picture.js'
import { fonts } from '../workspace.js'

await loadSvg()

const FAMILIES = ['Source Serif 4', 'Source Sans 3', 'Noto Sans', 'Noto Sans Hebrew']

const read = (body: string, families = FAMILIES) =>
  readPicture(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">${body}</svg>`), {
    fonts,
    families,
  })

function picture(body: string): Picture {
  const found = read(body)
  if (isPictureFault(found)) throw new Error(found.what)
  return found
}

/** The bounds of each filled outline of a drawing, left, top, right, bottom, and its colour. */
async function outlines(body: string) {
  const encoded = await picture(body).encode()
  if (isPictureFault(encoded) || !encoded.form) throw new Error('no form')
  const found: { colour: string; box: [number, number, number, number] }[] = []
  let points: number[][] = []
  let colour = ''
  for (const operator of encoded.form.operators) {
    const words = operator.split(' ')
    const name = words.at(-1)
    if (name === 'rg') colour = words.slice(0, 3).join(' ')
    if (name === 'm' || name === 'l' || name === 'c') points.push(words.slice(-3, -1).map(Number))
    if (name !== 'f') continue
    const [xs, ys] = [points.map(([x = 0]) => x), points.map(([, y = 0]) => y)]
    found.push({ colour, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] })
    points = []
  }
  return found
}

const boxes = async (body: string) => (await outlines(body)).map(({ box }) => box)
const near = (actual: number | undefined, expected: number, within = 0.6) =>
  assert.ok(Math.abs((actual ?? Number.POSITIVE_INFINITY) - expected) <= within, `${actual}, not ${expected}`)

/** The advance of a text in a face, as shaping tells it. */
const advance = (text: string, size: number, style: 'normal' | 'bold' = 'normal') => {
  const face = fonts.get('Source Sans 3')?.[style]
  if (!face) throw new Error('no face')
  return (face.shape(text, { lang: 'und', rightToLeft: false, noLigatures: false }).width * size) / 1000
}

test('text is drawn in outlines of its glyphs: on its baseline, as high as its size', async () => {
  const [box] = await boxes('<text x="50" y="100" font-size="40">H</text>')
  const face = fonts.get('Source Sans 3')?.normal
  near(box?.[3], 100)
  near(box?.[1], 100 - ((face?.metrics.capHeight ?? 0) * 40) / 1000)
  assert.ok((box?.[0] ?? 0) > 50 && (box?.[2] ?? 0) < 50 + advance('H', 40))
})

test('text is anchored at its start, its middle or its end', async () => {
  const width = advance('HHH', 20)
  const [start, middle, end] = await Promise.all(
    ['start', 'middle', 'end'].map(anchor =>
      boxes(`<g text-anchor="${anchor}"><text x="200" y="50" font-size="20">HHH</text></g>`),
    ),
  )
  const left = start?.[0]?.[0] ?? 0
  near(middle?.[0]?.[0], left - width / 2, 0.01)
  near(end?.[0]?.[0], left - width, 0.01)
})

test('parts follow one another, are moved, or begin at places of their own', async () => {
  const [first, second] = await outlines(
    '<text x="10" y="50" font-size="20" fill="#00f">HH<tspan fill="red" font-weight="bold">HH</tspan></text>',
  )
  assert.equal([first?.colour, second?.colour], ['0 0 1', '1 0 0'])
  const bold = (await boxes('<text font-size="20" font-weight="700">HH</text>'))[0]?.[0] ?? 0
  near(second?.box[0], 10 + advance('HH', 20) + bold, 0.01)
  const [plain, moved, below, placed] = await boxes(
    '<text x="10" y="50" font-size="20">H<tspan dx="5" dy="-3">H</tspan>' +
      '<tspan x="10" dy="1.5em">H</tspan><tspan x="99 150" y="7">HH</tspan></text>',
  )
  near(moved?.[0], (plain?.[0] ?? 0) + advance('H', 20) + 5, 0.01)
  near(moved?.[3], 47)
  near(below?.[0], plain?.[0] ?? 0, 0.01)
  near(below?.[3], 77)
  near(placed?.[3], 7)
})

test('letters are spaced out, and spaces in a row are one', async () => {
  const width = async (body: string) => {
    const [box] = await boxes(body)
    return (box?.[2] ?? 0) - (box?.[0] ?? 0)
  }
  const plain = await width('<text font-size="20">HH H</text>')
  near(await width('<text font-size="20">\n  HH \n <tspan/>  H </text>'), plain, 0.01)
  near(await width('<text font-size="20" letter-spacing="3">HH H</text>'), plain + 9, 0.01)
  near(await width('<text font-size="20" word-spacing=".5em">HH H</text>'), plain + 10, 0.01)
  assert.ok((await width('<text font-size="20" xml:space="preserve">HH  H</text>')) > plain)
})

test('text is transformed, stroked and faded as shapes are', async () => {
  const encoded = await picture(
    '<g transform="rotate(90)"><text font-size="2em" fill="none" stroke="red" opacity=".5">H</text></g>',
  ).encode()
  if (isPictureFault(encoded)) throw new Error('a fault')
  assert.ok(encoded.form?.operators.includes('0 1 -1 0 0 0 cm'))
  assert.equal(encoded.form?.opacities, [0.5])
  const group = encoded.form?.groups[0]?.operators ?? []
  assert.ok(group.includes('S') && !group.includes('f'))
})

test('the family asked for is taken where it is declared, else the nearest of the theme, which is told', () => {
  const cases: readonly (readonly [asked: string, family: string, standsFor: string | undefined])[] = [
    ['font-family="Public Sans"', 'Public Sans', undefined],
    ['font-family="Frutiger, \'public sans\', serif"', 'Public Sans', 'Frutiger'],
    ['font-family="DejaVu Sans"', 'Source Sans 3', 'DejaVu Sans'],
    ['font-family="Times New Roman"', 'Source Serif 4', 'Times New Roman'],
    ['font-family="sans-serif"', 'Source Sans 3', 'sans-serif'],
    ['style="font: italic 600 12px/1.5 Georgia, serif"', 'Source Serif 4', 'Georgia'],
    ['class="a"', 'Source Serif 4', 'Bodoni MT'],
  ]
  for (const [asked, family, standsFor] of cases) {
    const { families, standIns } = picture(
      `<style>.a { font-family: 'Bodoni MT' }</style>\n<text ${asked}>Dam</text>`,
    )
    assert.equal(families, [family], asked)
    const expected = { asked: standsFor, family, lacks: undefined, line: 2 }
    assert.equal(standIns, standsFor === undefined ? [] : [expected], asked)
  }
  assert.equal(picture('<text>Dam</text>').standIns?.[0]?.asked, undefined)
  assert.equal(picture('<text font-family="Source Sans 3">Dam שלום</text>'.replace('Dam ', '')).families, [
    'Noto Sans Hebrew',
  ])
})

test('the same drawing is set anew for a theme of other families', () => {
  const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>A</text></svg>')
  const familiesIn = (families: readonly string[]) => {
    const found = readPicture(bytes, { fonts, families })
    return isPictureFault(found) ? [] : found.families
  }
  assert.equal(familiesIn(['Public Sans']), ['Public Sans'])
  assert.equal(familiesIn(['Newsreader']), ['Newsreader'])
})

test('text that would not look as it is written is refused at its line', () => {
  const cases: readonly (readonly [body: string, named: RegExp])[] = [
    ['<path id="p" d="M0 0h9"/>\n<text><textPath href="#p">A</textPath></text>', /`<textPath>`.*\(line 2\)/],
    ['<text>A\n<tref href="#p"/></text>', /`<tref>`.*\(line 2\)/],
    ['<text textLength="40">A</text>', /`textLength` on `<text>`/],
    ['<text>A<tspan rotate="10">B</tspan></text>', /`rotate` on `<tspan>`/],
    ['<text text-decoration="underline">A</text>', /`text-decoration` is `underline`/],
    ['<text>A<tspan baseline-shift="super">2</tspan></text>', /`baseline-shift` is `super`/],
    ['<g writing-mode="tb"><text>A</text></g>', /`writing-mode` is `tb`/],
    ['<text font-variant="small-caps">A</text>', /`font-variant`/],
    ['<text>水</text>', /character `水`/],
    ['<text>Dam שלום</text>', /right to left/],
    ['<text font-size="big">A</text>', /`big`/],
    ['<tspan>A</tspan>', /`<tspan>`/],
    [
      '<clipPath id="c"><text>A</text></clipPath><rect clip-path="url(#c)" width="9" height="9"/>',
      /plain shapes/,
    ],
    [`<text>${'A'.repeat(50_001)}</text>`, /more than 50000 shapes/],
  ]
  for (const [body, named] of cases) {
    const found = read(body)
    if (!isPictureFault(found)) throw new Error(`it is drawn: ${body}`)
    assert.match(found.what, named, body)
  }
})

test.run()
