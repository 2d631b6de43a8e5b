import Handlebars from 'handlebars'
import { type Diagnostic, Findings, type SourceFile } from '../../diagnostics/index.js'
import type { Helper, HelperCall } from '../helpers/helper.js'
import { HELPERS } from '../helpers/index.js'
import { SafeHtml } from '../html/safe-html.js'
import { markMustacheOutput } from '../html/source-map.js'
import { printValue } from '../prose/print-value.js'
import type { RenderContext } from '../prose/render-context.js'
import { checkTemplate, type PartialReference } from './check-template.js'
import { findRecipientReads, type RecipientReads } from './recipient-reads.js'
import { reportTemplateSyntax } from './report-template-syntax.js'
import { PRINT_HELPER, rewriteTemplate } from './rewrite-template.js'
import { createTemplateLocator, type TemplateLocator } from './template-locator.js'

/** A template ready to run; one with errors among its `findings` has nothing to run. */
export interface CompiledTemplate {
  readonly file: SourceFile
  /** Names the file in marks, and where helpers are called. */
  readonly number: number
  readonly partials: readonly PartialReference[]
  readonly recipient: RecipientReads
  readonly findings: readonly Diagnostic[]
  readonly delegate: Handlebars.TemplateDelegate | undefined
  readonly at: TemplateLocator
}

const compiledTemplates = new WeakMap<SourceFile, CompiledTemplate>()
let count = 0

/** Compiles a template, once for each file object; `start` is the line start where its front matter ends. */
export function compileTemplate(file: SourceFile, start = 0): CompiledTemplate {
  const known = compiledTemplates.get(file)
  if (known) return known
  const template = compileAnew(file, start, count++)
  compiledTemplates.set(file, template)
  return template
}

/** Runs a compiled template; what its helpers throw becomes findings at the mustache. */
export function runTemplate(
  template: CompiledTemplate,
  partials: ReadonlyMap<string, CompiledTemplate>,
  context: unknown,
  rendering: RenderContext,
): string {
  const byNumber = new Map([template, ...partials.values()].map(each => [each.number, each]))
  const helpers = HELPERS.map(helper => [helper.name, toHandlebarsHelper(helper, rendering, byNumber)])
  return (
    template.delegate?.(context, {
      helpers: Object.fromEntries([
        ...helpers,
        [PRINT_HELPER, toHandlebarsHelper(printHelper, rendering, byNumber)],
      ]),
      partials: Object.fromEntries([...partials].map(([name, each]) => [name, each.delegate ?? (() => '')])),
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    }) ?? ''
  )
}

/** An environment of our own: nothing that another user of Handlebars registers is seen here. */
const environment = Handlebars.create()

const KNOWN_HELPERS = Object.fromEntries(
  [...HELPERS.map(helper => helper.name), PRINT_HELPER].map(name => [name, true]),
)

function compileAnew(file: SourceFile, start: number, number: number): CompiledTemplate {
  const findings = new Findings()
  const at = createTemplateLocator(file, start)
  const program = parseTemplate(file.text.slice(start), number, at, findings)
  const partials = program ? checkTemplate(program, at, findings.report) : []
  const recipient = program ? findRecipientReads(program, at) : { reads: [], calls: [] }
  const common = { file, number, partials, recipient, findings: findings.all, at }
  if (!program || findings.failed) return { ...common, delegate: undefined }
  rewriteTemplate(program, number, file, at)
  const delegate = environment.compile(program, {
    knownHelpers: KNOWN_HELPERS as KnownHelpers,
    knownHelpersOnly: true,
    preventIndent: true,
  })
  return { ...common, delegate }
}

function parseTemplate(
  text: string,
  number: number,
  at: TemplateLocator,
  findings: Findings,
): hbs.AST.Program | undefined {
  try {
    return environment.parse(text, { srcName: String(number) })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    reportTemplateSyntax(error, at, findings.report)
    return undefined
  }
}

const printHelper: Pick<Helper, 'run'> = {
  run: (call, value) => {
    const { html, text } = printValue(value, call.renderContext)
    return new SafeHtml(call.originMark + html, text)
  },
}

interface RuntimeHelperOptions extends Handlebars.HelperOptions {
  readonly loc: hbs.AST.SourceLocation
}

function toHandlebarsHelper(
  helper: Pick<Helper, 'run'>,
  rendering: RenderContext,
  byNumber: ReadonlyMap<number, CompiledTemplate>,
): Handlebars.HelperDelegate {
  return function (this: unknown, ...all: unknown[]) {
    const options = all.at(-1) as RuntimeHelperOptions
    const template = byNumber.get(Number(options.loc.source))
    if (!template) throw new Error('a helper is called from no template')
    const place = template.at.place(options.loc)
    const { fn, inverse } = options
    const call: HelperCall = {
      renderContext: rendering,
      place,
      originMark: markMustacheOutput(template.number, place.range.start, place.range.end),
      data: this,
      named: options.hash,
      body: fn && ((context, frame) => fn(context, runtimeOptions(options, frame))),
      inverse: inverse && (() => inverse(this)),
    }
    try {
      return helper.run(call, ...all.slice(0, -1))
    } catch (error) {
      rendering.report('template-failed', place, error instanceof Error ? error.message : String(error))
      return ''
    }
  }
}

/** Gives a block its `@index` and the like, and its block parameters (`as |item index|`). */
function runtimeOptions(
  options: RuntimeHelperOptions,
  frame: Readonly<Record<string, unknown>> | undefined,
): object {
  if (!frame) return { data: options.data }
  const { parameters, ...variables } = frame
  return { data: Object.assign(Handlebars.createFrame(options.data), variables), blockParams: parameters }
}
