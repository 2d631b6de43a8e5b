import { type Report, Watch } from '../diagnostics/index.js'
import { type Edition, Verbatim } from '../edition/index.js'
import type { Document, Inline } from './blocks.js'
import { blocksOf } from './build-blocks.js'
import { inlinesOf } from './build-inlines.js'
import { Building } from './building.js'
import { diagramData } from './diagram-data.js'
import { type DiagramData, isDiagram } from './diagrams.js'
import { documentOf } from './document.js'
import { attributeOf } from './element.js'
import type { TemplateLibrary } from './library.js'
import { readMarks } from './origins.js'
import { parseHtml } from './parse-html.js'
import { printEdition } from './print-edition.js'
import { citedSources, prune } from './prune.js'
import type { Rendering } from './rendering.js'
import { sourceLine } from './source-line.js'

/**
 * Sets an edition through its template: Handlebars, closed HTML, blocks with numbered references. Undefined if
 * anything is wrong with what the template prints; all of it is reported, each finding once.
 */
export function render(edition: Edition, library: TemplateLibrary, report: Report): Document | undefined {
  const findings = new Watch(once(report))
  const printed = printEdition(edition, library, findings.report)
  if (!printed) return undefined
  const { origins, rendering } = printed
  const parsed = parseHtml(origins, findings.report)
  const mayShow = (id: string | undefined) => id !== undefined && rendering.sources.has(id)
  const dataOf = diagramsOf(edition, rendering)
  const shown = prune(parsed, node => {
    if (isDiagram(node.name)) return dataOf(node.name) !== undefined
    return node.name !== 'source-ref' || mayShow(attributeOf(node, 'to'))
  })
  const cited = [...citedSources(shown)]
  const nodes = cited.length > 0 ? shown : prune(shown, node => node.name !== 'source-list')
  const building: Building = new Building(
    findings.report,
    rendering.locale,
    edition.audience.locators,
    cited,
    dataOf,
    id => sourceEntry(id, rendering, building),
  )
  const blocks = blocksOf(nodes, 'template', building)
  building.checkAnchors()
  const document = documentOf(edition, rendering.locale, blocks, cited, findings.report)
  return findings.failed ? undefined : document
}

/** The closed HTML that an edition's template prints, for authors of templates to look at. */
export function renderHtml(edition: Edition, library: TemplateLibrary, report: Report): string | undefined {
  return printEdition(edition, library, once(report))?.origins.text
}

/** Reports what happens for every item of a list only once. */
function once(report: Report): Report {
  const seen = new Set<string>()
  return (code, place, message, ...hints) => {
    const key = [code, place.file.path, place.range.start, place.range.end, message].join('\n')
    if (seen.has(key)) return
    seen.add(key)
    report(code, place, message, ...hints)
  }
}

type Kind = DiagramData['kind']

/** What figures may show of an edition, looked up once for each of them. */
function diagramsOf(
  { data }: Edition,
  { locale, report }: Rendering,
): (kind: Kind) => DiagramData | undefined {
  const known = new Map<Kind, DiagramData | undefined>()
  return kind => {
    if (!known.has(kind)) known.set(kind, diagramData(kind, data, locale.label('not_verified') ?? '', report))
    return known.get(kind)
  }
}

function sourceEntry(id: string, rendering: Rendering, building: Building): readonly Inline[] {
  const source = rendering.sources.get(id)
  if (!source) return []
  const { audience } = rendering.edition
  const base =
    source.title instanceof Verbatim
      ? source.title.place
      : { file: audience.template, range: { start: audience.bodyStart, end: audience.bodyStart } }
  const origins = readMarks(sourceLine(source, rendering).html, base, new Map(), rendering.brief)
  return inlinesOf(parseHtml(origins, building.report), 'source-list', building)
}
