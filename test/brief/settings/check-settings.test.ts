import { test } from 'uvu'
import * as assert from 'uvu/assert'
import * as v from 'valibot'
import { checkSettings, readSettings, type SettingsReport } from '../../../src/brief/index.js'
import { SourceFile } from '../../../src/diagnostics/index.js'

const schema = v.object({
  name: v.string(),
  sizes: v.optional(v.record(v.string(), v.object({ least: v.number(), most: v.number() }))),
  tags: v.optional(v.array(v.string())),
})

function read(text: string) {
  const found: string[] = []
  const fault: SettingsReport = ({ file, range }, message, ...hints) => {
    const { line, column } = file.position(range.start)
    found.push([`${line}:${column} ${message}`, ...hints.filter(hint => hint !== undefined)].join(' / '))
  }
  const settings = readSettings(new SourceFile('settings.yaml', text), fault)
  return { data: settings && checkSettings(schema, settings, fault), found }
}

test('settings without fault are their plain values', () => {
  const { data, found } = read('name: "12"\nsizes: { a: &a { least: 1, most: 2.5 }, b: *a }\ntags: [x]\n')
  const size = { least: 1, most: 2.5 }
  assert.equal(data, { name: '12', sizes: { a: size, b: size }, tags: ['x'] })
  assert.equal(found, [])
})

test('every fault is found where it stands, unknown keys at any depth with what was meant', () => {
  const { data, found } = read('nme: x\nsizes:\n  a: { least: 1, mots: 2 }\ntags: x\n')
  assert.is(data, undefined)
  assert.equal(found, [
    '1:1 unknown key `nme` / did you mean `name`?',
    '3:18 unknown key `mots` / did you mean `most`?',
    '4:7 `tags` is `x`, expected a list: `[one, two]`',
  ])
  assert.equal(read('sizes:\n  a: { least: 1 }\n').found, [
    '1:1 `name` is missing',
    '2:8 `sizes.a.most` is missing',
  ])
})

test('an empty value is named', () => {
  assert.equal(read('name:\n').found, ['1:6 `name` is empty / fill it in'])
})

test('a value that is lost behind a `#` is found with its cure', () => {
  assert.equal(read('name: #1a2b3c\n').found, [
    '1:7 the value is empty: `#1a2b3c` is a comment to YAML / put the whole text in quotes: `"#1a2b3c"` / write a blank after the `#` if it is a comment',
  ])
  assert.match(read('name: Quay #7\n').found.join(), '1:12 `#7` is a comment to YAML')
  for (const text of ['name: x # 7\n', 'name: "#7"\n', 'name: x\n#sizes: 1\n', 'name: &a x\n'])
    assert.equal(read(text).found, [], text)
})

test('a number that should be a text says how', () => {
  assert.equal(read('name: 12\n').found, ['1:7 `name` is `12`, expected a text / put it in quotes'])
})

test('traps of YAML are named in settings as in briefs', () => {
  assert.match(read('name: >5 of x\n').found.join(), '1:7 `>` begins a block of text')
  assert.match(
    read('name: @x\n').found.join(),
    'cannot begin with `@` / put the whole text in quotes: `"@x"`',
  )
})

test('names that every object has are no settings', () => {
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
    assert.match(read(`name: x\n${name}: 1\n`).found.join('\n'), `2:1 unknown key \`${name}\``)
})

const TEN_TIMES_TEN = Array.from(
  { length: 12 },
  (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]\n`,
)

const HOSTILE: Readonly<Record<string, string>> = {
  aliases: `a0: &a0 x\n${TEN_TIMES_TEN.join('')}`,
  'an alias of itself': 'name: &a [*a]\n',
  nesting: `name: ${'['.repeat(100_000)}`,
  'a tag': 'name: !!binary aGk=\n',
  'a key that stands twice': 'name: x\nname: y\n',
  'a second document': 'name: x\n---\nname: y\n',
  'a list': '- name\n',
  nothing: '',
}

for (const [what, text] of Object.entries(HOSTILE))
  test(`settings with ${what} are a finding`, () => {
    const { data, found } = read(text)
    assert.is(data, undefined)
    assert.ok(found.length > 0)
  })

test.run()
