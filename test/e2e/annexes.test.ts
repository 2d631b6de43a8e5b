import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { readText } from '../support/pdf-text.js'
import { workspace } from '../support/workspace.js'

const WORDS = 'the water of the river '.repeat(400)
const BRIEF = `${DAM}classification: TLP:CLEAR
glossary:
  - {term: Sluice, meaning: A gate. ${WORDS}}
  - {term: Weir, meaning: A low dam., classification: TLP:RED}
  - {term: Spillway, meaning: A way for floods., audiences: [press]}
  - {term: Race, meaning: A channel., priority: could}
`
const BODY = `<h1>{{title}}</h1><p>{{issue}}</p>
{{#each glossary}}<section class="annex"><h2>{{term}}</h2><p>{{meaning}}</p></section>{{/each}}`

test('a build counts pages of annexes apart, and shows in them what the audience may see', async () => {
  const space = workspace({
    'briefs/dam.yaml': BRIEF,
    'templates/note.hbs': template(BODY),
  })
  const { status, stderr, stdout } = await space.run('build', '-a', 'note')
  assert.is(status, 0, stderr)
  const { editions } = JSON.parse(space.read('out/manifest.json'))
  const [{ pages, annex_pages, limit, fill, fills, left_out, lang, format }] = editions
  assert.equal([limit, pages, left_out, lang, format], [1, 1, [], 'en', 'pdf'])
  assert.ok(annex_pages >= 3, `${annex_pages} pages of annexes`)
  assert.is(fills.length, 1 + annex_pages)
  assert.is(fill, fills[0])
  assert.match(stdout, `1/1 + ${annex_pages}`)
  const text = readText(readFileSync(join(space.root, 'out/dam/note.pdf'))).drawn.replace(/\s+/g, ' ')
  assert.match(text, 'Sluice')
  assert.match(text, 'A channel.')
  assert.match(text, `Page ${1 + annex_pages} of ${1 + annex_pages}`)
  assert.not.match(text, /Weir|Spillway/)
  const { stdout: shown } = await space.run('inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'pages')
  const headings = shown.split('\n').filter(line => line.startsWith('page '))
  assert.equal(headings.slice(0, 2), ['page 1', 'page 2, of an annex'])
  const { stdout: again } = await space.run('build', '-a', 'note', '--json')
  const [cached] = JSON.parse(again).editions
  assert.equal([cached.cached, cached.pages, cached.annex_pages], [true, 1, annex_pages])
})

test('what follows an annex is an error at its place in the template', async () => {
  const space = workspace({
    'briefs/dam.yaml': BRIEF,
    'templates/note.hbs': template(`${BODY}\n<p>{{bottom_line}}</p>`),
  })
  const { status, stderr } = await space.run('build', '-a', 'note')
  assert.is(status, 1, stderr)
  assert.match(stderr, /templates\/note\.hbs:\d+:1: error: `p` follows an annex \[misplaced-element\]/)
})

test.run()
