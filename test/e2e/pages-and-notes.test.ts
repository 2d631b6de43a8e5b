import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { expandObjectStreams } from '../../src/typeset/outline/expand-object-streams.js'
import { DAM, template } from '../support/briefs.js'
import { type TestWorkspace, workspace } from '../support/workspace.js'

const BRIEF = `${DAM.replace('two metres.', 'two metres [@paper].')}sources:\n  - {id: paper, type: report, title: A paper}\n`

async function printed(body: string, page: string): Promise<TestWorkspace> {
  const settings = { page: `{ ${page}, margins: { top: 15, right: 15, bottom: 15, left: 15 } }`, limit: '9' }
  const space = workspace({
    'briefs/dam.yaml': BRIEF,
    'templates/note.hbs': template(`<h1>{{title}}</h1>\n${body}`, settings),
  })
  const { status, stderr } = await space.run('build', '-a', 'note')
  assert.is(status, 0, stderr)
  assert.not.match(stderr, /error|warning/)
  return space
}

const fileOf = (space: TestWorkspace) =>
  expandObjectStreams(readFileSync(join(space.root, 'out/dam/note.pdf')))

/** Width and height of each page, in millimetres. */
const sizesOf = (space: TestWorkspace) =>
  [...fileOf(space).matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...points]) =>
    points.map(value => Math.round((Number(value) / 72) * 25.4)),
  )

async function tagsOf(space: TestWorkspace): Promise<string[]> {
  const { stdout } = await space.run('inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'tags')
  return stdout.split('\n').map(line => line.trim())
}

test('a section lies on pages of its own, and what follows it stands again', async () => {
  const body =
    '<p>{{issue}}</p><section class="landscape"><h2>Wide</h2><p>{{bottom_line}}</p></section><p>after</p>'
  assert.equal(sizesOf(await printed(body, 'size: a5')), [
    [148, 210],
    [210, 148],
    [148, 210],
  ])
})

test('where pages lie, a section may stand', async () => {
  const body = '<p>{{issue}}</p><section class="portrait"><h2>High</h2><p>{{bottom_line}}</p></section>'
  assert.equal(sizesOf(await printed(body, 'size: legal, orientation: landscape')), [
    [356, 216],
    [216, 356],
  ])
})

test('two sections that lie have pages of their own each', async () => {
  const lying = '<section class="landscape"><p>{{issue}}</p></section>'
  assert.is(sizesOf(await printed(`${lying}${lying}`, 'size: letter')).length, 3)
})

test('a note is tagged where it is called, with links both ways, and cites sources', async () => {
  const space = await printed(
    '<p>{{issue}}<note>Of the {{bottom_line}}</note></p><ul><li>x<note>y</note></li></ul><source-list></source-list>',
    'size: a4',
  )
  const tags = await tagsOf(space)
  assert.ok(tags.some(line => line.startsWith('P: Should the dam be raised?{Reference {Link a ->')))
  assert.ok(
    tags.some(line => /^Note #Note1: Of the Raise it by two metres\.\{Reference \{Link 1 ->/.test(line)),
  )
  assert.is(tags.filter(line => /^Lbl: \{Link [ab] -> /.test(line)).length, 2)
  assert.match(fileOf(space), '<pdfuaid:part>1<')
})

test('a call is the letter of its note among capitals, too', async () => {
  const tags = await tagsOf(await printed('<p class="kicker">{{issue}}<note>y</note></p>', 'size: a4'))
  assert.ok(tags.some(line => /^P: Should the dam be raised\?\{Reference \{Link a -> /.test(line)))
})

test('cells over rows are tagged with their rows, and named by all headers that they have', async () => {
  const space = await printed(
    `<table><thead><tr><th>Route</th><th>Year</th></tr></thead>
<tbody><tr><th rowspan="2">{{issue}}</th><td>first</td></tr><tr><td>second</td></tr></tbody></table>`,
    'size: a4',
  )
  const tags = await tagsOf(space)
  assert.equal(
    tags.filter(line => /^T[HD] /.test(line)),
    [
      ...['TH #TH1 Scope Column', 'TH #TH2 Scope Column', 'TH #TH3 Scope Row RowSpan 2'],
      ...['TD Headers TH2+TH3', 'TD Headers TH2+TH3'],
    ],
  )
  assert.match(fileOf(space), '<pdfuaid:part>1<')
})

test('a table with a head of two rows and cells over several is read row by row, each cell under its headers', async () => {
  const space = await printed(
    `<table><caption>Crossings</caption>
<thead><tr><th rowspan="2">Route</th><th rowspan="2">Season</th><th colspan="2">Crossings</th></tr><tr><th>2023</th><th>2024</th></tr></thead>
<tbody><tr><th rowspan="2">North</th><th>Summer</th><td>12</td><td>14</td></tr><tr><th>Winter</th><td colspan="2">{{issue}}</td></tr>
<tr><th>South</th><th>Summer</th><td>5</td><td>6</td></tr></tbody></table>`,
    'size: a4',
  )
  const tags = await tagsOf(space)
  const table = tags.slice(tags.indexOf('Table')).filter(line => !/^(page \d|\[|$)/.test(line))
  assert.equal(table.join('\n').replaceAll('\nP: ', ': ').split('\n'), [
    ...['Table', 'Caption: Crossings', 'THead', 'TR'],
    ...['TH #TH1 Scope Column RowSpan 2: Route', 'TH #TH2 Scope Column RowSpan 2: Season'],
    ...['TH #TH3 Scope Column ColSpan 2: Crossings', 'TR'],
    ...['TH #TH4 Scope Column: 2023', 'TH #TH5 Scope Column: 2024', 'TBody', 'TR'],
    ...['TH #TH6 Scope Row RowSpan 2: North', 'TH #TH7 Scope Row: Summer'],
    ...[
      'TD Headers TH3+TH4+TH6+TH7: 12',
      'TD Headers TH3+TH5+TH6+TH7: 14',
      'TR',
      'TH #TH8 Scope Row: Winter',
    ],
    ...['TD ColSpan 2 Headers TH3+TH4+TH5+TH6+TH8: Should the dam be raised?', 'TR'],
    ...['TH #TH9 Scope Row: South', 'TH #TH10 Scope Row: Summer'],
    ...['TD Headers TH3+TH4+TH9+TH10: 5', 'TD Headers TH3+TH5+TH9+TH10: 6'],
  ])
  assert.match(fileOf(space), '<pdfuaid:part>1<')
})

test.run()
