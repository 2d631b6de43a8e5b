import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { workspace } from './support/workspace.js'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** The first fenced block of a language that holds some words. */
function block(language: string, words: string): string {
  const blocks = [...README.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
  const found = blocks.find(([, name, text]) => name === language && text?.includes(words))
  if (!found?.[2]) throw new Error(`the README has no ${language || 'plain'} block with "${words}"`)
  return found[2]
}

const brief = block('yaml', 'Night trams')
const altered = 'as long as the state pays half'
const article =
  'Mayor wants night trams\n\n“We will run them if the state pays half,” said Ines Vela, the mayor.\n'

test('the brief of the README has the finding that it shows', async () => {
  const space = workspace({ 'briefs/night-trams.yaml': brief, 'briefs/courier.txt': article })
  const { status, stderr } = await space.run('check')
  assert.is(status, 1)
  assert.match(stderr, block('', 'quote-altered'))
})

test('with the words of its source, the brief of the README prints six editions, banner and fact for the cleared', async () => {
  const mended = brief.replace(altered, 'if the state pays half')
  const space = workspace({ 'briefs/night-trams.yaml': mended, 'briefs/courier.txt': article })
  const { status, stderr } = await space.run('build')
  assert.is(status, 0, stderr)
  assert.is(space.files('out/night-trams').length, 6)
})

test('the template of the README is an audience', async () => {
  const mended = brief.replace(altered, 'if the state pays half')
  const space = workspace({
    'briefs/night-trams.yaml': mended,
    'briefs/courier.txt': article,
    'templates/note.hbs': block('handlebars', 'title: Note'),
  })
  const { status, stderr } = await space.run('build', '-a', 'note')
  assert.is(status, 0, stderr)
  assert.equal(space.files('out/night-trams'), ['out/night-trams/note.pdf'])
})

test('the README names every dependency with its version', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    dependencies: Record<string, string>
  }
  for (const [name, version] of Object.entries(dependencies)) {
    const row = README.split('\n').find(line => line.startsWith(`| ${name} |`))
    const [, , stated = ''] = (row ?? '').split('|').map(cell => cell.trim())
    assert.ok(
      stated && `${version}.`.startsWith(`${stated}.`),
      `${name} ${version}: the README has "${stated}"`,
    )
  }
})

test.run()
