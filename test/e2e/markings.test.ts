import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { type Outcome, workspace } from '../support/workspace.js'

const SECRET = `${DAM}classification: SECRET\n`
const BOTH = 'markings: [tlp, uk]\n'
const CLEARED = `${BOTH}clearances: { public: [TLP:CLEAR, OFFICIAL], press: [TLP:AMBER, SECRET] }\n`

/** The place and the code of each finding on standard error. */
function findingsOf({ stderr }: Outcome): string[] {
  const lines = stderr.matchAll(/^(\S+:\d+:\d+): (?:error|warning): .*\[([a-z-]+)\]$/gm)
  return [...lines].map(([, place, code]) => `${place} ${code}`)
}

test('a brief is refused for an audience that has no clearance in its scheme, or a lower one', async () => {
  const space = workspace({ 'briefs/dam.yaml': SECRET })
  const without = await space.run('build', '-a', 'public')
  assert.is(without.status, 1)
  assert.equal(findingsOf(without), ['briefs/dam.yaml:5:17 unknown-marking'])
  assert.match(without.stderr, '`markings: [tlp, uk]`')
  for (const house of [BOTH, CLEARED]) {
    space.write({ 'briefwright.yaml': house })
    for (const command of [
      ['build'],
      ['build', '--dry-run'],
      ['inspect', 'briefs/dam.yaml', '--stage', 'edition'],
    ]) {
      const refused = await space.run(...command, '-a', 'public')
      assert.is(refused.status, 1, command.join(' '))
      assert.equal(findingsOf(refused), ['briefs/dam.yaml:5:17 brief-above-clearance'])
    }
    assert.not.ok(space.files().some(file => file.endsWith('.pdf')))
  }
  const cleared = await space.run('build')
  assert.is(cleared.status, 0, cleared.stderr)
  assert.equal(
    space.files('out').filter(file => file.endsWith('.pdf')),
    ['out/dam/press.pdf'],
  )
})

test('a brief that no audience may see is an error of `build` and of `check`, not an empty build', async () => {
  const space = workspace({ 'briefs/dam.yaml': SECRET, 'briefwright.yaml': BOTH })
  for (const command of ['build', 'check']) {
    const refused = await space.run(command)
    assert.is(refused.status, 1)
    assert.equal(findingsOf(refused), ['briefs/dam.yaml:5:17 brief-above-clearance'])
  }
})

test('no PDF of an earlier build stays for an audience that may not see the brief any more', async () => {
  const space = workspace({ 'briefs/dam.yaml': DAM, 'briefwright.yaml': CLEARED })
  const pdfs = () => space.files('out').filter(file => file.endsWith('.pdf'))
  assert.is((await space.run('build', '-a', 'public', '-a', 'press')).status, 0)
  assert.equal(pdfs(), ['out/dam/press.pdf', 'out/dam/public.pdf'])
  space.write({ 'briefs/dam.yaml': SECRET })
  assert.is((await space.run('build', '-a', 'public', '--keep-outdated')).status, 1)
  assert.equal(pdfs(), ['out/dam/press.pdf'])
  space.write({ 'briefwright.yaml': `${BOTH}clearances: { decision: [TLP:RED, SECRET] }\n` })
  const withheld = await space.run('build')
  assert.is(withheld.status, 0)
  assert.equal(findingsOf(withheld), ['out/dam/press.pdf:1:1 edition-withheld'])
  assert.equal(pdfs(), ['out/dam/decision.pdf'])
  assert.not.match(space.read('out/manifest.json'), 'press')
})

