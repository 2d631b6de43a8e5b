import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { workspace } from '../support/workspace.js'

const SENTENCE = 'The council put the question off until the survey of the pier was complete. '
const column = (key: string, title: string) => `{key: ${key}, title: ${title}, align: decimal}`
const BRIEF = `title: The pier
as_of: 2025-06-01
contact: desk@example.org
bottom_line: It can carry the ferry until spring.
background: |
  ${SENTENCE.repeat(6)}
sections:
  - id: law
    title: The law
    body: |
      ${SENTENCE.repeat(20)} See @tbl:costs and @box:ferry.
  - {id: money, title: The money, body: "${SENTENCE.repeat(30)} See @tbl:many."}
boxes:
  - {id: ferry, title: The ferry, body: It sails twelve times a day.}
tables:
  - {id: costs, title: Costs, columns: [{key: y, title: Year}, ${column('c', 'Costs')}], rows: [[first, 1.5]]}
  - id: many
    title: Passengers
    columns: [{key: r, title: Route}, ${['Springtime', 'Summertime', 'Autumntime', 'Wintertime', 'Altogether'].map((title, index) => column(`c${index}`, title)).join(', ')}]
    rows: [[Northern harbour, 1, 2, 3, 4, 10]]
`
const space = workspace({ 'briefs/pier.yaml': BRIEF })

test('sections, boxes and tables of a brief flow through the columns of a research note', async () => {
  const { stdout } = await space.run('inspect', 'briefs/pier.yaml', '-a', 'research', '--stage', 'blocks')
  const outer = stdout.split('\n').filter(line => /^\S/.test(line))
  assert.not.ok(outer.some(line => /^section #sec:|^aside|^table/.test(line)))
  for (const id of ['#sec:law', '#sec:money', '#box:ferry', '#tbl:costs', '#tbl:many'])
    assert.match(stdout, new RegExp(`^ +\\S+ ${id}`, 'm'))
})

test('a research note prints, with a table in a column, and one over both that has no room in one', async () => {
  const { status, stderr } = await space.run('build', '-a', 'research')
  assert.equal([status, stderr], [0, ''])
  const { stdout } = await space.run(
    'inspect',
    'briefs/pier.yaml',
    '-a',
    'research',
    '--stage',
    'pages',
    '--json',
  )
  const { blocks } = JSON.parse(stdout)
  const widths = blocks
    .filter(({ kind }: { kind: string }) => kind === 'table')
    .flatMap(({ rectangles }: { rectangles: readonly { width: number }[] }) =>
      rectangles.map(({ width }) => Math.round(width)),
    )
  assert.equal(widths, [237, 493])
})

test.run()
