import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import { audiencesForBrief, pageSize, parseAudience } from '../../src/edition/index.js'
import { markingsOf, TLP } from '../support/markings.js'
import { audienceOf, briefOf } from './support.js'

const GOOD = `---
title: Note
description: For a test.
page: { size: a4, margins: { top: 25.4, right: 20, bottom: 20, left: 20 } }
limit: 2
type: { size: 10, floor: 9 }
clearance: TLP:GREEN
sections: [issue]
---
<p>text</p>
`

function findingsOf(text: string): string[] {
  const findings = new Findings()
  parseAudience(new SourceFile('templates/note.hbs', text), 'note', findings.report, TLP)
  return findings.all.map(({ code, place: { file, range } }) => {
    const { line, column } = file.position(range.start)
    return `${line}:${column} ${code}`
  })
}

test('front matter is read, margins in points, the body after it', () => {
  const findings = new Findings()
  const audience = parseAudience(new SourceFile('templates/note.hbs', GOOD), 'note', findings.report, TLP)
  assert.equal(findings.all, [])
  assert.is(audience?.page.margins.top, 72)
  assert.is(GOOD.slice(audience?.bodyStart), '<p>text</p>\n')
  assert.is(audience?.priority, 'could')
  assert.is(audience?.theme, 'default')
})

test('citations are dense unless the front matter says otherwise, in its own word or in that of older templates', () => {
  const styleOf = (line: string) => {
    const file = new SourceFile('templates/note.hbs', GOOD.replace('limit: 2', `limit: 2${line}`))
    return parseAudience(file, 'note', new Findings().report, TLP)?.citations
  }
  assert.is(styleOf(''), 'dense')
  assert.is(styleOf('\nlocators: true'), 'dense')
  assert.is(styleOf('\nlocators: false'), 'numbers')
  for (const style of ['dense', 'numbers', 'end']) assert.is(styleOf(`\ncitations: ${style}`), style)
  const both = 'limit: 2\ncitations: end\nlocators: false'
  assert.equal(findingsOf(GOOD.replace('limit: 2', both)), ['7:11 audience-invalid'])
  assert.equal(findingsOf(GOOD.replace('limit: 2', 'limit: 2\ncitations: some')), ['6:12 audience-invalid'])
})

test('an audience is printed on request only where its front matter says so', () => {
  const onRequest = (line: string) => {
    const file = new SourceFile('templates/note.hbs', GOOD.replace('limit: 2', `limit: 2${line}`))
    return parseAudience(file, 'note', new Findings().report, TLP)?.onRequest
  }
  assert.is(onRequest(''), false)
  assert.is(onRequest('\non_request: false'), false)
  assert.is(onRequest('\non_request: true'), true)
  assert.equal(findingsOf(GOOD.replace('limit: 2', 'limit: 2\non_request: 1')), ['6:13 audience-invalid'])
})

test('every fault of the front matter is found, in its line', () => {
  assert.equal(findingsOf('<p>text</p>'), ['1:1 audience-invalid'])
  const faults = GOOD.replace('limit: 2', 'limit: two')
    .replace('size: a4', 'size: a3')
    .replace('sections:', 'section:')
  assert.equal(findingsOf(faults).sort(), [
    '4:15 audience-invalid',
    '5:8 audience-invalid',
    '8:1 audience-invalid',
  ])
  assert.equal(findingsOf(GOOD.replace('floor: 9', 'floor: 12')), ['6:7 audience-invalid'])
  assert.equal(findingsOf(GOOD.replace('limit: 2', 'limit: [')), ['5:8 audience-invalid'])
  assert.equal(findingsOf(GOOD.replace('limit: 2', 'limit: 2\nconstructor: 3')), ['6:1 audience-invalid'])
  assert.equal(findingsOf(GOOD.replace('limit: 2', 'limit: 2\nlimit: 3')), ['6:1 audience-invalid'])
})

