import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, formatDiagnostics, SourceFile, terminalWidth } from '../../src/diagnostics/index.js'

const BRIEF = 'title: An affair\nquotes:\n  - text: Nothing was said\n    speaker: trupm\n'

function finding(text: string, marked: string, ...hints: string[]) {
  const { all, report } = new Findings()
  const start = text.indexOf(marked)
  const file = new SourceFile('briefs/affair.yaml', text)
  report(
    'unknown-actor',
    { file, range: { start, end: start + marked.length } },
    `unknown actor \`${marked}\``,
    ...hints,
  )
  return all
}

const linesOf = (text: string) => text.split('\n')

test('shows place, message, the line with its marks, hints and a count', () => {
  assert.equal(
    formatDiagnostics(finding(BRIEF, 'trupm', 'did you mean `trump`?'), { colour: false }),
    [
      'briefs/affair.yaml:4:14: error: unknown actor `trupm` [unknown-actor]',
      '4 |     speaker: trupm',
      '  |              ^^^^^',
      '  hint: did you mean `trump`?',
      '',
      '1 error',
      '',
    ].join('\n'),
  )
})

test('prints nothing where there is nothing to say', () => {
  assert.is(formatDiagnostics([], { colour: false }), '')
})

test('colours only where it is asked to', () => {
  const findings = finding(BRIEF, 'trupm')
  assert.not.match(formatDiagnostics(findings, { colour: false }), /\x1b/)
  assert.match(formatDiagnostics(findings, { colour: true }), /\x1b\[31m *\^\^\^\^\^/)
})

test('shows no line of a file that could not be read', () => {
  const { all, report } = new Findings()
  report(
    'file-unreadable',
    { file: new SourceFile('a.yaml', ''), range: { start: 0, end: 0 } },
    'cannot read',
  )
  assert.equal(linesOf(formatDiagnostics(all, { colour: false })).slice(0, 2), [
    'a.yaml:1:1: error: cannot read [file-unreadable]',
    '',
  ])
})

test('marks one column where a range is empty, and no further than the first line of a longer one', () => {
  const [, , empty] = linesOf(formatDiagnostics(finding(BRIEF, ''), { colour: false }))
  assert.is(empty, '  | ^')
  const [, , long] = linesOf(formatDiagnostics(finding(BRIEF, BRIEF), { colour: false }))
  assert.is(long, `  | ${'^'.repeat('title: An affair'.length)}`)
})

test('puts the marks under the words after tabs, wide and combining characters', () => {
  for (const before of ['\t', '习近平 ', 'e\u0301\u0301', '😀 ', '\u202e']) {
    const [, line = '', marks = ''] = linesOf(
      formatDiagnostics(finding(`${before}trupm`, 'trupm'), { colour: false }),
    )
    assert.is(terminalWidth(line.slice(0, line.indexOf('trupm'))), marks.indexOf('^'), JSON.stringify(before))
  }
})

test('cuts long lines around the marks', () => {
  const text = `${'before '.repeat(200_000)}trupm${' after'.repeat(200_000)}`
  const [, line = '', marks = ''] = linesOf(
    formatDiagnostics(finding(text, 'trupm'), { colour: false, width: 80 }),
  )
  assert.ok(terminalWidth(line) <= 80, line)
  assert.match(line, /… .*trupm.* …$/)
  assert.is(line.indexOf('trupm'), marks.indexOf('^^^^^'))
})

test('cuts a range that is longer than the line', () => {
  const [, line = '', marks = ''] = linesOf(
    formatDiagnostics(finding('x'.repeat(5000), 'x'.repeat(5000)), { colour: false, width: 60 }),
  )
  assert.ok(line.endsWith('x …') && terminalWidth(line) <= 60 && terminalWidth(marks) <= 60)
})

test('lets no control character of a brief reach the terminal', () => {
  const evil = '\x1b]0;owned\x07\x9b31m\u202e\x7f\r'
  const { all, report } = new Findings()
  const file = new SourceFile(`a${evil}.yaml`, `key: ${evil}x`)
  report('unknown-key', { file, range: { start: 5, end: 8 } }, `unknown key \`${evil}\``, `use ${evil}`)
  const shown = formatDiagnostics(all, { colour: false })
  assert.not.match(shown, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
  assert.match(shown, /␛\]0;owned␇/)
})

test('orders by file and place, and says a repeated finding once', () => {
  const { all, report } = new Findings()
  const [a, b] = [new SourceFile('a.yaml', 'one\ntwo\n'), new SourceFile('b.yaml', 'one\ntwo\n')]
  report('unknown-key', { file: b, range: { start: 0, end: 3 } }, 'third')
  report('unused-source', { file: a, range: { start: 4, end: 7 } }, 'second')
  report('source-changed', { file: a, range: { start: 0, end: 3 } }, 'first')
  report('unknown-key', { file: b, range: { start: 0, end: 3 } }, 'third')
  const shown = formatDiagnostics(all, { colour: false })
  assert.equal(shown.match(/first|second|third/g), ['first', 'second', 'third'])
  assert.ok(shown.endsWith('\n1 error, 1 warning, 1 note\n'))
})

test('indents the further lines of a hint', () => {
  const shown = formatDiagnostics(finding(BRIEF, 'trupm', 'compare\nline by line'), { colour: false })
  assert.match(shown, /\n {2}hint: compare\n {8}line by line\n/)
})

test.run()
