import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { findingsOf, workspace } from '../support/workspace.js'

const BODY =
  '<h1>{{title}}</h1><aside class="bottom-line"><p class="label">{{label "as_of" date=as_of}}</p>{{paragraphs bottom_line}}</aside>'

function space(theme: string, body = BODY) {
  return workspace({
    'briefs/dam.yaml': `${DAM}audiences: [note]\n`,
    'templates/note.hbs': template(body, { theme: 'house' }),
    'templates/themes/house.yaml': `extends: default\n${theme}`,
  })
}

/** The findings about colours of a theme, with their messages. */
async function found(theme: string, body?: string): Promise<string[]> {
  const outcome = await space(theme, body).run('build', '--json')
  assert.is(outcome.status, 0, outcome.stderr)
  const { diagnostics } = JSON.parse(outcome.stdout)
  return findingsOf(outcome).map((place, index) => `${place}: ${diagnostics[index].message}`)
}

test('words are compared with the ground that they stand on, be it a box within a box', async () => {
  assert.equal(await found(''), [])
  const inBrand =
    'colours: { accent: "#00857c" }\nstyles: { aside.bottom-line: { fill: accent, colour: paper } }\n'
  const [first, ...others] = await found(inBrand)
  assert.match(
    first ?? '',
    /house\.yaml:2:20 low-contrast: words in `(?:accent|text)`.* stand on `accent` \(#00857c\)/,
  )
  assert.ok(others.every(each => each.includes('house.yaml:2:20 low-contrast')))
})

test('4.5 to 1 is enough for words, and 3 to 1 for large ones; a little less is not', async () => {
  const grey = (colour: string, size: number, bold = false) =>
    found(
      `colours: { text: "${colour}" }\nstyles: { p: { size: ${size}, bold: ${bold} } }\n`,
      '{{paragraphs bottom_line}}',
    )
  assert.equal(await grey('#767676', 1), [])
  assert.match(
    (await grey('#777777', 1)).join(),
    /`text` \(#777777\) stand on `paper` \(#ffffff\): their contrast is 4\.47 to 1, and not 4\.5/,
  )
  assert.equal(await grey('#949494', 1.9), [])
  assert.match((await grey('#959595', 1.9)).join(), /2\.9\d to 1, and not 3/)
  assert.equal(await grey('#949494', 1.5, true), [])
  assert.is((await grey('#949494', 1.5, false)).length, 1)
})

test('only colours that an edition prints are found, each pair once', async () => {
  assert.equal(await found('colours: { bad: "#ffeeee", warning: "#ffeeee" }\n'), [])
  assert.is(
    (await found('colours: { text: "#eeeeee" }\n', `${'{{paragraphs bottom_line}}'.repeat(3)}`)).length,
    1,
  )
})

test('the package\u2019s themes have no such colour in any sample edition', async () => {
  for (const theme of ['default', 'civic', 'journal']) {
    const outcome = await space('').run('build', '--json', '--theme', theme)
    assert.not.match(outcome.stdout, /low-contrast/)
  }
})

test.run()
