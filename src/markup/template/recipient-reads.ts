import type { Place } from '../../diagnostics/index.js'
import { callsHelper, expressionName, type HelperExpression } from './template-ast.js'
import type { TemplateLocator } from './template-locator.js'

/**
 * What `this` is at a place of a template: the data of the edition (`root`), what the template itself is given, which may
 * be that data (`given`), or something else.
 */
export type ContextKind = 'root' | 'given' | 'other'

/**
 * `asked`: whether it has a value. `tested`: as part of a condition, so that its absence does no harm. `passed`: to a
 * helper or partial that may do anything with it.
 */
type ReadKind = 'printed' | 'asked' | 'tested' | 'passed'

/** A place where a template reads the recipient of a mail merge. */
export interface RecipientRead {
  /** Undefined if the recipient is used as a whole. */
  readonly field: string | undefined
  readonly kind: ReadKind
  readonly place: Place
  /** With `given`, it is the recipient only if the template is given all of the edition's data. */
  readonly context: 'root' | 'given'
}

/** What a template itself reads of the recipient, and the partials that may read more of it. */
export interface RecipientReads {
  readonly reads: readonly RecipientRead[]
  readonly calls: readonly { readonly name: string; readonly context: ContextKind }[]
}

/**
 * Finds what a template reads of the recipient, without running it. When in doubt, it finds too much: where the
 * whole of the data is passed to something that cannot be followed, so is the recipient.
 */
export function findRecipientReads(program: hbs.AST.Program, locator: TemplateLocator): RecipientReads {
  const finder = new RecipientReadFinder(locator)
  finder.program(program, { context: 'given', names: [] })
  return finder
}

/** Helpers that ask whether their arguments have a value. */
export const CONDITION_HELPERS: ReadonlySet<string> = new Set(['if', 'unless', 'not', 'eq', 'ne', 'gt'])
/** Helpers that ask which of their arguments have a value, and return those. */
export const CHOICE_HELPERS: ReadonlySet<string> = new Set(['and', 'or', 'list'])

interface Scope {
  readonly context: ContextKind
  /** Names that blocks give to items (`as |item|`). */
  readonly names: readonly string[]
}

/** What an expression refers to, where that matters. */
type ExpressionValue =
  | { readonly kind: 'data' | 'recipient'; readonly context: 'root' | 'given' }
  | { readonly kind: 'field'; readonly field: string; readonly context: 'root' | 'given' }
  | undefined

class RecipientReadFinder implements RecipientReads {
  readonly reads: RecipientRead[] = []
  readonly calls: { name: string; context: ContextKind }[] = []

  constructor(private readonly locator: TemplateLocator) {}

  program({ body, blockParams = [] }: hbs.AST.Program, scope: Scope): void {
    const inner = { ...scope, names: [...scope.names, ...blockParams] }
    for (const node of body) {
      if (node.type === 'MustacheStatement') this.#mustache(node as hbs.AST.MustacheStatement, inner)
      if (node.type === 'BlockStatement') this.#block(node as hbs.AST.BlockStatement, inner)
      if (node.type === 'PartialStatement') this.#partial(node as hbs.AST.PartialStatement, inner)
    }
  }

