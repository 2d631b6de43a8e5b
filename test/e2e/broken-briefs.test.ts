import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findingsOf, workspace } from '../support/workspace.js'

const HEAD = 'title: The dam\nas_of: 2025-01-20\n'
const SOURCE = 'sources:\n  - {id: note, title: A note, text: note.txt}\n'

/** Briefs with several faults each, and all that is to be said of them. */
const BROKEN: Readonly<Record<string, readonly [yaml: string, ...findings: string[]]>> = {
  'no file of fields': ['- title\n- as_of\n', '1:1 yaml-not-a-mapping'],
  'nothing at all': ['', '1:1 yaml-empty'],
  'comments alone': ['# to be written\n', '1:1 yaml-empty'],
  'two documents': [`${HEAD}---\n${HEAD}`, '3:1 yaml-multiple-documents'],
  'a bracket left open': ['title: [The dam\nas_of: 2025\n', '1:8 yaml-syntax'],
  'Windows line ends': ['title: The dam\r\ncolour: red\r\n', '1:1 missing-field', '2:1 unknown-key'],
  'keys of an object': [`${HEAD}__proto__: {a: 1}\nconstructor: x\n`, '3:1 unknown-key', '4:1 unknown-key'],
  'a flow of JSON': [
    '{"title": "A", "as_of": "soon", "stakes": [{"stake": "x", "who": ["mayor"], "impact": 9}]}',
    '1:25 invalid-date',
    '1:67 unknown-actor',
    '1:87 invalid-value',
  ],
  'emoji before the fault': [`${HEAD}issue: "😀😀 [@none]"\n`, '3:16 unknown-source'],
  'dates and wordings': [
    'title: {press: For some}\nas_of: 2025-02-30\nbottom_line: {default: A, prss: B}\n',
    '1:9 missing-field',
    '2:8 invalid-date',
    '3:27 unknown-audience',
  ],
  'ids and references': [
    `${HEAD}actors:\n  - {id: a, name: A}\n  - {id: a, name: B}\nquotes:\n  - {text: b, speaker: c, source: d}\n`,
    '5:10 duplicate-id',
    '7:24 unknown-actor',
    '7:35 unknown-source',
  ],
  'the schema, a quotation and paths': [
    `${HEAD}colour: red\nquotes:\n  - {text: The water fell, source: note}\n${SOURCE}  - {id: b, title: B, text: none.txt}\n  - {id: c, title: C, text: ../../c.txt}\n`,
    '3:1 unknown-key',
    '5:12 quote-altered',
    '8:29 file-unreadable',
    '9:29 path-outside-workspace',
  ],
  'a quotation in prose': [
    `${HEAD}issue: He said “the dam is not going to hold” at noon.\nstatus: final\n${SOURCE}`,
    '3:17 quote-missing',
    '4:9 invalid-value',
  ],
  'labels that TLP lacks': [
    `${HEAD}classification: TLP:PINK\nkey_facts:\n  - {fact: a, classification: TLP:AMBRE}\n`,
    '3:17 unknown-marking',
    '5:31 unknown-marking',
  ],
  'overrides of audiences': [
    `${HEAD}audiences: [pres, {audience: public, limit: 0}]\n`,
    '3:13 unknown-audience',
    '3:45 invalid-value',
  ],
  'addresses that no reader should follow': [
    `${HEAD}sources:\n  - {id: a, title: A, url: 'javascript:alert(1)'}\n  - {id: b, title: B, url: nowhere}\n`,
    '4:28 invalid-value',
    '5:28 invalid-value',
  ],
  'characters that cannot be printed': [`${HEAD}issue: "a\\u0007b"\n`, '3:10 invalid-character'],
  'tags and merge keys': [
    `${HEAD}issue: !!js/function 'f'\nkey_facts:\n  - <<: {fact: a}\n    fact: b\n`,
    '3:8 yaml-tag',
    '5:5 yaml-merge-key',
  ],
}

for (const [name, [yaml, ...expected]] of Object.entries(BROKEN))
  test(`${name}: one pass says all, and nothing is written`, async () => {
    const space = workspace({ 'briefs/dam.yaml': yaml, 'briefs/note.txt': 'He said: “The water rose.”\n' })
    const before = space.files()
    for (const command of ['check', 'build']) {
      const outcome = await space.run(command, '--json')
      assert.equal([outcome.status, outcome.stderr], [1, ''])
      const errors = findingsOf(outcome).filter(finding => !finding.endsWith('unused-source'))
      assert.equal(
        errors,
        expected.map(finding => `briefs/dam.yaml:${finding}`),
      )
      const { status, stderr } = await space.run(command)
      assert.is(status, 1)
      assert.not.match(stderr, /internal error|\n {4}at |undefined|\[object/)
    }
    assert.equal(space.files(), before)
  })

test('a brief that would be gigabytes, or endlessly deep, is refused at once', async () => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const aliases = Array(9).fill(`*a${level}`).join(', ')
    return `a${level + 1}: &a${level + 1} [${aliases}]`
  })
  const bomb = `${HEAD}a0: &a0 [x, x, x, x, x, x, x, x, x]\n${levels.join('\n')}\n`
  const deep = `${HEAD}issue: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`
  for (const [yaml, code] of [
    [bomb, 'yaml-alias-bomb'],
    [deep, 'yaml-too-deep'],
  ] as const) {
    const outcome = await workspace({ 'briefs/dam.yaml': yaml }).run('check', '--json')
    assert.is(outcome.status, 1)
    assert.match(findingsOf(outcome).join(), code)
  }
})

test.run()
