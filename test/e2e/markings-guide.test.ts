import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { readText } from '../support/pdf-text.js'
import { workspace } from '../support/workspace.js'

const GUIDE = readFileSync(new URL('../../docs/markings.md', import.meta.url), 'utf8')
const [HOUSE = '', SCHEME = ''] = [...GUIDE.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, yaml]) => yaml)

const ITEMS = template(
  '<h1>{{title}}</h1><ul>{{#each key_facts}}<li>[{{classification}}] {{portion this}} {{fact}}</li>{{/each}}</ul>{{#each quotes}}{{> quote}}{{/each}}',
  { clearance: '[TLP:AMBER, BOARD ONLY / NO COPIES]' },
)
const FACTS = `${DAM}classification: open
key_facts:
  - A wall.
  - { fact: A crack., classification: House only }
  - { fact: A report., classification: BOARD NO COPIES }
  - { fact: A rumour., classification: TLP:GREEN }
quotes:
  - { text: It holds., source: talk, classification: board }
sources:
  - { id: talk, title: A talk, text: talk.txt, voice: own }
`

test('the scheme of the guide is in force where the house says so, and its marks are printed as it says', async () => {
  const space = workspace({
    'briefs/dam.yaml': FACTS,
    'briefs/talk.txt': 'It holds.\n',
    'templates/note.hbs': ITEMS,
    'templates/markings/harbour.yaml': SCHEME,
    'briefwright.yaml': 'markings: [harbour, tlp]\n',
  })
  const { status, stdout, stderr } = await space.run(
    ...['inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'html'],
  )
  assert.is(status, 0, stderr)
  const printed = [...stdout.matchAll(/<li>(.*?)<\/li>/g)].map(([, item]) => item?.replace(/ +/g, ' '))
  assert.equal(printed, [
    '[] A wall.',
    '[HOUSE ONLY] (H)\u00a0A crack.',
    '[BOARD ONLY / NO COPIES] (B / NC)\u00a0A report.',
    '[TLP:GREEN] (TLP:GREEN) A rumour.',
  ])
  assert.match(stdout, '<p>(B)\u00a0“It holds.”</p>')
  assert.is((await space.run('build', '-a', 'note')).status, 0)
  const { drawn } = readText(readFileSync(join(space.root, 'out/dam/note.pdf')))
  assert.is(drawn.split('BOARD ONLY / NO COPIES').length - 1, 3, 'at the top, at the bottom, and in the list')
  assert.match(drawn, 'TLP:GREEN')
})

test('the house style of the guide clears the package’s audiences', async () => {
  const space = workspace({
    'briefs/dam.yaml': `${DAM}classification: OFFICIAL\n`,
    'briefwright.yaml': HOUSE,
  })
  const { stdout } = await space.run('audiences')
  assert.match(stdout, /public .* TLP:CLEAR, OFFICIAL/)
  const built = await space.run('build')
  assert.is(built.status, 0, built.stderr)
  assert.equal(
    space.files('out').filter(file => file.endsWith('.pdf')),
    ['decision', 'press', 'public'].map(name => `out/dam/${name}.pdf`),
  )
})

test('recipients of a mail merge see no more than their audience', async () => {
  const space = workspace({
    'briefs/dam.yaml': `${DAM}key_facts:\n  - { fact: Zq crack., classification: SECRET }\n  - A wall.\n`,
    'templates/note.hbs': template(
      '<h1>{{title}}</h1><ul>{{#each key_facts}}<li>{{fact}}</li>{{/each}}</ul>',
    ),
    'briefwright.yaml': 'markings: [tlp, uk]\n',
    'people.csv': 'id,name\na,Ann\nb,Bea\n',
  })
  const built = await space.run('build', '-a', 'note', '--data', 'people.csv')
  assert.is(built.status, 0, built.stderr)
  assert.match(built.stderr, 'marking-not-compared')
  for (const id of ['a', 'b']) {
    const { drawn } = readText(readFileSync(join(space.root, `out/dam/note/${id}.pdf`)))
    assert.match(drawn, 'A wall.')
    assert.not.match(drawn, 'Zq')
  }
  space.write({ 'briefs/dam.yaml': `${DAM}classification: SECRET\n` })
  assert.is((await space.run('build', '-a', 'note', '--data', 'people.csv')).status, 1)
  assert.not.ok(space.files('out').some(file => file.endsWith('.pdf')))
})

test.run()
