import { ErrorTracker, type Place, type Report } from '../../diagnostics/index.js'
import type { Edition } from '../../edition/index.js'
import { type HtmlNode, isWhitespace } from '../html/html-node.js'
import { parseHtml } from '../html/parse-html.js'
import { resolveOriginMarks } from '../html/source-map.js'
import type { RenderContext } from '../prose/print-text.js'
import { compileTemplate, runTemplate } from './handlebars.js'
import { templateData } from './run-edition-template.js'
import { linkPartials, type TemplateLibrary } from './template-library.js'

/** The partials that say what stands at the head and the foot of pages. */
export const RUNNING_PARTIALS = ['running-head', 'running-foot'] as const

/** What a running head or foot says, a paragraph each, and where that comes from. */
export interface RunningTexts {
  readonly texts: readonly string[]
  readonly places: readonly Place[]
}

/** Runs the partial of a running head or foot; undefined if there is none, or if it cannot run. */
export function runRunningPartial(
  name: (typeof RUNNING_PARTIALS)[number],
  edition: Edition,
  library: TemplateLibrary,
  context: RenderContext,
  report: Report,
): RunningTexts | undefined {
  const file = library.partials.get(name)
  if (!file) return undefined
  const watch = new ErrorTracker(report)
  const template = compileTemplate(file)
  const partials = linkPartials(template, library, watch.report)
  if (watch.failed) return undefined
  const marked = runTemplate(template, partials, templateData(edition, context.locale), context)
  const files = [template, ...partials.values()].map(each => each.file)
  const top = { file, range: { start: 0, end: 0 } }
  const nodes = parseHtml(resolveOriginMarks(marked, top, files, context.briefPlaces), watch.report)
  const places: Place[] = []
  const texts = nodes.flatMap(node => {
    if (isWhitespace(node)) return []
    if (node.name === 'p')
      return textOfNode(node, places)
        .replace(/[ \t\r\n]+/g, ' ')
        .trim()
    watch.report(
      'misplaced-element',
      node.place,
      `\`${name}\` holds paragraphs alone`,
      'write each part as `<p>…</p>`',
    )
    return []
  })
  return { texts, places }
}

function textOfNode(node: HtmlNode, places: Place[]): string {
  if (node.name !== undefined)
    return node.name === 'br' ? ' ' : node.children.map(child => textOfNode(child, places)).join('')
  if (node.isFromBrief) places.push(node.place)
  return node.text
}
