import { isLanguageTag, type SettingsData } from '../../brief/index.js'
import { closest, didYouMean, type Place, type Report } from '../../diagnostics/index.js'
import { templateDataType } from '../../edition/index.js'
import type { LocaleData } from './locale-schema.js'
import { placeholdersOf } from './patterns.js'
import type { UsedWords } from './used-words.js'

/** What the words of a locale are checked against. */
export interface LocaleGrounds {
  /** The locale that has all words. */
  readonly english: LocaleData
  /** That of the same language in general, whose words serve where this one lacks them. */
  readonly general: LocaleData | undefined
  readonly used: UsedWords
  readonly audiences: readonly string[]
}

interface LocaleFile extends SettingsData {
  readonly locale: LocaleData
}

/** Reports words of a locale that nothing prints, placeholders that nothing fills, and what it lacks. */
export function checkLocaleWords(file: LocaleFile, grounds: LocaleGrounds, report: Report): void {
  checkLanguage(file, report)
  checkNames(file, grounds, report)
  checkPatterns(file, grounds, report)
  reportMissingWords(file, grounds, report)
}

function checkLanguage({ locale: { lang }, place }: LocaleFile, report: Report): void {
  if (isLanguageTag(lang)) return
  const message = `\`${lang}\` is not a language tag (BCP 47)`
  report('locale-invalid', place(['lang']), message, 'write a code such as `en`, `es` or `pt-BR`')
}

function checkNames(file: LocaleFile, { english, used, audiences }: LocaleGrounds, report: Report): void {
  const { labels, headings, terms, scales } = file.locale
  const fields = [...templateDataType().entries.keys()]
  const sections = [
    ...Object.values(english.headings ?? {}).flatMap(names => Object.keys(names)),
    ...fields,
    ...used.sections,
  ]
  const isStrict = !used.isOpen
  checkKeys(['labels'], labels, [...namesIn(english.labels), ...used.labels.keys()], isStrict, file, report)
  checkKeys(['headings'], headings, ['default', ...audiences], false, file, report)
  for (const [audience, names] of Object.entries(headings ?? {}))
    checkKeys(['headings', audience], names, sections, isStrict, file, report)
  checkKeys(['terms'], terms, namesIn(english.terms), false, file, report)
  checkKeys(['scales'], scales, [...namesIn(english.scales), ...used.scales], false, file, report)
  for (const [scale, points] of Object.entries(scales ?? {}))
    for (const point of Object.keys(points))
      if (english.scales?.[scale] && !Object.hasOwn(english.scales[scale], point))
        report(
          'locale-invalid',
          file.place(['scales', scale, point], 'key'),
          `the scale \`${scale}\` has no point \`${point}\``,
        )
}

const namesIn = (record: object | undefined) => Object.keys(record ?? {})

/** A name that nothing asks for is an error where one that is lacking was meant; else, if `isStrict`, a warning. */
function checkKeys(
  path: readonly string[],
  entries: object | undefined,
  known: readonly string[],
  isStrict: boolean,
  { place }: SettingsData,
  report: Report,
): void {
  const own = namesIn(entries)
  const lacking = known.filter(name => !own.includes(name))
  for (const name of own) {
    if (known.includes(name)) continue
    const at = place([...path, name], 'key')
    const meant = closest(name, lacking)
    const message = `nothing prints \`${[...path, name].join('.')}\``
    if (meant !== undefined && Math.abs(meant.length - name.length) <= 2)
      report('locale-invalid', at, message, `did you mean \`${meant}\`?`)
    else if (isStrict) report('unused-words', at, message, 'remove it, or print it in a template')
  }
}

