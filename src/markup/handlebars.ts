import Handlebars from 'handlebars'
import { type Diagnostic, Findings, type SourceFile } from '../diagnostics/index.js'
import { HELPERS } from './helpers/index.js'
import { Html } from './html.js'
import { markMustache } from './origins.js'
import { printValue } from './print.js'
import { readsOf, type TemplateReads } from './recipient-reads.js'
import type { Helper, HelperCall, Rendering } from './rendering.js'
import { checkTemplate, type PartialUse } from './template-check.js'
import { type Located, locate } from './template-place.js'
import { PRINT, rewriteTemplate } from './template-rewrite.js'
import { reportSyntax } from './template-syntax.js'

/** A template ready to run; one with errors among its `findings` has nothing to run. */
export interface Template {
  readonly file: SourceFile
  /** Names the file in marks, and where helpers are called. */
  readonly number: number
  readonly partials: readonly PartialUse[]
  readonly recipient: TemplateReads
  readonly findings: readonly Diagnostic[]
  readonly delegate: Handlebars.TemplateDelegate | undefined
  readonly at: Located
}

const templates = new WeakMap<SourceFile, Template>()
let count = 0

/** Compiles a template, once for each file object; `start` is the line start where its front matter ends. */
export function compileTemplate(file: SourceFile, start = 0): Template {
  const known = templates.get(file)
  if (known) return known
  const template = compile(file, start, count++)
  templates.set(file, template)
  return template
}

/** Runs a compiled template; what its helpers throw becomes findings at the mustache. */
export function runTemplate(
  template: Template,
  partials: ReadonlyMap<string, Template>,
  context: unknown,
  rendering: Rendering,
): string {
  const byNumber = new Map([template, ...partials.values()].map(each => [each.number, each]))
  const helpers = HELPERS.map(helper => [helper.name, adapt(helper, rendering, byNumber)])
  return (
    template.delegate?.(context, {
      helpers: Object.fromEntries([...helpers, [PRINT, adapt(printHelper, rendering, byNumber)]]),
      partials: Object.fromEntries([...partials].map(([name, each]) => [name, each.delegate ?? (() => '')])),
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    }) ?? ''
  )
}

/** An environment of our own: nothing that another user of Handlebars registers is seen here. */
const environment = Handlebars.create()

const KNOWN_HELPERS = Object.fromEntries(
  [...HELPERS.map(helper => helper.name), PRINT].map(name => [name, true]),
)

function compile(file: SourceFile, start: number, number: number): Template {
  const findings = new Findings()
  const at = locate(file, start)
  const program = parse(file.text.slice(start), number, at, findings)
  const partials = program ? checkTemplate(program, at, findings.report) : []
  const recipient = program ? readsOf(program, at) : { reads: [], calls: [] }
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

function parse(text: string, number: number, at: Located, findings: Findings): hbs.AST.Program | undefined {
  try {
    return environment.parse(text, { srcName: String(number) })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    reportSyntax(error, at, findings.report)
    return undefined
  }
}

const printHelper: Pick<Helper, 'run'> = {
  run: (call, value) => {
    const { html, text } = printValue(value, call.rendering)
    return new Html(call.mark + html, text)
  },
}

interface Options extends Handlebars.HelperOptions {
  readonly loc: hbs.AST.SourceLocation
}

function adapt(
  helper: Pick<Helper, 'run'>,
  rendering: Rendering,
  byNumber: ReadonlyMap<number, Template>,
): Handlebars.HelperDelegate {
  return function (this: unknown, ...all: unknown[]) {
    const options = all.at(-1) as Options
    const template = byNumber.get(Number(options.loc.source))
    if (!template) throw new Error('a helper is called from no template')
    const place = template.at.place(options.loc)
    const { fn, inverse } = options
    const call: HelperCall = {
      rendering,
      place,
      mark: markMustache(template.number, place.range.start, place.range.end),
      context: this,
      named: options.hash,
      body: fn && ((context, frame) => fn(context, scope(options, frame))),
      otherwise: inverse && (() => inverse(this)),
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
function scope(options: Options, frame: Readonly<Record<string, unknown>> | undefined): object {
  if (!frame) return { data: options.data }
  const { parameters, ...variables } = frame
  return { data: Object.assign(Handlebars.createFrame(options.data), variables), blockParams: parameters }
}
