import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MAX_BRIEF_LENGTH } from '../../src/brief/index.js'
import { limitQuotations, MAX_QUOTATION_SHARE, YAML_PER_QUOTATION } from '../../src/draft/draft-brief.js'

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

test.run()
