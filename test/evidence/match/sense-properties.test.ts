import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { proveBrief } from '../helpers.js'

const SETTINGS = { seed: 20250120, numRuns: 60 }

/** What generated sentences are made of, and what turns their sense, by language. */
interface Grammar {
  readonly subjects: readonly string[]
  readonly verbs: readonly string[]
  readonly objects: readonly string[]
  readonly times: readonly string[]
  /** Frames that deny the sentence after them, in lower case or with the verb at the end. */
  readonly frames: readonly string[]
  /** Conditions after a sentence. */
  readonly conditions: readonly string[]
  /** What denies between the verb and the object. */
  readonly negations: readonly string[]
  /** Whole sentences with an unrelated denial. */
  readonly others: readonly string[]
  /** What stands before a sentence and turns nothing. */
  readonly plain: readonly string[]
}

const GRAMMARS: Readonly<Record<string, Grammar>> = {
  en: {
    subjects: ['we', 'they', 'the crews', 'all of you'],
    verbs: ['will sell', 'must close', 'can rebuild', 'shall open'],
    objects: ['the old pier', 'the yard', 'every berth', 'the mill'],
    times: ['in May', 'next year', 'with the state', 'for good'],
    frames: [
      'it is not true that',
      'I never said that',
      'nobody believes that',
      'we deny that',
      'it is false that',
    ],
    conditions: ['unless it rains', 'only if they pay', 'if the state agrees', 'provided that it pays'],
    negations: ['not', 'never', 'hardly'],
    others: ['There is no money left.', 'Nobody came to the fair.', 'The mill did not burn.'],
    plain: ['I say that', 'there is no doubt that', 'it rains, but', 'we do not like it, but'],
  },
  es: {
    subjects: ['nosotros', 'ellos', 'los pescadores'],
    verbs: ['vamos a vender', 'queremos cerrar', 'podemos abrir'],
    objects: ['el viejo muelle', 'la lonja', 'cada amarre'],
    times: ['en mayo', 'este año', 'con el Estado'],
    frames: ['no es verdad que', 'nunca dije que', 'nadie cree que', 'negamos que', 'es falso que'],
    conditions: ['a menos que llueva', 'solo si pagan', 'si el Estado acepta'],
    negations: ['no', 'nunca', 'jamás'],
    others: ['Queda poco dinero, y nadie ayuda.', 'El molino no ardió.'],
    plain: ['digo que', 'no hay duda de que', 'no nos gusta, pero'],
  },
  fr: {
    subjects: ['nous', 'ils', 'les pêcheurs'],
    verbs: ['allons vendre', 'voulons fermer', 'pouvons ouvrir'],
    objects: ['le vieux quai', 'la criée', 'chaque bateau'],
    times: ['en mai', 'cette année', 'avec l’État'],
    frames: ['il n’est pas vrai que', 'je n’ai jamais dit que', 'personne ne croit que', 'nous nions que'],
    conditions: ['à moins qu’il pleuve', 'seulement s’ils paient', 'si l’État accepte'],
    negations: ['jamais', 'pas', 'nullement'],
    others: ['Il n’y a plus d’argent.', 'Le moulin n’a pas brûlé.'],
    plain: ['je dis que', 'sans doute', 'cela ne plaît pas, mais'],
  },
  de: {
    subjects: ['wir', 'sie', 'die Fischer'],
    verbs: ['verkaufen', 'schließen', 'eröffnen'],
    objects: ['den alten Kai', 'die Halle', 'jeden Platz'],
    times: ['im Mai', 'in diesem Jahr', 'mit dem Land'],
    frames: [
      'es ist nicht wahr, dass',
      'ich habe nie gesagt, dass',
      'niemand glaubt, dass',
      'wir bestreiten, dass',
    ],
    conditions: [', wenn sie zahlen', ', falls das Land zustimmt', ', es sei denn, es regnet', 'nicht'],
    negations: ['nicht', 'niemals', 'kaum'],
    others: ['Es ist kein Geld mehr da.', 'Die Mühle ist nicht verbrannt.'],
    plain: ['ich sage, dass', 'kein Zweifel, dass', 'das gefällt keinem, aber'],
  },
  nl: {
    subjects: ['wij', 'zij', 'de vissers'],
    verbs: ['verkopen', 'sluiten', 'openen'],
    objects: ['de oude kade', 'de hal', 'elke steiger'],
    times: ['in mei', 'volgend jaar', 'met het land'],
    frames: ['het is niet waar dat', 'ik heb nooit gezegd dat', 'niemand gelooft dat', 'wij ontkennen dat'],
    conditions: ['tenzij zij betalen', 'mits het land betaalt', 'alleen als het regent', 'niet'],
    negations: ['niet', 'nooit', 'nauwelijks'],
    others: ['Er is geen geld meer.', 'De molen is niet verbrand.'],
    plain: ['ik zeg dat', 'er is geen twijfel dat', 'leuk is het niet, maar'],
  },
}

