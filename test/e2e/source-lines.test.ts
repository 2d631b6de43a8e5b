import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { workspace } from '../support/workspace.js'

test('the line below a table names a source once, however many of its places are cited', async () => {
  const space = workspace({
    'briefs/a.yaml': `title: The ferry
as_of: 2025-03-10
issue: Buy it?
tables:
  - id: a
    title: A
    columns: [{ key: k, title: K }]
    rows: [[v]]
    cite: ['@courier, p. 4', '@audit', '@courier, p. 9']
sources:
  - { id: courier, type: book, title: Harbour courier, author: B. Holm, issued: 2025 }
  - { id: audit, type: book, title: The audit, author: C. Ny, issued: 2025 }
`,
  })
  const { stdout } = await space.run('inspect', 'briefs/a.yaml', '-a', 'analyst', '--stage', 'blocks')
  const line = stdout.split('\n').find(each => each.includes('Source:')) ?? stdout
  assert.is(line.match(/courier/gi)?.length, 1, line)
  assert.match(line, /p\. 4.*p\. 9|9.*4/)
})

test.run()
