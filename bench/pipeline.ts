import { readdirSync, readFileSync } from 'node:fs'
import type { Audience, Document } from '../src/index.js'
import { TEMPLATE, THEME } from './briefs.js'

const ROOT = new URL('../', import.meta.url)

/** The built library, with all that it reads once a process. */
export interface Pipeline {
  /** From the text of a brief to what is set, through the template of the benchmark or another. */
  documentOf(yaml: string, template?: string): Document
  /** From what is set to its PDF. */
  print(document: Document): Promise<Uint8Array>
  /** The same in a format without pages. */
  printTwin(format: 'html' | 'docx' | 'md' | 'txt', document: Document): Promise<Uint8Array>
  /** Lays a document out, again and again, at multiples of the theme's vertical space, as fitting does. */
  layouts(document: Document): (spacing: number) => void
}

export async function openPipeline(): Promise<Pipeline> {
  const library: typeof import('../src/index.js') = await import(new URL('dist/index.js', ROOT).href)
  const {
    loadBrief,
    MarkingSchemes,
    openFonts,
    parseAudience,
    parseLocale,
    parseMarkingScheme,
    parseTheme,
    prove,
    renderTemplate,
    selectEdition,
  } = library
  const fail = (code: string, _: unknown, message: string) => {
    throw new Error(`${message} [${code}]`)
  }
  const fileAt = (path: string) => new library.SourceFile(path, readFileSync(new URL(path, ROOT), 'utf8'))
  const filesIn = (folder: string) =>
    readdirSync(new URL(folder, ROOT)).map(
      name => [name.replace(/\.\w+$/, ''), fileAt(`${folder}/${name}`)] as const,
    )
  const fonts = openFonts(
    [fileAt('fonts/fonts.yaml')],
    path => readFileSync(new URL(`fonts/${path}`, ROOT)),
    fail,
  )
  const themes = new Map([
    ...filesIn('templates/themes'),
    ['bench', new library.SourceFile('templates/themes/bench.yaml', THEME)],
  ])
  const theme = known(parseTheme(themes, 'bench', fail))
  const scheme = known(parseMarkingScheme(fileAt('templates/markings/tlp.yaml'), 'tlp', fail))
  const markings = new MarkingSchemes([scheme])
  const audiences = new Map<string, Audience>()
  const audienceOf = (template: string): Audience => {
    const file = new library.SourceFile('templates/bench.hbs', template)
    const audience = audiences.get(template) ?? known(parseAudience(file, 'bench', fail, markings))
    audiences.set(template, audience)
    return audience
  }
  const templates = {
    partials: new Map(filesIn('templates/partials')),
    locales: new Map([['en', known(parseLocale(fileAt('templates/locales/en.yaml'), fail))]]),
  }
  const margins = { top: 64, right: 68, bottom: 64, left: 68 }
  const page = { width: 595.28, height: 841.89, margins }
  const style = { theme, fonts, page, typeSize: audienceOf(TEMPLATE).type.size, created: new Date(0) }
  return {
    documentOf(yaml, template = TEMPLATE) {
      const file = new library.SourceFile('briefs/bench.yaml', yaml)
      const brief = known(loadBrief(file, { audiences: ['bench'], markings }, fail))
      const evidence = prove(brief, new Map(), undefined, fail)
      return known(
        renderTemplate(known(selectEdition(brief, evidence, audienceOf(template), fail)), templates, fail),
      )
    },
    async print(document) {
      return known(await library.typeset(document, style, { read: () => undefined }, fail)).pdf
    },
    async printTwin(format, document) {
      const content = { document, style, images: { read: () => undefined } }
      return known(await library.printTwin(format, content, { embedFonts: false }, fail))
    },
    layouts(document) {
      const laidOut = new library.DocumentLayouts(style, { read: () => undefined })
      return spacing => void known(laidOut.layOut(document, { typeSize: style.typeSize, spacing }, fail))
    },
  }
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a stage gave nothing')
  return value
}
