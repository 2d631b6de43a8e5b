import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { codesOf, proveSpeech } from '../helpers.js'

const ACTORS = `actors:
  - {id: orlan, name: Greta Orlan, role: Mayor of Selby}
  - {id: tove, name: Arne Tove, role: Senator}
  - {id: board, name: Harbour Safety Board}
  - {id: twin, name: Pia Tove, role: Dock worker}
`

/** Proves one quotation of a source, `s`: what is found, and the three parts of the proof. */
async function judge(
  quote: { readonly text: string; readonly speaker?: string; readonly confirmed?: string },
  source: string,
  text: string,
): Promise<{ codes: string[]; parts: (string | undefined)[]; messages: string[] }> {
  const { speaker, confirmed } = quote
  const fields = [
    `text: ${JSON.stringify(quote.text)}`,
    'source: s',
    ...(speaker === undefined ? [] : [`speaker: ${speaker}`]),
    ...(confirmed === undefined ? [] : [`speaker_confirmed: ${confirmed}`]),
  ]
  const yaml = `title: T\nas_of: 2025-01-01\n${ACTORS}quotes:\n  - {${fields.join(', ')}}\nsources:\n  - {id: s, title: S${source}}\n`
  const { evidence, findings } = await proveSpeech(yaml, { s: text })
  const proof = evidence.ofQuote(0)
  return {
    codes: codesOf(findings),
    parts: [proof?.verdict, proof?.speech, proof?.speaker],
    messages: findings.map(({ message }) => message),
  }
}

const NEWS = ', type: article-newspaper'
const REPORT = `Old pier closes for the winter

The pier at Selby is closed until the spring, and nobody knows who will pay for it.

“We will pay for every plank of it,” Mayor Greta Orlan said. “The town has no money for the pier,” Senator Arne Tove said.

Greta Orlan said that the work would begin after the storms of March.
`

test('words that the source gives to the speaker are confirmed', async () => {
  const found = await judge({ text: 'We will pay for every plank of it', speaker: 'orlan' }, NEWS, REPORT)
  assert.equal(found.codes, [])
  assert.equal(found.parts, ['verified', 'quoted', 'confirmed'])
})

test('words that the source gives to another are an error, which names whom and where', async () => {
  const found = await judge({ text: 'We will pay for every plank of it', speaker: 'tove' }, NEWS, REPORT)
  assert.equal(found.codes, ['quote-other-speaker'])
  assert.equal(found.parts, ['verified', 'quoted', 'other'])
  assert.match(found.messages[0] ?? '', /`s`, para\. 3, gives the words to `.*Orlan`/)
})

test('a paraphrase and a headline are nobody’s speech, with a speaker or without', async () => {
  const reported = [
    'the work would begin after the storms of March',
    'Old pier closes for the winter',
    'nobody knows who will pay for it',
  ]
  for (const text of reported)
    for (const speaker of ['orlan', undefined]) {
      const found = await judge({ text, ...(speaker && { speaker }) }, NEWS, REPORT)
      assert.equal(found.codes, ['quote-not-speech'], text)
      assert.is(found.parts[1], 'reported')
    }
})

test('a source without a type reports where it has quotation marks, and asks for a type where it has none', async () => {
  const text = 'the work would begin after the storms of March'
  assert.equal((await judge({ text }, '', REPORT)).codes, ['quote-not-speech'])
  const plain = 'Greta Orlan said that the work would begin after the storms of March.'
  assert.equal((await judge({ text, speaker: 'orlan' }, '', plain)).codes, ['source-voice-unknown'])
  assert.equal((await judge({ text }, ', voice: reported', plain)).codes, ['quote-not-speech'])
  assert.equal((await judge({ text }, ', voice: own', plain)).codes, [])
})

test('a source in somebody’s own words waives speech, not the speaker', async () => {
  const letter = 'The pier has stood for ninety years. I want it to stand for ninety more.'
  const quote = { text: 'I want it to stand for ninety more', speaker: 'orlan' }
  for (const type of ['speech', 'interview', 'post', 'report', 'regulation', 'treaty', 'pamphlet']) {
    const own = await judge(quote, `, type: ${type}, author: Greta Orlan`, letter)
    assert.equal(own.codes, [], type)
    assert.equal(own.parts, ['verified', 'own', 'confirmed'], type)
  }
  assert.equal((await judge(quote, ', type: speech', letter)).codes, ['speaker-not-confirmed'])
  const other = await judge(quote, ', type: speech, author: Arne Tove', letter)
  assert.equal(other.codes, ['quote-other-speaker'])
  assert.equal(other.parts, ['verified', 'own', 'other'])
  assert.equal((await judge(quote, `${NEWS}, voice: own, author: Greta Orlan`, letter)).codes, [])
})

