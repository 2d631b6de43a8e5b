import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { reportReviewComments } from '../../../src/brief/index.js'
import { Findings, SourceFile } from '../../../src/diagnostics/index.js'

function reviewsIn(text: string): string[] {
  const findings = new Findings()
  const file = new SourceFile('brief.yaml', text)
  reportReviewComments(file, findings.report)
  return findings.all.map(({ code, message, place }) => {
    const { line, column } = file.position(place.range.start)
    assert.is(code, 'review-open')
    return `${line}:${column} ${message}`
  })
}

const BRIEF = `# review: the head
title: T # Review: beside
# a remark
actors:
  #review: an item
  - id: a
    name: "# review: in a text"
background: |
  # review: in a block
issue: >-
  one
  # review: in a fold
watch: [a, # REVIEW: in brackets
  b]
# review:
`
const EXPECTED = [
  '1:1 to review: the head',
  '2:10 to review: beside',
  '5:3 to review: an item',
  '13:12 to review: in brackets',
  '15:1 left to review',
]

test('comments that ask for a review are found wherever they stand, and texts are no comments', () => {
  assert.equal(reviewsIn(BRIEF), EXPECTED)
})

test('line ends and a byte order mark do not move them', () => {
  assert.equal(reviewsIn(BRIEF.replaceAll('\n', '\r\n')), EXPECTED)
})

test('what is no YAML can be searched too', () => {
  assert.equal(reviewsIn('a: [\n# review: here\n"'), ['2:1 to review: here'])
})

test.run()
