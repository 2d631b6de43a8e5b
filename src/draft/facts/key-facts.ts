import { alternatives, lazyData, type WeightedPattern, wordSets } from '../../speech/index.js'
import { bestCandidates, type CandidateSentence, type ExtractedSentence, extractWhole } from './candidates.js'

/** Chooses the sentences with figures: money, shares, counts; each keeps its figures as the article writes them. */
export function findKeyFacts(candidates: readonly CandidateSentence[]): ExtractedSentence[] {
  const scored = candidates.map(candidate => {
    const figures = numericFigures(candidate.text)
    const weight = figures.reduce((sum, { weight }) => sum + weight, 0)
    const named = candidate.sentence.words.some(({ pos }) => pos === 'PROPN') ? 1 : 0
    const score = figures.length === 0 ? 0 : Math.min(weight, 6) + named - (candidate.isAnaphoric ? 1 : 0)
    return { candidate, figures, score: score >= MIN_FIGURE_SCORE ? score : 0 }
  })
  return bestCandidates(scored, MAX_KEY_FACTS).map(({ candidate, figures }) =>
    extractWhole(candidate, figures.map(({ text }) => text).join(', ')),
  )
}

export const MAX_KEY_FACTS = 8

/** A count of a few things alone is not worth a fact. */
export const MIN_FIGURE_SCORE = 2

interface NumericFigure {
  readonly text: string
  readonly weight: number
}

/** The figures of a sentence, as written. Years, dates, times, ages and ordinals are none. */
export function numericFigures(text: string): NumericFigure[] {
  const figures: (NumericFigure & { at: number })[] = []
  let rest = text
  for (const { pattern, weight } of figurePatterns())
    rest = rest.replace(pattern, (found: string, ...groups: unknown[]) => {
      const at = groups.findLast(group => typeof group === 'number') as number
      figures.push({ text: found.trim(), weight, at })
      return ' '.repeat(found.length)
    })
  return figures.sort((a, b) => a.at - b.at).map(({ text: figure, weight }) => ({ text: figure, weight }))
}

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`

/** In order of precedence: what one pattern has matched is not matched by the next. */
const figurePatterns = lazyData((): readonly WeightedPattern[] => {
  const words = wordSets('draft/facts/data/en/numbers.txt', ['numbers', 'scales', 'approximators'])
  const word = `(?:${alternatives(words.numbers)})`
  const scale = `(?:${alternatives(words.scales)})`
  const approximator = `(?:(?:${alternatives(words.approximators)}) )?`
  return [
    {
      pattern: new RegExp(
        `${approximator}(?:US|C|A)?[$€£¥]\\s?${NUMBER}(?:[ -]?(?:${scale}|[kmb]\\b))?`,
        'gi',
      ),
      weight: 3,
    },
    {
      pattern: new RegExp(
        `${approximator}${NUMBER}\\s?(?:%|percent\\b|per cent\\b|percentage points?\\b)`,
        'gi',
      ),
      weight: 3,
    },
    {
      pattern: new RegExp(
        `${approximator}(?:${NUMBER}|\\b${word})[ -](?:dozen |score )?${scale}(?:s of)?\\b`,
        'gi',
      ),
      weight: 3,
    },
    {
      pattern:
        /(?<![\d,.])\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine) (?:out of|in) (?:every )?(?:\d{1,3}|ten|five|four|three)\b(?![,.]?\d)/gi,
      weight: 2,
    },
    { pattern: new RegExp(`${approximator}\\b\\d{1,3}(?:,\\d{3})+\\b`, 'gi'), weight: 3 },
    {
      // A number before a plural is a count; times, ages and years are not.
      pattern:
        /(?<![\d.,:/$-]|\b(?:at|article|section|chapter|part|no\.?|page|jan\.?|feb\.?|march|april|may|june|july|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?|january|february|august|september|october|november|december)\s)(?!(?:1[5-9]|20)\d\d\b)\d{2,5}(?=\s+(?:[a-z-]+\s+){0,2}?(?!years|months|weeks|days|hours|minutes|seconds|times|points)[a-z]+s\b)(?!\s+(?:years|months|weeks|days|hours|minutes|seconds))/gi,
      weight: 2,
    },
  ]
})
