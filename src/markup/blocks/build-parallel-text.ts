import { isLanguageTag } from '../../brief/index.js'
import { attributeOf, type HtmlElement } from '../html/html-node.js'
import type { BlockContext } from './block-context.js'
import type { ParallelText } from './blocks.js'
import type { BuildContent } from './build-lists.js'
import { reportUnevenColumns } from './uneven-columns.js'

/** Builds `parallel`: a column for each language, of equal widths unless others are given. */
export function buildParallelText(
  element: HtmlElement,
  context: BlockContext,
  buildContent: BuildContent,
): ParallelText[] {
  const { place } = element
  const columns = context.allowedChildren(element, ['column']).map((column, index) => {
    const lang = attributeOf(column, 'lang')
    const isKnown = lang !== undefined && isLanguageTag(lang)
    if (!isKnown) context.reportInvalidAttribute(column, 'lang', 'the tag of its language, such as `fr`')
    const own = isKnown ? lang : context.locale.data.lang
    return { lang: own, children: context.inColumn({ lang: own, index }, () => buildContent(column)) }
  })
  const widths = context.positiveNumbers(element, 'widths') ?? columns.map(() => 1)
  if (widths.length !== columns.length)
    context.reportInvalidAttribute(element, 'widths', `a number for each of its ${columns.length} columns`)
  reportUnevenColumns(columns, place, context.report)
  return columns.some(({ children }) => children.length > 0)
    ? [{ kind: 'parallel', widths, columns, place }]
    : []
}
