import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type Diagnostic,
  deserializeDiagnostic,
  Findings,
  formatDiagnostics,
  SourceFile,
  serializeDiagnostic,
  sortDiagnostics,
} from '../../src/diagnostics/index.js'

const FILE = new SourceFile('briefs/dam.yaml', 'title: Dam\r\nlang: enn\nissue: >\n  One.\n  Two.\n')

function finding(start: number, end: number): Diagnostic {
  const { all, report } = new Findings()
  report('invalid-value', { file: FILE, range: { start, end } }, '`enn` is not a language', 'write `en`')
  const [only] = all
  if (!only) throw new Error('nothing was found')
  return only
}

const shown = (one: Diagnostic) => formatDiagnostics([one], { colour: false })

test('a finding that went through a file or a thread is shown as before', () => {
  for (const [start, end] of [
    [18, 21],
    [0, 5],
    [29, 44],
    [FILE.text.length, FILE.text.length],
  ] as const) {
    const before = finding(start, end)
    const after = deserializeDiagnostic(JSON.parse(JSON.stringify(serializeDiagnostic(before))))
    assert.is(shown(after), shown(before), `${start} to ${end}`)
  }
})

test('only the line of a finding is kept of its file', () => {
  assert.is(serializeDiagnostic(finding(18, 21)).text, 'lang: enn')
})

test('is the same finding as before, and stands in the same order', () => {
  const [first, second] = [finding(0, 5), finding(18, 21)]
  const packed = [first, second].map(one => deserializeDiagnostic(serializeDiagnostic(one)))
  assert.equal(sortDiagnostics([...packed, second, first]).length, 2)
  assert.equal(sortDiagnostics([second, ...packed.slice(0, 1)]).map(shown), [first, second].map(shown))
})

test.run()
