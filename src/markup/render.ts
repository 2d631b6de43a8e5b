import { ErrorTracker, type Report } from '../diagnostics/index.js'
import { type Edition, Verbatim } from '../edition/index.js'
import { BlockBuildContext } from './blocks/block-build-context.js'
import type { Document, Inline } from './blocks/blocks.js'
import { buildBlocks } from './blocks/build-blocks.js'
import { buildDocument } from './blocks/build-document.js'
import { buildInlines } from './blocks/build-inlines.js'
import { diagramDataOf } from './blocks/diagram-data.js'
import { type DiagramData, isDiagramKind } from './blocks/diagrams.js'
import { attributeOf } from './html/html-node.js'
import { parseHtml } from './html/parse-html.js'
import { citedSourceIds, pruneEmptyElements } from './html/prune-empty-elements.js'
import { resolveOriginMarks } from './html/source-map.js'
import { bibliographyEntry } from './prose/bibliography-entry.js'
import type { RenderContext } from './prose/render-context.js'
import { runEditionTemplate } from './template/run-edition-template.js'
import type { TemplateLibrary } from './template/template-library.js'

/**
 * Sets an edition through its template: Handlebars, closed HTML, blocks with numbered references. Undefined if
 * anything is wrong with what the template prints; all of it is reported, each finding once.
 */
export function render(edition: Edition, library: TemplateLibrary, report: Report): Document | undefined {
  const findings = new ErrorTracker(reportOnce(report))
  const printed = runEditionTemplate(edition, library, findings.report)
  if (!printed) return undefined
  const { html: origins, context: rendering } = printed
  const parsed = parseHtml(origins, findings.report)
  const mayShow = (id: string | undefined) => id !== undefined && rendering.sources.has(id)
  const dataOf = diagramDataCache(edition, rendering)
  const shown = pruneEmptyElements(parsed, node => {
    if (isDiagramKind(node.name)) return dataOf(node.name) !== undefined
    return node.name !== 'source-ref' || mayShow(attributeOf(node, 'to'))
  })
  const cited = [...citedSourceIds(shown)]
  const nodes = cited.length > 0 ? shown : pruneEmptyElements(shown, node => node.name !== 'source-list')
  const building: BlockBuildContext = new BlockBuildContext(
    findings.report,
    rendering.locale,
    edition.audience.locators,
    cited,
    dataOf,
    id => sourceListEntry(id, rendering, building),
  )
  const blocks = buildBlocks(nodes, 'template', building)
  building.checkAnchors()
  const document = buildDocument(edition, rendering.locale, blocks, cited, findings.report)
  return findings.failed ? undefined : document
}

/** The closed HTML that an edition's template prints, for authors of templates to look at. */
export function renderHtml(edition: Edition, library: TemplateLibrary, report: Report): string | undefined {
  return runEditionTemplate(edition, library, reportOnce(report))?.html.text
}

/** Reports what happens for every item of a list only once. */
function reportOnce(report: Report): Report {
  const seen = new Set<string>()
  return (code, place, message, ...hints) => {
    const key = [code, place.file.path, place.range.start, place.range.end, message].join('\n')
    if (seen.has(key)) return
    seen.add(key)
    report(code, place, message, ...hints)
  }
}

type DiagramKind = DiagramData['kind']

/** What figures may show of an edition, looked up once for each of them. */
function diagramDataCache(
  { data }: Edition,
  { locale, report }: RenderContext,
): (kind: DiagramKind) => DiagramData | undefined {
  const known = new Map<DiagramKind, DiagramData | undefined>()
  return kind => {
    if (!known.has(kind))
      known.set(kind, diagramDataOf(kind, data, locale.label('not_verified') ?? '', report))
    return known.get(kind)
  }
}

function sourceListEntry(
  id: string,
  rendering: RenderContext,
  building: BlockBuildContext,
): readonly Inline[] {
  const source = rendering.sources.get(id)
  if (!source) return []
  const { audience } = rendering.edition
  const base =
    source.title instanceof Verbatim
      ? source.title.place
      : { file: audience.template, range: { start: audience.bodyStart, end: audience.bodyStart } }
  const origins = resolveOriginMarks(
    bibliographyEntry(source, rendering).html,
    base,
    new Map(),
    rendering.briefPlaces,
  )
  return buildInlines(parseHtml(origins, building.report), 'source-list', building)
}
