import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { findingsOf, type TestWorkspace, workspace } from '../support/workspace.js'
import { png } from '../typeset/pictures.js'

const GUIDE = readFileSync(new URL('../../docs/prose.md', import.meta.url), 'utf8')
const [, EXAMPLE = ''] = /```yaml\n([\s\S]*?)```/.exec(GUIDE) ?? []
const ARTICLE =
  'The trams run until midnight.\n\n“We will run them as long as the state pays half,” Ines Vela, the mayor, said.\n'

const guided = (change: (brief: string) => string = brief => brief): TestWorkspace =>
  workspace({
    'briefs/trams.yaml': change(
      `title: Night trams\nas_of: 2025-03-01\n${EXAMPLE}actors: [{id: vela, name: Ines Vela}]\nsources: [{id: courier, type: article-newspaper, title: Courier, text: c.txt}]\n`,
    ),
    'briefs/c.txt': ARTICLE,
    'briefs/lines.png': png(40, 10),
  })

const PATH = ['briefs/trams.yaml', '-a', 'analyst']

/** The tags of the background, without the place that each has. */
async function tagsOf(space: TestWorkspace): Promise<string[]> {
  const { stdout } = await space.run('inspect', ...PATH, '--stage', 'tags')
  return stdout.split('\n').map(line => line.trim())
}

test('the example of the guide is printed as the guide says, without a finding', async () => {
  const space = guided()
  const { status, stderr } = await space.run('build', '-a', 'analyst')
  assert.is(status, 0, stderr)
  assert.not.match(stderr, /error|warning/)
  const tags = await tagsOf(space)
  const count = (name: string) => tags.filter(line => new RegExp(`^${name}\\b`).test(line)).length
  assert.equal(
    ['H2', 'H3', 'Table', 'TR', 'TH', 'BlockQuote', 'Figure', 'Note', 'LI'].map(count),
    [3, 1, 1, 3, 3, 1, 1, 2, 5],
  )
  assert.ok(tags.some(line => line.startsWith('Figure') && line.includes('A map of the two lines')))
  const { stdout } = await space.run('check', '--json')
  const { proofs } = JSON.parse(stdout) as { proofs: Record<string, string>[] }
  assert.equal(
    proofs.map(({ field, words, speech, speaker }) => [field, words, speech, speaker].join(' ')),
    ['background verified quoted confirmed'],
  )
})

test('a block quotation that its source has not, or another said, is an error at its words', async () => {
  const check = async (space: TestWorkspace) => findingsOf(await space.run('check', '--json'))
  assert.equal(await check(guided(brief => brief.replace('as long as the state', 'if the state'))), [
    'briefs/trams.yaml:15:5 quote-altered',
  ])
  const other = (brief: string) =>
    brief.replace('— Ines Vela', '— Omar Sand').replace('actors: [', 'actors: [{id: sand, name: Omar Sand}, ')
  assert.equal(await check(guided(other)), ['briefs/trams.yaml:15:5 quote-other-speaker'])
})

test('a picture of prose is read as others are: its bytes are an input, and what it lacks is said at its path', async () => {
  const space = guided()
  const cached = async () =>
    (
      JSON.parse((await space.run('build', '-a', 'analyst', '--json')).stdout) as {
        editions: { cached: boolean }[]
      }
    ).editions[0]?.cached
  assert.is(await cached(), false)
  assert.is(await cached(), true)
  space.write({ 'briefs/lines.png': png(40, 200) })
  assert.is(await cached(), false)
  for (const [path, code] of [
    ['line.png', 'file-unreadable'],
    ['../../lines.png', 'path-outside-workspace'],
    ['c.txt', 'image-invalid'],
  ] as const) {
    const broken = guided(brief => brief.replace('](lines.png', `](${path}`))
    const found = findingsOf(await broken.run('build', '-a', 'analyst', '--json'))
    assert.equal(found, [`briefs/trams.yaml:25:53 ${code}`])
  }
})

test('every mark of a block in a field that does not take it is a finding on its line', async () => {
  const issue =
    'Points:\n\n1. one\n2. two\n\n### Costs\n\n| Year | Cost |\n|---|---:|\n| 2025 | 310 |\n\n> They were warned of it.\n\n![A map](map.png)\n\n- A note[^1].\n\n[^1]: Its text.'
  const lines = issue.split('\n').map(line => `  ${line}`)
  const space = workspace({ 'briefs/a.yaml': `title: A\nas_of: 2025-03-01\nissue: |\n${lines.join('\n')}\n` })
  const found = findingsOf(await space.run('check', '--json')).filter(each => !each.includes('quote'))
  assert.equal(found, [
    'briefs/a.yaml:9:3 block-mark',
    'briefs/a.yaml:11:3 block-mark',
    'briefs/a.yaml:15:3 block-mark',
    'briefs/a.yaml:17:3 inline-mark',
    'briefs/a.yaml:19:11 note-misplaced',
    'briefs/a.yaml:21:3 note-misplaced',
  ])
})

test('a template of one’s own that prints blocks in a line prints their words, and is told so', async () => {
  const space = workspace({
    'briefs/dam.yaml': `${DAM}background: |\n  It rose.\n\n  | Year | Metres |\n  |---|---|\n  | 1931 | 2 |\n`,
    'templates/note.hbs': template('<h1>{{title}}</h1>\n<p>{{background}}</p>'),
  })
  const outcome = await space.run('build', '-a', 'note', '--json')
  assert.is(outcome.status, 0)
  assert.ok(
    findingsOf(outcome).includes('templates/note.hbs:11:4 blocks-in-line'),
    findingsOf(outcome).join(),
  )
  const { stdout } = await space.run('inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'blocks')
  assert.match(stdout, 'paragraph: It rose. Year Metres 1931 2')
})

test.run()
