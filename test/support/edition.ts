import { readFileSync } from 'node:fs'
import { Findings, type Place, present, SourceFile } from '../../src/diagnostics/index.js'
import { Counterparts } from '../../src/edition/counterparts.js'
import {
  type Audience,
  type Edition,
  type EditionBeside,
  ProseText,
  Verbatim,
} from '../../src/edition/index.js'
import { type Locale, parseLocale, type TemplateLibrary } from '../../src/markup/index.js'
import { TLP } from './markings.js'

/** Front matter of a template, as editions leave it to `bodyStart` to skip. */
export const FRONT_MATTER = '---\ntitle: Test\n---\n'

interface Wish {
  readonly template: string
  readonly data?: Readonly<Record<string, unknown>>
  readonly lang?: string
  /** What it says in the languages that its template declares, its own among them. */
  readonly languages?: Readonly<Record<string, object>>
  readonly audience?: string
  readonly markings?: Edition['markings']
  readonly classification?: string
}

/** An edition of whatever data, set through a template's body. */
export function editionOf(wish: Wish): Edition {
  const { template, data = {}, lang = 'en', audience = 'test', languages = {}, ...marked } = wish
  const tags = Object.keys(languages)
  const besides = tags
    .filter(tag => tag !== lang)
    .map((tag): [string, EditionBeside] => {
      const said = languages[tag] as Edition['data']
      const other = editionOf({ template, data: said, lang: tag, audience, ...marked })
      return [tag, { ...other, counterparts: new Counterparts(data, said) }]
    })
  return {
    brief: 'affair',
    audience: { ...audienceOf(audience, `${FRONT_MATTER}${template}`), languages: tags },
    lang,
    besides: new Map(besides),
    schemes: TLP,
    classification: marked.classification,
    markings: marked.markings ?? [],
    items: [],
    tables: { ofTable: () => undefined, ofFile: () => undefined },
    data,
    recipientFields: [],
    withheld: [],
  }
}

function audienceOf(name: string, text: string): Audience {
  return {
    name,
    template: new SourceFile(`templates/${name}.hbs`, text),
    bodyStart: FRONT_MATTER.length,
    title: 'Decision memo',
    description: 'For tests.',
    page: { size: 'a4', orientation: 'portrait', margins: { top: 50, right: 50, bottom: 50, left: 50 } },
    limit: 2,
    onRequest: false,
    type: { size: 10, floor: 9 },
    theme: 'default',
    clearance: [present(TLP.find('TLP:RED'), 'clearance')],
    priority: 'could',
    citations: 'dense',
    sections: [],
    languages: [],
    omits: [],
    fields: new Map(),
  }
}

/** A brief's file, values of which stand where their words stand in it. */
export class BriefText {
  readonly file: SourceFile

  constructor(text: string) {
    this.file = new SourceFile('briefs/affair.yaml', text)
  }

  place(words: string): Place {
    const start = this.file.text.indexOf(words)
    if (start === -1) throw new Error(`the brief does not hold ${words}`)
    return { file: this.file, range: { start, end: start + words.length } }
  }

  prose(words: string): ProseText {
    return new ProseText(words, this.place(words))
  }

  verbatim(words: string): Verbatim {
    return new Verbatim(words, this.place(words))
  }
}

/** Prose whose place does not matter. */
export const prose = (markdown: string) => new BriefText(markdown).prose(markdown)
export const verbatim = (text: string) => new BriefText(text).verbatim(text)

/** The locales of the package, read once. */
export const locales: ReadonlyMap<string, Locale> = new Map(
  ['en', 'en-US', 'es', 'fr', 'de'].map(lang => [lang, localeOf(lang)]),
)

/** A library with the package's locales and these partials. */
export function libraryOf(partials: Readonly<Record<string, string>> = {}): TemplateLibrary {
  const files = Object.entries(partials).map(([name, text]): [string, SourceFile] => [
    name,
    new SourceFile(`templates/partials/${name}.hbs`, text),
  ])
  return { partials: new Map(files), locales }
}

function localeOf(lang: string): Locale {
  const path = `templates/locales/${lang}.yaml`
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
  const findings = new Findings()
  const locale = parseLocale(new SourceFile(path, text), findings.report)
  if (!locale || findings.all.length > 0) throw new Error(`${path}: ${findings.all[0]?.message}`)
  return locale
}
