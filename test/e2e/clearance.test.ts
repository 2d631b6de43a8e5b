import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readText } from '../support/pdf-text.js'
import { workspace } from '../support/workspace.js'

/** `Zq…` stands in nothing but what is above `TLP:AMBER`, `Ж` only there too. */
const BRIEF = `title: {default: The open title, decision: Zqtitle for the minister}
as_of: 2025-01-20
key_facts:
  - {fact: Known to all, cite: open}
  - {fact: Zqfact Ж, classification: TLP:RED, cite: "@zqsource, p. 7"}
  - Known too [@zqsource, p. 8]
actors:
  - {id: anna, name: Anna Open, position: For it, side: Open side, influence: 4, support: 1}
  - {id: zqactor, name: Zqname, position: Zqposition, side: Zqside, influence: 5, support: 2, classification: TLP:RED}
quotes:
  - {text: we shall see, speaker: zqactor, source: open}
  - {text: zqquote it is, speaker: anna, source: open, classification: TLP:RED}
  - {text: said plainly, speaker: anna, source: zqsource}
stakes:
  - {stake: A stake, who: [anna, zqactor], description: {default: Open, decision: Zqwording}, likelihood: 3, impact: 4}
  - {stake: Zqstake, who: [anna], likelihood: 5, impact: 5, classification: TLP:RED}
timeline:
  - {date: 2025-01-10, event: Open event}
  - {date: 1999-01-01, event: Zqevent, label: Zqlabel, classification: TLP:RED}
qa:
  - {question: Zqquestion, answer: Zqanswer, classification: TLP:RED}
sources:
  - {id: open, title: An open source, text: s.txt}
  - {id: zqsource, title: Zqsourcetitle, url: "https://zqurl.example/", text: s.txt, classification: TLP:RED}
`
const TEXT = 'we shall see. zqquote it is. said plainly. Thus Anna Open and Zqname.\n'
const WITH_FIGURES = ['analyst', 'legislator']
const CLEARED_BELOW_RED = ['analyst', 'legislator', 'one-page', 'press', 'public']

/** All that a file holds, deflated or not, as the bytes that it is. */
function rawOf(bytes: Buffer): string {
  const file = bytes.toString('latin1')
  const streams = [...file.matchAll(/\/FlateDecode[\s\S]*?stream\n([\s\S]*?)\nendstream/g)]
  return [
    file,
    ...streams.map(([, data = '']) => inflateSync(Buffer.from(data, 'latin1')).toString('latin1')),
  ].join('\n')
}

function encodingsOf(word: string): string[] {
  const wide = Buffer.from(word, 'utf16le').swap16()
  const plain = Buffer.from(word, 'latin1')
  return [plain, wide].flatMap(bytes => [bytes.toString('latin1'), bytes.toString('hex')])
}

test('what is above the clearance of an audience leaves no trace in its files', async () => {
  const space = workspace({ 'briefs/a.yaml': BRIEF, 'briefs/s.txt': TEXT })
  assert.is((await space.run('build')).status, 0)
  for (const audience of CLEARED_BELOW_RED) {
    const bytes = readFileSync(join(space.root, `out/a/${audience}.pdf`))
    const { drawn, said, glyphs } = readText(bytes)
    assert.match(drawn, /Known|stake|Anna/)
    assert.not.match(`${drawn}\n${said}`, /zq|RED/i, audience)
    assert.not.ok([...glyphs.values()].some(characters => characters.has('Ж')))
    assert.not.match(drawn, /1999/, 'nor does an axis reach to what is not on it')
    if (WITH_FIGURES.includes(audience))
      assert.match(said, /Timeline of one event: 10 January 2025, Open event\./)
    const raw = rawOf(bytes).toLowerCase()
    for (const word of ['zqtitle', 'zqfact', 'zqactor', 'Zqname', 'zqsource', 'zqurl', 'zqquote'])
      for (const encoded of encodingsOf(word))
        assert.not.ok(raw.includes(encoded.toLowerCase()), `${word}: ${audience}`)
  }
  assert.not.match(space.read('out/manifest.json'), /zq/i)
})

