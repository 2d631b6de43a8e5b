import { inflateSync } from 'node:zlib'
import { expandObjectStreams } from '../../src/typeset/outline/expand-object-streams.js'

/** The words of a printed file as a reader would find them, whatever way each is encoded. */
export interface PdfText {
  /** What is drawn, through each font's ToUnicode map, in the order of drawing. */
  readonly drawn: string
  /** Every string of the file that is no drawing: titles, bookmarks, destinations, alternative texts, metadata. */
  readonly said: string
  /** Every character that an embedded font can draw, by the name of the font. */
  readonly glyphs: ReadonlyMap<string, ReadonlySet<string>>
}

/** Takes a printed file apart down to its characters. */
export function readText(bytes: Uint8Array): PdfText {
  const objects = objectsOf(expandObjectStreams(bytes))
  const maps = new Map<string, ReadonlyMap<number, string>>()
  const glyphs = new Map<string, ReadonlySet<string>>()
  for (const { dictionary } of objects.values())
    for (const [, names] of dictionary.matchAll(/\/Font <<\n([^>]*)>>/g))
      for (const [, name = '', number] of (names ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)) {
        const font = objects.get(Number(number))?.dictionary ?? ''
        const map = unicodeMap(objects.get(reference(font, 'ToUnicode'))?.stream ?? '')
        maps.set(name, map)
        glyphs.set(/\/BaseFont \/(\S+)/.exec(font)?.[1] ?? name, new Set([...map.values()].join('')))
      }
  const streams = [...objects.values()].map(({ stream }) => stream ?? '')
  const contents = streams.filter(stream => / Tf\n/.test(stream))
  const others = streams.filter(stream => !contents.includes(stream))
  const dictionaries = [...objects.values()].map(({ dictionary }) => dictionary)
  return {
    drawn: contents.map(content => drawnText(content, maps)).join('\n'),
    said: [...dictionaries, ...contents.map(content => content.replace(/^\[.*\] TJ$/gm, ''))]
      .flatMap(stringsOf)
      .concat(others.map(utf8))
      .join('\n'),
    glyphs,
  }
}

interface PdfObject {
  readonly dictionary: string
  /** Inflated. */
  readonly stream: string | undefined
}

function objectsOf(file: string): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>()
  for (const [, number, body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, dictionary, raw] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body) ?? [undefined, body]
    const stream =
      raw !== undefined && dictionary?.includes('/FlateDecode')
        ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
        : raw
    objects.set(Number(number), { dictionary: dictionary ?? '', stream })
  }
  return objects
}

function reference(dictionary: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1])
}

/** ISO 32000-2, 9.10.3: single codes, and ranges with a list of texts or with the first of consecutive texts. */
function unicodeMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>()
  for (const [, block = ''] of cmap.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      map.set(Number.parseInt(code, 16), utf16(Buffer.from(text, 'hex')))
  for (const [, first = '', list, start] of cmap.matchAll(/<(\w+)> <\w+> (?:\[([^\]]*)\]|<(\w+)>)/g)) {
    const texts = list?.match(/<[^>]*>/g) ?? (start ? [start] : [])
    for (const [index, text] of texts.entries())
      map.set(Number.parseInt(first, 16) + index, utf16(Buffer.from(text.replace(/\W/g, ''), 'hex')))
  }
  map.delete(0)
  return map
}

function drawnText(content: string, maps: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let map: ReadonlyMap<number, string> | undefined
  let text = ''
  /** Where text begins that is drawn from its end (ISO 32000-1, 14.8.2.3.3). */
  let reversed: number | undefined
  for (const [, font, array, begin, close, end] of content.matchAll(OPERATORS)) {
    if (font) map = maps.get(font)
    for (const code of codesOf(array ?? '')) text += map?.get(code) ?? '\uFFFD'
    if (begin) reversed = text.length
    if (close && reversed !== undefined) {
      text = text.slice(0, reversed) + [...text.slice(reversed)].reverse().join('')
      reversed = undefined
    }
    if (end) text += '\n'
  }
  return text
}

const OPERATORS = /\/(\w+) [\d.]+ Tf|\n\[(.*)\] TJ(?=\n)|(\/ReversedChars BMC)|\n(EMC)(?=\n)|\n(ET)(?=\n)/g

/** The codes of two bytes in the array that an operator shows. */
export function codesOf(array: string): number[] {
  const bytes = Buffer.from(literalsOf(array).join(''), 'latin1')
  return Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readUInt16BE(index * 2))
}

/** Literal and hexadecimal strings, in UTF-16 if they begin with its mark. */
function stringsOf(text: string): string[] {
  const literals = literalsOf(text)
  const hex = [...text.matchAll(/<([0-9a-fA-F]{2,})>/g)].map(([, digits = '']) =>
    Buffer.from(digits, 'hex').toString('latin1'),
  )
  return [...literals, ...hex].map(bytes =>
    bytes.startsWith('\xfe\xff') ? utf16(Buffer.from(bytes.slice(2), 'latin1')) : utf8(bytes),
  )
}

const literalsOf = (text: string): string[] =>
  [...text.matchAll(/\(((?:\\[\s\S]|[^\\()])*)\)/g)].map(([, literal = '']) =>
    literal.replace(/\\([\s\S])/g, (_, character: string) => ESCAPES[character] ?? character),
  )

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function utf16(bigEndian: Buffer): string {
  return Buffer.from(bigEndian.subarray(0, bigEndian.length & ~1))
    .swap16()
    .toString('utf16le')
}

function utf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
