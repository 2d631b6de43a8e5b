import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { fitted, listOf, NARROW, packaged, prepare, words } from './support.js'

/** Terms of the glossary are annexes, each on pages of its own. */
const ANNEXED = `${NARROW}{{#each glossary}}<section class="annex"><h2>{{term}}</h2><p>{{meaning}}</p></section>{{/each}}`

const priority = fc.constantFrom('must', 'should', 'should', 'could')
const facts = fc
  .array(fc.tuple(priority, fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 60 })
  .map(all =>
    listOf(
      'key_facts',
      'fact',
      all.map(([rank, length]) => `${rank}: ${words(length)}`),
    ),
  )
const annexLengths = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 4 })

const glossaryOf = (lengths: readonly number[], rank: string) =>
  `glossary:\n${lengths
    .map((length, index) => `  - {term: Term ${index + 1}, meaning: ${words(length)}, priority: ${rank}}\n`)
    .join('')}`

test('annexes stand outside the page limit, and cost the body of the edition nothing', () => {
  fc.assert(
    fc.property(
      facts,
      annexLengths,
      fc.constantFrom('must', 'could'),
      fc.constantFrom(1, 2),
      (yaml, lengths, rank, limit) => {
        const bare = fitted(prepare(yaml, ANNEXED, { limit }))
        const {
          fitted: result,
          findings,
          text,
        } = fitted(prepare(yaml + glossaryOf(lengths, rank), ANNEXED, { limit }))
        if (!bare.fitted || !result) {
          assert.equal([bare.fitted, result], [undefined, undefined])
          assert.equal(
            findings.all.map(({ code, message }) => [code, message]),
            bare.findings.all.map(({ code, message }) => [code, message]),
          )
          return
        }
        const { laidOut, leftOut, setting } = result
        assert.equal([leftOut, setting], [bare.fitted.leftOut, bare.fitted.setting])
        assert.ok(laidOut.pages <= limit, `${laidOut.pages} pages`)
        assert.is(laidOut.pages, bare.fitted.laidOut.pages)
        assert.is(laidOut.fill, bare.fitted.laidOut.fill)
        assert.is(laidOut.fills.length, laidOut.pages + laidOut.annexPages)
        assert.ok(laidOut.annexPages >= lengths.length, `${laidOut.annexPages} pages of annexes`)
        for (const index of lengths.keys()) assert.ok(text.includes(`Term ${index + 1}`), 'an annex is lost')
      },
    ),
    { seed: 11, numRuns: 20 },
  )
})

test('each annex begins a page, which footers count with the others', () => {
  const { laidOut } = fitted(prepare(glossaryOf([3, 3], 'should'), ANNEXED)).fitted ?? {}
  assert.equal([laidOut?.pages, laidOut?.annexPages], [1, 2])
  const pages = laidOut?.text.map(lines => lines.map(line => line.text)) ?? []
  assert.equal(
    pages.map(lines => lines.find(line => /^Term/.test(line))),
    [undefined, 'Term 1', 'Term 2'],
  )
  assert.equal(
    pages.map(lines => lines.find(line => /^Page/.test(line))),
    ['Page 1 of 3', 'Page 2 of 3', 'Page 3 of 3'],
  )
  assert.equal(
    laidOut?.asData().pages.map(({ annex }) => annex),
    [false, true, true],
  )
})

test('an edition of nothing but annexes has no page that counts', () => {
  const annexes = ANNEXED.slice(ANNEXED.indexOf('{{#each glossary')).replaceAll('h2', 'h1')
  const only = `${NARROW.slice(0, NARROW.indexOf('<h1>'))}${annexes}`
  const { laidOut, leftOut } = fitted(prepare(glossaryOf([3], 'could'), only)).fitted ?? {}
  assert.equal([laidOut?.pages, laidOut?.annexPages, laidOut?.fill, leftOut], [0, 1, 0, []])
})

test('the finding that an edition is too long counts no lines of annexes, and names none', () => {
  const must = Array.from({ length: 80 }, () => `must: ${words(9)}`)
  const messages = (yaml: string) =>
    fitted(prepare(yaml, ANNEXED)).findings.all.map(({ code, message, hints }) => [code, message, hints])
  const yaml = listOf('key_facts', 'fact', must)
  assert.equal(messages(yaml + glossaryOf([2000], 'must')), messages(yaml))
})

test('a figure of an annex stays where those of the body are left out', () => {
  const events = Array.from({ length: 40 }, (_, at) => `must: ${words(12)} ${at}`)
  const yaml = listOf('timeline', 'event', events, ', date: 2025-01-20')
  const annexed = `${NARROW}<section class="annex"><h2>When</h2><timeline></timeline></section>`
  const tooLong = fitted(prepare(yaml, annexed)).findings.all.map(({ code }) => code)
  assert.equal(tooLong, ['over-page-limit'])
  const both = annexed.replace('{{#section "gaps"}}', '<timeline></timeline>{{#section "gaps"}}')
  const results = [...Array(30).keys()].map(count => {
    const yaml = listOf('timeline', 'event', events.slice(0, count + 1), ', date: 2025-01-20')
    return fitted(prepare(yaml, both)).fitted
  })
  const { variant } = results.find(result => result?.figuresLeftOut.join() === 'timeline') ?? {}
  const annex = variant?.document.blocks.at(-1)
  assert.match(JSON.stringify(annex), '"kind":"diagram"')
})

test('the note on what is left out stands before the annexes', () => {
  const facts = Array.from({ length: 90 }, () => `should: ${words(9)}`)
  const { fitted: result } = fitted(
    prepare(listOf('key_facts', 'fact', facts) + glossaryOf([3], 'should'), ANNEXED),
  )
  assert.ok((result?.leftOut.length ?? 0) > 0)
  const kinds = result?.variant.document.blocks.slice(-2).map(block => block.kind)
  assert.equal(kinds, ['paragraph', 'section'])
})

test('a list of contents has annexes, and is there for them alone only where it takes no page', () => {
  const long = (paragraphs: number) =>
    `background: |\n${Array.from({ length: paragraphs }, () => `  ${words(120)}\n`).join('\n')}`
  const template = packaged('analyst').trimEnd() + ANNEXED.slice(ANNEXED.indexOf('{{#each glossary'))
  const textOf = (paragraphs: number, annexes: number) => {
    const lengths = Array.from({ length: annexes }, () => 3)
    const { fitted: result, text } = fitted(
      prepare(long(paragraphs) + glossaryOf(lengths, 'should'), template),
    )
    return { text, pages: result?.laidOut.pages ?? 0 }
  }
  const timesNamed = (text: string) => text.split('Term 1').length - 1
  const short = textOf(2, 1)
  const annexed = textOf(2, 6)
  assert.is(timesNamed(annexed.text), timesNamed(short.text) + 1, 'listed in the contents')
  for (let paragraphs = 16; paragraphs < 30; paragraphs++) {
    const [bare, more] = [textOf(paragraphs, 1), textOf(paragraphs, 6)]
    if (bare.pages <= 4) assert.is(more.pages, bare.pages, `${paragraphs} paragraphs`)
  }
})

test.run()
