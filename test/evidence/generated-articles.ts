import * as fc from 'fast-check'

/** A sentence of a generated article, that no other sentence of it repeats. */
export interface GeneratedSentence {
  /** Without its last mark. */
  readonly words: string
  /** It says that something will not happen. */
  readonly negated: boolean
}

/** A sentence with the person who says it. */
export interface SpokenSentence extends GeneratedSentence {
  /** Index of the speaker. */
  readonly speaker: number
  /** The sentences of one utterance have the same number. */
  readonly utterance: number
}

/** An article of which it is known who says what. */
export interface Article {
  readonly text: string
  readonly headline: string
  readonly speakers: readonly { readonly name: string; readonly role: string }[]
  /** In quotation marks. */
  readonly said: readonly SpokenSentence[]
  /** Said in the reporter's own words. */
  readonly paraphrased: readonly SpokenSentence[]
  /** By the reporter, of nobody's speech. */
  readonly told: readonly GeneratedSentence[]
}

/** A sentence with a stop. */
export function sentenceText({ words }: GeneratedSentence): string {
  return `${words}.`
}

/** Women and men in turn. */
const GIVEN = ['Nora', 'Peter', 'Irene', 'Victor', 'Helena', 'Martin']
const SURNAMES = ['Quillby', 'Tarrow', 'Vestrin', 'Olmack', 'Brennick', 'Saltory']
const ROLES = [
  'the harbour master',
  'a marine biologist',
  'the mayor of Tarnhaven',
  'a union official',
  'the finance minister',
  'a shop owner',
]
const SUBJECTS =
  'council,harbour,ferry,committee,museum,market,railway,school,library,hospital,theatre,brewery'.split(',')
const VERBS = 'close,rebuild,sell,inspect,support,replace,finance,survey,open,protect,reduce,extend'.split(
  ',',
)
const OBJECTS =
  'old pier,northern quay,lighthouse,fish auction,customs shed,boat yard,sea wall,tram depot,swimming hall,botanical garden,town archive,water tower'.split(
    ',',
  )
const TIMES =
  'by the spring,by next winter,by the end of May,by early August,by Christmas,by the weekend'.split(',')

/** A sentence for each number, all different: the numbers of its words are digits of it. */
function sentence(number: number): GeneratedSentence {
  const at = (list: readonly string[], step: number) => list[Math.floor(number / step) % list.length] ?? ''
  const negated = number % 3 === 0
  const words = `The ${at(SUBJECTS, 1)} will ${negated ? 'not ' : ''}${at(VERBS, 12)} the ${at(OBJECTS, 144)} ${at(TIMES, 7)}`
  return { words, negated }
}

/** It has no divisor in common with the 12 * 12 * 12 sentences, so that none of an article is like another. */
const STEP = 131

/** How a paragraph words who says what: its sentences, and the speaker in full, by the surname, and with the role. */
interface Speaker {
  readonly full: string
  readonly surname: string
  readonly described: string
  readonly pronoun: string
}
type Wording = (first: string, second: string, speaker: Speaker, verb: string) => string

const SPOKEN: Readonly<Record<string, Wording>> = {
  after: (first, second, { described }, verb) => `“${first}. ${second},” ${verb} ${described}.`,
  'after, the name first': (first, second, { full }, verb) => `“${first}. ${second},” ${full} ${verb}.`,
  between: (first, second, { described }, verb) => `“${first},” ${verb} ${described}. “${second}.”`,
  'between, the name first': (first, second, { full }, verb) => `“${first},” ${full} ${verb}. “${second}.”`,
  'before, with a colon': (first, second, { described }, verb) =>
    `${capital(described)}, ${verb}: “${first}. ${second}.”`,
  'before, with a comma': (first, second, { full }, verb) => `${full} ${verb}, “${first}. ${second}.”`,
  'according to': (first, second, { described }) => `“${first}. ${second},” according to ${described}.`,
  'after a mention, with a pronoun': (first, second, { full, pronoun }, verb) =>
    `${full} was asked about it on Monday. “${first}. ${second},” ${pronoun} ${verb}.`,
  'over two paragraphs': (first, second, { described }, verb) =>
    `${capital(described)}, ${verb}: “${first}.\n\n“${second}.”`,
  'after, by the surname': (first, second, { surname }, verb) => `“${first}. ${second},” ${surname} ${verb}.`,
  'in two paragraphs': (first, second, { described }, verb) =>
    `“${first},” ${verb} ${described}.\n\n“${second},” ${described.split(',')[0]} ${verb}.`,
}

