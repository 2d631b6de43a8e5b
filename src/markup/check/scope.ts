import {
  type FieldsType,
  RECIPIENT_TYPE,
  TEXT_TYPE,
  type TemplateType,
  UNKNOWN_TYPE,
} from '../../edition/index.js'

/** What names mean at a place of a template. */
export interface Scope {
  /** What `@root` is: all that the template can see. */
  readonly root: FieldsType
  /** What `this` is. */
  readonly type: TemplateType
  /** What `../` leads to; a partial sees nothing outside of what it is given. */
  readonly outer: Scope | undefined
  /** Names that blocks give to items (`as |item|`). */
  readonly parameters: ReadonlyMap<string, TemplateType>
  /** Whether it is within a loop, which has `@index` and the like. */
  readonly isLoop: boolean
  /** Whether it is reached only where the template has asked for the recipient. */
  readonly isGuarded: boolean
}

export function outermostScope(type: TemplateType, root: FieldsType): Scope {
  return { root, type, outer: undefined, parameters: new Map(), isLoop: false, isGuarded: false }
}

/** What a path leads to, or the step at which it leads nowhere. */
export interface ResolvedPath {
  readonly type: TemplateType
  /** The type that a first step was looked up in, and its name; undefined for block parameters and variables. */
  readonly read: { readonly from: TemplateType; readonly name: string | undefined } | undefined
  /** The groups of fields that later steps were looked up in, and the names of these steps. */
  readonly inner: readonly { readonly from: FieldsType; readonly name: string }[]
  readonly readsRecipient: boolean
  readonly fault: PathFault | undefined
}

export type PathFault =
  | { readonly kind: 'field'; readonly of: FieldsType; readonly name: string }
  | { readonly kind: 'item'; readonly list: string; readonly name: string }
  | { readonly kind: 'text'; readonly text: string; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'outside' }

/** Names of loops that begin with `@`. */
export const LOOP_VARIABLES: readonly string[] = ['index', 'key', 'first', 'last']

/** Follows a path as Handlebars does: block parameters first, then the fields of what `this` is. */
export function resolvePath(path: hbs.AST.PathExpression, scope: Scope): ResolvedPath {
  const [first, ...rest] = path.parts
  if (path.data) return resolveVariable(path, scope)
  const isPlain = path.depth === 0 && !/^(?:this|\.)(?:[./]|$)/.test(path.original)
  const parameter = isPlain && first !== undefined ? scope.parameters.get(first) : undefined
  if (parameter) return { ...followSteps(parameter, rest, first ?? ''), read: undefined }
  let at: Scope | undefined = scope
  for (let depth = 0; depth < path.depth; depth += 1) at = at?.outer
  if (!at) {
    const fault = { kind: 'outside' } as const
    return { type: UNKNOWN_TYPE, read: undefined, inner: [], readsRecipient: false, fault }
  }
  return { ...followSteps(at.type, path.parts, 'this'), read: { from: at.type, name: first } }
}

function resolveVariable({ parts, depth }: hbs.AST.PathExpression, scope: Scope): ResolvedPath {
  const [name = '', ...rest] = parts
  const { root } = scope
  if (name === 'root' && depth === 0)
    return { ...followSteps(root, rest, '@root'), read: { from: root, name: rest[0] } }
  const isKnown = scope.isLoop && LOOP_VARIABLES.includes(name)
  const fault = isKnown ? undefined : ({ kind: 'variable', name } as const)
  return {
    type: isKnown ? TEXT_TYPE : UNKNOWN_TYPE,
    read: undefined,
    inner: [],
    readsRecipient: false,
    fault,
  }
}

/** `name` is what the first type is called, for the message. */
function followSteps(
  start: TemplateType,
  steps: readonly string[],
  name: string,
): Omit<ResolvedPath, 'read'> {
  let [type, called, readsRecipient] = [start, name, start === RECIPIENT_TYPE]
  const inner: { from: FieldsType; name: string }[] = []
  for (const [index, step] of steps.entries()) {
    const next = stepInto(type, step)
    if (next === undefined)
      return { type: UNKNOWN_TYPE, inner, readsRecipient, fault: faultOf(type, called, step) }
    if (index > 0 && type.kind === 'fields') inner.push({ from: type, name: step })
    ;[type, called] = [next, step]
    readsRecipient ||= type === RECIPIENT_TYPE
  }
  return { type, inner, readsRecipient, fault: undefined }
}

/** The type of a field or item; undefined if there is none. */
export function stepInto(type: TemplateType, step: string): TemplateType | undefined {
  if (type.kind === 'unknown') return type
  if (type.kind === 'fields') return type.entries.get(step) ?? (type.open ? UNKNOWN_TYPE : undefined)
  if (type.kind === 'list' && /^\d+$/.test(step)) return type.of
  return type.kind === 'list' && step === 'length' ? TEXT_TYPE : undefined
}

function faultOf(type: TemplateType, called: string, name: string): PathFault {
  if (type.kind === 'fields') return { kind: 'field', of: type, name }
  return type.kind === 'list' ? { kind: 'item', list: called, name } : { kind: 'text', text: called, name }
}