/** `Zq…` stands in nothing but what is for the minister alone. */
const FOR_ONE = `title: The harbour
as_of: 2025-01-20
issue: What follows from the talk [@zqtalk; @open]?
background: It is said [@open].
actors:
  - {id: anna, name: Anna Open, position: For it, influence: 4, support: 1}
  - {id: zqmole, name: Zqname Trask, role: Zqrole, position: Zqposition, side: Zqside, influence: 5, support: 2, audiences: [decision]}
quotes:
  - {text: we shall see, speaker: zqmole, source: open}
  - {text: said plainly, speaker: anna, source: open, reported_by: Zqname Trask}
stakes:
  - {stake: A stake, who: [anna, zqmole], likelihood: 3, impact: 4}
consultation:
  - {who: zqmole, view: Zqview}
next_steps:
  - {action: Look again, owner: Zqname Trask}
sources:
  - {id: open, title: An open source, text: s.txt}
  - {id: zqtalk, title: Zqtalk, audiences: [decision]}
`
const FOR_ONE_TEXT = '“Yes, we shall see,” Zqname Trask said. “It was said plainly,” Anna Open said.\n'

test('an actor for one audience leaves no trace in the files of the others, and a finding says what went with it', async () => {
  const space = workspace({ 'briefs/a.yaml': FOR_ONE, 'briefs/s.txt': FOR_ONE_TEXT })
  const outcome = await space.run('build', '--json')
  assert.is(outcome.status, 0, outcome.stderr)
  for (const audience of CLEARED_BELOW_RED) {
    const bytes = readFileSync(join(space.root, `out/a/${audience}.pdf`))
    const { drawn, said } = readText(bytes)
    assert.match(drawn, 'An open source')
    assert.not.match(`${drawn}\n${said}`, /zq|Trask/i, audience)
    const raw = rawOf(bytes).toLowerCase()
    for (const word of ['zqmole', 'zqname', 'zqrole', 'zqside', 'zqposition', 'zqtalk', 'trask'])
      for (const encoded of encodingsOf(word))
        assert.not.ok(raw.includes(encoded.toLowerCase()), `${word}: ${audience}`)
  }
  const { drawn } = readText(readFileSync(join(space.root, 'out/a/decision.pdf')))
  for (const word of ['Zqname Trask', 'Zqview', 'Zqtalk']) assert.match(drawn, word)
  const { diagnostics } = JSON.parse(outcome.stdout) as { diagnostics: { code: string; line: number }[] }
  const linesOf = (wanted: string) =>
    [...new Set(diagnostics.flatMap(({ code, line }) => (code === wanted ? [line] : [])))].sort(
      (a, b) => a - b,
    )
  assert.equal(linesOf('reference-not-for-audience'), [9, 10, 12, 14, 16])
  assert.equal(linesOf('citation-left-out'), [3])
  const checked = JSON.parse((await space.run('check', '--json')).stdout) as { diagnostics: unknown[] }
  const codes = (all: readonly unknown[]) =>
    (all as { code: string; message: string }[]).map(({ code, message }) => `${code} ${message}`).sort()
  assert.equal(codes(checked.diagnostics), codes(diagnostics), '`check` says the same as `build`')
})

test('the same words are found where they may be read', async () => {
  const space = workspace({ 'briefs/a.yaml': BRIEF, 'briefs/s.txt': TEXT })
  await space.run('build', '-a', 'decision')
  const { drawn, said, glyphs } = readText(readFileSync(join(space.root, 'out/a/decision.pdf')))
  for (const word of ['Zqtitle', 'Zqname', 'Zqwording']) assert.match(drawn, word)
  assert.match(said, 'Zqtitle for the minister')
  assert.ok([...glyphs].every(([name]) => /^[A-Z]{6}\+/.test(name)))
})

test('an embedded font holds the characters of its pages, and no others', async () => {
  const space = workspace({ 'briefs/a.yaml': BRIEF, 'briefs/s.txt': TEXT })
  await space.run('build', '-a', 'public')
  const { drawn, glyphs } = readText(readFileSync(join(space.root, 'out/a/public.pdf')))
  for (const [font, characters] of glyphs)
    for (const character of characters) assert.ok(drawn.includes(character), `${character} in ${font}`)
})

test.run()
