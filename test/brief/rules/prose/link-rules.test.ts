import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../../helpers.js'

const HEAD = 'title: The weir\nas_of: 2025-03-04\n'
const found = (prose: string) =>
  load(`${HEAD}issue: ${JSON.stringify(prose)}\n`).found.map(each => each.replace('3:', ''))

const UNSAFE = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://weir.example/',
  '//weir.example/',
  'notes.html',
  '#costs',
  '',
  'https:weir.example',
  'https://',
  'https://ann:word@weir.example/',
  'https://bank.example@weir.example/',
  'https://weir.example\\@bank.example/',
  'https://weir.example:x/',
  '<https://we ir.example/>',
  '<java script:alert(1)>',
  'https://weir\u200b.example/',
  'https://weir.example/\u202efdp.exe',
  'mailto:',
  'tel:x',
]

for (const address of UNSAFE)
  test(`a link to ${JSON.stringify(address)} is found at its place`, () => {
    assert.equal(found(`[Safe](https://weir.example/). Not [safe](${address})!`), ['44 unsafe-link'])
  })

for (const address of [
  'https://weir.example/a?b=c&d=e#f',
  'http://weir.example:8080/@ann',
  'https://bücher.example/ü',
  '<https://weir.example/a b>',
  'https://weir.example/?mail=a@b.example',
  'mailto:ann@weir.example',
  'tel:+44',
  '{{recipient.page}}',
  'https://weir.example/{{ recipient.id }}/x',
])
  test(`a link to ${address} is let be`, () => {
    assert.equal(found(`See [this](${address}).`), [])
  })

const OTHER_HOST: readonly (readonly [words: string, address: string])[] = [
  ['https://bank.example', 'https://evil.example/'],
  ['bank.example', 'https://evil.example/'],
  ['**bank.example**', 'https://evil.example/'],
  ['the page at www.bank.example/login', 'https://evil.example/'],
  ['ann@bank.example', 'mailto:ann@evil.example'],
  ['bank.example', 'https://bank.example.evil.example.net/'],
  ['bücher.example', 'https://bucher.example/'],
]

for (const [words, address] of OTHER_HOST)
  test(`the words ${words} do not lead to ${address}`, () => {
    assert.equal(found(`See [${words}](${address})`), ['13 link-other-host'])
  })

for (const [words, address] of [
  ['bank.example', 'https://www.bank.example/login'],
  ['https://bank.example/', 'https://bank.example/?from=brief'],
  ['docs.bank.example', 'https://bank.example/docs'],
  ['bank.example', 'https://docs.bank.example/'],
  ['bücher.example', 'https://xn--bcher-kva.example/'],
  ['report.pdf', 'https://bank.example/report.pdf'],
  ['Art. 3.4', 'https://bank.example/'],
  ['the bank', 'https://bank.example/'],
  ['ann@bank.example', 'mailto:ann@bank.example'],
  ['v1.2', 'https://bank.example/'],
])
  test(`the words ${words} lead to ${address}`, () => {
    assert.equal(found(`See [${words}](${address})`), [])
  })

test('the address of a source is judged, too', () => {
  const of = (url: string) =>
    load(`${HEAD}issue: x [@a]\nsources: [{id: a, title: A, url: ${JSON.stringify(url)}}]\n`).found
  assert.equal(of('https://ann:word@weir.example/'), ['4:34 unsafe-link'])
  assert.equal(of('https:/weir.example/'), ['4:34 unsafe-link'])
  assert.equal(of('https://weir.example/a b/ü'), [])
})

test.run()