/** Compares the placeholders of each pattern with those of English, and with what templates fill in. */
function checkPatterns(file: LocaleFile, { english, used }: LocaleGrounds, report: Report): void {
  const { locale, place } = file
  for (const { path, text } of patternsIn(locale)) {
    const reference =
      textAt(english, path) ?? (path.at(-1) === 'first' ? english.dates?.patterns.day : undefined)
    const given = path[0] === 'labels' ? used.labels.get(path.at(-1) ?? '') : undefined
    if (reference === undefined && given === undefined) continue
    const expected = placeholdersOf(reference ?? '')
    const known = [...new Set([...expected, ...[...(given ?? [])].filter(name => name !== '')])]
    const own = placeholdersOf(text)
    const label = `\`${path.slice(path[0] === 'labels' ? 1 : 0).join('.')}\``
    for (const name of own)
      if (!known.includes(name)) {
        const hint = known.length > 0 ? didYouMean(name, known) : 'take it out'
        report(
          'locale-invalid',
          placeOfPlaceholder(file, path, name),
          `nothing fills \`{${name}}\` in ${label}`,
          hint,
        )
      }
    const isMisspelt = own.some(name => !known.includes(name))
    for (const name of expected)
      if (!own.includes(name) && !isMisspelt && path.at(-1) !== 'first')
        report(
          'locale-incomplete',
          place(path),
          `${label} does not say \`{${name}}\``,
          `write it where it belongs`,
        )
  }
}

/** Characters of the file; of a text with escapes, the whole. */
function placeOfPlaceholder({ place }: LocaleFile, path: readonly string[], name: string): Place {
  const { file, range } = place(path)
  const found = new RegExp(`\\{${name}(?::\\w+)?\\}`).exec(file.text.slice(range.start, range.end))
  if (!found) return { file, range }
  const start = range.start + found.index
  return { file, range: { start, end: start + found[0].length } }
}

interface Pattern {
  readonly path: readonly string[]
  readonly text: string
}

/** All texts of a locale that may have placeholders. */
function patternsIn({ labels, dates, citations, references, number_format }: LocaleData): Pattern[] {
  const shown = {
    labels,
    dates: dates && { ...dates, months: undefined },
    citations,
    references,
    number_format,
  }
  return textsIn(shown, [])
}

function textsIn(value: unknown, path: readonly string[]): Pattern[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]))
}

function textAt(value: unknown, path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined,
    value,
  )
  return typeof found === 'string' ? found : undefined
}

/** Parts of a locale, with what they are called where they are lacking. */
const PARTS = [
  'labels',
  'headings.default',
  'terms',
  'numbers',
  'scales',
  'dates',
  'quotation_marks',
  'number_format',
  'citations',
  'references',
] as const

/** Names listed at most. */
const MAX_LISTED = 8

/** What a locale lacks is printed in English, which is nothing to hide from who reads another language. */
function reportMissingWords(
  { locale, place }: LocaleFile,
  { english, general }: LocaleGrounds,
  report: Report,
): void {
  if (/^en\b/i.test(locale.lang)) return
  const lacking = PARTS.flatMap(part => {
    const [own, others, all] = [locale, general, english].map(data => partOf(data, part))
    const has = (name: string) => Object.hasOwn(own ?? {}, name) || Object.hasOwn(others ?? {}, name)
    if (own === undefined && others === undefined) return [part.replace('.default', '')]
    const names = Array.isArray(all) ? [] : namesIn(all as object | undefined)
    return names.filter(name => !has(name)).map(name => `${part.replace('.default', '')}.${name}`)
  })
  if (lacking.length === 0) return
  lacking.sort((a, b) => Number(a.includes('.')) - Number(b.includes('.')))
  const listed = lacking.slice(0, MAX_LISTED).map(name => `\`${name}\``)
  const more = lacking.length > MAX_LISTED ? ` and ${lacking.length - MAX_LISTED} more` : ''
  report(
    'locale-incomplete',
    place(['lang']),
    `the locale \`${locale.lang}\` lacks ${listed.join(', ')}${more}, printed in English`,
    'add them; `templates/locales/en.yaml` of the package has all',
  )
}

function partOf(data: LocaleData | undefined, part: (typeof PARTS)[number]): unknown {
  if (part === 'headings.default') return data?.headings?.default
  return data?.[part]
}
