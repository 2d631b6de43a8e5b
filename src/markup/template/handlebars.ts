import Handlebars from 'handlebars'
import {
  type Diagnostic,
  Findings,
  type Place,
  present,
  type Report,
  type SourceFile,
} from '../../diagnostics/index.js'
import type { Helper, HelperCall } from '../helpers/helper.js'
import { HELPERS } from '../helpers/index.js'
import { SafeHtml } from '../html/safe-html.js'
import { markMustacheOutput } from '../html/source-map.js'
import type { RenderContext } from '../prose/print-text.js'
import { printValue } from '../prose/print-value.js'
import { checkTemplate, type PartialReference } from './check-template.js'
import { nestingBeyond } from './nesting.js'
import { findRecipientReads, type RecipientReads } from './recipient-reads.js'
import { PRINT_HELPER, rewriteTemplate } from './rewrite-template.js'
import { createTemplateLocator, type TemplateLocator } from './template-locator.js'

/** A template ready to run; one with errors among its `findings` has nothing to run. */
export interface CompiledTemplate {
  readonly file: SourceFile
  readonly locator: TemplateLocator
  readonly partialReferences: readonly PartialReference[]
  readonly recipientReads: RecipientReads
  readonly findings: readonly Diagnostic[]
  readonly delegate: Handlebars.TemplateDelegate | undefined
}

/** Outlives a run, since a compiled template depends on nothing but its file; `start` follows from the file's text. */
const compiledTemplates = new WeakMap<SourceFile, CompiledTemplate>()

/** Compiles a template, once for each file object; `start` is the line start where its front matter ends. */
export function compileTemplate(file: SourceFile, start = 0): CompiledTemplate {
  const known = compiledTemplates.get(file)
  if (known) return known
  const template = compileAnew(file, start)
  compiledTemplates.set(file, template)
  return template
}

/** A template as it is written, for rules that look at it without running it. */
export interface ParsedTemplate {
  readonly file: SourceFile
  readonly locator: TemplateLocator
  readonly program: hbs.AST.Program
}

const parsedTemplates = new WeakMap<SourceFile, ParsedTemplate | 'no template'>()

/** Parses a template once for each file object, as compiling changes what it compiles; undefined if it is not Handlebars. */
export function parseTemplate(file: SourceFile, start = 0): ParsedTemplate | undefined {
  const known = parsedTemplates.get(file) ?? parseAnew(file, start) ?? 'no template'
  parsedTemplates.set(file, known)
  return known === 'no template' ? undefined : known
}

function parseAnew(file: SourceFile, start: number): ParsedTemplate | undefined {
  const locator = createTemplateLocator(file, start)
  const program = parseProgram(file, start, locator, new Findings())
  return program && { file, locator, program }
}

/** Runs a template that compiled, as did its partials; what helpers throw is reported at the mustache. */
export function runTemplate(
  template: CompiledTemplate,
  partials: ReadonlyMap<string, CompiledTemplate>,
  data: unknown,
  context: RenderContext,
): string {
  const byPath = new Map([template, ...partials.values()].map(each => [each.file.path, each]))
  const adapt = (helper: Pick<Helper, 'run'>) => toHandlebarsHelper(helper, context, byPath)
  const run = present(template.delegate, 'compiled template')
  return run(data, {
    helpers: Object.fromEntries([
      ...HELPERS.map(helper => [helper.name, adapt(helper)]),
      [PRINT_HELPER, adapt(printHelper)],
    ]),
    partials: Object.fromEntries(
      [...partials].map(([name, { delegate }]) => [name, present(delegate, `compiled partial ${name}`)]),
    ),
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false,
  })
}

/** A separate environment, so that nothing that is registered globally has an effect here. */
const environment = Handlebars.create()

const KNOWN_HELPERS = Object.fromEntries(
  [...HELPERS.map(helper => helper.name), PRINT_HELPER].map(name => [name, true]),
)

function compileAnew(file: SourceFile, start: number): CompiledTemplate {
  const findings = new Findings()
  const locator = createTemplateLocator(file, start)
  const program = parseProgram(file, start, locator, findings)
  const template = {
    file,
    locator,
    partialReferences: program ? checkTemplate(program, locator, findings.report) : [],
    recipientReads: program ? findRecipientReads(program, locator) : { reads: [], calls: [] },
    findings: findings.all,
  }
  if (!program || findings.failed) return { ...template, delegate: undefined }
  rewriteTemplate(program, file, locator)
  const delegate = environment.compile(program, {
    knownHelpers: KNOWN_HELPERS as KnownHelpers,
    knownHelpersOnly: true,
    preventIndent: true,
  })
  return { ...template, delegate }
}

/** Blocks within blocks, and expressions within an expression. */
const MAX_DEPTH = 100

function parseProgram(
  file: SourceFile,
  start: number,
  locator: TemplateLocator,
  findings: Findings,
): hbs.AST.Program | undefined {
  const tooDeep = nestingBeyond(MAX_DEPTH, file.text.slice(start))
  if (tooDeep !== undefined) {
    const range = { start: start + tooDeep, end: start + tooDeep + 2 }
    findings.report('template-syntax', { file, range }, 'this is nested deeper than any template needs')
    return undefined
  }
  try {
    return environment.parse(file.text.slice(start), { srcName: file.path })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    reportTemplateSyntax(error, locator, findings.report)
    return undefined
  }
}

