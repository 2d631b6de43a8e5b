import type { Report } from '../../diagnostics/index.js'
import { lazyData, wordSets } from '../lexicon/data-file.js'
import type { Article } from './article.js'

/** Letters from which on the letters of a text tell its language; and characters that are read at most. */
const MIN_LETTERS = 200
const MAX_SAMPLE = 20_000

/** Characters that the library reads of a text; what it says of a few weighs little. */
const CHUNK = 2000

/**
 * Whether an article is in English, the language of the rules of drafting; another one is a finding, and so is a text too
 * short to tell. `given` is the language by whoever knows it (BCP 47).
 */
export async function checkLanguage(
  article: Article,
  given: string | undefined,
  report: Report,
): Promise<boolean> {
  const languages = given === undefined ? await languagesOf(sampleText(article)) : [given]
  if (languages.some(language => /^eng?(?:-|$)/i.test(language))) return true
  const range = article.paragraphs.find((_, at) => isArticleText(article, at)) ??
    article.paragraphs[0] ?? { start: 0, end: 0 }
  const place = {
    file: article.file,
    range: { start: range.start, end: Math.min(range.end, range.start + 80) },
  }
  if (languages.length === 0)
    report(
      'article-language-unknown',
      place,
      'the article is too short to tell its language, and only English can be drafted from',
      'give `--lang en` if it is in English',
    )
  else
    report(
      'article-not-english',
      place,
      `the article is in ${oneOf(languages.map(languageName))}, and only English can be drafted from`,
      'begin the brief with `new` and write it by hand, or draft it from a translation',
    )
  return false
}

/**
 * The languages that a text may be in, mostly one; none where it cannot be told. A longer text that nothing speaks against is
 * English.
 */
async function languagesOf(sample: string): Promise<readonly string[]> {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const byWords = languagesByWords(sample)
  if (byWords.length > 0 || (letters < MIN_LETTERS && isMostlyLatin(sample, letters))) return byWords
  return [await languageByLetters(sample, letters < MIN_LETTERS ? 1 : undefined)]
}

/** The languages whose small words a text has most of; none where these are few. */
function languagesByWords(sample: string): readonly string[] {
  const words = sample.replace(PARTICLES_OF_NAMES, ' ').toLowerCase().match(WORDS) ?? []
  const counts = [...FREQUENT_WORDS()].map(([language, frequent]) => ({
    language,
    count: words.filter(word => frequent.has(word)).length,
  }))
  const most = Math.max(...counts.map(({ count }) => count))
  if (most < MIN_FREQUENT_WORDS || most < words.length * MIN_FREQUENT_SHARE) return []
  const best = counts.filter(({ count }) => count === most).map(({ language }) => language)
  return best.length > 1 && best.includes('en') ? [] : best
}

/** `von der` and `de la` within a name are of its language. */
const PARTICLES_OF_NAMES =
  /(?<=\p{Lu}[\p{L}.]{0,30}\s)(?:(?:[dl]e|[dl]a|[dl]el|[dl]os|les|du|des|d[aeio]s?|della?|von|van|vom|zu|zur|der|den|het|ten|ter|y|e|i)\s){1,3}(?=\p{Lu})/gu
const WORDS = /\p{L}+(?:-\p{L}+)*/gu

const LANGUAGES = [
  ...['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'no', 'fi', 'pl', 'cs', 'hu', 'ro', 'tr', 'id'],
] as const
const FREQUENT_WORDS = lazyData(
  () => new Map(Object.entries(wordSets('speech/article/data/frequent-words.txt', LANGUAGES))),
)

/** Small words, and their share of all words, that tell a language. In prose they are a third or more. */
const MIN_FREQUENT_WORDS = 2
const MIN_FREQUENT_SHARE = 0.15

async function languageByLetters(sample: string, minLength?: number): Promise<string> {
  const { francAll } = await import('franc-min')
  const totals = new Map<string, number>()
  for (let at = 0; at < sample.length; at += CHUNK) {
    const piece = sample.slice(at, at + CHUNK)
    for (const [language, score] of francAll(piece, minLength === undefined ? {} : { minLength }))
      totals.set(language, (totals.get(language) ?? 0) + score * piece.length)
  }
  const [best] = [...totals].sort(([, a], [, b]) => b - a)
  const isEnglish = !best || best[0] === 'und' || (totals.get('eng') ?? 0) >= best[1] * MIN_SCORE_RATIO
  return isEnglish ? 'en' : best[0]
}

/** The share of the best score from which a text is taken for English: names may be of another language. */
const MIN_SCORE_RATIO = 0.9

function isMostlyLatin(sample: string, letters: number): boolean {
  return (sample.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 >= letters
}

/** The text of an article; with its headings where there is little else. */
function sampleText(article: Article): string {
  const proper = textWhere(article, at => isArticleText(article, at))
  return (proper.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS ? textWhere(article, () => true) : proper
}

function textWhere({ paragraphs, file }: Article, isRead: (paragraph: number) => boolean): string {
  let text = ''
  for (const [at, { start, end }] of paragraphs.entries()) {
    if (text.length >= MAX_SAMPLE) break
    if (isRead(at)) text += `${file.text.slice(start, Math.min(end, start + MAX_SAMPLE))}\n`
  }
  return text.slice(0, MAX_SAMPLE)
}

function isArticleText({ headings, boilerplate }: Article, paragraph: number): boolean {
  return !headings.has(paragraph) && !boilerplate.has(paragraph)
}

const oneOf = (names: readonly string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(names)

function languageName(code: string): string {
  const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code)
  return name ?? `another language (\`${code}\`)`
}
