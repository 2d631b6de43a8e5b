/** An element of XML as it was written. */
export interface XmlElement {
  /** Without a prefix that stands for SVG; `xlink:href` is an attribute of that name. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** Text between its elements, white space and all. */
  readonly text: string
  readonly children: readonly XmlElement[]
  /** Text and elements in the order in which they stand. */
  readonly content: readonly (string | XmlElement)[]
  /** Of its start tag, from 1. */
  readonly line: number
}

/** Why a drawing cannot be read, worded to follow "is a drawing", and where. */
export class SvgFault extends Error {
  constructor(
    readonly what: string,
    readonly line: number,
    readonly cure?: string,
  ) {
    super(what)
  }
}

/** Elements within one another, and all of them: far more than drawings have, and few enough for memory. */
const MOST_DEPTH = 200
const MOST_ELEMENTS = 100_000

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE\b([^>[]*)(\[)?[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/)?>|([^<]+)|</gy
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Parses XML as strictly as its standard asks (XML 1.0), without entities of documents' own; throws an `SvgFault`. */
export function parseXml(text: string): XmlElement {
  const reader = new XmlReader(text)
  return reader.read()
}

type OpenElement = Omit<XmlElement, 'children' | 'content' | 'text'> & {
  children: XmlElement[]
  content: (string | XmlElement)[]
  text: string
  qualified: string
}

class XmlReader {
  readonly #open: OpenElement[] = []
  #root: XmlElement | undefined
  #count = 0
  #line = 1

  constructor(private readonly source: string) {}

  read(): XmlElement {
    const { source } = this
    TOKEN.lastIndex = 0
    for (let at = source.startsWith('\ufeff') ? 1 : 0; at < source.length; at = TOKEN.lastIndex) {
      TOKEN.lastIndex = at
      const token = TOKEN.exec(source)
      if (!token || token[0] === '<')
        throw new SvgFault('whose XML is not well-formed', this.#line, MALFORMED)
      this.#take(token)
      this.#line += token[0].split('\n').length - 1
    }
    const left = this.#open.at(-1)
    if (left) throw new SvgFault(`in which \`<${left.qualified}>\` is not closed`, left.line, MALFORMED)
    if (!this.#root) throw new SvgFault('without an element', 1, MALFORMED)
    return this.#root
  }

  #take([, cdata, doctype, subset, closing, opening, attributes = '', isEmpty, text]: RegExpExecArray): void {
    const parent = this.#open.at(-1)
    if (doctype !== undefined && subset)
      throw new SvgFault(
        'with declarations of its own in `<!DOCTYPE …>`',
        this.#line,
        'remove them: entities are not read',
      )
    if (cdata !== undefined && parent) addText(parent, cdata)
    if (text !== undefined) {
      if (parent) addText(parent, this.#decoded(text))
      else if (text.trim() !== '')
        throw new SvgFault('with text outside of its element', this.#line, MALFORMED)
    }
    if (closing !== undefined) {
      if (parent?.qualified !== closing)
        throw new SvgFault(`in which \`</${closing}>\` closes nothing`, this.#line, MALFORMED)
      this.#close()
    }
    if (opening !== undefined) this.#start(opening, attributes, isEmpty !== undefined)
  }

  #start(qualified: string, written: string, isEmpty: boolean): void {
    if (this.#root) throw new SvgFault('with more than one element', this.#line, MALFORMED)
    if (++this.#count > MOST_ELEMENTS)
      throw new SvgFault(
        `of more than ${MOST_ELEMENTS} elements`,
        this.#line,
        'simplify it, or save it as PNG',
      )
    if (this.#open.length >= MOST_DEPTH)
      throw new SvgFault(
        `with elements nested more than ${MOST_DEPTH} deep`,
        this.#line,
        'ungroup what it holds',
      )
    const attributes = new Map<string, string>()
    for (const [, name = '', double, single = ''] of written.matchAll(ATTRIBUTE))
      attributes.set(name, this.#decoded(double ?? single))
    const name = qualified.replace(/^svg:/, '')
    this.#open.push({ name, qualified, attributes, text: '', children: [], content: [], line: this.#line })
    if (isEmpty) this.#close()
  }

  #close(): void {
    const closed = this.#open.pop()
    if (!closed) return
    const parent = this.#open.at(-1)
    if (parent) {
      parent.children.push(closed)
      parent.content.push(closed)
    } else this.#root = closed
  }

  /** The five entities that XML has, and characters by number. */
  #decoded(text: string): string {
    return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
      const number = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name)
      const code = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10) : undefined
      if (code !== undefined && code <= 0x10ffff) return String.fromCodePoint(code)
      const known = ENTITIES[name]
      if (known === undefined || !whole.endsWith(';'))
        throw new SvgFault(`with the entity \`&${name};\``, this.#line, 'write the character itself')
      return known
    })
  }
}

function addText(element: OpenElement, text: string): void {
  element.text += text
  element.content.push(text)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const MALFORMED = 'save it anew from the program that made it'
