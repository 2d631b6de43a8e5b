import type { PdfGraph } from './pdf-graph.js'
import { decodeUtf16, literalStrings, type ParsedDictionary, type ParsedValue } from './pdf-values.js'

/** The marked content of a page: the words of each numbered piece, and the artifacts with their kinds. */
export interface ReadMarkedText {
  readonly pieces: ReadonlyMap<number, { readonly role: string; readonly text: string }>
  readonly artifacts: readonly { readonly kind: string; readonly text: string }[]
}

interface OpenContent {
  readonly tag: string
  readonly operands: string
  text: string
}

/** Reads the content of a page as a reader would that hears it: pieces that say what to read are taken at their word. */
export function readMarkedText(graph: PdfGraph, page: ParsedDictionary): ReadMarkedText {
  const fonts = fontMaps(graph, page)
  const pieces = new Map<number, { role: string; text: string }>()
  const artifacts: { kind: string; text: string }[] = []
  const open: OpenContent[] = []
  let map: ReadonlyMap<string, string> | undefined
  for (const line of graph.stream(page.get('Contents')).split('\n')) {
    const [, tag = '', operands = ''] =
      /^\/(\w+) ?(.*) (?:BDC|BMC)$/.exec(line.replace(/ BMC$/, '  BMC')) ?? []
    const font = /^\/(\w+) [\d.]+ Tf$/.exec(line)?.[1]
    const shown = /^\[(.*)\] TJ$/s.exec(line)?.[1]
    if (tag) open.push({ tag, operands, text: '' })
    else if (font) map = fonts.get(font)
    else if (shown !== undefined) add(open, shownText(shown, map))
    else if (line === 'EMC') {
      const ended = open.pop()
      if (!ended) throw new Error('a page ends content that it did not begin')
      const number = /\/MCID (\d+)/.exec(ended.operands)?.[1]
      if (number !== undefined) pieces.set(Number(number), { role: ended.tag, text: ended.text })
      else if (ended.tag === 'Artifact') artifacts.push({ kind: ended.operands, text: ended.text })
      else add(open, readAs(ended))
    }
  }
  return { pieces, artifacts }
}

function add(open: readonly OpenContent[], text: string): void {
  const last = open.at(-1)
  if (last) last.text += text
}

function readAs({ tag, operands, text }: OpenContent): string {
  const actual = /\/ActualText <feff(\w*)>/i.exec(operands)?.[1]
  if (actual !== undefined) return decodeUtf16(Buffer.from(actual, 'hex'))
  return tag === 'ReversedChars' ? [...text].reverse().join('') : text
}

function shownText(shown: string, map: ReadonlyMap<string, string> | undefined): string {
  const codes = Buffer.from(literalStrings(shown).join(''), 'latin1').toString('hex').match(/.{4}/g) ?? []
  return codes.map(code => map?.get(code) ?? '\uFFFD').join('')
}

function fontMaps(graph: PdfGraph, page: ParsedDictionary): Map<string, ReadonlyMap<string, string>> {
  const resources = graph.dictionary(page.get('Resources'))
  const fonts: ParsedValue = graph.follow(resources.get('Font'))
  return new Map(
    [...(fonts instanceof Map ? fonts : [])].map(([name, font]) => [
      name,
      unicodeMap(graph.stream(graph.dictionary(font).get('ToUnicode'))),
    ]),
  )
}

const unicodeMap = (cmap: string): Map<string, string> =>
  new Map(
    [...cmap.matchAll(/^<(\w{4})> <(\w+)>$/gm)].map(([, code = '', text = '']) => [
      code,
      decodeUtf16(Buffer.from(text, 'hex')),
    ]),
  )