test('margins are 5 to 80 millimetres, type 5 to 24 points, limits a page or more', () => {
  const found = (from: string, to: string) => findingsOf(GOOD.replace(from, to)).length
  for (const [value, count] of [
    [4.9, 1],
    [5, 0],
    [80, 0],
    [80.1, 1],
  ] as const)
    assert.is(found('top: 25.4', `top: ${value}`), count, `margin ${value}`)
  for (const [value, count] of [
    [4.9, 1],
    [5, 0],
    [10, 0],
    [10.1, 1],
  ] as const)
    assert.is(found('floor: 9', `floor: ${value}`), count, `floor ${value}`)
  assert.equal(
    [24, 24.1].map(size => found('size: 10', `size: ${size}`)),
    [0, 1],
  )
  assert.equal(
    [0, 1, 1.5].map(limit => found('limit: 2', `limit: ${limit}`)),
    [1, 0, 1],
  )
})

test('pages are of four sizes, upright unless they lie', () => {
  const page = (written: string) => {
    const findings = new Findings()
    const file = new SourceFile('templates/note.hbs', GOOD.replace('size: a4', written))
    const audience = parseAudience(file, 'note', findings.report, TLP)
    const { width, height } = audience ? pageSize(audience.page) : { width: 0, height: 0 }
    return findings.all.length > 0
      ? findings.all.map(({ message }) => message)
      : [width, height].map(points => Math.round((points / 72) * 25.4))
  }
  assert.equal(page('size: a4'), [210, 297])
  assert.equal(page('size: a4, orientation: portrait'), [210, 297])
  assert.equal(page('size: a4, orientation: landscape'), [297, 210])
  assert.equal(page('size: a5'), [148, 210])
  assert.equal(page('size: letter'), [216, 279])
  assert.equal(page('size: legal, orientation: landscape'), [356, 216])
  assert.equal(findingsOf(GOOD.replace('size: a4', 'size: a4, orientation: wide')), ['4:32 audience-invalid'])
})

test('margins leave something of every page, however it is turned', () => {
  const found = (size: string, margins: string) =>
    findingsOf(
      GOOD.replace('size: a4', `size: ${size}`).replace(/margins: \{.*?\}/, `margins: { ${margins} }`),
    )
  assert.equal(found('a4', 'top: 80, right: 80, bottom: 80, left: 80'), [])
  assert.equal(found('a5', 'top: 48, right: 48, bottom: 50, left: 50'), [])
  for (const margins of [
    'top: 49, right: 10, bottom: 50, left: 10',
    'top: 10, right: 49, bottom: 10, left: 50',
  ])
    assert.equal(found('a5', margins), ['4:7 audience-invalid'])
})

test('a clearance that cannot be understood is found at its label', () => {
  const markings = markingsOf('tlp', 'uk', 'us')
  const found = (clearance: string) => {
    const findings = new Findings()
    const text = GOOD.replace(/clearance: .*/, `clearance: ${clearance}`)
    const file = new SourceFile('templates/note.hbs', text)
    assert.is(parseAudience(file, 'note', findings.report, markings), undefined)
    assert.equal(
      findings.all.map(({ code }) => code),
      ['audience-invalid'],
    )
    return findings.all.map(({ place }) => text.slice(place.range.start, place.range.end))
  }
  assert.equal(found('TLP:RID'), ['TLP:RID'])
  assert.equal(found('[OFFICIAL, TLP:RID]'), ['TLP:RID'])
  assert.equal(found('[TLP:RED, TLP:GREEN]'), ['TLP:GREEN'])
  assert.equal(found('SECRET'), ['SECRET'])
  assert.equal(found('[]'), ['[]'])
})

const decision = audienceOf('decision', 'clearance: TLP:RED')
const open = audienceOf('public', 'clearance: TLP:CLEAR')

test('a brief is printed for those asked for, else those it lists, else all that are cleared', () => {
  const names = (yaml: string, asked: string[]) =>
    audiencesForBrief(briefOf(yaml), [decision, open], asked).map(({ name }) => name)
  assert.equal(names('audiences: [public]', []), ['public'])
  assert.equal(names('audiences: [public, decision]', []), ['public', 'decision'])
  assert.equal(names('audiences: [public]', ['decision']), ['decision'])
  assert.equal(names('classification: TLP:CLEAR', []), ['decision', 'public'])
  assert.equal(names('classification: TLP:GREEN', []), ['decision'])
})

test('a brief can override limit and theme of an audience', () => {
  const brief = briefOf('audiences: [{ audience: decision, limit: 3, theme: plain }]')
  const [audience] = audiencesForBrief(brief, [decision], [])
  assert.is(audience?.limit, 3)
  assert.is(audience?.theme, 'plain')
  assert.is(audience?.type.size, 10)
})

test.run()
