import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { loadBrief } from '../../src/brief/index.js'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import { prove } from '../../src/evidence/index.js'
import { assertGrowsLinearly } from '../support/growth.js'
import { textsOf } from './helpers.js'

const TEXTS = textsOf({ s: '“The lock gates will open in June,” she said.\n\nThe gates are old.' })

/** Finds what is wrong in a brief with one field; whatever else is wrong with the brief is not asked. */
function findingsIn(field: string): Findings {
  const yaml = `title: T\nas_of: 2025-01-01\n${field}\nsources: [{id: s, title: S}]\n`
  const brief = loadBrief(new SourceFile('briefs/b.yaml', yaml), { audiences: [] }, () => {})
  const findings = new Findings()
  if (brief) prove(brief, TEXTS, undefined, findings.report)
  return findings
}

const prose = (text: string) => `background: ${JSON.stringify(text)}`
const quote = (text: string) => `quotes: [{source: s, text: ${JSON.stringify(text)}}]`

const FLOODS: Readonly<Record<string, (size: number) => string>> = {
  'marks that are never closed': size => prose('“a '.repeat(size)),
  'marks of many kinds that are never closed': size => prose('“a ‘b «c ‹d „e "f '.repeat(size / 6)),
  'marks that were never opened': size => prose('a” '.repeat(size)),
  'marks that nothing closes among marks that close nothing': size => prose('“a» '.repeat(size)),
  'nothing but opening marks': size => prose('“'.repeat(size)),
  'nothing but closing marks': size => prose('”'.repeat(size)),
  'apostrophes that may be closing marks': size => prose(`‘${'boats’ owners '.repeat(size / 4)}`),
  'quotations without a proof': size => prose('“a b c d e” '.repeat(size / 4)),
  'quotations without a proof, a line each': size => prose('“a b c d e”\n'.repeat(size / 4)),
  'short quotations': size => prose('She said “a b” and “c d”. '.repeat(size / 8)),
  'quotations with one citation after all': size => prose(`${'“a b c d e” '.repeat(size / 4)}[@s]`),
  'quotations with citations in them': size => prose('“a b c d [@s]” '.repeat(size / 8)),
  'backticks of many lengths': size =>
    prose(Array.from({ length: size / 4 }, (_, at) => `${'`'.repeat(1 + (at % 60))}a`).join(' ')),
  'block quotations': size => prose('> a b c d e\n\n'.repeat(size / 8)),
  'empty lines': size => prose(`“a${'\n'.repeat(size)}”`),
  'brackets within brackets': size => quote(`${'['.repeat(size)}a b c d${']'.repeat(size)}`),
  'insertions one after another': size => quote(`gates ${'[x]'.repeat(size)} will`),
  ellipses: size => quote('… '.repeat(size)),
  'full stops': size => quote(`gates ${'. '.repeat(size)}`),
  'a quotation of many parts': size => quote('the gates … '.repeat(size / 4)),
}

for (const [name, flood] of Object.entries(FLOODS))
  test(`${name}: the time grows as the text does`, () => {
    assertGrowsLinearly(size => {
      findingsIn(flood(size))
    }, 8_000)
  })

test('150,000 marks that are never closed are findings, capped, and the last says how many more', () => {
  const { all, failed } = findingsIn(prose('“a '.repeat(150_000)))
  assert.ok(failed)
  assert.is(all.length, 200)
  assert.equal(all.at(-1)?.hints.at(-1), 'mend these first: 149800 more findings are not shown')
})

test('8,000 quotations without a proof are findings, capped', () => {
  const { all } = findingsIn(prose('“a b c d e” '.repeat(8000)))
  assert.is(all.length, 200)
  assert.equal(all.at(-1)?.hints.at(-1), 'mend these first: 7800 more findings are not shown')
})

test('a cap hides no error behind warnings, and no kind of finding behind another', () => {
  const { all, failed } = findingsIn(prose(`${'a”\n'.repeat(5000)}“The gates will not open in June” [@s]`))
  assert.ok(failed)
  assert.ok(all.some(({ code }) => code === 'quote-altered'))
  const late = findingsIn(prose(`${'“a b c d e” '.repeat(300)} “a b c d [@s]” end”`))
  assert.equal(new Set(late.all.map(({ code }) => code)).has('quote-holds-citation'), true)
})

test('a quotation of 5,000 parts is refused', () => {
  assert.equal(
    findingsIn(quote('the gates … '.repeat(5000))).all.map(({ code }) => code),
    ['quote-too-altered'],
  )
})

test.run()
