/// <reference types="handlebars" preserve="true" />

/** What calls a helper: a mustache, a block or a subexpression. */
export interface HelperExpression {
  readonly path: hbs.AST.Node
  readonly params: readonly hbs.AST.Expression[]
  readonly hash?: hbs.AST.Hash
}

export function expressionName(node: hbs.AST.Node): string {
  return 'original' in node ? String(node.original) : ''
}

/** Whether a mustache calls a helper: one without arguments is always a field. */
export function callsHelper({ params, hash }: HelperExpression): boolean {
  return params.length > 0 || hash !== undefined
}

/** The nodes within a node, in the order of the text. */
export function childNodes(node: hbs.AST.Node): hbs.AST.Node[] {
  const children: hbs.AST.Node[] = []
  for (const [key, value] of Object.entries(node)) {
    if (key === 'loc' || typeof value !== 'object' || value === null) continue
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child === 'object' && child !== null && 'type' in child) children.push(child)
  }
  return children
}