test('nothing is printed where the style of the house or a marking scheme is wrong', async () => {
  const space = workspace({ 'briefs/dam.yaml': DAM })
  const faults = {
    'briefwright.yaml': ['marking: [uk]\n', 'briefwright.yaml:1:1 house-invalid'],
    'briefwright.yml': [CLEARED, 'briefwright.yml:1:1 house-invalid'],
    'templates/markings/uk.yaml': ['title: Ours\n', 'templates/markings/uk.yaml:1:1 marking-scheme-invalid'],
  } as const
  for (const [path, [text, finding]] of Object.entries(faults)) {
    space.write({ [path]: text })
    for (const command of [
      ['build'],
      ['check'],
      ['audiences'],
      ['inspect', 'briefs/dam.yaml', '-a', 'press', '--stage', 'edition'],
    ]) {
      const refused = await space.run(...command)
      assert.is(refused.status, 1, `${command[0]} with ${path}`)
      assert.ok(findingsOf(refused).includes(finding), `${command[0]} with ${path}`)
    }
    assert.not.ok(space.files().some(file => file.endsWith('.pdf')))
    rmSync(join(space.root, path))
  }
})

test('a style of the house that lies elsewhere is not read through a link', async () => {
  const outside = workspace({ 'house.yaml': BOTH })
  const space = workspace({ 'briefs/dam.yaml': DAM })
  symlinkSync(join(outside.root, 'house.yaml'), join(space.root, 'briefwright.yaml'))
  const refused = await space.run('build', '-a', 'public')
  assert.is(refused.status, 1)
  assert.equal(findingsOf(refused), ['briefwright.yaml:1:1 path-outside-workspace'])
})

test('an edition is printed anew when a scheme or the style of the house changes what it shows, and not else', async () => {
  const space = workspace({
    'briefs/dam.yaml': `${DAM}classification: OFFICIAL\n`,
    'briefwright.yaml': CLEARED,
  })
  const cached = async () => {
    const { status, stdout } = await space.run('build', '-a', 'press', '--json')
    assert.is(status, 0, stdout)
    return JSON.parse(stdout).editions[0].cached as boolean
  }
  assert.equal([await cached(), await cached()], [false, true])
  space.write({ 'briefwright.yaml': `# Who may see what.\n${CLEARED}` })
  assert.is(await cached(), true, 'a comment changes nothing')
  const scheme =
    'title: Ours\nsource: Handbook\nlevels: [{ label: OFFICIAL, portion: O, colours: { text: "#005500" } }, { label: SECRET, portion: S, colours: { text: "#550000" } }]\n'
  space.write({ 'templates/markings/uk.yaml': scheme })
  assert.equal([await cached(), await cached()], [false, true])
  space.write({ 'templates/markings/uk.yaml': scheme.replace('005500', '000055') })
  assert.equal([await cached(), await cached()], [false, true])
  space.write({ 'briefwright.yaml': `${BOTH}clearances: { press: TLP:AMBER }\n` })
  assert.is((await space.run('build', '-a', 'press')).status, 1)
  assert.not.ok(space.files().some(file => file.endsWith('.pdf')))
})

test('a template of a workspace may be cleared for several schemes, and items go where they may be seen', async () => {
  const note = template('<h1>{{title}}</h1><ul>{{#each key_facts}}<li>{{fact}}</li>{{/each}}</ul>', {
    clearance: '[TLP:GREEN, OFFICIAL]',
  })
  const facts = `${DAM}key_facts:
  - { fact: Plain. }
  - { fact: Green., classification: tlp:green }
  - { fact: Red., classification: TLP:RED }
  - { fact: Official., classification: OFFICIAL }
  - { fact: Secret., classification: SECRET }
`
  const space = workspace({ 'briefs/dam.yaml': facts, 'templates/note.hbs': note, 'briefwright.yaml': BOTH })
  const shown = async () => {
    const inspected = await space.run('inspect', 'briefs/dam.yaml', '-a', 'note', '--stage', 'html')
    return [
      [...inspected.stdout.matchAll(/<li>(?:\(O\)\u00a0)?(\w+)/g)].map(([, word]) => word),
      findingsOf(inspected),
    ]
  }
  assert.equal(await shown(), [['Plain', 'Green', 'Official'], []])
  space.write({ 'briefwright.yaml': `${BOTH}clearances: { note: TLP:AMBER }\n` })
  assert.equal(await shown(), [
    ['Plain', 'Green'],
    ['briefs/dam.yaml:9:40 marking-not-compared', 'briefs/dam.yaml:10:38 marking-not-compared'],
  ])
})

test.run()