test('in a speech, what it quotes is the words of those whom it quotes', async () => {
  const speech = 'I met a senator. “The pier will be gone by June,” Arne Tove said. I did not believe him.'
  const source = ', type: speech, author: Greta Orlan'
  const quote = 'The pier will be gone by June'
  assert.equal((await judge({ text: quote, speaker: 'orlan' }, source, speech)).codes, [
    'quote-other-speaker',
  ])
  assert.equal((await judge({ text: quote, speaker: 'tove' }, source, speech)).codes, [])
  assert.equal((await judge({ text: 'I did not believe him', speaker: 'orlan' }, source, speech)).codes, [])
})

test('where nobody can tell who speaks it is a warning, which the author’s word lifts', async () => {
  const text = 'The hall was full. “The pier will be gone by June,” it was said. Greta Orlan left.'
  const quote = { text: 'The pier will be gone by June', speaker: 'orlan' }
  const unknown = await judge(quote, NEWS, text)
  assert.equal(unknown.codes, ['speaker-not-confirmed'])
  assert.is(unknown.parts[2], 'unknown')
  const declared = await judge({ ...quote, confirmed: 'heard on the recording' }, NEWS, text)
  assert.equal(declared.codes, [])
  assert.equal(declared.parts, ['verified', 'quoted', 'declared'])
})

test('the author’s word lifts no error', async () => {
  const quote = { text: 'We will pay for every plank of it', speaker: 'tove', confirmed: 'I was there' }
  assert.equal((await judge(quote, NEWS, REPORT)).codes, ['quote-other-speaker'])
})

test('parts from two mouths are an error, whoever is named', async () => {
  const text = 'We will pay for every plank of it … The town has no money for the pier'
  for (const speaker of ['orlan', 'tove', undefined]) {
    const found = await judge({ text, ...(speaker && { speaker }) }, NEWS, REPORT)
    assert.equal(
      found.codes.filter(code => code !== 'quote-abridged'),
      ['quote-other-speaker'],
      speaker,
    )
    assert.is(found.parts[2], 'other')
  }
})

test('two quotations of one speaker may be joined', async () => {
  const text =
    '“We will pay for every plank of it,” Mayor Greta Orlan said. “The sea will not have this pier,” Orlan added.'
  const quote = {
    text: 'We will pay for every plank of it … The sea will not have this pier',
    speaker: 'orlan',
  }
  const found = await judge(quote, NEWS, text)
  assert.equal(found.codes, [])
  assert.equal(found.parts, ['verified', 'quoted', 'confirmed'])
})

test('of two places the one that the speaker says proves the quotation', async () => {
  const text =
    'We stay by the sea, they say.\n\n“We stay by the sea,” Greta Orlan said.\n\n“We stay by the sea,” Arne Tove said.'
  for (const speaker of ['orlan', 'tove'])
    assert.equal((await judge({ text: 'We stay by the sea', speaker }, NEWS, text)).codes, [])
})

test('the office in a role, initials and a spokesperson name an actor', async () => {
  const text =
    '“The town will not sell its pier,” the mayor said.\n\n“The planks are sound for another year,” the HSB said.\n\n“The Board will publish its findings soon,” said a spokesman for the Harbour Safety Board.\n\nGreta Orlan, the mayor of Selby, left.'
  const said = async (quote: string, speaker: string) =>
    (await judge({ text: quote, speaker }, NEWS, text)).codes
  assert.equal(await said('The town will not sell its pier', 'orlan'), [])
  assert.equal(await said('The planks are sound for another year', 'board'), [])
  assert.equal(await said('The Board will publish its findings soon', 'board'), [])
  assert.is.not((await said('The Board will publish its findings soon', 'orlan')).length, 0)
})

test('a surname that two actors share confirms nobody', async () => {
  const text = '“The pier will be gone by June,” Tove said.'
  const found = await judge({ text: 'The pier will be gone by June', speaker: 'tove' }, NEWS, text)
  assert.equal(found.codes, ['speaker-not-confirmed'])
})

test('a frame that disowns is an error', async () => {
  const text =
    'Mayor Greta Orlan never said “we will sell the pier to the railway”.\n\n“We will keep the pier open,” Mayor Greta Orlan said.'
  const found = await judge({ text: 'we will sell the pier to the railway', speaker: 'orlan' }, NEWS, text)
  assert.equal(found.codes, ['quote-disowned'])
  assert.is(found.parts[1], 'disowned')
  assert.equal((await judge({ text: 'We will keep the pier open', speaker: 'orlan' }, NEWS, text)).codes, [])
})

test('a label gives its line to one speaker, in a source of any kind', async () => {
  const text = 'ORLAN: The pier stays open for the winter.\n\nTOVE: Nobody believes a word of that.\n'
  const actors = ACTORS.replace('  - {id: twin, name: Pia Tove, role: Dock worker}\n', '')
  for (const source of ['', ', type: interview, author: Greta Orlan', NEWS]) {
    const proved = async (speaker: string) => {
      const yaml = `title: T\nas_of: 2025-01-01\n${actors}quotes:\n  - {text: Nobody believes a word of that, source: s, speaker: ${speaker}}\nsources:\n  - {id: s, title: S${source}}\n`
      return codesOf((await proveSpeech(yaml, { s: text })).findings)
    }
    assert.equal(await proved('orlan'), ['quote-other-speaker'], source)
    assert.equal(await proved('tove'), [], source)
  }
})

