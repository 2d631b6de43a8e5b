import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { diagnosticToJson, Findings, formatAnnotations, SourceFile } from '../../src/diagnostics/index.js'

function findingIn(path: string) {
  const { all, report } = new Findings()
  const file = new SourceFile(path, 'title: x\nas_of: never\n')
  report(
    'invalid-date',
    { file, range: { start: 16, end: 21 } },
    '`never` is 100% no date',
    'write it\nas EDTF',
    'or not',
  )
  return all
}

test('a finding becomes flat JSON', () => {
  assert.equal(findingIn('briefs/a.yaml').map(diagnosticToJson), [
    {
      file: 'briefs/a.yaml',
      line: 2,
      column: 8,
      severity: 'error',
      code: 'invalid-date',
      message: '`never` is 100% no date',
      hint: 'write it\nas EDTF\nor not',
    },
  ])
})

test('a finding without a hint has an empty one', () => {
  const { all, report } = new Findings()
  report('yaml-empty', { file: new SourceFile('a.yaml', ''), range: { start: 0, end: 0 } }, 'empty')
  assert.equal(
    all.map(diagnosticToJson).map(({ line, column, hint }) => ({ line, column, hint })),
    [{ line: 1, column: 1, hint: '' }],
  )
})

test('a finding becomes an annotation on GitHub, escaped as its runner asks', () => {
  assert.is(
    formatAnnotations(findingIn('briefs/a,b:c.yaml')),
    '::error file=briefs/a%2Cb%3Ac.yaml,line=2,col=8,title=invalid-date::`never` is 100%25 no date%0Awrite it%0Aas EDTF%0Aor not\n',
  )
})

test('an annotation names the file from the root of the repository', () => {
  assert.match(formatAnnotations(findingIn('briefs/a.yaml'), 'policy'), /file=policy\/briefs\/a\.yaml,/)
})

test.run()
