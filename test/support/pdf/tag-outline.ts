import { type Annotation, type Element, INLINE, isElement, isWords, type Structure } from './tag-tree.js'
import type { Value } from './values.js'

/** Letters of a piece of text that are shown. */
const SHOWN = 60

/**
 * A structure as a text for people, one element a line: type, attributes, words; `|2|` where page 2 begins. Elements
 * within a line are shown among the words around them, in braces.
 */
export function tagOutline({ lang, root, artifacts }: Structure): string {
  const heads = artifacts.map((page, index) => `page ${index + 1} ${artifactsOf(page)}`)
  return `${[...heads, `[${String(lang)}]`, elementOutline(root)].join('\n')}`
}

/** The same of one element. */
export const elementOutline = (element: Element): string => `${lines(element, 0).join('\n')}\n`

/** Texts that are no part of the document itself, and how much else is drawn for each reason. */
function artifactsOf(artifacts: Structure['artifacts'][number]): string {
  const count = new Map<string, number>()
  const texts: string[] = []
  for (const { kind, text } of artifacts) {
    const [, name = ''] = /\/(?:Subtype|Type) \/(\w+)(?![\s\S]*\/Subtype)/.exec(kind) ?? []
    if (text.trim() === '') count.set(name, (count.get(name) ?? 0) + 1)
    else texts.push(`${name} "${text.trim()}"`)
  }
  const drawn = [...count].sort().map(([name, number]) => `${number} ${name}`)
  return [...texts, ...drawn].join(', ')
}

function lines(element: Element, depth: number): string[] {
  const indent = '  '.repeat(depth)
  const blocks = element.kids.filter(kid => isElement(kid) && !INLINE.has(kid.role))
  const words = wordsOf(element)
  const head = `${indent}${nameOf(element)}${words === '' ? '' : `: ${words}`}`
  return [head, ...blocks.flatMap(kid => (isElement(kid) ? lines(kid, depth + 1) : []))]
}

function nameOf({ role, lang, alt, id, attributes }: Element): string {
  const facts = [...attributes]
    .filter(([key]) => key !== 'O' && key !== 'Placement')
    .map(([key, value]) => (key === 'BBox' ? 'box' : `${key} ${shown(value)}`))
  const names = [
    ...(id === undefined ? [] : [`#${id}`]),
    ...(lang === undefined ? [] : [`[${lang}]`]),
    ...facts,
    ...(alt === undefined ? [] : [`"${alt}"`]),
  ]
  return [role, ...names].join(' ')
}

const shown = (value: Value): string => (Array.isArray(value) ? value.map(String).join('+') : String(value))

function wordsOf(element: Element): string {
  let text = ''
  let page: number | undefined
  const goals: string[] = []
  for (const kid of element.kids) {
    if (isElement(kid)) {
      if (INLINE.has(kid.role)) text += `{${nameOf(kid)} ${wordsOf(kid)}}`
    } else if (isWords(kid)) {
      text += `${page === undefined || page === kid.page ? '' : `|${kid.page + 1}|`}${shortened(kid.text)}`
      page = kid.page
    } else goals.push(`-> ${kid.goal} ${contentsOf(kid)}`.trimEnd())
  }
  return [text.replace(/\s+$/, ''), ...new Set(goals)].join(goals.length > 0 ? ' ' : '')
}

const contentsOf = ({ goal, contents }: Annotation): string => {
  if (contents === undefined) return '(says nothing)'
  return contents === goal ? '' : `(${shortened(contents)})`
}

/** The beginning and the end of a text. */
function shortened(text: string): string {
  const characters = [...text]
  if (characters.length <= SHOWN) return text
  return `${characters.slice(0, SHOWN / 2).join('')}…${characters.slice(-SHOWN / 2).join('')}`
}
