import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { decodeText, MAX_BRIEF_LENGTH } from '../../src/brief/index.js'
import { CODES, Findings } from '../../src/diagnostics/index.js'
import { load } from './helpers.js'

/** Findings that a brief as a value cannot have: the file is read, its paths are resolved, its audiences known, and its charts drawn, elsewhere. */
const ELSEWHERE = new Set(['file-unreadable', 'path-outside-workspace', 'unknown-section'])
const FIRST = 'file-unreadable'
const LAST = 'unused-source'

const folder = new URL('./broken/', import.meta.url)
const provoked = new Set<string>()

for (const name of readdirSync(folder)) {
  test(`${name} has the findings that it announces`, () => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    const expected = [...text.matchAll(/^# expect: (.*)$/gm)].map(match => match[1])
    const { brief, found, findings } = load(text, name)
    assert.equal(found, expected)
    assert.is(brief, undefined)
    for (const { code } of findings) provoked.add(code)
  })
}

test('a file that is no text, or too large, is found', () => {
  const findings = new Findings()
  decodeText(Uint8Array.of(0x61, 0xff), 'a.yaml', findings.report)
  decodeText(new Uint8Array(11), 'b.yaml', findings.report, 10)
  assert.equal(
    findings.all.map(finding => finding.code),
    ['file-encoding', 'file-too-large'],
  )
  for (const { code } of findings.all) provoked.add(code)
  assert.equal(load('a'.repeat(MAX_BRIEF_LENGTH + 1)).found, ['1:1 file-too-large'])
  assert.not.ok(load('a'.repeat(MAX_BRIEF_LENGTH)).found.includes('1:1 file-too-large'))
})

test('every finding about reading, YAML, the schema and references is provoked here', () => {
  const codes = Object.keys(CODES)
  const ours = codes
    .slice(codes.indexOf(FIRST), codes.indexOf(LAST) + 1)
    .filter(code => !ELSEWHERE.has(code) && !code.startsWith('chart-'))
  assert.equal(
    ours.filter(code => !provoked.has(code)),
    [],
  )
})

test('messages and hints are written as the house asks', () => {
  for (const name of readdirSync(folder)) {
    for (const { message, hints } of load(readFileSync(new URL(name, folder), 'utf8')).findings) {
      assert.match(message, /^[^A-Z].*[^.]$/s, message)
      for (const hint of hints) assert.match(hint, /^[a-z]+ .*[^.]$/s, hint)
    }
  }
})

test.run()
