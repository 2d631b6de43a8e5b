import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { previewSummary } from '../../../src/cli/display/build-summary.js'
import { formatTable } from '../../../src/cli/display/table.js'
import { DAM, template } from '../../support/briefs.js'
import { workspace } from '../../support/workspace.js'

test('columns are as wide as their widest cell, and lines have no blanks at their ends', () => {
  const rows = [
    ['name', 'pages', 'file'],
    ['a', '10', ''],
    ['long name', '9', 'b.pdf'],
  ]
  assert.is(formatTable(rows), 'name       pages  file\na          10\nlong name  9      b.pdf\n')
  assert.is(formatTable(rows, [1]), 'name       pages  file\na             10\nlong name      9  b.pdf\n')
})

test('numbers of a build are aligned at the right', async () => {
  const space = workspace({
    'templates/note.hbs': template('<h1>{{title}}</h1>'),
    'templates/many.hbs': template('<h1>{{title}}</h1>', { limit: '10' }),
    'briefs/dam.yaml': `${DAM}audiences: [note, many]\n`,
    'people.csv': `id\n${Array.from({ length: 10 }, (_, index) => `r${index}\n`).join('')}`,
  })
  const { stdout } = await space.run('build')
  assert.match(stdout, /^dam {4}note {7}1\/1 {2}out/m)
  assert.match(stdout, /^dam {4}many {6}1\/10 {2}out/m)
  const merged = await space.run('build', '-a', 'note', '--data', 'people.csv')
  assert.match(merged.stdout, /^dam {4}note {10}10 {11}0 {7}0 {5}10 {9}0$/m)
})

for (const [count, shown, more] of [
  [20, 20, false],
  [21, 20, true],
] as const)
  test(`of ${count} PDFs without an edition ${shown} are listed`, () => {
    const orphans = Array.from({ length: count }, (_, index) => `out/${index}.pdf`)
    const options = { cwd: '.', briefs: [], audiences: [], out: 'out' }
    const summary = previewSummary({ diagnostics: [], editions: [], orphans }, options)
    assert.is(summary.match(/^ {2}out\/\d+\.pdf$/gm)?.length, shown)
    assert.is(summary.includes('  and 1 more\n'), more)
  })

test.run()
