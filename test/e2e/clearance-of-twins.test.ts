import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { workspace } from '../support/workspace.js'

/** `Zq…` stands in nothing but what is above `TLP:GREEN`, for another audience, or of an actor who is. */
const BRIEF = `title: {default: The open title, decision: Zqtitle}
as_of: 2025-01-20
bottom_line: Open [@open; @zqsource].
background: {default: "Open words.[^n]\\n\\n[^n]: An open note.", decision: Zqwording}
key_facts:
  - {fact: Known to all, cite: open}
  - {fact: Zqfact, classification: TLP:AMBER, cite: "@zqsource, p. 7"}
actors:
  - {id: anna, name: Anna Open, position: For it, side: Open side, influence: 4, support: 1}
  - {id: zqactor, name: Zqname Trask, position: Zqposition, side: Zqside, influence: 5, support: 2, audiences: [decision]}
stakes:
  - {stake: A stake, who: [anna, zqactor], likelihood: 3, impact: 4}
  - {stake: Zqstake, likelihood: 5, impact: 5, classification: TLP:RED}
timeline:
  - {date: 2025-01-10, event: Open event}
  - {date: 1871-01-01, event: Zqevent, label: Zqlabel, classification: TLP:RED}
next_steps: [{action: Look again, owner: Zqname Trask}]
boxes: [{id: zqbox, title: Zqbox, body: Zqbody, classification: TLP:RED}]
annexes: [{id: zqannex, title: Zqannex, body: Zqannexed, audiences: [decision]}]
tables: [{id: zqtable, title: Zqtable, columns: [{key: a, title: Zqhead}], rows: [[Zqcell]], classification: TLP:RED}]
sources:
  - {id: open, title: An open source}
  - {id: zqsource, title: Zqsourcetitle, url: "https://zqurl.example/", classification: TLP:RED}
`
const HIDDEN =
  /zq(?:title|wording|fact|actor|name|position|side|stake|event|label|box|body|annex|table|head|cell|source|url)|Trask|1871/i
const FORMATS = ['html', 'docx', 'md', 'txt']

/** All that a twin holds, as characters: the parts of an archive and their names, too. */
function contentOf(bytes: Uint8Array, format: string): string {
  if (format !== 'docx') return Buffer.from(bytes).toString()
  const parts = Object.entries(unzipSync(bytes))
  return parts.map(([name, part]) => `${name}\n${Buffer.from(part).toString()}`).join('\n')
}

test('what an audience may not see leaves no trace in its twins, and stands in those of one that may', async () => {
  const space = workspace({ 'briefs/a.yaml': BRIEF })
  const audiences = ['legislator', 'public', 'decision'].flatMap(name => ['-a', name])
  const outcome = await space.run('build', '--format', FORMATS.join(','), ...audiences)
  assert.is(outcome.status, 0, outcome.stderr)
  const read = (audience: string, format: string) =>
    contentOf(readFileSync(join(space.root, `out/a/${audience}.${format}`)), format)
  for (const format of FORMATS) {
    for (const audience of ['legislator', 'public']) {
      const content = read(audience, format)
      assert.match(content, /Anna Open|An open source|The open title/)
      assert.not.match(content, HIDDEN, `${audience}.${format}`)
    }
    assert.match(read('decision', format), /Zqtitle/)
  }
})

test.run()
