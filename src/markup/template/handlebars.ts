import Handlebars from 'handlebars'
import { type Diagnostic, Findings, present, type Report, type SourceFile } from '../../diagnostics/index.js'
import type { Helper, HelperCall } from '../helpers/helper.js'
import { HELPERS } from '../helpers/index.js'
import {
  BudgetExceeded,
  MOST_CHARACTERS,
  MOST_OPERATIONS,
  OPERATIONS_OF_A_PARTIAL,
  TemplateBudget,
} from '../helpers/template-budget.js'
import { SafeHtml } from '../html/safe-html.js'
import { markMustacheOutput } from '../html/source-map.js'
import { asDataFields } from '../prose/data-values.js'
import type { RenderContext } from '../prose/print-text.js'
import { printValue } from '../prose/print-value.js'
import { checkTemplate, type PartialReference } from './check-template.js'
import { refusedNesting } from './nesting.js'
import { findRecipientReads, type RecipientReads } from './recipient-reads.js'
import { CALL_HELPER, PRINT_HELPER, rewriteTemplate } from './rewrite-template.js'
import { reportTemplateSyntax } from './syntax-findings.js'
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
  const budget = new TemplateBudget()
  const adapt = (helper: Pick<Helper, 'run'>) => toHandlebarsHelper(helper, context, byPath, budget)
  const run = present(template.delegate, 'compiled template')
  try {
    return run(data, {
      helpers: Object.fromEntries([
        ...HELPERS.map(helper => [helper.name, adapt(helper)]),
        [PRINT_HELPER, adapt(printHelper)],
        [CALL_HELPER, adapt(callHelper)],
      ]),
      partials: Object.fromEntries(
        [...partials].map(([name, { delegate }]) => [name, present(delegate, `compiled partial ${name}`)]),
      ),
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    })
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error
    reportExceeded(error, context.report)
    return ''
  }
}

/** A separate environment, so that nothing that is registered globally has an effect here. */
const environment = Handlebars.create()

const KNOWN_HELPERS = Object.fromEntries(
  [...HELPERS.map(helper => helper.name), PRINT_HELPER, CALL_HELPER].map(name => [name, true]),
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
  const refused = refusedNesting(MAX_DEPTH, file.text.slice(start))
  if (refused) {
    const range = { start: start + refused.index, end: start + refused.index + 2 }
    findings.report('template-syntax', { file, range }, refused.message)
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

/** Stands before each partial, whose calls are counted as those of helpers are. */
const callHelper: Pick<Helper, 'run'> = {
  run: ({ budget }, copied) => {
    budget.operate(OPERATIONS_OF_A_PARTIAL + Object.keys(asDataFields(copied) ?? {}).length)
    return ''
  },
}

interface RuntimeHelperOptions extends Handlebars.HelperOptions {
  readonly loc: hbs.AST.SourceLocation
}

function toHandlebarsHelper(
  helper: Pick<Helper, 'run'>,
  renderContext: RenderContext,
  templates: ReadonlyMap<string, CompiledTemplate>,
  budget: TemplateBudget,
): Handlebars.HelperDelegate {
  return function (this: unknown, ...all: unknown[]) {
    const options = all.at(-1) as RuntimeHelperOptions
    const column = columnOf(options)
    const own = column?.context ?? renderContext
    const { file, locator } = present(templates.get(options.loc.source), 'template that calls a helper')
    const place = locator.place(options.loc)
    const { fn, inverse } = options
    const args = all.slice(0, -1)
    const call: HelperCall = {
      budget,
      renderContext: { ...own, calledAt: place },
      place,
      originMark: markMustacheOutput(file, place.range.start, place.range.end),
      data: this,
      named: options.hash,
      body: fn && ((data, frame) => budget.block(() => fn(data, runtimeOptions(options, frame)))),
      bodyIn: fn && (lang => budget.block(() => fn(...contextIn(lang, this, options, renderContext)))),
      column: column?.lang,
      inverse: inverse && (() => budget.block(() => inverse(this))),
    }
    try {
      for (const arg of args) budget.operate(Array.isArray(arg) && !fn ? 1 + arg.length : 1)
      budget.operate()
      const made = helper.run(call, ...args)
      if (made instanceof SafeHtml) budget.print(made.html.length)
      return made
    } catch (error) {
      if (error instanceof BudgetExceeded) {
        error.place ??= place
        throw error
      }
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

const LIMITS = { operations: MOST_OPERATIONS, characters: MOST_CHARACTERS }

function reportExceeded({ what, place }: BudgetExceeded, report: Report): void {
  const most = LIMITS[what].toLocaleString('en')
  const message =
    what === 'operations'
      ? `the template takes more than ${most} steps: calls, turns of loops, and items that helpers look at`
      : `the template prints more than ${most} characters`
  report(
    'template-budget',
    present(place, 'call that exceeded'),
    message,
    'look for loops within loops, and partials in them',
  )
}
