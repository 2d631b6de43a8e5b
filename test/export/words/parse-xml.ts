/** An element of XML. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

const TOKEN = /<\?.*?\?>|<!--.*?-->|<(\/?)([^\s/>]+)((?:\s+[^\s=]+="[^"<]*")*)\s*(\/?)>|[^<]+|</gs

/** Parses XML without a document type; throws where it is not well-formed. */
export function parseXml(text: string): XmlElement {
  const root = { name: '', attributes: new Map<string, string>(), children: [] as (XmlElement | string)[] }
  const open: { name: string; attributes: Map<string, string>; children: (XmlElement | string)[] }[] = [root]
  let read = 0
  for (const match of text.matchAll(TOKEN)) {
    const [token, isEnd, name, attributes = '', isEmpty] = match
    const parent = open.at(-1) ?? root
    read += token.length
    if (token === '<' || (name === undefined && token.startsWith('<') && !/^<[?!]/.test(token)))
      throw new Error(`not well-formed at ${text.slice(match.index, match.index + 60)}`)
    if (name === undefined) {
      if (!token.startsWith('<')) parent.children.push(unescaped(token))
    } else if (isEnd) {
      if (parent.name !== name) throw new Error(`</${name}> ends <${parent.name}>`)
      open.pop()
    } else {
      const element = { name, attributes: attributesOf(attributes, name), children: [] }
      parent.children.push(element)
      if (!isEmpty) open.push(element)
    }
  }
  if (read !== text.length || open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not ended`)
  const [only, ...others] = root.children.filter(child => typeof child !== 'string')
  if (!only || others.length > 0) throw new Error('not one root element')
  return only
}

function attributesOf(text: string, element: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(/([^\s=]+)="([^"]*)"/g)) {
    if (attributes.has(name)) throw new Error(`<${element}> has ${name} twice`)
    attributes.set(name, unescaped(value))
  }
  return attributes
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.replace(/&(?:#(x?)([0-9a-fA-F]+)|(\w+))?;?/g, (whole, hex, digits, name) => {
    if (name !== undefined && NAMED[name] !== undefined) return NAMED[name]
    if (digits === undefined) throw new Error(`\`${whole}\` is no reference`)
    return String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10))
  })
