import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { visualOrder } from '../../../src/typeset/lines/visual-order.js'
import type { TextRun } from '../../../src/typeset/nodes/paragraph.js'
import { addressMarks } from '../../../src/typeset/text/bidi-addresses.js'
import { withBidiLevels } from '../../../src/typeset/text/bidi-levels.js'

/** What is seen from left to right, brackets not turned around, in a paragraph from right to left. */
const seen = (text: string) =>
  visualOrder(withBidiLevels([{ run: { text, level: 0, apart: undefined } as TextRun, isolates: [] }], 'rtl'))
    .map(({ text, level }) => (level % 2 === 1 ? [...text].reverse().join('') : text))
    .join('')

/** Words before and after, of the alphabets in which numbers are ordered in different ways. */
const AROUND = { Hebrew: ['\u05d0\u05d1', '\u05d2'], Arabic: ['\u0627\u0628', '\u062c'] } as const
const HEBREW = '\u05d3\u05d5\u05d7'
const TURNED = '\u05d7\u05d5\u05d3'

for (const [alphabet, [before, after]] of Object.entries(AROUND)) {
  const within = (text: string) => seen(`${before} ${text} ${after}`)
  const around = (text: string) => `${after} ${text} ${[...before].reverse().join('')}`

  test(`addresses and numbers of devices are seen as they are written, among ${alphabet} words`, () => {
    for (const address of [
      ...[
        'https://harbour.example/a/',
        'ftp://files.example/a.txt',
        'www.harbour.example',
        'harbour.example/a?b=1#c',
      ],
      ...['harbour.example', 'my-harbour.example:8080/a', 'https://harbour.example/ferry_(island)'],
      ...[
        'mailto:press@harbour.example',
        'press@harbour.example',
        '@harbour',
        '@harbour@social.example',
        '#ferries',
      ],
      ...[
        '/usr/share/fonts',
        '~/notes/a',
        './a',
        '../a/b',
        'C:\\files\\a.txt',
        '\\\\server\\share',
        'notes/a.pdf',
      ],
      ...['doi:10.1000/xyz-123', '10.1000/xyz-123', '978-3-16-148410-0', 'ISBN 978-3-16-148410-0'],
      ...[
        '+972 3-555-0100',
        '+1 (212) 555-0100',
        '03-555-0100',
        '(02) 555-0100',
        '020 7946 0958',
        '01.23.45.67.89',
      ],
      ...[
        '\u06f0\u06f2\u06f1-\u06f8\u06f8\u06f8\u06f8\u06f8\u06f8\u06f8\u06f8',
        '\u0660\u0662-\u0661\u0662\u0663\u0664\u0665\u0666\u0667',
      ],
    ])
      assert.is(within(address), around(address), address)
  })

  test(`what only looks like one is in the order of ${alphabet}`, () => {
    for (const text of ['5 / 6', '@ x', 'a / b', '12 345', '05 2025'])
      assert.equal([...addressMarks(`${before} ${text} ${after}`)], [], text)
    for (const date of ['05-03-2025', '5-3-2025', '2024-2025'])
      assert.equal([...addressMarks(`${before} ${date} ${after}`)], [], date)
  })
}

test('the parts of an address follow one another from left to right, each in the direction of its letters', () => {
  const address = (word: string) => `harbour.example/${word}/${word}?${word}=2&a=${word}`
  assert.is(seen(`\u05d0 ${address(HEBREW)} \u05d1`), `\u05d1 ${address(TURNED)} \u05d0`)
  assert.is(seen(`\u05d0 C:\\a\\${HEBREW}.txt`), `C:\\a\\${TURNED}.txt \u05d0`)
  assert.is(seen(`\u05d0 notes/${HEBREW}/b.pdf`), `notes/${TURNED}/b.pdf \u05d0`)
})

test('a sentence goes on after an address: its marks are not of it', () => {
  for (const mark of ['.', ',', '?', ')', '\u060c', '\u061f', '\u00bb'])
    assert.is(seen(`\u0627 harbour.example/a${mark} \u0628`), `\u0628 ${mark}harbour.example/a \u0627`)
  assert.is(seen('\u05d1-harbour.example'), 'harbour.example-\u05d1')
  assert.is(seen('\u05dc-press@harbour.example'), 'press@harbour.example-\u05dc')
  assert.is(seen(`\u05d0 km/${HEBREW}`), `${TURNED}/km \u05d0`)
})

test('places to break an address leave it whole', () => {
  const broken = 'doi:\u200b10.\u200b1000/\u200bxyz'
  assert.is(seen(`\u0627 ${broken} \u0628`), `\u0628 ${broken} \u0627`)
  const path = '/\u200busr/\u200bshare/\u200bfonts'
  assert.is(seen(`\u0627 ${path} \u0628`), `\u0628 ${path} \u0627`)
})

test('a date after Latin words is in order with them', () => {
  assert.is(seen('As of 1 January 2025'), 'As of 1 January 2025')
  assert.is(seen('\u05d0 1 January 2025'), '1 January 2025 \u05d0')
})

test.run()
