import { objectsOf, type PdfObject, reference, unicodeMap, utf16 } from './pdf-text.js'

/**
 * The structure tree of a printed file, an element a line as `Type attributes "words"`, read back from its bytes:
 * the words of an element are those of its marked content on all pages, in the order of the tree.
 */
export function tagOutline(bytes: Uint8Array): string {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'))
  const root = [...objects.values()].find(({ dictionary }) => dictionary.includes('/Type /StructTreeRoot'))
  if (!root) return ''
  const contents = markedContents(objects)
  const lines: string[] = []
  const show = (id: number, depth: number) => {
    const dictionary = objects.get(id)?.dictionary ?? ''
    const at = lines.push('') - 1
    let words = ''
    for (const kid of kidsOf(dictionary)) {
      if (kid.element !== undefined && !isAnnotation(objects.get(kid.element))) show(kid.element, depth + 1)
      else if (kid.content !== undefined) words += contents.get(`${kid.page ?? ''} ${kid.content}`) ?? '�'
      else words += '↗'
    }
    const said = words.trim() === '' ? '' : ` "${shortened(words.trim())}"`
    lines[at] = `${'  '.repeat(depth)}${/\/S \/(\w+)/.exec(dictionary)?.[1]}${factsOf(dictionary)}${said}`
  }
  show(reference(root.dictionary, 'K'), 0)
  return `${lines.join('\n')}\n`
}

const isAnnotation = (object: PdfObject | undefined) => object?.dictionary.includes('/Subtype /Link') === true

interface Kid {
  readonly element?: number
  readonly content?: number
  readonly page?: number
}

/** What `K` holds: elements, numbers of marked content on the element's own page or on another, annotations. */
function kidsOf(dictionary: string): Kid[] {
  const own = reference(dictionary, 'Pg')
  const [, list = ''] =
    /\/K ((?:\[[\s\S]*?\](?=\n\/|\n>>))|(?:<<[\s\S]*?>>)|(?:\d+ 0 R)|(?:\d+))/.exec(dictionary) ?? []
  return [...list.matchAll(/<<([\s\S]*?)>>|(\d+) 0 R|(\d+)/g)].map(([, inner, element, content]): Kid => {
    if (element) return { element: Number(element) }
    if (content) return { content: Number(content), page: own }
    if (inner?.includes('/OBJR')) return {}
    return { content: Number(/\/MCID (\d+)/.exec(inner ?? '')?.[1]), page: reference(inner ?? '', 'Pg') }
  })
}

function factsOf(dictionary: string): string {
  const facts = [
    /\/Lang \((.*?)\)/.exec(dictionary)?.[1]?.replace(/^/, 'lang '),
    /\/Alt \((.*?)\)\n/.exec(dictionary)?.[1]?.replace(/^/, 'alt '),
    /\/Scope \/(\w+)/.exec(dictionary)?.[1]?.replace(/^/, 'scope '),
    /\/ColSpan (\d+)/.exec(dictionary)?.[1]?.replace(/^/, 'span '),
    /\/ID \((.*?)\)/.exec(dictionary)?.[1]?.replace(/^/, '#'),
    /\/Headers \[(.*?)\]/.exec(dictionary)?.[1]?.replaceAll(/[()]/g, '').replace(/^/, 'headers '),
    /\/ListNumbering \/(\w+)/.exec(dictionary)?.[1],
  ]
  const known = facts.filter(fact => fact !== undefined)
  return known.length > 0 ? ` [${known.join(', ')}]` : ''
}

const shortened = (words: string) =>
  words.length > 60 ? `${words.slice(0, 40)} … ${words.slice(-15)}` : words

/** The words of each piece of marked content, by the number of its page's object and its own. */
function markedContents(objects: ReadonlyMap<number, PdfObject>): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const [number, { dictionary }] of objects)
    if (/\/Type \/Page\n/.test(dictionary)) {
      const content = objects.get(reference(dictionary, 'Contents'))?.stream ?? ''
      const resources = objects.get(reference(dictionary, 'Resources'))?.dictionary ?? ''
      for (const [id, text] of piecesOf(content, fontMaps(resources, objects)))
        words.set(`${number} ${id}`, text)
    }
  return words
}

function fontMaps(resources: string, objects: ReadonlyMap<number, PdfObject>) {
  const fonts = [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)]
  return new Map(
    fonts.map(([, name = '', font]) => {
      const dictionary = objects.get(Number(font))?.dictionary ?? ''
      return [name, unicodeMap(objects.get(reference(dictionary, 'ToUnicode'))?.stream ?? '')]
    }),
  )
}

const OPERATORS =
  /\/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ|<<\/MCID (\d+)>> BDC|<<\/ActualText <feff(\w*)>>> BDC|\/(ReversedChars) BMC|(BDC|BMC)|(EMC)/g

function piecesOf(
  content: string,
  maps: ReadonlyMap<string, ReadonlyMap<number, string>>,
): Map<number, string> {
  const pieces = new Map<number, string>()
  const open: { id?: number; actual?: string; reversed?: boolean; text: string }[] = []
  let map: ReadonlyMap<number, string> | undefined
  for (const [, font, shown, id, actual, reversed, other, end] of content.matchAll(OPERATORS)) {
    const top = open.at(-1)
    if (font) map = maps.get(font)
    else if (shown !== undefined && top)
      for (const [, hex = ''] of shown.matchAll(/<(\w*)>/g))
        for (const code of hex.match(/.{4}/g) ?? []) top.text += map?.get(Number.parseInt(code, 16)) ?? '�'
    if (id) open.push({ id: Number(id), text: '' })
    else if (actual !== undefined) open.push({ actual: utf16(Buffer.from(actual, 'hex')), text: '' })
    else if (reversed) open.push({ reversed: true, text: '' })
    else if (other) open.push({ text: '' })
    if (!end) continue
    const closed = open.pop()
    const text =
      closed?.actual ?? (closed?.reversed ? [...closed.text].reverse().join('') : closed?.text) ?? ''
    if (closed?.id !== undefined) pieces.set(closed.id, text)
    else {
      const around = open.at(-1)
      if (around) around.text += text
    }
  }
  return pieces
}
