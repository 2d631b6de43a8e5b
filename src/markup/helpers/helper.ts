import type { Place } from '../../diagnostics/index.js'
import type { RenderContext } from '../prose/print-text.js'
import type { TemplateBudget } from './template-budget.js'

/** A call of a helper in a template. */
export interface HelperCall {
  readonly renderContext: RenderContext
  /** What a helper does beyond what its arguments hold, it counts here. */
  readonly budget: TemplateBudget
  readonly place: Place
  /** Marks what follows as coming from `place`. */
  readonly originMark: string
  /** What `this` is in the template. */
  readonly data: unknown
  /** The `name=value` arguments. */
  readonly named: Readonly<Record<string, unknown>>
  /** The body of a block; `frame` has its `@` variables, and `parameters` for `as |…|`. */
  readonly body: ((context: unknown, frame?: Readonly<Record<string, unknown>>) => string) | undefined
  /** The body of a block in one of the languages of its template, with what `this` is in that. */
  readonly bodyIn: ((lang: string) => string) | undefined
  /** The language of the column that it is called in, as the template has it. */
  readonly column: string | undefined
  /** The part of a block after `{{else}}`. */
  readonly inverse: (() => string) | undefined
}

/** A helper, with the summary and the example that document it for template authors. */
export interface Helper {
  readonly name: string
  readonly summary: string
  /** The minimum and maximum number of positional arguments. */
  readonly arity: readonly [number, number]
  /** The names of its `name=value` arguments; `any` if all are allowed. */
  readonly namedArguments?: readonly string[] | 'any'
  /** Of a helper that is written as a block: how many names it can give with `as |…|`. */
  readonly block?: { readonly parameters: number }
  readonly example: {
    readonly template: string
    readonly data: object
    /** Those that stand beside each other. */
    readonly languages?: readonly string[]
    readonly prints: string
  }
  run(call: HelperCall, ...args: unknown[]): unknown
}
