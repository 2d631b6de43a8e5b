import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { LOCATOR_KINDS } from '../../src/brief/index.js'
import { CODES } from '../../src/diagnostics/index.js'

const PAGE = readFileSync(new URL('../../docs/proof.md', import.meta.url), 'utf8')
const section = (title: string) => PAGE.split(/^## /m).find(part => part.startsWith(`${title}\n`)) ?? ''
const codes = Object.keys(CODES)
/** The codes of evidence follow those of references, and precede those of editions. */
const evidence = codes.slice(codes.indexOf('review-open') + 1, codes.indexOf('audience-invalid'))

test('the page on proofs tells of every finding of evidence, and of no other', () => {
  const told = [...section('Findings').matchAll(/^\| `([\w-]+)` \|/gm)].map(([, code]) => code)
  assert.equal([...told].sort(), [...evidence].sort())
})

test('what the page calls a finding is one', () => {
  const named = [...PAGE.matchAll(/`((?:quote|speaker|lock|source|text|locators|omission)-[a-z-]+)`/g)]
  assert.ok(named.length > evidence.length)
  assert.equal(
    named.flatMap(([, code = '']) => (codes.includes(code) ? [] : [code])),
    [],
  )
})

test('the page tells of every numbering that a source may declare', () => {
  for (const kind of LOCATOR_KINDS) assert.ok(section('Place').includes(`\`${kind}\``), kind)
})

test.run()
