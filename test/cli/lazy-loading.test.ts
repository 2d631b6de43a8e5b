import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, NOTE } from '../support/briefs.js'
import { packagesLoadedBy } from '../support/loaded-modules.js'
import { workspace } from '../support/workspace.js'

const { root } = workspace({
  'briefs/dam.yaml': DAM,
  'templates/note.hbs': NOTE,
  'pier.txt': 'The council closed the pier on Friday. “We will not wait for it,” Ann Moe said.\n',
})
const HEAVY = ['pdfmake', 'pdfkit', 'fontkit', 'handlebars']
const loaded = (...argv: string[]) => {
  const packages = packagesLoadedBy(argv, root)
  return HEAVY.filter(name => packages.has(name))
}

for (const argv of [['build', '--help'], ['schema'], ['new', 'port']])
  test(`\`${argv.join(' ')}\` loads neither fonts nor pages nor templates`, () => {
    assert.equal(loaded(...argv), [])
  })

for (const argv of [['check'], ['audiences']])
  test(`\`${argv.join(' ')}\` looks at templates, and loads neither fonts nor pages`, () => {
    assert.equal(loaded(...argv), ['handlebars'])
  })

test('a draft loads neither fonts nor pages, and what reads web pages only for one', () => {
  const packages = packagesLoadedBy(['draft', 'pier.txt'], root)
  for (const name of [...HEAVY, 'linkedom', '@mozilla/readability', 'markdown-it', 'piscina'])
    assert.not.ok(packages.has(name), name)
  for (const name of ['wink-nlp', 'chrono-node']) assert.ok(packages.has(name), name)
})

test('no other command loads what reads language', () => {
  for (const argv of [['check'], ['build', '--dry-run'], ['draft', '--help']]) {
    const packages = packagesLoadedBy(argv, root)
    for (const name of ['wink-nlp', 'wink-eng-lite-web-model', 'chrono-node', 'franc-min'])
      assert.not.ok(packages.has(name), name)
  }
})

test('no command but those of a service and its queue loads what they are made with', () => {
  for (const argv of [['serve', '--help'], ['check'], ['build', '-a', 'note']]) {
    const packages = packagesLoadedBy(argv, root)
    for (const name of [
      'hono',
      '@hono/node-server',
      'prom-client',
      'bullmq',
      'ioredis',
      '@aws-sdk/client-s3',
    ])
      assert.not.ok(packages.has(name), `${argv.join(' ')}: ${name}`)
  }
})

test('help loads nothing but what it is made with', () => {
  const packages = packagesLoadedBy(['--help'], root)
  for (const name of [...HEAVY, 'yaml', 'valibot', 'edtf']) assert.not.ok(packages.has(name), name)
  assert.ok(packages.has('yargs'))
})

test('nothing of queues, stores and services is loaded but where it is asked for', () => {
  for (const argv of [['--help'], ['worker', '--help'], ['build', '--help'], ['build', '-a', 'note']]) {
    const packages = packagesLoadedBy(argv, root)
    for (const name of ['bullmq', 'ioredis', '@aws-sdk/client-s3', 'hono', 'prom-client'])
      assert.not.ok(packages.has(name), `${argv.join(' ')}: ${name}`)
  }
})

test('build loads them, so this test would see them', () => {
  assert.equal(loaded('build', '-a', 'note'), HEAVY)
})

test.run()
