import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { proveQuotes } from '../helpers.js'

/** What a message says of a quotation, and the passage with the difference marked in it. */
function differenceOf(quote: string, source: string): [says: string, marked: string] {
  const { findings } = proveQuotes([quote], source)
  const finding = findings.find(({ code }) => code === 'quote-altered')
  return [
    finding?.message.replace(/^.*?, para\. \d+: /, '') ?? '',
    /`([^`]*)`$/.exec(finding?.hints[0] ?? '')?.[1] ?? '',
  ]
}

for (const [name, source, quote, says, marked] of [
  [
    'a word',
    'The ferry will not leave before noon today',
    'The ferry will not sail before noon today',
    'has `sail` in place of `leave`',
    'The ferry will not [-leave-]{+sail+} before noon today',
  ],
  [
    'a figure',
    'They lost 3.5 tons of herring that night',
    'They lost 3.6 tons of herring that night',
    'has `3.6` in place of `3.5`',
    'They lost [-3.5-]{+3.6+} tons of herring that night',
  ],
  [
    'white space within a figure',
    'They lost 12 500 tons of herring that night',
    'They lost 12,500 tons of herring that night',
    'has `12,500` in place of `12 500`',
    'They lost [-12 500-]{+12,500+} tons of herring that night',
  ],
  [
    'a mark between words',
    'As argued in [2] the quay is too short for them',
    'As argued in the quay is too short for them',
    'leaves out `[2]`',
    'As argued in[- [2]-] the quay is too short for them',
  ],
  [
    'a sign at a word',
    'They lost 5 m² of the quay that night',
    'They lost 5 m of the quay that night',
    'leaves out `²` after `m`',
    'They lost 5 m[-²-] of the quay that night',
  ],
  [
    'a comma',
    'Let us feed, sailors, the gulls at noon',
    'Let us feed sailors, the gulls at noon',
    'leaves out `,` after `feed`',
    'Let us feed[-,-] sailors, the gulls at noon',
  ],
  [
    'a stop for a question',
    'Who has seen the ferry? We have all waited',
    'Who has seen the ferry. We have all waited',
    'has `.` in place of `?` after `ferry`',
    'Who has seen the ferry[-?-]{+.+} We have all waited',
  ],
  [
    'quotation marks',
    'They call the old quay “safe” and mean it',
    'They call the old quay safe and mean it',
    'leaves out `“` after `quay`',
    'They call the old quay [-“-]safe[-”-] and mean it',
  ],
  [
    'a word that is lacking',
    'The ferry will not leave before noon today',
    'The ferry will leave before noon today',
    'leaves out `not`',
    'The ferry will [-not-] leave before noon today',
  ],
  [
    'a word that is added',
    'The ferry will leave before noon today',
    'The ferry will never leave before noon today',
    'adds `never`',
    'The ferry will {+never+} leave before noon today',
  ],
  [
    'a case',
    'The ferry of the Island will leave at noon',
    'The ferry of the island will leave at noon',
    'has `island` in place of `Island`',
    'The ferry of the [-Island-]{+island+} will leave at noon',
  ],
] as const)
  test(`a difference is only what differs: ${name}`, () => {
    assert.equal(differenceOf(quote, `Before it. ${source} and after it.`), [says, marked])
  })

test.run()
