import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type TestWorkspace, workspace } from '../support/workspace.js'
import { png } from '../typeset/pictures.js'
import { COMMAND_LINES } from './wrong-inputs/command-lines.js'
import { CONTENT } from './wrong-inputs/content.js'
import { FIGURES } from './wrong-inputs/figures.js'
import { HOUSE } from './wrong-inputs/house.js'
import { PAPERS } from './wrong-inputs/papers.js'
import type { WrongInput } from './wrong-inputs/wrong-input.js'

const BRIEF = 'title: The dam\nas_of: 2025-01-20\naudiences: [analyst]\n'
const MARK = '▸'

interface Finding {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly code: string
  readonly message: string
  readonly hint?: string
}

/** The files of a wrong input, without the mark, and where it stood. */
function written({ files }: WrongInput): { files: Record<string, string>; place: string } {
  const all: Record<string, string> = { ...(typeof files === 'string' ? { 'briefs/a.yaml': files } : files) }
  all['briefs/a.yaml'] = BRIEF + (all['briefs/a.yaml'] ?? '')
  const [marked] = Object.entries(all).filter(([, text]) => text.includes(MARK))
  const [path = 'briefs/a.yaml', text = ''] = marked ?? []
  const before = text.slice(0, text.indexOf(MARK)).split('\n')
  const place = marked ? `${path}:${before.length}:${(before.at(-1) ?? '').length + 1}` : 'briefs/a.yaml:1:1'
  all[path] = (all[path] ?? '').replace(MARK, '')
  return { files: all, place }
}

async function found(space: TestWorkspace, command: string): Promise<Finding[]> {
  const { stdout, stderr } = await space.run(command, '--json')
  assert.is(stderr, '')
  assert.not.match(stdout, /internal error|edition-crashed|\n {4}at /)
  return (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics
}

const ALL = [...CONTENT, ...FIGURES, ...PAPERS, ...HOUSE]

for (const input of ALL)
  test(`${input.name}: ${input.code}`, async () => {
    const { files, place } = written(input)
    const space = workspace({ 'briefs/dam.png': png(40, 10), 'briefs/b.txt': 'The water rose.\n', ...files })
    for (const command of ['check', 'build']) {
      const all = await found(space, command)
      const shown = all.map(
        each => `${each.file}:${each.line}:${each.column} ${each.code} ${each.message} | ${each.hint ?? ''}`,
      )
      const one = all.find(
        each => each.code === input.code && `${each.file}:${each.line}:${each.column}` === place,
      )
      assert.ok(one, `${command}: ${place} ${input.code} in\n${shown.join('\n')}`)
      assert.match(`${one?.message} ${one?.hint ?? ''}`, input.says)
    }
  })

for (const [line, says] of Object.entries(COMMAND_LINES))
  test(`briefwright ${line}`, async () => {
    const space = workspace({ 'briefs/a.yaml': BRIEF })
    const { status, stdout, stderr } = await space.run(...line.split(' '))
    assert.equal([status, stdout], [2, ''])
    assert.match(stderr, says)
    assert.not.match(stderr, /internal error|\n {4}at /)
    assert.equal(space.files(), ['briefs/a.yaml'])
  })

test.run()
