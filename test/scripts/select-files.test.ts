import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { selectFiles } from '../../scripts/testing/select-files.js'
import { workspace } from '../support/workspace.js'

const { root } = workspace({
  'test/markup/render.test.ts': "test('a date (of any kind) is printed', …)",
  'test/markup/prose/links.test.ts': "test('links lead out', …)",
  'test/markup/helpers.ts': '',
  'test/brief/dates.test.ts': "test('dates', …)",
  'test/readme.test.ts': '',
})
const select = (...selectors: string[]) => selectFiles(root, selectors)
const whole = (...files: string[]) => ({ files: files.map(file => ({ file, names: undefined })), others: [] })

test('all files, one stage, one folder, one path', () => {
  assert.is(select().files.length, 4)
  const markup = ['test/markup/prose/links.test.ts', 'test/markup/render.test.ts']
  assert.equal(select('markup'), whole(...markup))
  assert.equal(select('test/markup/'), whole(...markup))
  assert.equal(select('markup/prose'), whole('test/markup/prose/links.test.ts'))
  assert.equal(select('markup/render.test.ts'), whole('test/markup/render.test.ts'))
  assert.equal(select('test/brief/dates'), whole('test/brief/dates.test.ts'))
  assert.equal(select('readme', 'brief'), whole('test/readme.test.ts', 'test/brief/dates.test.ts'))
})

test('a pattern is looked for in paths', () => {
  assert.equal(select('RENDER|links'), whole('test/markup/prose/links.test.ts', 'test/markup/render.test.ts'))
})

test('a pattern that no path has is looked for in names, first where the text of a file has it', () => {
  const { files, others } = select('lead out')
  assert.equal(files, [{ file: 'test/markup/prose/links.test.ts', names: ['lead out'] }])
  assert.is(others.length, 3)
})

test('what is no regular expression means its own characters', () => {
  assert.equal(select('(of any kind'), {
    files: [{ file: 'test/markup/render.test.ts', names: ['\\(of any kind'] }],
    others: select('zzz')
      .others.filter(({ file }) => file !== 'test/markup/render.test.ts')
      .map(({ file }) => ({ file, names: ['\\(of any kind'] })),
  })
})

test.run()
