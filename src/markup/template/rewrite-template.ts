import type { SourceFile } from '../../diagnostics/index.js'
import { markTemplateText } from '../html/source-map.js'
import { callsHelper } from './template-ast.js'
import type { TemplateLocator } from './template-locator.js'

/** The helper that every printing mustache is rewritten to call; its name cannot be written in a template. */
export const PRINT_HELPER = '$print'

/** The helper that is called before each partial, so that its calls are counted. */
export const CALL_HELPER = '$call'

/**
 * Makes content carry marks of its place, and every mustache print through `PRINT_HELPER`. A mustache without arguments
 * is thereby always a field, even where a helper has its name (`{{date}}`, `{{term}}`).
 */
export function rewriteTemplate(program: hbs.AST.Program, file: SourceFile, locator: TemplateLocator): void {
  program.body = program.body.flatMap(node => {
    if (isContent(node)) node.value = markedContent(node, file, locator)
    if (isBlock(node))
      for (const part of [node.program, node.inverse]) if (part) rewriteTemplate(part, file, locator)
    if (isMustache(node)) return [callPrintHelper(node)]
    return isPartial(node) ? [callOf(CALL_HELPER, node, copiedContext(node)), node] : [node]
  })
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
  return callOf(PRINT_HELPER, node, [callsHelper(node) ? { ...node, type: 'SubExpression' } : node.path])
}

/** What Handlebars copies for a partial with parameters: what it is given, or `this`. */
function copiedContext({ params, hash, loc }: hbs.AST.PartialStatement): readonly hbs.AST.Node[] {
  const here = { type: 'PathExpression', data: false, depth: 0, parts: [], original: 'this', loc }
  return hash ? [params[0] ?? here] : []
}

/** A mustache in the place of a node, which calls a helper that cannot be named in a template. */
function callOf(
  name: string,
  { loc }: hbs.AST.Node,
  params: readonly hbs.AST.Node[],
): hbs.AST.MustacheStatement {
  const path = { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc }
  const strip = { open: false, close: false }
  return {
    type: 'MustacheStatement',
    path,
    params,
    escaped: true,
    strip,
    loc,
  } as unknown as hbs.AST.MustacheStatement
}

const isContent = (node: hbs.AST.Statement): node is hbs.AST.ContentStatement =>
  node.type === 'ContentStatement'
const isBlock = (node: hbs.AST.Statement): node is hbs.AST.BlockStatement => node.type === 'BlockStatement'
const isPartial = (node: hbs.AST.Statement): node is hbs.AST.PartialStatement =>
  node.type === 'PartialStatement'
const isMustache = (node: hbs.AST.Statement): node is hbs.AST.MustacheStatement =>
  node.type === 'MustacheStatement'
