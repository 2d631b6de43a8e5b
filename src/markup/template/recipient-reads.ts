/// <reference types="handlebars" preserve="true" />
import type { Place } from '../../diagnostics/index.js'
import type { TemplateLocator } from './template-locator.js'

/** What stands at a place of a template: the data of its edition, where `own` is that only if the template is given it. */
type ContextKind = 'root' | 'own' | 'other'

/**
 * `asked`: whether it is there. `tested`: within what is asked, so that a lack does no harm. `passed`: on to what may do
 * anything with it.
 */
type ReadKind = 'printed' | 'asked' | 'tested' | 'passed'

/** A use of the recipient of a mail merge. */
export interface RecipientRead {
  /** Undefined where the recipient is taken as a whole. */
  readonly field: string | undefined
  readonly kind: ReadKind
  readonly place: Place
  /** `own`: it is the recipient only if the template is given all of the edition's data. */
  readonly context: 'root' | 'own'
}

/** What a template, by itself, reads of the recipient, and where it leaves more to partials. */
export interface RecipientReads {
  readonly reads: readonly RecipientRead[]
  readonly calls: readonly { readonly name: string; readonly stand: ContextKind }[]
}

/**
 * Finds what a template reads of the recipient, without running it. Rather too much than too little: where the whole
 * of the data goes somewhere that cannot be followed, so does the recipient.
 */
export function findRecipientReads(program: hbs.AST.Program, at: TemplateLocator): RecipientReads {
  const walk = new RecipientReadFinder(at)
  walk.program(program, { stand: 'own', names: [] })
  return walk
}

/** Helpers that ask what their arguments hold, or print only those that hold something. */
export const CONDITION_HELPERS: ReadonlySet<string> = new Set(['if', 'unless', 'not', 'eq', 'ne', 'gt'])
/** Helpers that ask, and hand on what holds. */
export const CHOICE_HELPERS: ReadonlySet<string> = new Set(['and', 'or', 'list'])

interface Scope {
  readonly stand: ContextKind
  /** Names that blocks give to items (`as |item|`). */
  readonly names: readonly string[]
}

/** What an expression may stand for, where that matters. */
type ExpressionValue =
  | { readonly kind: 'data' | 'recipient'; readonly stand: 'root' | 'own' }
  | { readonly kind: 'field'; readonly field: string; readonly stand: 'root' | 'own' }
  | undefined

interface HelperExpression {
  readonly path: hbs.AST.Node
  readonly params: readonly hbs.AST.Expression[]
  readonly hash?: hbs.AST.Hash
}

class RecipientReadFinder implements RecipientReads {
  readonly reads: RecipientRead[] = []
  readonly calls: { name: string; stand: ContextKind }[] = []

  constructor(private readonly at: TemplateLocator) {}

  program({ body, blockParams = [] }: hbs.AST.Program, scope: Scope): void {
    const inner = { ...scope, names: [...scope.names, ...blockParams] }
    for (const node of body) {
      if (node.type === 'MustacheStatement') this.#mustache(node as hbs.AST.MustacheStatement, inner)
      if (node.type === 'BlockStatement') this.#block(node as hbs.AST.BlockStatement, inner)
      if (node.type === 'PartialStatement') this.#partial(node as hbs.AST.PartialStatement, inner)
    }
  }

