import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { loadPartialBrief } from '../../src/brief/index.js'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'

const BROKEN = `colour: red
issue: Is it so?
key_facts:
  - cite: paper
  - It is.
quotes:
  - speaker: nobody
  - text: Second
    source: nowhere
  - text: Third
    source: paper
sources:
  - id: paper
    title: The paper
`

function readable(yaml: string) {
  const loaded = loadPartialBrief(new SourceFile('a.yaml', yaml), { audiences: [] }, new Findings().report)
  if (!loaded) throw new Error('nothing was read')
  const { brief, valid } = loaded
  const lineOf = (path: readonly (string | number)[]) => {
    const { file, range } = brief.place(path)
    return file.position(range.start).line
  }
  return { brief, valid, lineOf }
}

test('of a brief with errors the valid items are read, with the places where they are written', () => {
  const { brief, valid, lineOf } = readable(BROKEN.replace('nowhere', 'paper'))
  assert.is(valid, false)
  assert.is(brief.data.issue, 'Is it so?')
  assert.equal(brief.data.key_facts, [{ fact: 'It is.' }])
  assert.equal(
    brief.data.quotes?.map(({ text }) => text),
    ['Second', 'Third'],
  )
  assert.is(lineOf(['key_facts', 0, 'fact']), 5)
  assert.is(lineOf(['quotes', 0, 'text']), 8)
  assert.is(lineOf(['quotes', 1, 'text']), 10)
  assert.is(brief.file.position(brief.placeWithin(['quotes', 1, 'text'], 2, 3).range.start).column, 13)
})

test('what may quote an unknown source is not judged', () => {
  const { brief } = readable(BROKEN)
  assert.equal(
    brief.data.quotes?.map(({ text }) => text),
    ['Third'],
  )
  assert.is(brief.data.issue, undefined)
  const damagedSource = readable(BROKEN.replace('nowhere', 'paper').replace('    title: The paper\n', ''))
  assert.equal(damagedSource.brief.data.quotes, [])
  assert.is(damagedSource.brief.data.issue, undefined)
})

test('a brief whose YAML is damaged is not judged at all', () => {
  const file = new SourceFile('a.yaml', 'title: [A\nquotes:\n  - text: b\n    source: c\n')
  assert.is(loadPartialBrief(file, { audiences: [] }, new Findings().report), undefined)
})

test.run()
