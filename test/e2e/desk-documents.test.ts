import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readStructure } from '../../src/typeset/outline/read-structure.js'
import { outlineElement } from '../../src/typeset/outline/tag-outline.js'
import { findingsOf, workspace } from '../support/workspace.js'

const DOCUMENTS = fileURLToPath(new URL('documents', import.meta.url))

/** A document of a kind that offices write, printed with the template of the package for it. */
async function printed(name: string, audience: string, ...options: string[]) {
  const space = workspace({
    'briefwright.yaml': 'organisation: { default: Clear Rivers, fr: Fleuves clairs }\n',
  })
  cpSync(DOCUMENTS, join(space.root, 'briefs'), { recursive: true })
  const outcome = await space.run('build', `briefs/${name}.yaml`, '-a', audience, '--json', ...options)
  const { editions } = JSON.parse(outcome.stdout) as {
    editions: { file: string; pages: number; annex_pages: number; left_out: string[]; unshown: string[] }[]
  }
  const tagsOf = (file: string) => outlineElement(readStructure(readFileSync(join(space.root, file))).root)
  return { found: findingsOf(outcome), editions, tags: editions.map(({ file }) => tagsOf(file)) }
}

test('a ministerial submission has two pages, its annexes after them, and all that it is to hold', async () => {
  const { found, editions, tags } = await printed('kessel-line', 'submission')
  assert.equal(
    found.filter(line => !line.includes('quote-')),
    [],
  )
  const [{ pages, annex_pages, left_out, unshown }] = editions as [(typeof editions)[number]]
  assert.equal([pages, annex_pages, left_out, unshown], [2, 2, [], []])
  const [text = ''] = tags
  for (const words of [
    'MPW/R/25-0341',
    'Approve',
    'Signature',
    'Not consulted',
    'Annex A',
    'Annex B',
    'Table 1',
  ])
    assert.match(text, words)
  assert.match(text, /BlockQuote/)
  assert.match(text, /Note/)
})

test('a research note has its table, its chart from that table, its box and its note in two columns', async () => {
  const { found, editions, tags } = await printed('cup-deposit', 'research')
  assert.equal([found, editions[0]?.left_out, editions[0]?.unshown], [[], [], []])
  const [text = ''] = tags
  for (const words of ['Table 1', 'Figure 1', 'Box 1', '71.0%', 'How it works', 'Court of Auditors'])
    assert.match(text, words)
  assert.match(text, /Figure .*364/)
})

test('a question note is printed in two languages from one brief', async () => {
  for (const [lang, words] of [
    ['en', ['Ministry of Labour', 'Suggested response', 'If pressed', 'Approved by']],
    ['fr', ['Ministère du Travail', 'Réponse suggérée', 'En cas d’insistance', 'Approuvé par']],
  ] as const) {
    const { found, editions, tags } = await printed('island-post', 'question', '--lang', lang)
    assert.equal([found, editions[0]?.pages, editions[0]?.left_out], [[], 1, []])
    for (const each of words) assert.match(tags[0] ?? '', each)
  }
})

test('the paper of an organisation bears its name in the language of each edition', async () => {
  for (const [lang, words] of [
    ['en', ['Clear Rivers', 'A majority backs']],
    ['fr', ['Fleuves clairs', 'Une majorité soutient', 'Notre traduction']],
  ] as const) {
    const { found, tags } = await printed('clear-rivers', 'one-page', '--lang', lang)
    assert.equal(found, [], lang)
    for (const each of words) assert.match(tags[0] ?? '', each)
  }
})

test.run()
