import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { fileNameKey, fileNameProblem } from '../../../src/batch/workspace/file-names.js'
import { DAM } from '../../support/briefs.js'
import { findingsOf, workspace } from '../../support/workspace.js'

/** Of each rule, names that break it and no rule before it. */
const FAULTS: readonly (readonly [fault: RegExp, ...names: string[]])[] = [
  [/^it is empty$/, ''],
  [/^it holds half of a character$/, 'a\ud800', '\udc00a', '\udc00\ud800'],
  [/^it holds the invisible character U\+0000$/, 'a\0b'],
  [/^it holds the invisible character U\+000A$/, 'a\nb', '\n'],
  [/^it holds the invisible character U\+0085$/, 'a\u0085'],
  [/^it holds the invisible character U\+202E$/, 'gpj.\u202efdp'],
  [/^it holds the invisible character U\+2066$/, '\u2066a'],
  [/^it holds the invisible character U\+2028$/, 'a\u2028b'],
  [/^it holds the invisible character U\+200B$/, 'a\u200bb'],
  [/^it holds the invisible character U\+00AD$/, 'a\u00adb'],
  [/^it holds the invisible character U\+FEFF$/, '\ufeffid'],
  [/^it holds the invisible character U\+3164$/, '\u3164'],
  [/^it holds the invisible character U\+E0041$/, 'a\u{e0041}'],
  [/^it holds the invisible character U\+FFFF$/, 'a\uffff'],
  [/^it holds `\/`$/, 'a/b', '/etc/passwd', '../a', '/'],
  [/^it holds `\\`$/, 'a\\b', '..\\a', '\\\\server'],
  [/^it holds `:`$/, 'C:a', 'a:stream'],
  [/^it holds `\*`$/, '*'],
  [/^it holds `\?`$/, 'a?'],
  [/^it holds `"`$/, 'a"b'],
  [/^it holds `<`$/, '<a'],
  [/^it holds `>`$/, 'a>'],
  [/^it holds `\|`$/, 'a|b'],
  [/^it begins with a dot$/, '.', '..', '...', '.a', '.briefwright'],
  [/^it ends with a dot$/, 'a.', 'a..'],
  [/^it begins with a blank$/, ' a', '\u00a0a', '\u3000a', ' '],
  [/^it ends with a blank$/, 'a ', 'a\u2003'],
  [
    /^Windows has a device of that name$/,
    ...['CON', 'con', 'Prn', 'AUX', 'nul', 'NUL.pdf', 'con.a.b', 'con .txt', 'CONIN$', 'conout$'],
    ...['COM0', 'com1', 'COM9.tar.gz', 'LPT1', 'lpt9', 'COM¹', 'com²', 'LPT³'],
  ],
  [/^it has 121 characters, more than 120$/, 'a'.repeat(121)],
  [/^it has 300 characters, more than 120$/, 'a'.repeat(300), '😀'.repeat(300)],
  [/^it has 202 bytes of UTF-8, more than 200$/, 'é'.repeat(101)],
  [/^it has 204 bytes of UTF-8, more than 200$/, '😀'.repeat(51)],
]

for (const [fault, ...names] of FAULTS)
  test(`names that are refused: ${fault.source}`, () => {
    for (const name of names) assert.match(fileNameProblem(name) ?? '', fault, JSON.stringify(name))
  })

test('names that every system can hold', () => {
  for (const name of [
    ...['a', '-', '0', 'Jane Doe', 'a.b', "O'Neil", 'déjà vu 汛期', 'Ωmega', 'عمر', '😀', 'a\u00a0b'],
    ...[
      'CONSUL',
      'con-1',
      'a.con',
      'COM',
      'COM10',
      'LPTX',
      'nulls',
      '~a',
      '$a',
      'a, b; c (d) [e] {f} = g & h % i',
    ],
    ...['a'.repeat(120), 'é'.repeat(100), '😀'.repeat(50)],
  ])
    assert.is(fileNameProblem(name), undefined, JSON.stringify(name))
})

test('names that some system takes for one have one key', () => {
  for (const [one, other] of [
    ['Jane', 'jANE'],
    ['é', 'e\u0301'],
    ['É', 'e\u0301'],
    ['straße', 'STRASSE'],
    ['straße', 'STRAẞE'],
    ['ΣΑΣ', 'σας'],
    ['\u212bngström', 'ångström'],
    ['ﬀ', 'FF'],
  ] as const)
    assert.is(fileNameKey(one), fileNameKey(other), `${one} ${other}`)
  assert.is.not(fileNameKey('jane'), fileNameKey('jané'))
  assert.is.not(fileNameKey('jane doe'), fileNameKey('jane-doe'))
})

test('briefs are held to the same rules, and to what lies beside them in the output', async () => {
  const refused = ['.briefwright', 'Manifest.JSON', 'con', 'a:b', ' a', 'a.', 'a\u202eb', 'x'.repeat(121)]
  for (const name of refused) {
    const space = workspace({ [`${name}.yaml`]: DAM })
    assert.equal(findingsOf(await space.run('check', '--json', `${name}.yaml`)), [
      `${name}.yaml:1:1 brief-name`,
    ])
  }
})

test.run()
