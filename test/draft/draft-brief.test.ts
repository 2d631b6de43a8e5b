import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MAX_BRIEF_LENGTH } from '../../src/brief/index.js'
import {
  draftBrief,
  limitQuotations,
  MAX_QUOTATION_SHARE,
  YAML_PER_QUOTATION,
} from '../../src/draft/draft-brief.js'
import { readArticle } from '../../src/speech/index.js'

test('a draft has as many quotations as fit into the share of a brief that is theirs', () => {
  const room = Math.floor(MAX_BRIEF_LENGTH * MAX_QUOTATION_SHARE)
  const quotation = (length: number) => ({
    text: 'x'.repeat(length - YAML_PER_QUOTATION),
    parts: [],
    speaker: { kind: 'unknown', why: '' } as const,
  })
  const half = Math.floor(room / 2)
  assert.is(limitQuotations([quotation(half), quotation(room - half)]).length, 2)
  assert.is(limitQuotations([quotation(half), quotation(room - half + 1)]).length, 1)
})

test('the first of several who speak together is the speaker, and the others are in the review', async () => {
  const text =
    'Old pier\n\nThe council met on Monday.\n\nAnn Moe, Bo Lund and Eva Dahl said that the pier “will not see another winter.”\n'
  const article = await readArticle(new TextEncoder().encode(text), 'pier.txt', () => {})
  const draft = article && (await draftBrief(article, { today: '2026-01-02' }))
  assert.match(draft?.yaml ?? '', /speaker: moe/)
  assert.match(draft?.yaml ?? '', /spoken together with Bo Lund, Eva Dahl/)
})

test.run()
