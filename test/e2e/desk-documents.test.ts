import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readStructure } from '../../src/typeset/outline/read-structure.js'
import { outlineElement } from '../../src/typeset/outline/tag-outline.js'
import { findingsOf, workspace } from '../support/workspace.js'

const DOCUMENTS = fileURLToPath(new URL('documents', import.meta.url))

/** A document of a kind that offices write, printed with the template of the package for it, or one of the office. */
async function printed(name: string, audience: string, ...options: string[]) {
  const space = workspace({
    'briefwright.yaml': 'organisation: { default: Clear Rivers, fr: Fleuves clairs }\n',
  })
  cpSync(DOCUMENTS, join(space.root, 'briefs'), { recursive: true })
  cpSync(join(DOCUMENTS, 'templates'), join(space.root, 'templates'), { recursive: true })
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

/** The words of each language in an outline of tags, where these stand side by side. */
function wordsByLanguage(tags: string): Record<string, string> {
  const columns = tags.split(/^ {2}Div \[(\w+)\]$/m).slice(1)
  return Object.fromEntries(
    columns.flatMap((lang, index) => {
      const [own = ''] = (columns[index + 1] ?? '').split(/^ {2}\S/m)
      return index % 2 === 0 ? [[lang, own]] : []
    }),
  )
}

test('a position paper has both languages of an organisation side by side', async () => {
  const { found, editions, tags } = await printed('clear-rivers', 'position')
  assert.equal([found, editions[0]?.pages, editions[0]?.left_out, editions[0]?.unshown], [[], 1, [], []])
  const { en = '', fr = '' } = wordsByLanguage(tags[0] ?? '')
  for (const words of [
    'Clear Rivers',
    '20 August 2025',
    'Bottom line',
    'press@rivers',
    '“We leave without',
    '¶2',
  ])
    assert.match(en, words)
  for (const words of [
    'Fleuves clairs',
    '20 août 2025',
    'L’essentiel',
    'presse@rivers',
    /«\s*We leave/,
    /§\s2/,
  ])
    assert.match(fr, words)
  assert.match(fr, /BlockQuote \[en\][\s\S]*Notre traduction\s:\sNous parton/)
  assert.not.match(en, 'translation')
})

test('a question note has the two languages of a parliament side by side', async () => {
  const { found, editions, tags } = await printed('island-post', 'house-note')
  assert.equal([found, editions[0]?.pages, editions[0]?.left_out, editions[0]?.unshown], [[], 1, [], []])
  const { en = '', fr = '' } = wordsByLanguage(tags[0] ?? '')
  for (const words of ['Ministry of Labour', 'Question note', 'If pressed', 'Deputy Minister'])
    assert.match(en, words)
  for (const words of ['Ministère du Travail', 'En cas d’insistance', 'sous-ministre', '20 mai 2025'])
    assert.match(fr, words)
})

test.run()
