import { readdirSync, readFileSync } from 'node:fs'
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

test('the README names every package that an installation has, or that the bundle holds, with its version', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>
  const named = [...new Set([...Object.keys(dependencies), ...packagesOfSources()])]
  assert.ok(named.length > 20)
  for (const name of named) {
    const version = dependencies[name] ?? devDependencies[name]
    const row = README.split('\n').find(line => line.startsWith(`| ${name} |`))
    const [, , stated = ''] = (row ?? '').split('|').map(cell => cell.trim())
    assert.ok(
      version && stated && `${version}.`.startsWith(`${stated}.`),
      `${name} ${version}: the README has "${stated}"`,
    )
  }
})

/** The packages that the sources import, load or read files of. */
function packagesOfSources(): string[] {
  const sources = new URL('../src/', import.meta.url)
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.ts'),
  )
  return files.flatMap(file => {
    const code = readFileSync(new URL(file.replaceAll('\\', '/'), sources), 'utf8')
    const specifiers = code.matchAll(
      /(?:^import [^']*|^\} from |\bimport\(|import\.meta\.resolve\(|\(import\.meta\.url\)\()'([^.'][^']*)'/gm,
    )
    return [...specifiers].flatMap(([, specifier = '']) =>
      specifier.startsWith('node:') ? [] : (/^(?:@[^/]+\/)?[^/]+/.exec(specifier) ?? []),
    )
  })
}

test.run()