interface Said {
  readonly subject: string
  readonly verb: string
  readonly object: string
  readonly time: string
  readonly frame: string
  readonly condition: string
  readonly negation: string
  readonly other: string
  readonly plain: string
}

const said = (grammar: Grammar): fc.Arbitrary<Said> =>
  fc.record({
    subject: fc.constantFrom(...grammar.subjects),
    verb: fc.constantFrom(...grammar.verbs),
    object: fc.constantFrom(...grammar.objects),
    time: fc.constantFrom(...grammar.times),
    frame: fc.constantFrom(...grammar.frames),
    condition: fc.constantFrom(...grammar.conditions),
    negation: fc.constantFrom(...grammar.negations),
    other: fc.constantFrom(...grammar.others),
    plain: fc.constantFrom(...grammar.plain),
  })

/** The warnings and errors of the sense, on a quotation of an article. */
function found(quote: string, sentence: string, lang: string): string[] {
  const yaml = `title: T\nas_of: 2025-01-01\nquotes:\n  - {text: ${JSON.stringify(quote)}, source: a}\nsources:\n  - {id: a, title: A, lang: ${lang}}\n`
  const { evidence, findings } = proveBrief(yaml, {
    a: `Before.\n\n“${capital(sentence)}” (Ana Ruiz)\n\nAfter it all.`,
  })
  const verdict = evidence.ofQuote(0)?.verdict
  assert.ok(['verified', 'abridged', 'altered'].includes(verdict ?? ''), verdict)
  assert.not(
    findings.some(({ code }) => code === 'quote-altered' || code === 'quote-missing'),
    quote,
  )
  return findings.flatMap(({ code, severity }) =>
    severity !== 'info' && /^(?:quote|omission)-/.test(code) ? [code] : [],
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const join = (...words: string[]) => words.join(' ').replaceAll(' ,', ',')

for (const [lang, grammar] of Object.entries(GRAMMARS)) {
  const turned: Readonly<Record<string, (one: Said) => readonly [quote: string, sentence: string]>> = {
    'an inserted negation': ({ subject, verb, negation, object, time }) => [
      join(capital(subject), verb, `[${negation}]`, object),
      join(subject, verb, object, `${time}.`),
    ],
    'a frame cut off with an ellipsis': ({ frame, subject, verb, object, time }) => [
      join('…', subject, verb, object, time),
      join(frame, subject, verb, object, `${time}.`),
    ],
    'a frame cut off without a sign': ({ frame, subject, verb, object, time }) => [
      join(subject, verb, object, time),
      join(frame, subject, verb, object, `${time}.`),
    ],
    'a frame replaced': ({ frame, subject, verb, object, time }) => [
      join('[Ana]', verb, object, time),
      join(frame, subject, verb, object, `${time}.`),
    ],
    'a condition cut off': ({ subject, verb, object, condition }) => [
      join(capital(subject), verb, object),
      join(subject, verb, object, `${condition}.`),
    ],
    'a negation left out': ({ subject, verb, negation, object, time }) => [
      join(capital(subject), verb, '…', object, time),
      join(subject, verb, negation, object, `${time}.`),
    ],
  }
  for (const [name, make] of Object.entries(turned))
    test(`${name} is never passed over (${lang})`, () => {
      fc.assert(
        fc.property(said(grammar), one => {
          const [quote, sentence] = make(one)
          assert.is.not(found(quote, sentence, lang).length, 0, `${quote} < ${sentence}`)
        }),
        SETTINGS,
      )
    })

  const genuine: Readonly<Record<string, (one: Said) => readonly [quote: string, sentence: string]>> = {
    'a whole sentence': ({ subject, verb, object, time }) => [
      join(capital(subject), verb, object, time),
      join(subject, verb, object, `${time}.`),
    ],
    'a sentence without its last words': ({ subject, verb, object, time }) => [
      join(capital(subject), verb, object, '…'),
      join(subject, verb, object, `${time}.`),
    ],
    'a sentence without words in the middle': ({ subject, verb, object, time }) => [
      join(capital(subject), verb, '…', time),
      join(subject, verb, object, `${time}.`),
    ],
    'two sentences without the one between': ({ subject, verb, object, time, other }) => [
      join(capital(subject), verb, object, `${time}. …`, capital(subject), verb, time),
      join(subject, verb, object, `${time}.`, other, capital(subject), verb, `${time}.`),
    ],
    'a clause after what turns nothing': ({ plain, subject, verb, object, time }) => [
      join(subject, verb, object, time),
      join(plain, subject, verb, object, `${time}.`),
    ],
    'a sentence after a frame of another': ({ frame, subject, verb, object, time }) => [
      join(capital(subject), verb, object, time),
      join(frame, subject, verb, `${object}.`, capital(subject), verb, object, `${time}.`),
    ],
  }
  for (const [name, make] of Object.entries(genuine))
    test(`${name} passes (${lang})`, () => {
      fc.assert(
        fc.property(said(grammar), one => {
          const [quote, sentence] = make(one)
          assert.equal(found(quote, sentence, lang), [], `${quote} < ${sentence}`)
        }),
        SETTINGS,
      )
    })
}

test.run()
