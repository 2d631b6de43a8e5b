import type { Place } from '../../diagnostics/index.js'
import type { RenderContext } from '../prose/render-context.js'

/** One use of a helper in a template. */
export interface HelperCall {
  readonly renderContext: RenderContext
  readonly place: Place
  /** Marks what follows as coming from `place`. */
  readonly originMark: string
  /** What `this` is in the template. */
  readonly data: unknown
  /** The `name=value` arguments. */
  readonly named: Readonly<Record<string, unknown>>
  /** The inside of a block; `frame` holds its `@` variables, and `parameters` for `as |…|`. */
  readonly body: ((context: unknown, frame?: Readonly<Record<string, unknown>>) => string) | undefined
  /** The part after `{{else}}`. */
  readonly inverse: (() => string) | undefined
}

/** A helper, with the line and the example by which template authors know it. */
export interface Helper {
  readonly name: string
  readonly summary: string
  /** The least and the greatest number of arguments. */
  readonly arity: readonly [number, number]
  /** The `name=value` arguments that it knows; `any` for one that passes them on. */
  readonly namedArguments?: readonly string[] | 'any'
  readonly example: { readonly template: string; readonly data: object; readonly prints: string }
  run(call: HelperCall, ...args: unknown[]): unknown
}
