import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../../src/diagnostics/index.js'
import { MissingGlyphReporter } from '../../../src/typeset/text/missing-glyphs.js'

function messagesFor(text: string): string[] {
  const findings = new Findings()
  const place = { file: new SourceFile('briefs/a.yaml', text), range: { start: 0, end: text.length } }
  const missing = [...text].flatMap((character, index) => (character === ' ' ? [] : [{ character, index }]))
  new MissingGlyphReporter(findings.report).add(missing, text, place)
  return findings.all.map(({ message }) => message)
}

test('names up to two missing characters of a script one by one, and more of them as the script', () => {
  assert.equal(messagesFor('กข'), [
    'no font has `ก` (U+0E01, of the Thai script)',
    'no font has `ข` (U+0E02, of the Thai script)',
  ])
  assert.equal(messagesFor('กขค'), [
    'no font has the Thai script: 3 characters are missing, the first `ก` `ข` `ค`',
  ])
})

test('shows the first five characters of a missing script', () => {
  const [five, six] = [messagesFor('กขคงจ'), messagesFor('กขคงจฉ')]
  assert.equal(five, ['no font has the Thai script: 5 characters are missing, the first `ก` `ข` `ค` `ง` `จ`'])
  assert.equal(six, ['no font has the Thai script: 6 characters are missing, the first `ก` `ข` `ค` `ง` `จ`'])
})

test('counts digits and punctuation to a missing script, and letters of others for themselves', () => {
  assert.equal(messagesFor('กขค\u{1F600}๑'), [
    'no font has the Thai script: 4 characters are missing, the first `ก` `ข` `ค` `๑`',
    'no font has `\u{1F600}` (U+1F600, an emoji)',
  ])
})

test.run()