test('what somebody quotes is not theirs', async () => {
  const text =
    '“My neighbour told me, ‘I would burn the pier to the water,’ and I laughed at that,” Mayor Greta Orlan said.'
  const quote = { text: 'I would burn the pier to the water', speaker: 'orlan' }
  assert.equal((await judge(quote, NEWS, text)).codes, ['speaker-not-confirmed'])
  assert.equal((await judge({ text: 'I laughed at that', speaker: 'orlan' }, NEWS, text)).codes, [])
})

test('another with the same surname, of whom the source gives no more beside the words, is not certain', async () => {
  const text =
    'Ulla Orlan came to the pier with her sister.\n\n“The pier is older than the town,” Orlan said.\n\n“The planks are older than I am,” Ulla Orlan said.'
  const codes = async (words: string) => (await judge({ text: words, speaker: 'orlan' }, NEWS, text)).codes
  assert.equal(await codes('The pier is older than the town'), ['speaker-not-confirmed'])
  assert.equal(await codes('The planks are older than I am'), ['quote-other-speaker'])
})

test('those who speak together, and only those, may be named together', async () => {
  const yaml = (text: string) =>
    `title: T\nas_of: 2025-01-01\n${ACTORS}quotes:\n  - {text: ${text}, source: s, speaker: [orlan, tove]}\nsources:\n  - {id: s, title: S${NEWS}}\n`
  const text =
    '“The pier belongs to all of us,” Greta Orlan and Arne Tove said in a joint statement.\n\n“The rest is for the courts,” Greta Orlan said.'
  const codes = async (words: string) => codesOf((await proveSpeech(yaml(words), { s: text })).findings)
  assert.equal(await codes('The pier belongs to all of us'), [])
  assert.equal(await codes('The rest is for the courts'), ['speaker-not-confirmed'])
})

test('each of several sources must have the words', async () => {
  const yaml = `title: T\nas_of: 2025-01-01\n${ACTORS}quotes:\n  - {text: We will keep the pier open, source: [s, t], speaker: orlan}\nsources:\n  - {id: s, title: S${NEWS}}\n  - {id: t, title: T${NEWS}}\n`
  const has = '“We will keep the pier open,” Greta Orlan said.'
  const lacks = 'Greta Orlan went home.'
  const both = await proveSpeech(yaml, { s: has, t: `${lacks} ${has}` })
  assert.equal(codesOf(both.findings), [])
  assert.equal(
    both.evidence.proofs.map(({ source }) => source),
    ['s', 't'],
  )
  const one = await proveSpeech(yaml, { s: has, t: lacks })
  assert.equal(codesOf(one.findings), ['quote-missing'])
  assert.is(one.evidence.ofQuote(0)?.verdict, 'missing')
})

test('prose that names who speaks is held to it, and prose that does not only to speech', async () => {
  const codes = async (sentence: string) => {
    const yaml = `title: T\nas_of: 2025-01-01\n${ACTORS}issue: ${JSON.stringify(sentence)}\nsources:\n  - {id: s, title: S${NEWS}}\n`
    return codesOf((await proveSpeech(yaml, { s: REPORT })).findings)
  }
  const words = '“We will pay for every plank of it”'
  assert.equal(await codes(`Greta Orlan said ${words} [@s].`), [])
  assert.equal(await codes(`Somebody must act: ${words} [@s].`), [])
  assert.equal(await codes(`Arne Tove, the senator, said ${words} [@s].`), ['quote-other-speaker'])
  assert.equal(await codes(`${words}, said Arne Tove [@s].`), ['quote-other-speaker'])
  assert.equal(await codes(`According to Arne Tove, ${words} [@s].`), ['quote-other-speaker'])
  assert.equal(await codes(`Arne Tove was there. Later: ${words} [@s].`), [])
  assert.equal(await codes('It is true that “the work would begin after the storms of March” [@s].'), [
    'quote-not-speech',
  ])
})

test('in Spanish and French marks the words beside them tell who speaks', async () => {
  const text =
    'El muelle cierra hoy.\n\n«La ciudad no vende su muelle», afirmó Greta Orlan.\n\n«Nadie pagará las obras del muelle», dijo el senador Arne Tove. «Que pague quien lo cerró en otoño».'
  const source = `${NEWS}, lang: es`
  const codes = async (words: string, speaker: string) =>
    (await judge({ text: words, speaker }, source, text)).codes
  assert.equal(await codes('La ciudad no vende su muelle', 'orlan'), [])
  assert.equal(await codes('Nadie pagará las obras del muelle', 'tove'), [])
  assert.equal(await codes('Que pague quien lo cerró en otoño', 'tove'), [])
  assert.is.not((await codes('Que pague quien lo cerró en otoño', 'orlan')).length, 0)
  assert.is.not((await codes('Nadie pagará las obras del muelle', 'orlan')).length, 0)
})

test.run()
