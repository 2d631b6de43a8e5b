import type { SourceFile } from '../../diagnostics/index.js'
import { markTemplateText } from '../html/source-map.js'
import { callsHelper } from './template-ast.js'
import type { TemplateLocator } from './template-locator.js'

/** The helper that every printing mustache is rewritten to call; its name cannot be written in a template. */
export const PRINT_HELPER = '$print'

/**
 * Makes content carry marks of its place, and every mustache print through `PRINT_HELPER`. A mustache without arguments
 * is thereby always a field, even where a helper has its name (`{{date}}`, `{{term}}`).
 */
export function rewriteTemplate(program: hbs.AST.Program, file: SourceFile, locator: TemplateLocator): void {
  for (const [index, node] of program.body.entries()) {
    if (isContent(node)) node.value = markedContent(node, file, locator)
    if (isMustache(node)) program.body[index] = callPrintHelper(node)
    if (isBlock(node))
      for (const part of [node.program, node.inverse]) if (part) rewriteTemplate(part, file, locator)
  }
}

/**
 * The text of a node with the mark of its place. Its value is shorter than its text where Handlebars strips white space: the
 * place is where the value begins.
 */
export function markedContent(
  node: hbs.AST.ContentStatement,
  file: SourceFile,
  locator: TemplateLocator,
): string {
  if (node.value === '') return ''
  const from = locator.offset(node.loc.start)
  const exact = file.text.indexOf(node.value, from)
  return markTemplateText(file, exact === -1 ? from : exact) + node.value
}

function callPrintHelper(node: hbs.AST.MustacheStatement): hbs.AST.MustacheStatement {
  const value = callsHelper(node) ? { ...node, type: 'SubExpression' } : node.path
  const path = {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: [PRINT_HELPER],
    original: PRINT_HELPER,
    loc: node.loc,
  }
  const { hash: _, ...rest } = node
  return { ...rest, path, params: [value] } as unknown as hbs.AST.MustacheStatement
}

const isContent = (node: hbs.AST.Statement): node is hbs.AST.ContentStatement =>
  node.type === 'ContentStatement'
const isBlock = (node: hbs.AST.Statement): node is hbs.AST.BlockStatement => node.type === 'BlockStatement'
const isMustache = (node: hbs.AST.Statement): node is hbs.AST.MustacheStatement =>
  node.type === 'MustacheStatement'
