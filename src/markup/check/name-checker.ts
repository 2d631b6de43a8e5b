import { closest, didYouMean, type Place, type Report } from '../../diagnostics/index.js'
import { RECIPIENT_TYPE, TEXT_TYPE, type TemplateType, UNKNOWN_TYPE } from '../../edition/index.js'
import type { Locale } from '../locale/locale.js'
import type { ParsedTemplate } from '../template/handlebars.js'
import { callsHelper, expressionName, type HelperExpression } from '../template/template-ast.js'
import { helperRule } from './helper-rules.js'
import { checkHeading } from './label-rules.js'
import { describePathFault } from './path-findings.js'
import { type PathFault, resolvePath, type Scope, stepInto } from './scope.js'
import type { CallContext, NodeReport, TypedArgument, TypedCall } from './typed-call.js'

/** What a template is checked with beside its own text. */
export interface NameContext {
  readonly locale: Locale | undefined
  readonly audience: string
  readonly report: Report
  /** Notes that a field was read, of whatever `this` was there; undefined for all of it. */
  readonly onRead: (from: TemplateType, name: string | undefined) => void
  /** Notes the field that was probably meant by one that there is not. */
  readonly onMeant: (of: TemplateType, name: string) => void
  /** A place that prints something of the recipient, and does not ask whether there is one. */
  readonly onUnguardedRecipient: (path: hbs.AST.PathExpression, template: ParsedTemplate) => void
  /** A field that is read where `this` is the recipient. */
  readonly onRecipientField: (name: string, place: Place) => void
  readonly onSection: (section: SectionCall) => void
  readonly onPartial: (call: PartialCall) => void
}

/** A section that is named by a word. */
export interface SectionCall {
  readonly name: string
  readonly isSubsection: boolean
  readonly place: Place
}

/** The use of a partial, with what it is given. */
export interface PartialCall {
  readonly name: string
  readonly context: TemplateType
  readonly named: ReadonlyMap<string, TypedArgument>
  readonly scope: Scope
  readonly template: ParsedTemplate
}

/** Whether what is read is only asked for, so that its absence does no harm. */
type Use = 'asks' | 'prints'

/** Finds names in one template, or in a partial in one of its uses, that mean nothing there; all branches are gone through. */
export class NameChecker {
  #asked = false

  constructor(
    private readonly template: ParsedTemplate,
    private readonly context: NameContext,
  ) {}

  program({ body, blockParams = [] }: hbs.AST.Program, scope: Scope, given: readonly TemplateType[]): void {
    const parameters = new Map(scope.parameters)
    for (const [index, name] of blockParams.entries()) parameters.set(name, given[index] ?? UNKNOWN_TYPE)
    const inner = blockParams.length > 0 ? { ...scope, parameters } : scope
    for (const node of body) {
      if (node.type === 'MustacheStatement') this.#mustache(node as hbs.AST.MustacheStatement, inner)
      if (node.type === 'BlockStatement') this.#block(node as hbs.AST.BlockStatement, inner)
      if (node.type === 'PartialStatement') this.#partial(node as hbs.AST.PartialStatement, inner)
    }
  }

