import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type BuildOptions, buildBriefs, inspectEdition, previewBuild } from '../../src/index.js'
import { DAM, NOTE } from '../support/briefs.js'
import { type TestWorkspace, workspace } from '../support/workspace.js'

const space = workspace({ 'templates/note.hbs': NOTE, 'briefs/dam.yaml': `${DAM}audiences: [note]\n` })

const optionsOf = ({ root }: TestWorkspace, more: Partial<BuildOptions>): BuildOptions => ({
  ...{ cwd: root, briefs: [], audiences: [], out: 'out' },
  ...more,
})

interface Found {
  readonly code: string
  readonly message: string
  readonly hints: readonly string[]
}

const said = (diagnostics: readonly Found[]) =>
  diagnostics.map(({ code, message, hints }) => [code, message, hints[0]?.slice(0, 20)])

const UNKNOWN = ['unknown-audience', 'unknown audience `nots`', 'did you mean `note`?']

test('a build for an audience that there is not says so, and prints the others', async () => {
  const none = await buildBriefs(optionsOf(space, { audiences: ['nots'] }))
  assert.equal(said(none.diagnostics), [UNKNOWN])
  assert.equal([none.failed, [...none.editions].length], [1, 0])
  const some = await buildBriefs(optionsOf(space, { audiences: ['nots', 'note', 'nots'] }))
  assert.equal(said(some.diagnostics), [UNKNOWN])
  assert.equal(
    [...some.editions].map(({ audience }) => audience),
    ['note'],
  )
})

test('so does a preview, and whoever inspects an edition', async () => {
  const { diagnostics, editions } = await previewBuild(optionsOf(space, { audiences: ['nots'] }))
  assert.equal(said(diagnostics), [UNKNOWN])
  assert.equal(
    editions.map(({ state }) => state),
    ['fails'],
  )
  const options = { cwd: space.root, brief: 'briefs/dam.yaml', stage: 'html' } as const
  const inspected = await inspectEdition({ ...options, audience: 'nots' })
  assert.equal([said(inspected.diagnostics), inspected.output], [[UNKNOWN], undefined])
  assert.equal((await inspectEdition({ ...options, audience: 'note' })).diagnostics, [])
})

test('paper and stages that there are not are findings, too', async () => {
  const paper = await buildBriefs(optionsOf(space, { paper: 'a44' as 'a4' }))
  assert.equal(said(paper.diagnostics), [
    ['invalid-value', 'unknown value `a44` of `paper`', 'did you mean `a4`?'],
  ])
  assert.equal([paper.failed, [...paper.editions].length], [1, 0])
  const stage = await inspectEdition({
    ...{ cwd: space.root, brief: 'briefs/dam.yaml', audience: 'note' },
    stage: 'page' as 'pages',
  })
  assert.equal(said(stage.diagnostics), [
    ['invalid-value', 'unknown value `page` of `stage`', 'did you mean `pages`'],
  ])
})

test('names that there are have no finding', async () => {
  const { diagnostics, failed } = await buildBriefs(
    optionsOf(space, { audiences: ['note'], paper: 'letter' }),
  )
  assert.equal([diagnostics, failed], [[], 0])
})

test.run()
