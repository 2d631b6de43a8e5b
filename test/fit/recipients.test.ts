import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { template } from '../support/briefs.js'
import { readText } from '../support/pdf-text.js'
import { recipientOf } from '../support/recipients.js'
import { fitted, listOf, NARROW, packaged, prepare, words } from './support.js'

const BODY = '<h1>{{title}}</h1><p>{{recipient.name}}</p><p>{{issue}}</p>'

async function printed(name: string, limit: number): Promise<string> {
  const reader = { recipient: recipientOf({ name }) }
  const prepared = prepare('issue: "To {{recipient.name}}!"', template(BODY), { limit }, reader)
  const { fitted: result, findings } = fitted(prepared)
  assert.equal(findings.all, [])
  const pdf = await result?.laidOut.print(findings.report)
  assert.equal(findings.all, [])
  return readText(pdf ?? new Uint8Array()).drawn
}

const squeezed = (text: string) => text.replace(/[\s\u200b\u202c\u202e]+/g, '')

test('a hostile cell is printed to the letter, by a template and in prose', async () => {
  for (const cell of [
    '<script>alert("x")</script> <b>b</b> &lt; &amp; ‘q’ “q”',
    '{{x}} {{{x}}} {{> masthead}} {{recipient.name}} $1 $& $`',
    '*a* **b** _c_ `d` [e](http://f.example) [@article] \\* \\\\ # - > ~ ^',
    'right \u202eto left\u202c again, ab\u202ecd',
    '=HYPERLINK("http://x.example","y") +1 @SUM(A1)',
  ]) {
    const page = squeezed(await printed(cell, 1))
    assert.ok(page.includes(`${squeezed(cell)}To${squeezed(cell)}!`), page)
  }
})

test('so are ten thousand characters, over as many pages as they take', async () => {
  const numbers = Array.from({ length: 1112 }, (_, index) => String(index).padStart(4, '0'))
  const cell = numbers.map(number => `<b>*${number} `).join('')
  assert.ok(cell.length > 10_000)
  const drawn = squeezed(await printed(cell, 20))
  const found = [...drawn.matchAll(/<b>\*(\d{4})/g)].map(([, number]) => number)
  assert.equal(found, [...numbers, ...numbers])
})

test('a character that no font has is found in the row that has it', () => {
  const reader = { recipient: recipientOf({ name: 'Ann 漢' }) }
  for (const body of ['<h1>{{title}}</h1><p>{{recipient.name}}</p>', '<h1>{{title}}</h1><p>{{issue}}</p>']) {
    const { findings } = fitted(prepare('issue: "To {{recipient.name}}!"', template(body), {}, reader))
    assert.equal(
      findings.all.map(({ code, place }) => `${place.file.path} ${place.range.start} ${code}`),
      ['people.csv 4 missing-glyph'],
    )
  }
})

test('what is left out is chosen for each recipient, and by what each reads', () => {
  const yaml = listOf('key_facts', 'fact', ['must: first', 'could: "{{recipient.note}}"', 'could: third'])
  const leftOutFor = (note: string) =>
    fitted(prepare(yaml, NARROW, { limit: 1 }, { recipient: recipientOf({ note }) })).fitted?.leftOut
  assert.equal(leftOutFor('short'), [])
  assert.equal(leftOutFor(words(1500)), ['key_facts[2]', 'key_facts[1]'])
})

test('the masthead says for whom a copy is, in the language of the brief, where the row has a name', () => {
  const masthead = (yaml: string, fields: Parameters<typeof recipientOf>[0] | undefined) => {
    const reader = { recipient: fields && recipientOf(fields) }
    const { fitted: result, findings } = fitted(prepare(yaml, packaged('press'), {}, reader))
    assert.equal(findings.all, [])
    return (result?.laidOut.text[0] ?? []).map(({ text }) => text).join('\n')
  }
  assert.match(masthead('', { name: 'Harbour *Committee*' }), '\nFor Harbour *Committee*\nAs of 1 March 2025')
  assert.match(masthead('lang: es', { name: 'Ann' }), '\nPara Ann\n')
  const unaddressed = masthead('', undefined)
  assert.not.match(unaddressed, /^For/m)
  assert.is(masthead('', { town: 'Port' }), unaddressed)
  assert.is(masthead('', { name: '' }), unaddressed)
})

test.run()
