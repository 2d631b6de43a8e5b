import { ErrorTracker, present, type Report } from '../diagnostics/index.js'
import { type Edition, trackFieldReads, Verbatim } from '../edition/index.js'
import { BlockContext, type LanguageWords } from './blocks/block-context.js'
import type { Document } from './blocks/blocks.js'
import { buildBlocks } from './blocks/build-blocks.js'
import { buildDocument } from './blocks/build-document.js'
import { checkChartTables } from './blocks/chart-tables.js'
import { checkPages } from './blocks/check-pages.js'
import { diagramDataOf } from './blocks/diagram-data.js'
import type { DiagramData } from './blocks/diagrams.js'
import { numberParagraphs } from './blocks/number-paragraphs.js'
import { ReferenceWords } from './blocks/reference-words.js'
import { timelineArrangement } from './blocks/timeline-arrangement.js'
import { unshownFields } from './blocks/unshown-fields.js'
import { languageOfDiagram, withColumnLanguages } from './html/column-languages.js'
import { attributeOf, type HtmlElement, type HtmlNode } from './html/html-node.js'
import { parseHtml } from './html/parse-html.js'
import { placeContent } from './html/place-content.js'
import { citedSourceIds, citesWithoutPlace, pruneEmptyElements } from './html/prune-empty-elements.js'
import { resolveOriginMarks } from './html/source-map.js'
import { isDiagramKind } from './html/vocabulary.js'
import { bibliographyEntry, shortEntry } from './prose/bibliography-entry.js'
import type { CrossReferences } from './prose/cross-references.js'
import type { RenderContext } from './prose/print-text.js'
import { runEditionTemplate } from './template/run-edition-template.js'
import { RUNNING_PARTIALS, runRunningPartial } from './template/run-running-partial.js'
import type { TemplateLibrary } from './template/template-library.js'

/**
 * Renders an edition through its template: Handlebars prints closed HTML, of which blocks with numbered references are
 * built. Undefined if anything is wrong with what the template prints; everything is reported, each finding once.
 */
export function renderTemplate(
  edition: Edition,
  library: TemplateLibrary,
  report: Report,
): Document | undefined {
  return renderEdition(edition, library, report)?.document
}

/** What comes of an edition and its template. */
export interface RenderedEdition {
  readonly document: Document
  /** Fields of what the template prints that it never printed, such as `next_steps[2].owner`. */
  readonly unshown: readonly string[]
}

/**
 * Renders an edition, and finds what of it the template left unsaid. `firstSource` is the number of its first source where those
 * of several editions are numbered through, so that each needs its number.
 */
export function renderEdition(
  edition: Edition,
  library: TemplateLibrary,
  report: Report,
  firstSource?: number,
): RenderedEdition | undefined {
  const findings = new ErrorTracker(reportOnce(report))
  const asked = new Set<string>()
  const content = printedContent(trackFieldReads(edition, asked), library, findings.report)
  if (!content) return undefined
  const { context, drawnIn, printed } = content
  const isAskedFor = (field: string) => asked.has(field) || asked.has('*')
  const cited = [...citedSourceIds(printed)]
  const nodes =
    cited.length > 0 ? printed : pruneEmptyElements(printed, element => element.name !== 'source-list')
  const entries: HtmlNode[] = []
  const build = new BlockContext(
    findings.report,
    languageWords(context, cited.length === 1 && firstSource === undefined, citesWithoutPlace(printed)),
    context.crossReferences,
    cited,
    drawnIn,
    (id, lang) => {
      const entry = sourceListEntry(id, contextIn(lang, context), findings.report)
      entries.push(...entry)
      return entry
    },
    firstSource ?? 1,
  )
  checkPages(nodes, findings.report)
  checkChartTables(nodes, edition.data, drawnIn, findings.report)
  const blocks = numberParagraphs(buildBlocks(nodes, 'template', build))
  build.checkAnchors()
  const sources = cited.map((id, index) => ({
    ...{ number: (firstSource ?? 1) + index, id },
    short: shortEntry(present(context.sources.get(id), `source ${id}`), context),
  }))
  const [head, foot] = RUNNING_PARTIALS.map(name =>
    runRunningPartial(name, edition, library, context, findings.report),
  )
  const running = { head, foot }
  const document = buildDocument(edition, context, blocks, sources, isAskedFor, running)
  if (findings.failed) return undefined
  const unshown = unshownFields(edition, {
    nodes: [...nodes, ...entries],
    cited,
    shownWithoutWords: context.shownWithoutWords,
    drawnIn,
  })
  return { document, unshown }
}

