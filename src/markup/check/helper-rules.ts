import { didYouMean } from '../../diagnostics/index.js'
import {
  type FieldsType,
  fieldsType,
  listType,
  TEXT_TYPE,
  type TemplateType,
  UNKNOWN_TYPE,
} from '../../edition/index.js'
import { VOCABULARY } from '../html/vocabulary.js'
import { DATE_STYLES } from '../locale/dates.js'
import { checkHeading, checkLabel, checkScale } from './label-rules.js'
import { stepInto } from './scope.js'
import type { CallContext, TypedArgument, TypedCall } from './typed-call.js'

/** Checks the arguments of a helper, and tells what it returns. */
type HelperRule = (call: TypedCall, context: CallContext) => TemplateType

/** Of each helper, by its name; a helper without a rule takes anything and returns nobody knows what. */
export const HELPER_RULES: Readonly<Record<string, HelperRule>> = {
  if: () => TEXT_TYPE,
  unless: () => TEXT_TYPE,
  each: () => TEXT_TYPE,
  with: () => TEXT_TYPE,
  section: sectionResult,
  parallel: () => TEXT_TYPE,
  heading: (call, context) => {
    checkHeading(call, context)
    return TEXT_TYPE
  },
  label: (call, context) => {
    checkLabel(call, context)
    return TEXT_TYPE
  },
  scale: (call, context) => {
    checkScale(call, context)
    return textOf(call, context)
  },
  lookup: lookupResult,
  paragraphs: (call, context) => {
    checkClass(call, 'p', context)
    return textOf(call, context)
  },
  plain: textOf,
  quoted: textOf,
  sentence: textOf,
  term: textOf,
  capital: textOf,
  number: textOf,
  date: (call, context) => {
    checkChoice(call.named.get('style'), DATE_STYLES, 'the style of a date', context)
    return textOf(call, context)
  },
  reference: (call, context) => groupTo(call, 'source', context),
  'source-line': (call, context) => groupTo(call, 'title', context),
  portion: () => TEXT_TYPE,
  'source-names': () => TEXT_TYPE,
  list: ({ params }) => listType(commonType(params)),
  join: (call, context) => {
    const item = itemsOf(call, context)
    if (item.kind === 'list' || item.kind === 'fields')
      context.report(
        call.node,
        'template-failed',
        'the items of the list are no texts',
        'join one field of each: `{{join (pluck … "name")}}`',
      )
    return TEXT_TYPE
  },
  pluck: (call, context) => listType(itemField(call, context)),
  where: selection,
  without: selection,
  sorted: selection,
  any: (call, context) => {
    if (call.params.length > 1) selection(call, context)
    else itemsOf(call, context)
    return TEXT_TYPE
  },
  highest: (call, context) => {
    itemField(call, context)
    return call.params[0]?.type ?? UNKNOWN_TYPE
  },
  alike: (call, context) => {
    itemField(call, context)
    return TEXT_TYPE
  },
  first: (call, context) => {
    itemsOf(call, context)
    return call.params[0]?.type ?? UNKNOWN_TYPE
  },
  count: (call, context) => {
    itemsOf(call, context)
    return TEXT_TYPE
  },
  group: (call, context) =>
    listType(
      fieldsType('a group', { key: itemField(call, context), items: call.params[0]?.type ?? UNKNOWN_TYPE }),
    ),
  eq: comparison,
  ne: comparison,
  gt: () => TEXT_TYPE,
  and: ({ params }) => commonType(params),
  or: ({ params }) => commonType(params),
  not: () => TEXT_TYPE,
  'has-label': () => TEXT_TYPE,
}

/** The rule of a helper, whose name may be any word. */
export function helperRule(name: string): HelperRule | undefined {
  return Object.hasOwn(HELPER_RULES, name) ? HELPER_RULES[name] : undefined
}

/** What all arguments are, if that is the same. */
function commonType(params: readonly TypedArgument[]): TemplateType {
  const [first = UNKNOWN_TYPE, ...rest] = params.map(({ type }) => type)
  if (rest.every(type => type === first)) return first
  return [first, ...rest].every(({ kind }) => kind === 'text') ? TEXT_TYPE : UNKNOWN_TYPE
}

function sectionResult(call: TypedCall, context: CallContext): TemplateType {
  const level = call.named.get('level')?.literal
  if (level !== undefined && level !== 2 && level !== 3)
    context.report(call.node, 'invalid-argument', 'the `level` of a section is 2 or 3')
  checkClass(call, 'section', context)
  return TEXT_TYPE
}

