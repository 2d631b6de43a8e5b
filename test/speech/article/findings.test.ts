import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CODES } from '../../../src/diagnostics/index.js'
import { ARTICLE_LIMIT } from '../../../src/speech/index.js'
import { type Outcome, PROSE, read } from './support.js'

const seen = new Set<string>()

/** Checks what is found, and that it is said as the house asks. */
function expect(outcome: Outcome, found: readonly string[]) {
  assert.equal(outcome.found, found)
  for (const { code, message, hints } of outcome.findings) {
    seen.add(code)
    assert.match(message, /^[^A-Z].*[^.]$/s, message)
    for (const hint of hints) assert.match(hint, /^[a-z]+ .*[^.]$/s, hint)
  }
}

const latin1 = (text: string) => Buffer.from(text, 'latin1')

test('files that are no text are named, with what to do instead', async () => {
  for (const [bytes, name] of [
    ['%PDF-1.7\n', 'a PDF'],
    ['PK\x03\x04\x14\0', 'a Word document or another ZIP archive'],
    ['\x89PNG\r\n\x1a\n', 'a picture'],
    ['\x1f\x8b\x08\0', 'compressed by gzip'],
    ['{\\rtf1\\ansi', 'a document in RTF'],
    ['a text\0with a zero', 'binary data'],
    ['\x01\x02\x03\x04\x05 few words', 'binary data'],
  ] as const) {
    const outcome = await read(latin1(bytes))
    expect(outcome, ['1:1 article-not-text'])
    assert.is(outcome.findings[0]?.message, `\`article.txt\` is no text: it is ${name}`)
  }
  const { findings } = await read(latin1('%PDF-1.7\n'))
  assert.equal(findings[0]?.hints, ['save the article as text or as HTML'])
})

test('an article without a word is empty', async () => {
  for (const text of ['', ' \n\t\n', '\ufeff', '***\n\n—']) expect(await read(text), ['1:1 article-empty'])
  const page =
    '<!doctype html><html><head><title>x</title></head><body><script>load("app")</script></body></html>'
  expect(await read(page, 'a.html'), ['1:1 article-empty'])
  expect(await read('---\ntitle: A\n---\n', 'a.md'), ['1:1 article-empty'])
})

test('what is no UTF-8 is taken for Windows-1252, and said to be', async () => {
  const outcome = await read(latin1('First line.\n\nShe said \x93no\x94 \x96 twice, in a caf\xe9.'))
  expect(outcome, ['3:10 article-encoding'])
  assert.is(outcome.article?.file.text, 'First line.\n\nShe said “no” – twice, in a café.')
})

const SPANISH =
  'El ayuntamiento decidió el lunes mantener cerrado el puente viejo, y pidió a sus ingenieros un nuevo informe. La alcaldesa dijo que la seguridad de los vecinos es lo primero, y que no habrá excepciones para nadie durante los próximos meses, ni siquiera para los camiones de la feria.'

test('another language than English is named', async () => {
  const outcome = await read(`El puente sigue cerrado\n\n${SPANISH}`)
  expect(outcome, ['3:1 article-not-english'])
  assert.match(outcome.findings[0]?.message ?? '', 'in Spanish')
  const russian = 'Городской совет решил оставить старый мост закрытым и попросил инженеров о новом отчёте. '
  expect(await read(russian.repeat(4)), ['1:1 article-not-english'])
})

test('a few last words of another language do not outweigh a page of English', async () => {
  const english =
    'The council met on Monday, and asked its engineers for another report on the state of the national bridge. '
  expect(await read(`${english.repeat(30).slice(0, 2000)}Le vieux pont est fermé ce matin.`), [])
})

test('a text of a sentence or two is known by its small words', async () => {
  for (const [text, language] of [
    ['Der Hafen bleibt bis zum Frühjahr geschlossen. Die Stadt prüft, ob das Geld reicht.', 'German'],
    ['Die Brücke ist zu.', 'German'],
    ['El puente sigue cerrado. La alcaldesa no dijo hasta cuándo.', 'Spanish'],
    ['Le pont est fermé. La mairie ne dit pas pour combien de temps.', 'French'],
    ['De brug is dicht. We weten niet of het geld er komt, was het antwoord.', 'Dutch'],
    ['Il ponte è chiuso e non si sa per quanto tempo.', 'Italian'],
    ['A ponte não abre antes de maio, e o prefeito não diz quando.', 'Portuguese'],
    ['Most jest zamknięty i nie wiadomo, do kiedy.', 'Polish'],
    ['Broen er stengt, og ingen vet når den skal åpne igjen.', 'Norwegian'],
    ['Городской совет решил оставить мост закрытым.', 'Russian'],
    ['Η γέφυρα είναι κλειστή.', 'Greek'],
    ['桥已关闭。', 'Chinese'],
  ] as const) {
    const outcome = await read(text)
    expect(outcome, ['1:1 article-not-english'])
    assert.match(outcome.findings[0]?.message ?? '', new RegExp(`in (?:Danish or )?${language}`), text)
  }
})

test('one long paragraph in another language is no title', async () => {
  expect(await read(SPANISH), ['1:1 article-not-english'])
})

test('short texts in English are drafted from', async () => {
  for (const text of [
    'The bridge is closed.',
    'Trams will run at night.',
    '“We will go,” said Ann Moe.',
    'Bridge closed\n\nThe council of Santa Marta de la Vega decided on Monday to close it.',
    'Ann Moe, the mayor of Le Havre-de-la-Mer, met Otto von der Heide and Juan de la Cruz.',
  ])
    expect(await read(text), [])
})

test('a text too short to tell is asked for its language', async () => {
  for (const text of ['Bridge closed', 'Ann Moe, mayor. Otto Brahm, farmer.', '2025', 'Nein']) {
    const outcome = await read(text)
    expect(outcome, ['1:1 article-language-unknown'])
    assert.equal(outcome.findings[0]?.hints, ['give `--lang en` if it is in English'])
    expect(await read(text, 'a.txt', 'en'), [])
    expect(await read(text, 'a.txt', 'en-GB'), [])
    expect(await read(text, 'a.txt', 'fr'), ['1:1 article-not-english'])
  }
})

test('what somebody says of the language outweighs the words', async () => {
  expect(await read(SPANISH, 'a.txt', 'en'), [])
  const outcome = await read('The bridge is closed.', 'a.txt', 'de-AT')
  assert.match(outcome.findings[0]?.message ?? '', 'in Austrian German')
})

test('English with a quotation in another language is English', async () => {
  expect(await read(`${PROSE}\n\n${PROSE}\n\n${SPANISH.slice(0, 110)}`), [])
})

test('more than two megabytes are too much', async () => {
  expect(await read(new Uint8Array(ARTICLE_LIMIT + 1).fill(0x61)), ['1:1 file-too-large'])
  expect(await read(`${PROSE}\n\n`.repeat(9000)), [])
})

test('every finding about articles is provoked here', () => {
  assert.equal(
    Object.keys(CODES).filter(code => code.startsWith('article-') && !seen.has(code)),
    [],
  )
})

test.run()
