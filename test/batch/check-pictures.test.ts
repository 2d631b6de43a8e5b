import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { findingsOf, workspace } from '../support/workspace.js'
import { makeJpeg, png } from '../typeset/pictures.js'

const SVG = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${body}<path d="M0 0h9v9z"/></svg>`
const SCRIPT = SVG('<script>alert(1)</script>')
const BODY = '<h1>{{title}}</h1>{{paragraphs background}}{{#each images}}{{> image}}{{/each}}{{> letterhead}}'

/** A PNG whose head is right and whose pixels are not. */
function brokenPixels(): Uint8Array {
  const bytes = Buffer.from(png(40, 10))
  const data = bytes.indexOf('IDAT') + 4
  return bytes.fill(7, data + 2, data + 6)
}

const FILES = {
  'templates/note.hbs': template(BODY),
  'briefs/a.png': brokenPixels(),
  'briefs/b.svg': SCRIPT,
  'briefs/c.svg': SVG('<image href="a.png"/>'),
  'briefs/good.png': png(40, 10),
}
const BRIEF = `${DAM}audiences: [note]
`

/** What `check` and `build` say of a workspace, which is the same. */
async function said(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const space = workspace({ ...FILES, ...files })
  const [checked, built] = [await space.run('check', '--json'), await space.run('build', '--json')]
  const [found, printed] = [checked, built].map(outcome => {
    const { diagnostics } = JSON.parse(outcome.stdout) as { diagnostics: { severity: string }[] }
    return diagnostics.filter(({ severity }) => severity === 'error')
  })
  assert.equal(found, printed)
  assert.is(checked.status, built.status)
  return findingsOf({ ...checked, stdout: JSON.stringify({ diagnostics: found }) })
}

test('pictures of a list and of prose are opened by a check, all in one pass, and missing ones beside broken ones', async () => {
  const found = await said({
    'briefs/dam.yaml': `${BRIEF}background: |
  It was built.

  ![A wall](c.svg)
images:
  - {id: one, file: a.png, alt: A wall}
  - {id: two, file: b.svg, alt: A wall}
  - {id: three, file: gone.png, alt: A wall}
  - {id: four, file: good.png, alt: A wall}
`,
  })
  assert.equal(found, [
    'briefs/dam.yaml:9:13 image-invalid',
    'briefs/dam.yaml:11:21 image-invalid',
    'briefs/dam.yaml:12:21 image-invalid',
    'briefs/dam.yaml:13:23 file-unreadable',
  ])
})

test('so are the logo of a house, and the pictures of templates', async () => {
  const house = { 'briefs/dam.yaml': BRIEF, 'briefwright.yaml': 'logo: briefs/b.svg\n' }
  assert.equal(await said(house), ['briefwright.yaml:1:7 image-invalid'])
  const own = (src: string) =>
    template(`<h1>{{title}}</h1>\n<figure><img src="${src}" alt="A wall"></figure>`)
  const drawn = { 'briefs/dam.yaml': BRIEF, 'templates/note.hbs': own('wall.jpg') }
  assert.equal(await said(drawn), ['templates/note.hbs:11:9 file-unreadable'])
  const cut = makeJpeg({ width: 9, height: 9, levels: [9] }).subarray(0, 60)
  assert.equal(await said({ ...drawn, 'templates/wall.jpg': cut }), ['templates/note.hbs:11:9 image-invalid'])
})

test('a picture that only a wording in another language shows is opened', async () => {
  const text = `${BRIEF}background:\n  default: It stands.\n  fr: |\n    ![Un mur](b.svg)\n`
  const space = workspace({ ...FILES, 'briefs/dam.yaml': text })
  const found = findingsOf(await space.run('check', '--json'))
  assert.equal(found, ['briefs/dam.yaml:9:15 image-invalid'])
  assert.equal(
    findingsOf(await space.run('build', '--lang', 'fr', '--json')).filter(each => each.includes('image')),
    found,
  )
})

test('a picture that no audience may see is opened, too, and one that is right is no finding', async () => {
  const images = (file: string) =>
    `${BRIEF}images: [{id: one, file: ${file}, alt: A wall, classification: TLP:RED}]\n`
  const space = workspace({ ...FILES, 'briefs/dam.yaml': images('b.svg') })
  const errors = async () =>
    findingsOf(await space.run('check', '--json')).filter(each => /image|file/.test(each))
  assert.equal(await errors(), ['briefs/dam.yaml:6:26 image-invalid'])
  space.write({ 'briefs/dam.yaml': images('good.png') })
  assert.equal(await errors(), [])
})

test('all that is wrong with the style of a house is said in one pass, by every command', async () => {
  const space = workspace({
    ...FILES,
    'briefs/dam.yaml': BRIEF,
    'briefwright.yaml': `organistion: Dams
logo: brand/none.svg
theme: defalt
lang: frr
paper: a5
markings: [tlp, ku]
clearances: { nobody: TLP:RED }
`,
  })
  const expected = ['1:1', '2:7', '3:8', '4:7', '5:8', '6:17', '7:15']
  for (const argv of [['build'], ['check'], ['audiences'], ['build', '--dry-run']])
    assert.equal(
      findingsOf(await space.run(...argv, '--json')).filter(each => each.startsWith('briefwright.yaml')),
      expected.map(place => `briefwright.yaml:${place} house-invalid`),
    )
  space.write({ 'briefwright.yaml': 'logo: briefs/b.svg\ntheme: defalt\n' })
  for (const command of ['build', 'check', 'audiences'])
    assert.equal(findingsOf(await space.run(command, '--json')), [
      'briefwright.yaml:1:7 image-invalid',
      'briefwright.yaml:2:8 house-invalid',
    ])
})

test('a font that is missing says where it was looked for', async () => {
  const space = workspace({
    'briefs/dam.yaml': BRIEF,
    'templates/note.hbs': template('<h1>{{title}}</h1>'),
    'fonts/fonts.yaml': 'House:\n  normal: house/a.ttf\n  bold: ../b.ttf\n',
  })
  const outcome = await space.run('build', '--json')
  assert.equal(findingsOf(outcome), [
    'fonts/fonts.yaml:2:11 font-invalid',
    'fonts/fonts.yaml:3:9 font-invalid',
  ])
  assert.match(outcome.stdout, 'looked for `fonts/house/a.ttf` in the workspace and in the package')
  assert.match(outcome.stdout, '`../b.ttf` is not in the folder `fonts`')
})

test.run()