function checkClass(call: TypedCall, element: 'p' | 'section', { report }: CallContext): void {
  const style = call.named.get('class')
  const known: readonly string[] = VOCABULARY[element].classes
  if (typeof style?.literal !== 'string' || known.includes(style.literal)) return
  report(
    style.node,
    'unknown-class',
    `\`${element}\` has no class \`${style.literal}\``,
    didYouMean(style.literal, known),
  )
}

function checkChoice(
  argument: TypedArgument | undefined,
  choices: readonly string[],
  what: string,
  { report }: CallContext,
): void {
  if (!argument || typeof argument.literal !== 'string' || choices.includes(argument.literal)) return
  const message = `\`${argument.literal}\` is never ${what}`
  report(argument.node, 'invalid-argument', message, didYouMean(argument.literal, choices))
}

/** For helpers that print a text of some kind: of a list or a group they would print nothing, or fail. */
function textOf({ name, params: [argument] }: TypedCall, { report }: CallContext): TemplateType {
  if (argument?.type.kind === 'list')
    report(argument.node, 'invalid-argument', `\`${name}\` takes a text, not a list`, EACH_HINT)
  if (argument?.type.kind === 'fields')
    report(
      argument.node,
      'invalid-argument',
      `\`${name}\` takes a text, not a group of fields`,
      'name one of its fields',
    )
  return TEXT_TYPE
}

const EACH_HINT = 'go through it with `{{#each …}}`'

/** For helpers that take an item as a whole, which must have a field that they need. */
function groupTo(
  { name, params: [argument] }: TypedCall,
  field: string,
  { report }: CallContext,
): TemplateType {
  const type = argument?.type
  const isFit = type === undefined || type.kind === 'unknown' || stepInto(type, field) !== undefined
  if (argument && !isFit) {
    const message = `\`${name}\` takes an item with \`${field}\``
    report(argument.node, 'invalid-argument', message, 'give it a whole item, such as `this` in a loop')
  }
  return TEXT_TYPE
}

/** The type of the items of a list that a helper is given. */
function itemsOf({ name, params: [list] }: TypedCall, { report }: CallContext): TemplateType {
  const type = list?.type ?? UNKNOWN_TYPE
  if (type.kind === 'list') return type.of
  if (list && type.kind !== 'unknown')
    report(
      list.node,
      'invalid-argument',
      `\`${name}\` takes a list, not a ${type.kind === 'text' ? 'text' : 'group of fields'}`,
    )
  return UNKNOWN_TYPE
}

/** The type of the field that the second argument names in each item of the first. */
function itemField(call: TypedCall, context: CallContext): TemplateType {
  const item = itemsOf(call, context)
  const key = call.params[1]
  return key ? fieldNamed(item, key, context) : UNKNOWN_TYPE
}

function fieldNamed(type: TemplateType, key: TypedArgument, context: CallContext): TemplateType {
  if (typeof key.literal !== 'string' && typeof key.literal !== 'number') return UNKNOWN_TYPE
  const name = String(key.literal)
  const found = stepInto(type, name)
  if (found) return found
  if (type.kind === 'fields') reportUnknownField(key.node, type, name, context)
  else context.report(key.node, 'unknown-field', `a ${type.kind} has no field \`${name}\``)
  return UNKNOWN_TYPE
}

function reportUnknownField(
  node: hbs.AST.Node,
  { label, entries }: FieldsType,
  name: string,
  { report }: CallContext,
): void {
  report(node, 'unknown-field', `${label} has no field \`${name}\``, didYouMean(name, entries.keys()))
}

function selection(call: TypedCall, context: CallContext): TemplateType {
  const own = itemField(call, context)
  const field = own.kind === 'list' ? own.of : own
  const value = call.params[2]
  if (value && field.kind === 'text' && field.choices)
    checkChoice(value, field.choices, `what \`${String(call.params[1]?.literal)}\` holds`, context)
  return call.params[0]?.type ?? UNKNOWN_TYPE
}

function comparison({ params: [one, other] }: TypedCall, context: CallContext): TemplateType {
  for (const [field, value] of [
    [one, other],
    [other, one],
  ])
    if (field && field.type.kind === 'text' && field.type.choices && field.literal === undefined)
      checkChoice(value, field.type.choices, `what \`${nameOf(field.node)}\` holds`, context)
  return TEXT_TYPE
}

const nameOf = (node: hbs.AST.Node) => ('original' in node ? String(node.original) : 'it')

function lookupResult({ params: [from, key] }: TypedCall, context: CallContext): TemplateType {
  const type = from?.type ?? UNKNOWN_TYPE
  if (!key || type.kind === 'unknown') return UNKNOWN_TYPE
  if (key.literal !== undefined) return fieldNamed(type, key, context)
  return type.kind === 'list' ? type.of : UNKNOWN_TYPE
}