const printHelper: Pick<Helper, 'run'> = {
  run: (call, value) => {
    const printed = printValue(value, call.renderContext)
    return new SafeHtml(call.originMark + printed.html, () => printed.text)
  },
}

interface RuntimeHelperOptions extends Handlebars.HelperOptions {
  readonly loc: hbs.AST.SourceLocation
}

function toHandlebarsHelper(
  helper: Pick<Helper, 'run'>,
  renderContext: RenderContext,
  templates: ReadonlyMap<string, CompiledTemplate>,
): Handlebars.HelperDelegate {
  return function (this: unknown, ...all: unknown[]) {
    const options = all.at(-1) as RuntimeHelperOptions
    const column = columnOf(options)
    const own = column?.context ?? renderContext
    const { file, locator } = present(templates.get(options.loc.source), 'template that calls a helper')
    const place = locator.place(options.loc)
    const { fn, inverse } = options
    const call: HelperCall = {
      renderContext: { ...own, calledAt: place },
      place,
      originMark: markMustacheOutput(file, place.range.start, place.range.end),
      data: this,
      named: options.hash,
      body: fn && ((data, frame) => fn(data, runtimeOptions(options, frame))),
      bodyIn: fn && (lang => fn(...contextIn(lang, this, options, renderContext))),
      column: column?.lang,
      inverse: inverse && (() => inverse(this)),
    }
    try {
      return helper.run(call, ...all.slice(0, -1))
    } catch (error) {
      renderContext.report('template-failed', place, error instanceof Error ? error.message : String(error))
      return ''
    }
  }
}

/** The key under which the data of Handlebars have the language of a column; which no template may name. */
const COLUMN = '$column'

/** A column in one language: its tag in the template, and the context of what is printed in it. */
interface PrintedColumn {
  readonly lang: string
  readonly context: RenderContext
}

const columnOf = ({ data }: RuntimeHelperOptions): PrintedColumn | undefined =>
  (data as { readonly [COLUMN]?: PrintedColumn } | undefined)?.[COLUMN]

/** What `this` is in a language, and the options that its body runs with; the language of the edition is that of the context itself. */
function contextIn(
  lang: string,
  here: unknown,
  options: RuntimeHelperOptions,
  renderContext: RenderContext,
): [context: unknown, options: object] {
  const beside = renderContext.besides.get(lang)
  const context = beside?.context ?? renderContext
  const frame = Handlebars.createFrame(options.data)
  const data = Object.assign(frame, { [COLUMN]: { lang, context } }, beside && { root: beside.root })
  if (!beside) return [here, { data }]
  const counterpart = beside.thisFor(here)
  if (counterpart === undefined && here !== undefined)
    throw new Error('`parallel` stands where no other wordings are known: in a partial with parameters')
  return [counterpart, { data }]
}

/** Passes `@index` and the like, and block parameters (`as |item index|`), to the body of a block. */
function runtimeOptions(
  options: RuntimeHelperOptions,
  frame: Readonly<Record<string, unknown>> | undefined,
): object {
  if (!frame) return { data: options.data }
  const { parameters, ...variables } = frame
  return { data: Object.assign(Handlebars.createFrame(options.data), variables), blockParams: parameters }
}

/** Reports a syntax error of Handlebars in plain words; its parser gives a line, its later checks also a column. */
function reportTemplateSyntax(error: Error, locator: TemplateLocator, report: Report): void {
  report(
    'template-syntax',
    syntaxErrorPlace(error, locator),
    syntaxErrorMessage(error),
    syntaxErrorHint(error),
  )
}

function syntaxErrorPlace(
  error: Error & { lineNumber?: unknown; column?: unknown },
  locator: TemplateLocator,
): Place {
  if (typeof error.lineNumber === 'number' && typeof error.column === 'number')
    return locator.characterPlace(error.lineNumber, error.column)
  return locator.linePlace(Number(/ on line (\d+)/.exec(error.message)?.[1] ?? 1))
}

function syntaxErrorMessage(error: Error): string {
  const mismatch = /^(\S+) doesn't match (\S+) - /.exec(error.message)
  if (mismatch) return `the block \`${mismatch[1]}\` is closed as \`${mismatch[2]}\``
  if (endsInsideBlock(error)) return 'the template ends inside a block'
  const path = /^Invalid path: (.+) - /.exec(error.message)
  return path ? `\`${path[1]}\` is not a path` : 'this is not Handlebars'
}

function syntaxErrorHint(error: Error): string | undefined {
  if (endsInsideBlock(error)) return 'close each `{{#name}}` with `{{/name}}`'
  return /got 'CLOSE/.test(error.message) ? 'balance the braces' : undefined
}

const endsInsideBlock = (error: Error): boolean => error.message.endsWith("got 'EOF'")
