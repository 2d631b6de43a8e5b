import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { findingsOf, type TestWorkspace, workspace } from '../support/workspace.js'

const FILES: Readonly<Record<string, string>> = {
  'briefs/dam.yaml': `${DAM}organisation: The League\naudiences: [note]\n`,
  'templates/note.hbs': template(
    '{{> masthead}}{{paragraphs bottom_line}}<page-break>{{paragraphs bottom_line}}',
  ).replace('limit: 1', 'limit: 3'),
}

async function lines(space: TestWorkspace): Promise<string[][]> {
  const { stdout, stderr } = await space.run(
    ...['inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'pages', '--json'],
  )
  const { pages, diagnostics } = JSON.parse(stdout)
  assert.equal(diagnostics, [], stderr)
  return pages.map(({ lines: all }: { lines: { text: string }[] }) => all.map(({ text }) => text))
}

test('a house sets what stands at the head and the foot of its pages, with their numbers', async () => {
  const space = workspace({
    ...FILES,
    'templates/partials/running-head.hbs': '<p>{{plain organisation}}</p><p>In confidence</p>',
    'templates/partials/running-foot.hbs': '<p>Ref. {{audience.name}}</p><p>{page} / {pages}</p>',
  })
  const [first = [], second = []] = await lines(space)
  assert.ok(first.includes('Ref. note') && first.includes('1 / 2'), first.join('|'))
  assert.not.ok(first.includes('In confidence'))
  assert.ok(second.includes('In confidence') && second.includes('2 / 2'), second.join('|'))
  assert.ok(second.some(line => line.includes('The League')))
  assert.not.ok(second.some(line => line.includes('Page 2')))
})

test('the letterhead of a house stands on the first page alone', async () => {
  const space = workspace({
    ...FILES,
    'templates/partials/letterhead.hbs': '<p class="meta">1 Dam Square, Upper Vale</p>',
  })
  const [first = [], second = []] = await lines(space)
  assert.is(first[0], '1 Dam Square, Upper Vale')
  assert.not.ok(second.includes('1 Dam Square, Upper Vale'))
})

test('what is wrong with a running partial is found in it, and a change of one prints anew', async () => {
  const space = workspace({ ...FILES, 'templates/partials/running-foot.hbs': '<p>{{titel}}</p>' })
  assert.equal(findingsOf(await space.run('build', '--json')), [
    'templates/partials/running-foot.hbs:1:6 unknown-field',
  ])
  space.write({ 'templates/partials/running-foot.hbs': '<ul><li>{{title}}</li></ul>' })
  assert.equal(findingsOf(await space.run('build', '--json')), [
    'templates/partials/running-foot.hbs:1:1 misplaced-element',
  ])
  space.write({ 'templates/partials/running-foot.hbs': '<p>One</p>' })
  const cached = async () => JSON.parse((await space.run('build', '--json')).stdout).editions[0].cached
  assert.equal([await cached(), await cached()], [false, true])
  space.write({ 'templates/partials/running-foot.hbs': '<p>Two</p>' })
  assert.is(await cached(), false)
})

test.run()
