import { fillPattern, type SourceList, type TableOfContents } from '../../markup/index.js'
import { unformattedText } from '../../typeset/index.js'
import type { HtmlContext } from './html-context.js'
import { htmlInlines, textMarkup } from './html-inlines.js'
import { blockTarget, callTarget, mentionTarget, noteTarget, sourceTarget } from './page-ids.js'
import { classes, tag } from './tag.js'

/** The headings of the document as links. The first such list is the way through the page. */
export function htmlContents(block: TableOfContents, context: HtmlContext): string {
  const { index, document, used, landmarks, ids, ranks, lang } = context
  const shown = block.entries ?? index.contentsHeadings.filter(heading => ranks.rankOf(heading) !== undefined)
  const entries = shown.map(({ level, children, id }) => ({
    level,
    link: tag('a', { href: ids.linkTo(blockTarget(id)) }, textMarkup(unformattedText(children), lang)),
  }))
  if (entries.length === 0) return ''
  used.use('contents')
  const { contents } = document.aids
  const isWay = !landmarks.has(contents) && !context.inLandmark
  landmarks.add(contents)
  const items: { link: string; inner: string[] }[] = []
  for (const { level, link } of entries) {
    const last = items.at(-1)
    if (level === 2 || !last) items.push({ link, inner: [] })
    else last.inner.push(tag('li', {}, link))
  }
  const list = items.map(({ link, inner }) =>
    tag('li', {}, inner.length === 0 ? link : `${link}\n${tag('ol', { role: 'list' }, inner.join('\n'))}`),
  )
  return tag(
    isWay ? 'nav' : 'div',
    { class: 'contents', 'aria-label': isWay ? contents : undefined },
    `\n${tag('ol', { role: 'list' }, `\n${list.join('\n')}\n`)}\n`,
  )
}

/** The cited sources; the number of each leads back to where it is first mentioned. */
export function htmlSources(block: SourceList, context: HtmlContext): string {
  const { index, used, ids, lang } = context
  const entries = block.entries.map(({ id, number, spoken, children }) => {
    const own = ids.give(sourceTarget(id))
    const words = htmlInlines(children, context)
    if (!block.numbered) return tag('p', { id: own }, words)
    const back = index.referencedSources.has(id) ? ids.linkTo(mentionTarget(id)) : undefined
    return htmlEntry({ id: own, label: textMarkup(`${number}.`, lang), back, spoken, words })
  })
  if (entries.length === 0) return ''
  used.use('source-list')
  return block.numbered ? entryList('sources', entries) : tag('div', { class: 'sources' }, entries.join('\n'))
}

/** The notes that were called, at the end of the page; empty where there are none. */
export function htmlNotes(context: HtmlContext): string {
  const { notes, document, ids, lang } = context
  const entries: string[] = []
  // A note may call another, which is then added at the end.
  for (const { label, children } of notes)
    entries.push(
      htmlEntry({
        id: ids.give(noteTarget(label)),
        label: textMarkup(label, lang),
        back: ids.linkTo(callTarget(label)),
        spoken: fillPattern(document.aids.note_in_text, { label }),
        words: htmlInlines(children, context),
      }),
    )
  if (entries.length === 0) return ''
  context.used.use('source-list')
  context.used.use('h2')
  const heading = tag('h2', { class: 'h2', id: NOTES_HEADING }, textMarkup(document.aids.notes, lang))
  const attributes = { class: 'notes', role: 'doc-endnotes', 'aria-labelledby': NOTES_HEADING }
  return tag('section', attributes, `\n${heading}\n${entryList('sources', entries)}\n`)
}

/** No id of a document: these have no double hyphen at their end. */
export const NOTES_HEADING = 'notes--'

interface Entry {
  readonly id: string | undefined
  readonly label: string
  /** Where the label leads back to, and how that is read. */
  readonly back: string | undefined
  readonly spoken: string
  readonly words: string
}

function htmlEntry({ id, label, back, spoken, words }: Entry): string {
  const number = back
    ? tag('a', { class: 'label-of', href: back, 'aria-label': spoken }, label)
    : tag('span', { class: 'label-of' }, label)
  return tag('li', { id }, `${number} ${tag('p', {}, words)}`)
}

const entryList = (name: string, entries: readonly string[]): string =>
  tag('ol', { class: classes(name), role: 'list' }, `\n${entries.join('\n')}\n`)
