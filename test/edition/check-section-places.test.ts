import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { loadBrief } from '../../src/brief/index.js'
import { Findings, present, SourceFile } from '../../src/diagnostics/index.js'
import { checkSectionPlaces } from '../../src/edition/index.js'
import { editionOf } from '../support/edition.js'

function found(...sections: readonly string[]): string[] {
  const text = `title: T\nas_of: 2025-01-20\nsections:\n${sections.map(each => `  - {title: T, body: B, ${each}}\n`).join('')}`
  const findings = new Findings()
  const file = new SourceFile('briefs/a.yaml', text)
  const brief = present(loadBrief(file, { audiences: [] }, findings.report), 'brief')
  const { audience } = editionOf({ template: '' })
  const audiences = [
    { ...audience, sections: ['issue', 'stakes'] },
    { ...audience, sections: ['background'] },
  ]
  checkSectionPlaces(brief, audiences, findings.report)
  return findings.all.map(({ place, message, hints }) => {
    const { line, column } = place.file.position(place.range.start)
    return `${line}:${column} ${message}; ${hints.join()}`
  })
}

test('a section may follow one of any audience, and another of the brief', () => {
  assert.equal(found('id: a, after: background', 'id: b, after: a', 'id: c, after: stakes', 'id: d'), [])
})

test('a section of the templates goes before one of the brief with its name', () => {
  assert.equal(found('id: stakes, after: stakes'), [])
})

test('a section that follows none, or itself, is found where it says so', () => {
  assert.equal(found('id: a, after: stake'), [
    '4:39 no audience has a section `stake`; did you mean `stakes`?',
  ])
  const hint = 'let one of them follow a section of the templates, or leave `after` out'
  assert.equal(found('id: a, after: a'), [`4:39 the section \`a\` is to follow itself; ${hint}`])
  assert.equal(found('id: a, after: b', 'id: b, after: a', 'id: c, after: a'), [
    `4:39 the section \`a\` is to follow \`b\`, which follows it; ${hint}`,
    `5:39 the section \`b\` is to follow \`a\`, which follows it; ${hint}`,
  ])
})

test.run()
