import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../src/diagnostics/index.js'
import { draftBrief } from '../../src/draft/index.js'
import { readArticle } from '../../src/speech/index.js'

/** Sentences that would be facts, events, stakes or next steps, were they the reporter's; each has a word of its own. */
const TEMPLATES = [
  (mark: string) => `We will pay $12 million for the ${mark} pier by 14 March 2025.`,
  (mark: string) => `I could lose 25% of the ${mark} boats if the council will not decide this year.`,
  (mark: string) => `Our council plans to vote on the ${mark} harbour on 1 May 2025.`,
  (mark: string) => `In 2024 we lost 1,200 jobs at the ${mark} yard.`,
]

const sentence = fc.constantFrom(...TEMPLATES)
const speech = fc.array(sentence, { minLength: 1, maxLength: 3 })

/** Ways in which an article gives words as somebody's own. */
const DRESSES = [
  (paragraphs: readonly string[]) =>
    `Speaking in Oslo, Minister Ida Solheim said:\n\n${paragraphs.join('\n\n')}`,
  (paragraphs: readonly string[]) =>
    paragraphs.map(words => `Question: What now?\n\nIda Solheim: ${words}`).join('\n\n'),
  (paragraphs: readonly string[]) => paragraphs.map(words => `MARSH: Why?\nSOLHEIM: ${words}`).join('\n'),
  (paragraphs: readonly string[]) => paragraphs.map(words => `‘${words}’`).join(' Ida Solheim said.\n\n'),
  (paragraphs: readonly string[]) => paragraphs.map(words => `'${words}'`).join(' Ida Solheim said.\n\n'),
  (paragraphs: readonly string[]) =>
    `Minister Ida Solheim wrote:\n\n${paragraphs.map(words => `> ${words}`).join('\n\n')}`,
]

const REPORTED = 'The Port Office has opened two ferry lines to the islands in the north.'

test('what is somebody’s words is never said in the draft’s own voice', async () => {
  let quoted = 0
  await fc.assert(
    fc.asyncProperty(speech, fc.constantFrom(...DRESSES), async (templates, dress) => {
      const marks = templates.map((_, at) => `zz${'abc'.charAt(at)}`)
      const words = templates.map((template, at) => template(marks[at] ?? ''))
      const text = `${REPORTED}\n\n${dress(words)}\n`
      const article = await readArticle(Buffer.from(text), 'article.txt', new Findings().report)
      if (!article) return
      const { json } = await draftBrief(article, { today: '2026-01-01' })
      const { quotes, ...others } = json.brief as Record<string, unknown>
      delete others.title
      delete others.sources
      for (const mark of marks) assert.not.ok(JSON.stringify(others).includes(mark), `${text}\n${mark}`)
      if (JSON.stringify(quotes ?? '').includes('zz')) quoted++
    }),
    { seed: 20_261_126, numRuns: 60 },
  )
  assert.ok(quoted > 40, `only ${quoted} of 60 articles are quoted from`)
})

test.run()
