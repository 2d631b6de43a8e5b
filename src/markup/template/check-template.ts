import { didYouMean, type Place, type Report } from '../../diagnostics/index.js'
import type { Helper } from '../helpers/helper.js'
import { HELPERS } from '../helpers/index.js'
import { callsHelper, childNodes, expressionName, type HelperExpression } from './template-ast.js'
import type { TemplateLocator } from './template-locator.js'

/** A use of a partial in a template. */
export interface PartialReference {
  readonly name: string
  readonly place: Place
}

/** Reports, before anything runs, what a template must not do; returns the partials that it uses. */
export function checkTemplate(
  program: hbs.AST.Program,
  locator: TemplateLocator,
  report: Report,
): PartialReference[] {
  const partials: PartialReference[] = []
  const visit = (node: hbs.AST.Node): void => {
    const check = NODE_CHECKS[node.type]
    if (check) check(node, locator.place(node.loc), report, partials)
    for (const child of childNodes(node)) visit(child)
  }
  visit(program)
  return partials
}

type NodeCheck = (node: hbs.AST.Node, place: Place, report: Report, partials: PartialReference[]) => void

/** Arguments of a call, and names of a path: each call takes time for all of them. */
const MOST_ARGUMENTS = 1_000
const MOST_NAMES = 100

const NODE_CHECKS: Readonly<Record<string, NodeCheck>> = {
  PathExpression: (node, place, report) => {
    const { parts, depth } = node as hbs.AST.PathExpression
    if (parts.length + depth > MOST_NAMES)
      report('template-syntax', place, `a path has more than ${MOST_NAMES} names`)
  },
  MustacheStatement: (node, place, report) => {
    const mustache = node as hbs.AST.MustacheStatement
    if (!mustache.escaped)
      report('raw-markup', place, 'a value is printed without escaping', 'write `{{name}}` with two braces')
    if (callsHelper(mustache)) checkInlineCall(mustache, place, report)
  },
  SubExpression: (node, place, report) => checkInlineCall(node as hbs.AST.SubExpression, place, report),
  BlockStatement: (node, place, report) => checkBlock(node as hbs.AST.BlockStatement, place, report),
  PartialStatement: (node, place, report, partials) => {
    const { name, params } = node as hbs.AST.PartialStatement
    if (name.type === 'SubExpression')
      report('unknown-partial', place, 'a partial is named by an expression', 'name it by a word')
    else partials.push({ name: expressionName(name), place })
    if (params.length > 1) report('template-syntax', place, 'a partial takes one context at most')
  },
  PartialBlockStatement: (_node, place, report) =>
    report('template-syntax', place, 'a partial cannot be a block', 'write `{{> name}}`'),
  Decorator: (_node, place, report) => report('template-syntax', place, 'there are no decorators'),
  DecoratorBlock: (_node, place, report) =>
    report('template-syntax', place, 'there are no inline partials', 'put it into `partials/name.hbs`'),
}

/** A block must call a helper: `{{#quotes}}` could be meant as a loop or as a condition. */
function checkBlock(block: hbs.AST.BlockStatement, place: Place, report: Report): void {
  const opening = { file: place.file, range: { start: place.range.start, end: endOfOpeningTag(place) } }
  const name = expressionName(block.path)
  const helper = HELPER_BY_NAME.get(name)
  if (helper || block.params.length > 0) {
    checkCall(block, opening, report)
    if (helper) checkBody(helper, block, opening, report)
  } else
    report(
      'unknown-helper',
      opening,
      `the block \`${name}\` names no helper`,
      `write \`{{#each ${name}}}\` or \`{{#if ${name}}}\``,
    )
}

/** What stands within a block is lost if its helper prints nothing of it. */
function checkBody(
  { name, block: kind }: Helper,
  { program, inverse }: hbs.AST.BlockStatement,
  opening: Place,
  report: Report,
): void {
  if (!kind) {
    const hint = `write \`{{${name} …}}\`, or put it into \`{{#if (${name} …)}}\` or \`{{#each (${name} …)}}\``
    report('invalid-argument', opening, `\`${name}\` does nothing with what stands within it`, hint)
    return
  }
  const names = (program ?? inverse)?.blockParams ?? []
  const extra = names.slice(kind.parameters)
  if (extra.length > 0)
    report('invalid-argument', opening, `\`${name}\` has nothing to give as \`${extra.join(' ')}\``)
}

function checkInlineCall(call: HelperExpression, place: Place, report: Report): void {
  const name = expressionName(call.path)
  if (HELPER_BY_NAME.get(name)?.block) {
    const hint = `write \`{{#${name} …}}…{{/${name}}}\``
    report('invalid-argument', place, `\`${name}\` is a block, and prints nothing without one`, hint)
  } else checkCall(call, place, report)
}

function endOfOpeningTag({ file, range }: Place): number {
  const close = file.text.indexOf('}}', range.start)
  return close === -1 ? range.end : Math.min(close + 2, range.end)
}

function checkCall({ path, params, hash }: HelperExpression, place: Place, report: Report): void {
  const count = params.length + (hash?.pairs.length ?? 0)
  if (count > MOST_ARGUMENTS) {
    const message = `a call has ${count} arguments, and may have ${MOST_ARGUMENTS}`
    report('template-syntax', place, message)
    return
  }
  const name = expressionName(path)
  const helper = HELPER_BY_NAME.get(name)
  if (!helper) {
    report('unknown-helper', place, `unknown helper \`${name}\``, didYouMean(name, HELPER_BY_NAME.keys()))
    return
  }
  const [least, most] = helper.arity
  if (params.length < least || params.length > most) {
    const expected =
      least === most
        ? String(least)
        : most === Number.POSITIVE_INFINITY
          ? `${least} or more`
          : `${least} to ${most}`
    report('invalid-argument', place, `\`${name}\` takes ${expected} arguments, not ${params.length}`)
  }
  const { namedArguments: named = [] } = helper
  for (const { key } of hash?.pairs ?? [])
    if (named !== 'any' && !named.includes(key))
      report('invalid-argument', place, `\`${name}\` has no argument \`${key}\``, didYouMean(key, named))
}

const HELPER_BY_NAME = new Map(HELPERS.map(helper => [helper.name, helper]))