  #mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const isCall = node.params.length > 0 || node.hash !== undefined
    if (isCall) this.#note(this.#call(node, scope, 'printed'), 'printed', node)
    else this.#take(node.path, scope, 'printed')
  }

  /** Only `each` and `with` give their inside another stand. */
  #block({ program, inverse, ...call }: hbs.AST.BlockStatement, scope: Scope): void {
    const name = expressionName(call.path)
    const [subject] = call.params
    const isLoop = name === 'each' || name === 'with'
    const value = isLoop && subject ? this.#value(subject, scope, 'passed') : undefined
    const isFollowed = name === 'with' && value?.kind === 'data' && !program?.blockParams?.length
    if (!isLoop) this.#note(this.#call(call, scope, 'printed'), 'printed', call.path)
    else if (subject && !isFollowed) this.#note(value, 'tested', subject)
    const stand = isFollowed ? value.stand : 'other'
    if (program) this.program(program, isLoop ? { ...scope, stand } : scope)
    if (inverse) this.program(inverse, scope)
  }

  #partial({ name, params, hash }: hbs.AST.PartialStatement, scope: Scope): void {
    const [context] = params
    const value = context ? this.#value(context, scope, 'passed') : undefined
    if (context && value?.kind !== 'data') this.#note(value, 'passed', context)
    this.#named(hash, scope, () => 'passed')
    const given = value?.kind === 'data' ? value.stand : 'other'
    this.calls.push({ name: expressionName(name), stand: context ? given : scope.stand })
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
      this.#note(value, isChoice ? 'tested' : inner, param)
    }
    this.#named(hash, scope, key =>
      name === 'section' && key === 'when' ? 'asked' : kindWithinCondition(use),
    )
    return undefined
  }

  #lookup([from, key]: readonly hbs.AST.Expression[], scope: Scope, use: ReadKind): ExpressionValue {
    const value = from && this.#value(from, scope, use)
    const word = key?.type === 'StringLiteral' ? (key as hbs.AST.StringLiteral).value : undefined
    if (key) this.#take(key, scope, use)
    if (word !== undefined && value?.kind !== 'field') return valueAtSteps(value, [word])
    if (from) this.#note(value, use, from)
    return undefined
  }

  #named(hash: hbs.AST.Hash | undefined, scope: Scope, useOf: (key: string) => ReadKind): void {
    for (const { key, value } of hash?.pairs ?? []) this.#take(value, scope, useOf(key))
  }

  #take(node: hbs.AST.Expression, scope: Scope, use: ReadKind): void {
    this.#note(this.#value(node, scope, use), use, node)
  }

  /** Notes what is read within an expression, and says what the expression itself stands for. */
  #value(node: hbs.AST.Expression, scope: Scope, use: ReadKind): ExpressionValue {
    if (node.type === 'SubExpression') return this.#call(node as hbs.AST.SubExpression, scope, use)
    return node.type === 'PathExpression' ? valueOfPath(node as hbs.AST.PathExpression, scope) : undefined
  }

  /** To ask whether there is a recipient reads nothing of it. */
  #note(value: ExpressionValue, use: ReadKind, node: hbs.AST.Node): void {
    if (!value || (value.kind !== 'field' && use === 'asked')) return
    const field = value.kind === 'field' ? value.field : undefined
    this.reads.push({ field, kind: use, place: this.at.place(node.loc), context: value.stand })
  }
}

/** What a helper looks at to answer is read, even where only its answer is asked for. */
const kindWithinCondition = (use: ReadKind): ReadKind => (use === 'asked' ? 'tested' : use)

/** Outer contexts (`../`) are taken for the whole of the data. */
function valueOfPath(
  { data, depth, parts }: hbs.AST.PathExpression,
  { stand, names }: Scope,
): ExpressionValue {
  if (data)
    return parts[0] === 'root' ? valueAtSteps({ kind: 'data', stand: 'root' }, parts.slice(1)) : undefined
  if (depth > 0) return valueAtSteps({ kind: 'data', stand: 'root' }, parts)
  if (stand === 'other' || names.includes(parts[0] ?? '')) return undefined
  return valueAtSteps({ kind: 'data', stand }, parts)
}

function valueAtSteps(value: ExpressionValue, steps: readonly string[]): ExpressionValue {
  const [first, ...rest] = steps
  if (!value || first === undefined || value.kind === 'field') return value
  if (value.kind === 'recipient') return { kind: 'field', field: first, stand: value.stand }
  return first === 'recipient' ? valueAtSteps({ kind: 'recipient', stand: value.stand }, rest) : undefined
}

function expressionName(node: hbs.AST.Node): string {
  return 'original' in node ? String(node.original) : ''
}
