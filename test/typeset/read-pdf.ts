import { inflateSync } from 'node:zlib'
import { expandObjectStreams } from '../../src/typeset/outline/expand-object-streams.js'

/** A printed file taken apart as far as tests look into it: objects by number, streams inflated. */
export interface ReadPdf {
  readonly objects: ReadonlyMap<number, string>
  /** All streams that are text operations of pages. */
  readonly contents: readonly string[]
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = expandObjectStreams(bytes)
  const objects = new Map<number, string>()
  const contents: string[] = []
  for (const [, number, body] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [dictionary = '', stream] = (body ?? '').split('\nstream\n')
    objects.set(Number(number), dictionary)
    if (stream === undefined || !dictionary.includes('FlateDecode') || /\/(ObjStm|XRef)\b/.test(dictionary))
      continue
    const data = inflateSync(Buffer.from(stream.replace(/\nendstream$/, ''), 'latin1')).toString('latin1')
    if (data.includes(' Tf') || data.includes(' re')) contents.push(data)
  }
  return { objects, contents }
}

/** The value of a string entry, there or in an object of its own: `(plain)` or UTF-16 with its mark. */
export function textOf(pdf: ReadPdf, dictionary: string, key: string): string | undefined {
  const [, direct, object] = new RegExp(`/${key} (?:(\\()|(\\d+) 0 R)`).exec(dictionary) ?? []
  if (object) return stringAt(pdf.objects.get(Number(object)) ?? '', 1)
  return direct ? stringAt(dictionary, dictionary.indexOf(`/${key} (`) + key.length + 3) : undefined
}

function stringAt(text: string, start: number): string {
  let value = ''
  for (let index = start; index < text.length && text[index] !== ')'; index++) {
    if (text[index] === '\\') index++
    value += text[index] ?? ''
  }
  return value.startsWith('\xfe\xff')
    ? Buffer.from(value.slice(2), 'latin1').swap16().toString('utf16le')
    : value
}

export const objectsWith = (pdf: ReadPdf, ...parts: readonly string[]): string[] =>
  [...pdf.objects.values()].filter(object => parts.every(part => object.includes(part)))
