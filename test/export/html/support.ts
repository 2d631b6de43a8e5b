import { parseDocument } from 'htmlparser2'
import { type HtmlOptions, printHtml } from '../../../src/export/html/print-html.js'
import type { Block, Document } from '../../../src/markup/index.js'
import * as b from '../../typeset/build-document.js'
import { styleOf } from '../../typeset/workspace.js'

type MarkupNode = ReturnType<typeof parseDocument>['children'][number]
export type MarkupElement = Extract<MarkupNode, { attribs: object }>

/** A page with its elements in the order of their beginnings. */
export interface ReadPage {
  readonly text: string
  readonly css: string
  readonly elements: readonly MarkupElement[]
}

const NO_IMAGES: ReadonlyMap<string, Uint8Array> = new Map()

/** Prints a document as HTML; options are those of the style. */
export async function printPage(
  document: Document | readonly Block[],
  more: Parameters<typeof styleOf>[0] &
    Partial<HtmlOptions> & { images?: ReadonlyMap<string, Uint8Array> } = {},
): Promise<ReadPage> {
  const { images = NO_IMAGES, embedFonts = false, ...style } = more
  const whole = 'blocks' in document ? document : b.document(document)
  const content = {
    document: whole,
    style: styleOf(style),
    images: { read: (path: string) => images.get(path) },
  }
  return readPage(await printHtml(content, { embedFonts }, () => {}))
}

export function readPage(bytes: Uint8Array): ReadPage {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const elements = elementsIn(parseDocument(text).children)
  const css = /<style>(.*)<\/style>/s.exec(text)?.[1] ?? ''
  return { text, css, elements }
}

export const elementsIn = (nodes: readonly MarkupNode[]): MarkupElement[] =>
  nodes.flatMap(node => ('attribs' in node ? [node, ...elementsIn(node.children)] : []))

export const wordsOf = (node: MarkupNode): string =>
  'data' in node ? node.data : 'children' in node ? node.children.map(wordsOf).join('') : ''

/** The elements of a name, or of a class written `.class`. */
export const select = ({ elements }: Pick<ReadPage, 'elements'>, what: string): MarkupElement[] =>
  elements.filter(({ name, attribs }) =>
    what.startsWith('.') ? (attribs.class ?? '').split(' ').includes(what.slice(1)) : name === what,
  )

/** All that is wrong with a page: ids, links, headings, attributes, what it would ask for, what would run. */
export function faultsOf({ text, css, elements }: ReadPage): string[] {
  const ids = elements.flatMap(({ attribs }) => attribs.id ?? [])
  const known = new Set(ids)
  const links = elements.flatMap(({ attribs }) => attribs.href ?? [])
  const references = elements.flatMap(({ attribs }) =>
    (attribs['aria-labelledby'] ?? '').split(' ').filter(Boolean),
  )
  const ranks = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []))
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map(id => `id ${id} twice`),
    ...ids.filter(id => /\s/.test(id) || id === '').map(id => `id ${id} with a space`),
    ...links.filter(link => link.startsWith('#') && !known.has(link.slice(1))).map(link => `no ${link}`),
    ...references.filter(id => !known.has(id)).map(id => `no ${id} for a name`),
    ...links.filter(link => !/^(?:#|https?:\/\/|mailto:|tel:)/i.test(link)).map(link => `a link to ${link}`),
    ...(ranks.filter(rank => rank === 1).length === 1 ? [] : [`ranks ${ranks.join()}`]),
    ...ranks.flatMap((rank, index) =>
      rank > (ranks[index - 1] ?? 0) + 1 ? [`rank ${rank} after ${ranks[index - 1]}`] : [],
    ),
    ...elements.flatMap(({ name, attribs }) => [
      ...(KNOWN.has(name) ? [] : [`element ${name}`]),
      ...Object.keys(attribs)
        .filter(attribute => /^on|^style$|^srcset$|^action$/i.test(attribute))
        .map(attribute => `attribute ${attribute}`),
      ...('src' in attribs && !attribs.src?.startsWith('data:image/') ? [`src ${attribs.src}`] : []),
      ...(name === 'img' && attribs.alt === undefined ? ['img without alt'] : []),
      ...(name === 'svg' && (attribs.role !== 'img' || !attribs['aria-label']) ? ['svg without a name'] : []),
    ]),
    ...(/@import|url\((?!data:)|expression\(|</i.test(withoutStrings(css))
      ? ['style sheet asks for more']
      : []),
    ...(text.startsWith('<!DOCTYPE html>\n<html lang="') ? [] : ['no document type']),
  ]
}

/** A style sheet without what it has printed; every string of it ends on its line. */
const withoutStrings = (css: string): string => css.replace(/"(?:[^"\\\n]|\\.)*"/g, '""')

/** Elements that a page may have. */
const KNOWN: ReadonlySet<string> = new Set(
  [
    'html head meta title style body header nav main footer aside section div p h1 h2 h3 h4 h5 a abbr span strong em sup',
    'br wbr hr ul ol li dl dt dd table caption colgroup col thead tbody tr th td blockquote figure figcaption img',
    'svg rect path circle text',
  ].flatMap(names => names.split(' ')),
)
