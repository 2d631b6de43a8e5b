import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../src/diagnostics/index.js'
import { draftBrief } from '../../src/draft/index.js'
import { readArticle } from '../../src/speech/index.js'

const ITEMS = ['The ferry fund pays £300m over four years', 'Thirty islands have applied since June 2024']
const LEAD =
  'The Ferry Office has opened two new lines to the islands in the north after a long debate in the council.'

async function draftOf(text: string, name: string) {
  const article = await readArticle(Buffer.from(text), name, new Findings().report)
  assert.ok(article)
  return (await draftBrief(article, { today: '2026-01-01' })).json.brief as Record<
    string,
    { [key: string]: unknown }[]
  >
}

test('the items of a list are sentences without a full stop, in Markdown and in a page', async () => {
  const html = `<html><body><article><h1>Ferry fund</h1><p>${LEAD}</p><ul>${ITEMS.map(item => `<li>${item}</li>`).join('')}</ul></article></body></html>`
  const markdown = `# Ferry fund\n\n${LEAD}\n\n${ITEMS.map(item => `- ${item}`).join('\n')}\n`
  for (const [text, name] of [
    [html, 'a.html'],
    [markdown, 'a.md'],
  ] as const) {
    const { key_facts: facts, timeline } = await draftOf(text, name)
    assert.is(facts?.[0]?.fact, `${ITEMS[0]}.`, name)
    assert.is(timeline?.[0]?.date, '2024-06', name)
  }
})

test('a line of a text without a full stop is still no sentence', async () => {
  const { key_facts: facts } = await draftOf(`${LEAD}\n\n${ITEMS[0]}\n\n${LEAD}`, 'a.txt')
  assert.is(facts, undefined)
})

test('a block quotation of a page is whose it is, and no fact', async () => {
  const html = `<html lang="en"><body><article><h1>Ferry fund</h1><p>${LEAD}</p><p>Minister Ida Solheim said:</p><blockquote><p>We pay £300m for the ferry this year.</p><p>I am proud of that.</p></blockquote></article></body></html>`
  const { key_facts: facts, quotes, actors } = await draftOf(html, 'a.html')
  assert.is(facts, undefined)
  assert.is(quotes?.[0]?.text, 'We pay £300m for the ferry this year. I am proud of that.')
  assert.is(actors?.[0]?.name, 'Ida Solheim')
})

test.run()