  #mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
    if (callsHelper(node)) this.#record(this.#call(node, scope, 'printed'), 'printed', node)
    else this.#recordExpression(node.path, scope, 'printed')
  }

  /** Only `each` and `with` change what `this` is in their body. */
  #block({ program, inverse, ...call }: hbs.AST.BlockStatement, scope: Scope): void {
    const name = expressionName(call.path)
    const [subject] = call.params
    const isLoop = name === 'each' || name === 'with'
    const value = isLoop && subject ? this.#value(subject, scope, 'passed') : undefined
    const isFollowed = name === 'with' && value?.kind === 'data' && !program?.blockParams?.length
    if (!isLoop) this.#record(this.#call(call, scope, 'printed'), 'printed', call.path)
    else if (subject && !isFollowed) this.#record(value, 'tested', subject)
    const context = isFollowed ? value.context : 'other'
    if (program) this.program(program, isLoop ? { ...scope, context } : scope)
    if (inverse) this.program(inverse, scope)
  }

  #partial({ name, params, hash }: hbs.AST.PartialStatement, scope: Scope): void {
    const [argument] = params
    const value = argument && this.#value(argument, scope, 'passed')
    if (argument && value?.kind !== 'data') this.#record(value, 'passed', argument)
    this.#recordNamedArguments(hash, scope, () => 'passed')
    const given = value?.kind === 'data' ? value.context : 'other'
    this.calls.push({ name: expressionName(name), context: argument ? given : scope.context })
  }

  #call({ path, params, hash }: HelperExpression, scope: Scope, use: ReadKind): ExpressionValue {
    const name = expressionName(path)
    const inner = CONDITION_HELPERS.has(name)
      ? 'asked'
      : CHOICE_HELPERS.has(name)
        ? use
        : kindWithinCondition(use)
    if (name === 'lookup') return this.#lookup(params, scope, inner)
    for (const param of params) {
      const value = this.#value(param, scope, inner)
      const isChoice = CHOICE_HELPERS.has(name) && value?.kind === 'field'
      this.#record(value, isChoice ? 'tested' : inner, param)
    }
    this.#recordNamedArguments(hash, scope, key =>
      name === 'section' && key === 'when' ? 'asked' : kindWithinCondition(use),
    )
    return undefined
  }

  #lookup([from, key]: readonly hbs.AST.Expression[], scope: Scope, use: ReadKind): ExpressionValue {
    const value = from && this.#value(from, scope, use)
    const word = key?.type === 'StringLiteral' ? (key as hbs.AST.StringLiteral).value : undefined
    if (key) this.#recordExpression(key, scope, use)
    if (word !== undefined && value?.kind !== 'field') return valueAtSteps(value, [word])
    if (from) this.#record(value, use, from)
    return undefined
  }

  #recordNamedArguments(
    hash: hbs.AST.Hash | undefined,
    scope: Scope,
    useOf: (key: string) => ReadKind,
  ): void {
    for (const { key, value } of hash?.pairs ?? []) this.#recordExpression(value, scope, useOf(key))
  }

  #recordExpression(node: hbs.AST.Expression, scope: Scope, use: ReadKind): void {
    this.#record(this.#value(node, scope, use), use, node)
  }

  /** Records what is read within an expression, and returns what the expression itself refers to. */
  #value(node: hbs.AST.Expression, scope: Scope, use: ReadKind): ExpressionValue {
    if (node.type === 'SubExpression') return this.#call(node as hbs.AST.SubExpression, scope, use)
    return node.type === 'PathExpression' ? valueOfPath(node as hbs.AST.PathExpression, scope) : undefined
  }

  /** Asking whether there is a recipient reads nothing of it. */
  #record(value: ExpressionValue, use: ReadKind, node: hbs.AST.Node): void {
    if (!value || (value.kind !== 'field' && use === 'asked')) return
    const field = value.kind === 'field' ? value.field : undefined
    this.reads.push({ field, kind: use, place: this.locator.place(node.loc), context: value.context })
  }
}

/** A helper's arguments are read even where only its result is asked for. */
const kindWithinCondition = (use: ReadKind): ReadKind => (use === 'asked' ? 'tested' : use)

/** Outer contexts (`../`) are assumed to be the whole of the data. */
function valueOfPath(
  { data, depth, parts }: hbs.AST.PathExpression,
  { context, names }: Scope,
): ExpressionValue {
  if (data)
    return parts[0] === 'root' ? valueAtSteps({ kind: 'data', context: 'root' }, parts.slice(1)) : undefined
  if (depth > 0) return valueAtSteps({ kind: 'data', context: 'root' }, parts)
  if (context === 'other' || (parts[0] !== undefined && names.includes(parts[0]))) return undefined
  return valueAtSteps({ kind: 'data', context }, parts)
}

function valueAtSteps(value: ExpressionValue, steps: readonly string[]): ExpressionValue {
  const [first, ...rest] = steps
  if (!value || first === undefined || value.kind === 'field') return value
  if (value.kind === 'recipient') return { kind: 'field', field: first, context: value.context }
  return first === 'recipient' ? valueAtSteps({ kind: 'recipient', context: value.context }, rest) : undefined
}