const PARAPHRASED: Readonly<Record<string, (words: string, speaker: Speaker, verb: string) => string>> = {
  that: (words, { full }, verb) => `${full} ${verb} that ${lower(words)}.`,
  'after a comma': (words, { full }, verb) => `${words}, ${full} ${verb}.`,
  'according to': (words, { described }) => `According to ${described}, ${lower(words)}.`,
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

interface Paragraph {
  readonly kind: string
  readonly speaker: number
  readonly verb: string
}

const paragraphs = fc.record<Paragraph>({
  kind: fc.constantFrom(
    ...Object.keys(SPOKEN).map(name => `said ${name}`),
    ...Object.keys(PARAPHRASED).map(name => `meant ${name}`),
    'told',
  ),
  speaker: fc.nat(2),
  verb: fc.constantFrom('said', 'told reporters', 'added', 'argued'),
})

/** Articles of three people, each of whom says something, in an order and with tags of all kinds. */
export const articles: fc.Arbitrary<Article> = fc
  .record({
    people: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 3, maxLength: 3 }),
    first: fc.nat(1000),
    parts: fc.array(paragraphs, { minLength: 2, maxLength: 8 }),
    kinds: fc.array(fc.constantFrom(...Object.keys(SPOKEN).filter(name => !name.includes('surname'))), {
      minLength: 3,
      maxLength: 3,
    }),
    verbs: fc.array(fc.constantFrom('said', 'told reporters', 'argued'), { minLength: 3, maxLength: 3 }),
  })
  .map(({ people, first, parts, kinds, verbs }) => {
    const opening = kinds.map(
      (kind, speaker): Paragraph => ({ kind: `said ${kind}`, speaker, verb: verbs[speaker] ?? 'said' }),
    )
    return articleOf(people, first, [{ kind: 'told', speaker: 0, verb: '' }, ...opening, ...parts])
  })

function articleOf(people: readonly number[], first: number, parts: readonly Paragraph[]): Article {
  const speakers = people.map(index => ({
    name: `${GIVEN[index]} ${SURNAMES[index]}`,
    role: ROLES[index] ?? '',
  }))
  const worded = speakers.map(
    ({ name, role }, index): Speaker => ({
      full: name,
      surname: name.split(' ')[1] ?? '',
      described: `${name}, ${role}`,
      pronoun: (people[index] ?? 0) % 2 === 0 ? 'she' : 'he',
    }),
  )
  let count = 0
  const next = () => sentence(first + STEP * count++)
  const headline = next().words
  const said: SpokenSentence[] = []
  const paraphrased: SpokenSentence[] = []
  const told: GeneratedSentence[] = []
  const lines = parts.map(({ kind, speaker, verb }, utterance) => {
    const [what = '', name = ''] = [kind.slice(0, kind.indexOf(' ')), kind.slice(kind.indexOf(' ') + 1)]
    const by = worded[speaker]
    if (!by || kind === 'told') {
      const both = [next(), next()]
      told.push(...both)
      return both.map(sentenceText).join(' ')
    }
    if (what === 'meant') {
      const one = next()
      paraphrased.push({ ...one, speaker, utterance })
      return PARAPHRASED[name]?.(one.words, by, verb) ?? ''
    }
    const [one, two] = [next(), next()]
    said.push({ ...one, speaker, utterance }, { ...two, speaker, utterance })
    return SPOKEN[name]?.(one.words, two.words, by, verb) ?? ''
  })
  return { text: `${headline}\n\n${lines.join('\n\n')}\n`, headline, speakers, said, paraphrased, told }
}
