import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { findingsOf, workspace } from '../support/workspace.js'

const HEAD = '<h1>{{title}}</h1>\n'
const row = (...cells: string[]) => `<tr>${cells.join('')}</tr>\n`

/** Bodies of templates with one sort of fault each, and all that a build says of them. Bodies begin at line 10. */
const BROKEN: Readonly<Record<string, readonly [body: string, ...findings: string[]]>> = {
  'a cell that is higher than its table': [
    `<table>\n${row('<td>{{issue}}</td>', '<td rowspan="3">a</td>')}${row('<td>b</td>')}</table>`,
    '12:36 invalid-attribute',
  ],
  'a cell that reaches from the head into the body': [
    `<table><thead>\n${row('<th rowspan="2">a</th>')}</thead><tbody>\n${row('<td>{{issue}}</td>')}</tbody></table>`,
    '12:18 invalid-attribute',
  ],
  'heights that are no numbers of rows': [
    `<table>\n${row('<td rowspan="0">a</td>', '<th rowspan="all">{{issue}}</th>')}</table>`,
    '12:18 invalid-attribute',
    '12:40 invalid-attribute',
  ],
  'a cell over another': [
    `<table>\n${row('<td>a</td>', '<td rowspan="2">{{issue}}</td>')}${row('<td colspan="2">c</td>')}</table>`,
    '13:18 invalid-attribute',
  ],
  'a row that is too short beside a cell from above': [
    `<table>\n${row('<td rowspan="2">a</td>', '<td>b</td>', '<td>c</td>')}${row('<td>{{issue}}</td>')}</table>`,
    '13:1 misplaced-element',
  ],
  'two captions': [
    `<table><caption>a</caption>\n<caption>b</caption>${row('<td>{{issue}}</td>')}</table>`,
    '12:1 misplaced-element',
  ],
  'notes where none can be called': [
    '<h2>a<note>b</note></h2>\n<p>c<note>d<note>{{issue}}</note></note></p>\n<note>e</note>',
    '11:6 misplaced-element',
    '12:12 misplaced-element',
    '13:1 misplaced-element',
  ],
  'pages within pages': [
    '<section>\n<section class="landscape"><p>{{issue}}</p></section>\n</section>\n<aside><section class="portrait"><p>a</p></section></aside>',
    '12:17 misplaced-element',
    '14:24 misplaced-element',
  ],
  'a section of pages that are neither': [
    '<section class="upright"><p>{{issue}}</p></section>',
    '11:17 unknown-class',
  ],
}

for (const [name, [body, ...expected]] of Object.entries(BROKEN))
  test(`${name}: found where it stands, and nothing is printed`, async () => {
    const space = workspace({
      'briefs/dam.yaml': DAM,
      'templates/note.hbs': template(`${HEAD}${body}`),
    })
    const outcome = await space.run('build', '-a', 'note', '--json')
    assert.is(outcome.status, 1)
    assert.equal(
      findingsOf(outcome),
      expected.map(finding => `templates/note.hbs:${finding}`),
    )
    assert.equal(
      space.files().filter(file => file.endsWith('.pdf')),
      [],
    )
  })

test('pages of a size or orientation that there is not, and margins without room, are found in the front matter', async () => {
  const margins = 'margins: { top: 60, right: 20, bottom: 60, left: 20 }'
  for (const [page, column] of [
    [`{ size: a3, ${margins} }`, 15],
    [`{ size: a4, orientation: sideways, ${margins} }`, 32],
    [`{ size: a5, ${margins} }`, 7],
  ] as const) {
    const space = workspace({ 'briefs/dam.yaml': DAM, 'templates/note.hbs': template(HEAD, { page }) })
    const outcome = await space.run('build', '-a', 'note', '--json')
    assert.equal(findingsOf(outcome), [`templates/note.hbs:4:${column} audience-invalid`])
  }
})

test.run()
