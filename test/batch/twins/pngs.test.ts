import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM } from '../../support/briefs.js'
import { build, outputs, twinSpace } from './workspace.js'

test('PNGs are one for each page, and those of pages that are no more are removed', async () => {
  const facts = (count: number) =>
    `${DAM}audiences: [{audience: board, limit: 9}]\nkey_facts:\n${'  - It is a fact.\n'.repeat(count)}`
  const space = twinSpace({ 'briefs/dam.yaml': facts(180) })
  const { entries, printed } = await build(space, '--format', 'png')
  const pages = (count: number) => Array.from({ length: count }, (_, index) => `dam/board-${index + 1}.png`)
  const { length } = printed
  assert.ok(length > 2, String(length))
  assert.equal([printed, outputs(space)], [pages(length), pages(length)])
  assert.ok(entries.every(({ format, pages }) => format === 'png' && pages === null))
  assert.equal((await build(space, '--format', 'png')).printed, [])

  rmSync(join(space.root, 'out/dam/board-2.png'))
  assert.equal((await build(space, '--format', 'png')).printed, pages(length))
  space.write({ 'briefs/dam.yaml': facts(2) })
  const shorter = await build(space, '--format', 'pdf,png')
  assert.equal([shorter.printed, shorter.orphans], [['dam/board.pdf', 'dam/board-1.png'], []])
  assert.equal(outputs(space), ['dam/board-1.png', 'dam/board.pdf'])
  const { editions, missing } = JSON.parse(space.read('out/manifest.json'))
  assert.equal([editions.length, missing], [2, []])
})

test('a mail merge has PNGs of each letter, a language of each edition, and what may not be seen goes with them', async () => {
  const space = twinSpace({ 'people.csv': 'id,name\na-1,Ann Moe\n' })
  const letters = await build(space, '-a', 'card', '--data', 'people.csv', '--format', 'png,txt')
  assert.equal(letters.printed, ['dam/card/a-1.txt', 'dam/card/a-1-1.png'])
  const languages = await build(space, '-a', 'note', '--lang', 'en,fr', '--format', 'png', '-o', 'fr')
  assert.equal(languages.printed, ['dam/note.en-1.png', 'dam/note.fr-1.png'])
  assert.equal(
    (await build(space, '-a', 'note', '--lang', 'en,fr', '--format', 'png', '-o', 'fr')).printed,
    [],
  )
  await build(space, '--format', 'png,md', '-o', 'seen')
  space.write({ 'briefs/dam.yaml': `${DAM}classification: TLP:RED\naudiences: [note, board]\n` })
  const { status } = await build(space, '--format', 'pdf', '-o', 'seen', '--keep-outdated')
  assert.equal([status, outputs(space, 'seen')], [1, []])
})

test.run()
