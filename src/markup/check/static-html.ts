import type { Report } from '../../diagnostics/index.js'
import { checkStaticHtml, PRINTED_LATER, type StaticHtml } from '../html/check-static-html.js'
import { BriefPlaces, resolveOriginMarks } from '../html/source-map.js'
import type { ParsedTemplate } from '../template/handlebars.js'
import { markedContent } from '../template/rewrite-template.js'

/** Checks the HTML that a template spells out, in all its branches at once. */
export function checkTemplateHtml({ file, locator, program }: ParsedTemplate, report: Report): StaticHtml {
  const pieces: string[] = []
  const visit = ({ body }: hbs.AST.Program): void => {
    for (const node of body) {
      if (node.type === 'ContentStatement')
        pieces.push(markedContent(node as hbs.AST.ContentStatement, file, locator))
      else if (node.type === 'MustacheStatement' || node.type === 'PartialStatement')
        pieces.push(PRINTED_LATER)
      else if (node.type === 'BlockStatement') {
        const { program: inside, inverse } = node as hbs.AST.BlockStatement
        if (inside) visit(inside)
        if (inverse) visit(inverse)
      }
    }
  }
  visit(program)
  const base = { file, range: { start: 0, end: 0 } }
  return checkStaticHtml(resolveOriginMarks(pieces.join(''), base, [file], new BriefPlaces()), report)
}