/** What a template prints of an edition, where it is to stand. */
interface TemplateContent {
  readonly context: RenderContext
  readonly drawnIn: (element: HtmlElement) => DiagramData | undefined
  readonly printed: readonly HtmlNode[]
}

/**
 * Runs the template, and again where words of cross-references were asked for that no link can hold, such as alternative texts:
 * what references say is known only when all is in its place.
 */
function printedContent(
  edition: Edition,
  library: TemplateLibrary,
  report: Report,
  known?: CrossReferences,
): TemplateContent | undefined {
  const output = runEditionTemplate(edition, library, report, known)
  if (!output) return undefined
  const { html, context } = output
  const drawnIn = diagramDataCache(context)
  const parsed = withColumnLanguages(parseHtml(html, report))
  const pruned = pruneEmptyElements(parsed, element => {
    if (isDiagramKind(element.name)) return drawnIn(element) !== undefined
    if (element.name !== 'source-ref') return true
    const source = attributeOf(element, 'to')
    return source !== undefined && context.sources.has(source)
  })
  const printed = placeContent(pruned)
  const { crossReferences } = context
  const isComplete = known !== undefined || !crossReferences.wereAskedEarly
  crossReferences.number(printed)
  return isComplete
    ? { context, drawnIn, printed }
    : printedContent(edition, library, report, crossReferences)
}

/** The closed HTML that an edition's template prints, for authors of templates to look at. */
export function renderHtml(edition: Edition, library: TemplateLibrary, report: Report): string | undefined {
  return runEditionTemplate(edition, library, reportOnce(report))?.html.text
}

/** Reports a finding once that is found again for every item of a list. */
function reportOnce(report: Report): Report {
  const reported = new Set<string>()
  return (code, place, message, ...hints) => {
    const key = [code, place.file.path, place.range.start, place.range.end, message].join('\n')
    if (reported.has(key)) return
    reported.add(key)
    report(code, place, message, ...hints)
  }
}

/** What diagrams show of an edition, looked up once for each kind and arrangement. */
function diagramDataCache(context: RenderContext): (element: HtmlElement) => DiagramData | undefined {
  const known = new Map<string, DiagramData | undefined>()
  return element => {
    const { name } = element
    if (!isDiagramKind(name)) return undefined
    const arrangement = timelineArrangement(attributeOf(element, 'arrangement')) ?? 'axis'
    const of = attributeOf(element, 'of')?.trim()
    const lang = languageOfDiagram(element)
    const key = `${name} ${arrangement} ${of ?? ''} ${lang ?? ''}`
    if (!known.has(key)) {
      const asked = { kind: name, arrangement, of }
      const own = contextIn(lang, context)
      known.set(key, diagramDataOf(asked, own.edition, own))
    }
    return known.get(key)
  }
}

/** What is printed in the language of a column: that of the edition, or of one that stands beside it. */
function contextIn(lang: string | undefined, context: RenderContext): RenderContext {
  const besides = [...context.besides.values()].map(beside => beside.context)
  return besides.find(({ edition }) => edition.lang === lang) ?? context
}

/** The words of the languages of a document, each read once. */
function languageWords(
  context: RenderContext,
  isOnlySource: boolean,
  citesNoPlace: boolean,
): (lang: string | undefined) => LanguageWords {
  const known = new Map<string | undefined, LanguageWords>()
  return lang => {
    const { locale, edition } = contextIn(lang, context)
    const { citations } = edition.audience
    const words = known.get(lang) ?? {
      locale,
      referenceWords: new ReferenceWords(locale, citations, isOnlySource, citesNoPlace),
    }
    known.set(lang, words)
    return words
  }
}

function sourceListEntry(id: string, context: RenderContext, report: Report): readonly HtmlNode[] {
  const source = present(context.sources.get(id), `source ${id}`)
  const { template, bodyStart } = context.edition.audience
  const base =
    source.title instanceof Verbatim
      ? source.title.place
      : { file: template, range: { start: bodyStart, end: bodyStart } }
  const marked = bibliographyEntry(source, context).html
  return parseHtml(resolveOriginMarks(marked, base, [], context.briefPlaces), report)
}
