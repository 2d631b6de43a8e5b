/// <reference types="handlebars" preserve="true" />
import type { Place } from '../diagnostics/index.js'
import type { Located } from './template-place.js'

/** How a template reads the recipient of a mail merge. */
export interface RecipientRead {
  /** Undefined where it takes the recipient as a whole. */
  readonly field: string | undefined
  /** Whether it only asks whether the field holds anything, or what. */
  readonly tested: boolean
  readonly place: Place
}

/** Finds where a template reads the recipient: by name, in whatever context. */
export function recipientReads(program: hbs.AST.Program, at: Located): RecipientRead[] {
  const reads: RecipientRead[] = []
  visit(program, false, (path, tested) => {
    const parts = path.data ? path.parts.slice(1) : path.parts
    if (parts[0] === 'recipient') reads.push({ field: parts[1], tested, place: at.place(path.loc) })
  })
  return reads
}

type Seen = (path: hbs.AST.PathExpression, tested: boolean) => void

function visit(node: unknown, tested: boolean, seen: Seen): void {
  if (Array.isArray(node)) for (const each of node) visit(each, tested, seen)
  if (!isNode(node)) return
  if (node.type === 'PathExpression') seen(node as hbs.AST.PathExpression, tested)
  const asks = TESTS.has(calledBy(node))
  for (const [key, value] of Object.entries(node)) {
    const isArgument = key === 'params' || key === 'hash'
    if (key !== 'loc')
      visit(value, isArgument ? tested || asks : tested && node.type === 'SubExpression', seen)
  }
}

/** The helpers that ask for a value, and print none. */
const TESTS: ReadonlySet<string> = new Set(['if', 'unless', 'and', 'or', 'not', 'eq', 'ne', 'gt'])

function calledBy(node: hbs.AST.Node): string {
  const path = (node as { path?: { original?: unknown } }).path
  return typeof path?.original === 'string' ? path.original : ''
}

function isNode(value: unknown): value is hbs.AST.Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
