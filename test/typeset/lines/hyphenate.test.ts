import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { hyphenate } from '../../../src/typeset/lines/hyphenate.js'
import { aside, columns, document, h, p, section, table } from '../build-document.js'
import { print, themeNamed } from '../workspace.js'

const parted = (text: string, lang: string) => hyphenate(text, lang).join('|')

test('parts words by the rules of their language, with what stands around them', () => {
  assert.is(parted('administration', 'en'), 'ad|min|is|tra|tion')
  assert.is(parted('(administration), ', 'en-GB'), '(ad|min|is|tra|tion), ')
  assert.is(parted('Verwaltungsgerichte', 'de'), 'Ver|wal|tungs|ge|richte')
  assert.is(parted('gouvernement', 'fr'), 'gou|ver|ne|ment')
  assert.is(parted('responsabilidades', 'es'), 'res|pon|sa|bi|li|da|des')
})

test('leaves whole what is short, a name, an address, and words of a language that it does not know', () => {
  for (const [text, lang] of [
    ['paper', 'en'],
    ['Birmingham', 'en'],
    ['McDonaldland', 'en'],
    ['ADMINISTRATION', 'en'],
    ['https://administration', 'en'],
    ['well-intentioned', 'en'],
    ['ad\u00ADministration', 'en'],
    ['administration', 'xx'],
  ] as const)
    assert.is(parted(text, lang), text)
})

const LONG =
  'The administration of international responsibilities necessitates considerable interdepartmental coordination throughout. '
const hyphenated = (printed: Awaited<ReturnType<typeof print>>['printed']) =>
  (printed?.text.flat() ?? []).filter(line => /\p{L}-$/u.test(line.text))

test('hyphenates narrow columns, and neither running text nor headings', async () => {
  const narrow = await print(document([columns([1, 1, 1], [p(LONG)], [p(LONG)], [p(LONG)])]))
  assert.ok(hyphenated(narrow.printed).length > 0)
  const wide = await print(document([p(LONG.repeat(5))]))
  assert.equal(hyphenated(wide.printed), [])
  const heads = await print(
    document([section([h(2, 'A'), p(LONG)]), columns([1, 1, 1], [h(3, LONG)], [], [])]),
  )
  assert.equal(hyphenated(heads.printed), [])
})

test('the theme says in which columns words are hyphenated', async () => {
  const theme = themeNamed('default')
  const blocks = [columns([1, 1, 1], [p(LONG)], [p(LONG)], [p(LONG)])]
  const never = await print(document(blocks), { theme: { ...theme, hyphenate: { below: 0 } } })
  assert.equal(hyphenated(never.printed), [])
})

test('a hyphen stands at the end of a line alone, and no more than two lines in a row end in one', async () => {
  for (let share = 3; share < 9; share++) {
    const { printed } = await print(document([columns([share, 12], [p(LONG.repeat(4))], [])]))
    const lines = (printed?.text.flat() ?? []).filter(line => line.y > 64 && line.y < 774)
    assert.is(
      lines
        .map(line => line.text.replace(/-$/, '\u00AD'))
        .join(' ')
        .replace(/\u00AD /g, ''),
      LONG.repeat(4).trim(),
    )
    assert.not.match(lines.map(line => (line.text.endsWith('-') ? '-' : ' ')).join(''), /---/)
  }
})

test('a table goes into its width by hyphenating its widest words', async () => {
  const heads = Array.from({ length: 8 }, (_, index) => `n${index}`)
  const cells = heads.map(() => 'internationalisation')
  const { found } = await print(document([table('grid', [], heads, [['name', ...cells.slice(1)]])]))
  assert.equal(found, [])
  const names = heads.map(() => 'Internationalisation')
  const { found: wide } = await print(document([table('grid', [], heads, [['name', ...names.slice(1)]])]))
  assert.equal(wide, ['table-too-wide'])
})

test('a word wider than its card is hyphenated, not cut between characters', async () => {
  const card = [aside('card', p('internationalisation of telecommunications'))]
  const { printed } = await print(document([columns([1, 9], card, [])]))
  const ends = hyphenated(printed).map(line => line.text)
  assert.ok(ends.length > 0)
  const whole = [...hyphenate('internationalisation', 'en'), ...hyphenate('telecommunications', 'en')]
  for (const end of ends)
    assert.ok(
      whole.some(part => end.endsWith(`${part}-`)),
      end,
    )
})

test.run()