  #mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
    if (callsHelper(node)) this.#printed(node, this.#call(node, node, scope, 'prints').type)
    else {
      const { type, isFaulty } = this.#argument(node.path, scope, 'prints')
      if (!isFaulty) this.#printed(node, type)
    }
  }

  #printed(node: hbs.AST.Node, type: TemplateType): void {
    const message =
      type.kind === 'list'
        ? 'a list cannot be printed as it is: write `{{#each …}}` or `{{join …}}`'
        : type.kind === 'fields'
          ? 'a group of fields cannot be printed: name one of its fields'
          : undefined
    if (message !== undefined) this.#report(node, 'template-failed', message)
  }

  #block(node: hbs.AST.BlockStatement, scope: Scope): void {
    const { program, inverse } = node
    const outerAsked = this.#asked
    this.#asked = false
    const call = this.#typedCall(node, node.path, scope, 'asks')
    const isGuarded = scope.isGuarded || this.#asked
    this.#asked ||= outerAsked
    const within = { ...scope, isGuarded }
    const [subject] = call.params
    helperRule(call.name)?.(call, this.#callContext)
    if (call.name === 'section' && subject) this.#section(subject, call, within)
    const [body, given] = this.#bodyScope(call, within)
    if (program) this.program(program, body, given)
    if (inverse) this.program(inverse, within, [])
  }

  /** Only `each` and `with` change what `this` is in their body; in other languages nothing around it is known but `@root`. */
  #bodyScope(call: TypedCall, scope: Scope): readonly [Scope, readonly TemplateType[]] {
    const subject = call.params[0]?.type ?? UNKNOWN_TYPE
    if (call.name === 'parallel') return [{ ...scope, outer: undefined, parameters: new Map() }, []]
    if (call.name === 'with') return [{ ...scope, type: subject, outer: scope }, [subject]]
    if (call.name !== 'each') return [scope, []]
    const item = this.#itemType(call)
    return [{ ...scope, type: item, outer: scope, isLoop: true }, [item, TEXT_TYPE]]
  }

  #itemType({ params: [subject] }: TypedCall): TemplateType {
    const type = subject?.type ?? UNKNOWN_TYPE
    if (type.kind === 'list') return type.of
    if (type.kind === 'text' && subject)
      this.#report(subject.node, 'invalid-argument', '`each` takes a list, not a text')
    return UNKNOWN_TYPE
  }

  /** A section is there if the field of its name holds something, in `this` or in the brief, or if `when` does. */
  #section(argument: TypedArgument, call: TypedCall, { type, root }: Scope): void {
    if (typeof argument.literal !== 'string') return
    const name = argument.literal
    this.context.onRead(type, name)
    const isField = stepInto(type, name) !== undefined || root.entries.has(name)
    if (isField || call.named.has('when')) {
      checkHeading(call, this.#callContext)
      const isSubsection = call.named.get('level')?.literal === 3
      this.context.onSection({ name, isSubsection, place: this.#placeOf(argument.node) })
      return
    }
    const own = type.kind === 'fields' ? type.entries.keys() : []
    const meant = misspelt(name, root.entries.keys())
    if (meant !== undefined) this.context.onMeant(root, meant)
    this.#report(
      argument.node,
      'unknown-field',
      `the section \`${name}\` is never printed, as there is no field of that name`,
      didYouMean(name, new Set([...own, ...root.entries.keys()])),
      `say when it is to be printed: \`{{#section "${name}" when=…}}\``,
    )
  }

  #partial({ name, params, hash }: hbs.AST.PartialStatement, scope: Scope): void {
    if (name.type === 'SubExpression') {
      this.#argument(name, scope, 'asks')
      return
    }
    const [first] = params
    const argument = first && this.#argument(first, scope, 'asks')
    const named = this.#named(hash, scope, () => 'asks')
    const context = argument ? argument.type : scope.type
    this.context.onPartial({ name: expressionName(name), context, named, scope, template: this.template })
  }

  #call(node: hbs.AST.Node, expression: HelperExpression, scope: Scope, use: Use): TypedArgument {
    const call = this.#typedCall(expression, node, scope, use)
    const type = helperRule(call.name)?.(call, this.#callContext) ?? UNKNOWN_TYPE
    return { node, type, literal: undefined }
  }

  /** An alternative is asked for where another may stand in for it. */
  #typedCall(
    { path, params, hash }: HelperExpression,
    node: hbs.AST.Node,
    scope: Scope,
    use: Use,
  ): TypedCall {
    const name = expressionName(path)
    const inner: Use = use === 'asks' || ASKING_HELPERS.has(name) ? 'asks' : 'prints'
    if (name === 'lookup') return this.#lookup(params, node, scope, inner)
    const typed = params.map(param => this.#argument(param, scope, inner))
    return { name, node, params: typed, named: this.#named(hash, scope, () => inner) }
  }

  /** `lookup this "name"` reads one field, not all. */
  #lookup([from, key]: readonly hbs.AST.Expression[], node: hbs.AST.Node, scope: Scope, use: Use): TypedCall {
    const typedKey = key && this.#argument(key, scope, use)
    const isThis = from?.type === 'PathExpression' && (from as hbs.AST.PathExpression).parts.length === 0
    const isNamed = typeof typedKey?.literal === 'string'
    const read = isThis && isNamed ? String(typedKey.literal) : undefined
    const typedFrom = from && this.#argument(from, scope, use, read)
    const params = [typedFrom, typedKey].filter(each => each !== undefined)
    return { name: 'lookup', node, params, named: new Map() }
  }

  #named(
    hash: hbs.AST.Hash | undefined,
    scope: Scope,
    useOf: (key: string) => Use,
  ): Map<string, TypedArgument> {
    return new Map(
      (hash?.pairs ?? []).map(pair => {
        const argument = this.#argument(pair.value, scope, useOf(pair.key))
        return [pair.key, { ...argument, node: pair }]
      }),
    )
  }

  #argument(node: hbs.AST.Expression, scope: Scope, use: Use, read?: string): TypedArgument {
    if (node.type === 'SubExpression') return this.#call(node, node as hbs.AST.SubExpression, scope, use)
    if (node.type === 'PathExpression')
      return { node, literal: undefined, ...this.#path(node as hbs.AST.PathExpression, scope, use, read) }
    return { node, type: TEXT_TYPE, literal: 'value' in node ? node.value : undefined }
  }

  #path(
    path: hbs.AST.PathExpression,
    scope: Scope,
    use: Use,
    read?: string,
  ): Pick<TypedArgument, 'type' | 'isFaulty'> {
    const found = resolvePath(path, scope)
    if (found.read) this.context.onRead(found.read.from, found.read.name ?? read)
    for (const { from, name } of found.inner) this.context.onRead(from, name)
    if (found.read?.from === RECIPIENT_TYPE && found.read.name !== undefined)
      this.context.onRecipientField(found.read.name, this.#placeOf(path))
    if (found.readsRecipient && use === 'asks') this.#asked = true
    else if (found.readsRecipient && !scope.isGuarded) this.context.onUnguardedRecipient(path, this.template)
    if (!found.fault) return { type: found.type }
    const [message, ...hints] = describePathFault(found.fault, scope)
    this.#report(path, 'unknown-field', message, ...hints)
    return { type: this.#meantType(found.fault, path), isFaulty: true }
  }

  /** Goes on as if what was probably meant stood there, so that all is found at once. */
  #meantType(fault: PathFault, path: hbs.AST.PathExpression): TemplateType {
    if (fault.kind !== 'field' || path.parts.at(-1) !== fault.name) return UNKNOWN_TYPE
    const meant = misspelt(fault.name, fault.of.entries.keys())
    if (meant === undefined) return UNKNOWN_TYPE
    this.context.onMeant(fault.of, meant)
    return fault.of.entries.get(meant) ?? UNKNOWN_TYPE
  }

  get #callContext(): CallContext {
    const { locale, audience } = this.context
    return { locale, audience, report: this.#report }
  }

  readonly #report: NodeReport = (node, code, message, ...hints) => {
    this.context.report(code, this.#placeOf(node), message, ...hints)
  }

  #placeOf(node: hbs.AST.Node): Place {
    return this.template.locator.place(node.loc)
  }
}

/** The name of which another is a slip of the pen, and not just a part. */
function misspelt(name: string, known: Iterable<string>): string | undefined {
  const meant = closest(name, known)
  return meant !== undefined && Math.abs(meant.length - name.length) <= 2 ? meant : undefined
}

const ASKING_HELPERS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'eq',
  'ne',
  'list',
  'any',
  'has-label',
])
