import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Article, articles, sentenceText } from './generated-articles.js'
import { proveSpeech } from './helpers.js'

const SETTINGS = { seed: 20250315, numRuns: 30 }

interface Judged {
  readonly verdict: string
  readonly speech: string | undefined
  readonly speaker: string | undefined
  /** Codes of errors and warnings. */
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  readonly shown: string
}

/** What is said of a quotation that a brief gives to one of an article's speakers. */
async function judge(article: Article, words: string, speaker: number): Promise<Judged> {
  const actors = article.speakers.map(
    ({ name, role }, index) =>
      `  - { id: a${index}, name: ${JSON.stringify(name)}, role: ${JSON.stringify(role)} }\n`,
  )
  const quote = `  - { text: ${JSON.stringify(words)}, speaker: a${speaker}, source: paper }\n`
  const source = '  - { id: paper, title: Paper, type: article-newspaper, text: paper.txt }\n'
  const yaml = `title: Test\nas_of: 2025-03-15\nactors:\n${actors.join('')}quotes:\n${quote}sources:\n${source}`
  const { evidence, findings } = await proveSpeech(yaml, { paper: article.text })
  const proof = evidence.ofQuote(0)
  if (!proof) throw new Error('no proof')
  const codes = (severity: string) =>
    findings.filter(one => one.severity === severity).map(({ code }) => code)
  return {
    verdict: proof.verdict,
    speech: proof.speech,
    speaker: proof.speaker,
    errors: codes('error'),
    warnings: codes('warning'),
    shown: `${article.speakers[speaker]?.name}: ${words}\n${findings.map(({ code, message }) => `${code} ${message}`).join('\n')}\n\n${article.text}`,
  }
}

const PROVED = ['verified', 'abridged']

/** A declared alteration or a form that the normalisation declares, of words that somebody said. */
const DRESSES: Readonly<Record<string, (words: string) => string>> = {
  'as they stand': words => words,
  'without the stop': words => words.replace(/\.$/, ''),
  'with a comma': words => words.replace(/\.$/, ','),
  'in straight marks': words => words.replaceAll('’', "'"),
  'within marks': words => `“${words}”`,
  'over two lines': words => words.replace(' ', '\n'),
  'beginning lower': words => words.replace(/^\p{L}/u, first => `[${first.toLowerCase()}]`),
  'with an inserted name': words => words.replace(/ (?=by )/, ' [in the town] '),
  'cut at its end': words => words.replace(/ by .*$/s, ' …'),
}

test('what somebody said is proved for them in every dress', async () => {
  const dress = fc.constantFrom(...Object.entries(DRESSES))
  await fc.assert(
    fc.asyncProperty(articles, fc.nat(), dress, async (article, nth, [name, wear]) => {
      const said = article.said[nth % article.said.length]
      if (!said) throw new Error('nobody speaks')
      const { verdict, speech, speaker, errors, warnings, shown } = await judge(
        article,
        wear(sentenceText(said)),
        said.speaker,
      )
      assert.ok(PROVED.includes(verdict), `${name}: ${verdict}\n${shown}`)
      assert.equal([errors, warnings], [[], []], `${name}\n${shown}`)
      assert.equal([speech, speaker], ['quoted', 'confirmed'], `${name}\n${shown}`)
    }),
    SETTINGS,
  )
})

test('two sentences that one person said, with the reporter’s words between, are proved', async () => {
  await fc.assert(
    fc.asyncProperty(articles, fc.nat(), async (article, nth) => {
      const pairs = article.said.flatMap(first => {
        const next = article.said[article.said.indexOf(first) + 1]
        return next && next.utterance === first.utterance ? [[first, next] as const] : []
      })
      const [first, next] = pairs[nth % pairs.length] ?? []
      if (!first || !next) return
      const words = `${sentenceText(first)} … ${sentenceText(next)}`
      const { verdict, errors, shown } = await judge(article, words, first.speaker)
      assert.ok(PROVED.includes(verdict), shown)
      assert.equal(errors, [], shown)
    }),
    SETTINGS,
  )
})

/** Each makes of an article a quotation that is false. */
const FALSE: Readonly<
  Record<string, (article: Article, nth: number) => readonly [words: string, speaker: number] | undefined>
> = {
  'what another person said': ({ said, speakers }, nth) => {
    const one = said[nth % said.length]
    return one && [sentenceText(one), (one.speaker + 1 + (nth % (speakers.length - 1))) % speakers.length]
  },
  'what the reporter says in other words': ({ paraphrased }, nth) => {
    const one = paraphrased[nth % paraphrased.length]
    return one && [sentenceText(one), one.speaker]
  },
  'what the reporter tells': ({ told }, nth) => {
    const one = told[nth % told.length]
    return one && [sentenceText(one), nth % 2]
  },
  'the headline': ({ headline }, nth) => [headline, nth % 2],
  'parts of what two people said': ({ said }, nth) => {
    const at = nth % said.length
    const first = said[at]
    const other = said.slice(at + 1).find(({ speaker }) => speaker !== first?.speaker)
    return first && other && [`${sentenceText(first)} … ${sentenceText(other)}`, first.speaker]
  },
  'what is said with `[not]` in it': ({ said }, nth) => {
    const one = said.filter(({ negated }) => !negated)[nth % said.length]
    return one && [sentenceText(one).replace(/ will /, ' will [not] '), one.speaker]
  },
  'what is denied, its denial left out': ({ said }, nth) => {
    const negated = said.filter(one => one.negated)
    const one = negated[nth % negated.length]
    return one && [sentenceText(one).replace(/ not /, ' … '), one.speaker]
  },
  'what is denied, its denial replaced': ({ said }, nth) => {
    const negated = said.filter(one => one.negated)
    const one = negated[nth % negated.length]
    return one && [sentenceText(one).replace(/ will not /, ' [will] '), one.speaker]
  },
  'what is denied, begun after its denial': ({ said }, nth) => {
    const negated = said.filter(one => one.negated)
    const one = negated[nth % negated.length]
    return one && [sentenceText(one).replace(/^.* not /, '… '), one.speaker]
  },
}

for (const [name, make] of Object.entries(FALSE))
  test(`${name} is never verified without a finding`, async () => {
    let tried = 0
    await fc.assert(
      fc.asyncProperty(articles, fc.nat(), async (article, nth) => {
        const made = make(article, nth)
        if (!made) return
        tried++
        const { errors, warnings, shown } = await judge(article, ...made)
        assert.ok(errors.length + warnings.length > 0, shown)
      }),
      SETTINGS,
    )
    assert.ok(tried > SETTINGS.numRuns / 4, `tried ${tried} times`)
  })

test.run()
