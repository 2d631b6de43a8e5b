import { join } from 'node:path'
import { Findings, type Report, type SourceFile } from '../../diagnostics/index.js'
import {
  type Locale,
  type LocaleGrounds,
  matchLocaleTag,
  parseLocale,
  ReadMarkdown,
  type TemplateLibrary,
  usedWordsOf,
} from '../../markup/index.js'
import { PACKAGE_ROOT } from './package.js'
import { readTextFile, readTextFolder } from './read-file.js'
import type { Workspace } from './workspace.js'

/** The partials and locales of a workspace: its own where it has them, else the package's; each file is read once. */
export interface TemplateFiles {
  readonly partials: ReadonlyMap<string, SourceFile>
  /** Partials, and the locales that serve some languages, or all for none in particular; what is wrong with these is found each time. */
  library(languages: readonly string[], report: Report): TemplateLibrary
  /** Whether there is a locale for a language, right or wrong. */
  hasLocale(language: string): boolean
  /** The names of the locales that are looked for in a language, there or not, and of the one that serves. */
  localeNames(language: string): readonly string[]
}

interface LocaleFiles {
  readonly files: ReadonlyMap<string, SourceFile>
  /** The package's own, which has all words. */
  readonly english: Locale | undefined
  readonly used: LocaleGrounds['used']
  readonly audiences: readonly string[]
}

export async function readTemplateFiles(workspace: Workspace, report: Report): Promise<TemplateFiles> {
  const partials = await readTextFolder(workspace, 'templates/partials', '.hbs', report)
  const files = await readTextFolder(workspace, 'templates/locales', '.yaml', report)
  const templates = await readTextFolder(workspace, 'templates', '.hbs', () => {})
  const complete = await readTextFile(workspace, join(PACKAGE_ROOT, 'templates/locales/en.yaml'), report)
  const locales: LocaleFiles = {
    files,
    english: complete && parseLocale(complete, report),
    used: usedWordsOf([...templates.values(), ...partials.values()]),
    audiences: [...templates.keys()],
  }
  const parsed = new Map<string, { locales: ReadonlyMap<string, Locale>; findings: Findings }>()
  const markdown = new ReadMarkdown()
  return {
    partials,
    library: (languages, to) => {
      const key = languages.join()
      const known = parsed.get(key) ?? parseLocales(locales, languages)
      parsed.set(key, known)
      known.findings.passOn(to)
      return { partials, locales: known.locales, markdown }
    },
    hasLocale: language => matchLocaleTag(language, files.keys()) !== undefined,
    localeNames: language => localesFor(language, files),
  }
}

/** Parses the locales of languages, and what serves where these lack words; all of them, if one of the languages has none. */
function parseLocales(
  { files, english, used, audiences }: LocaleFiles,
  languages: readonly string[],
): { locales: ReadonlyMap<string, Locale>; findings: Findings } {
  const findings = new Findings()
  const tags = languages.map(language => matchLocaleTag(language, files.keys()))
  const isAll = tags.length === 0 || tags.includes(undefined)
  const wanted = isAll
    ? [...files.keys()]
    : [FALLBACK_LOCALE, ...tags.flatMap(tag => (tag === undefined ? [] : [primaryOf(tag), tag]))]
  const locales = new Map<string, Locale>()
  for (const name of [...new Set(wanted)].sort((a, b) => a.length - b.length)) {
    const file = files.get(name)
    const general = locales.get(primaryOf(name))?.data
    const grounds = english && { english: english.data, general, used, audiences }
    const locale = file && parseLocale(file, findings.report, grounds)
    if (locale) locales.set(name, name === FALLBACK_LOCALE ? locale.withFallback(english) : locale)
  }
  if (!locales.has(FALLBACK_LOCALE) && english) locales.set(FALLBACK_LOCALE, english)
  return { locales: new Map([...locales].sort(([a], [b]) => (a < b ? -1 : 1))), findings }
}

const FALLBACK_LOCALE = 'en'

const primaryOf = (tag: string) => tag.replace(/-.*/, '')

function localesFor(language: string, files: ReadonlyMap<string, SourceFile>): string[] {
  const found = matchLocaleTag(language, files.keys())
  const serving = found === undefined ? [] : [found]
  return [...new Set([language, primaryOf(language), ...serving, FALLBACK_LOCALE])]
}
