import type { DiagnosticCode } from '../../diagnostics/index.js'
import type { TemplateType } from '../../edition/index.js'
import type { Locale } from '../locale/locale.js'

/** An argument of a helper, with what is known of it. */
export interface TypedArgument {
  readonly node: hbs.AST.Node
  readonly type: TemplateType
  /** Of a text, number or truth value that is written out. */
  readonly literal: unknown
  /** Whether it names what there is not; its type is then that of what was probably meant. */
  readonly isFaulty?: boolean
}

export interface TypedCall {
  readonly name: string
  readonly node: hbs.AST.Node
  readonly params: readonly TypedArgument[]
  readonly named: ReadonlyMap<string, TypedArgument>
}

/** Reports a finding at a node of the template that is checked. */
export type NodeReport = (
  node: hbs.AST.Node,
  code: DiagnosticCode,
  message: string,
  ...hints: (string | undefined)[]
) => void

/** What the arguments of a helper are checked against, and where findings go. */
export interface CallContext {
  /** With its fallback; without one, words are not checked. */
  readonly locale: Locale | undefined
  readonly audience: string
  readonly report: NodeReport
}
