import type { ParsedValue } from './pdf-values.js'
import {
  INLINE_ROLES,
  isReadElement,
  isReadWords,
  type ReadAnnotation,
  type ReadElement,
  type ReadStructure,
} from './read-structure.js'

/** Letters of a piece of text that are shown. */
const MAX_CHARACTERS_SHOWN = 60

/**
 * A structure as a text for people, one element a line: type, attributes, words; `|2|` where page 2 begins. Elements
 * within a line are shown among the words around them, in braces.
 */
export function outlineTags({ lang, root, artifacts }: ReadStructure): string {
  const heads = artifacts.map((page, index) => `page ${index + 1} ${artifactsOf(page)}`)
  return `${[...heads, `[${String(lang)}]`, outlineElement(root)].join('\n')}`
}

/** The same of one element. */
export const outlineElement = (element: ReadElement): string => `${elementLines(element, 0).join('\n')}\n`

/** Texts that are no part of the document itself, and how much else is drawn for each reason. */
function artifactsOf(artifacts: ReadStructure['artifacts'][number]): string {
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

function elementLines(element: ReadElement, depth: number): string[] {
  const indent = '  '.repeat(depth)
  const blocks = element.kids.filter(kid => isReadElement(kid) && !INLINE_ROLES.has(kid.role))
  const words = elementWords(element)
  const head = `${indent}${elementHead(element)}${words === '' ? '' : `: ${words}`}`
  return [head, ...blocks.flatMap(kid => (isReadElement(kid) ? elementLines(kid, depth + 1) : []))]
}

function elementHead({ role, lang, alt, id, attributes }: ReadElement): string {
  const facts = [...attributes]
    .filter(([key]) => key !== 'O' && key !== 'Placement')
    .map(([key, value]) => (key === 'BBox' ? 'box' : `${key} ${attributeText(value)}`))
  const names = [
    ...(id === undefined ? [] : [`#${id}`]),
    ...(lang === undefined ? [] : [`[${lang}]`]),
    ...facts,
    ...(alt === undefined ? [] : [`"${alt}"`]),
  ]
  return [role, ...names].join(' ')
}

const attributeText = (value: ParsedValue): string =>
  Array.isArray(value) ? value.map(String).join('+') : String(value)

function elementWords(element: ReadElement): string {
  let text = ''
  let page: number | undefined
  const goals: string[] = []
  for (const kid of element.kids) {
    if (isReadElement(kid)) {
      if (INLINE_ROLES.has(kid.role)) text += `{${elementHead(kid)} ${elementWords(kid)}}`
    } else if (isReadWords(kid)) {
      text += `${page === undefined || page === kid.page ? '' : `|${kid.page + 1}|`}${shortened(kid.text)}`
      page = kid.page
    } else goals.push(`-> ${kid.goal} ${contentsOf(kid)}`.trimEnd())
  }
  return [text.replace(/\s+$/, ''), ...new Set(goals)].join(goals.length > 0 ? ' ' : '')
}

const contentsOf = ({ goal, contents }: ReadAnnotation): string => {
  if (contents === undefined) return '(says nothing)'
  return contents === goal ? '' : `(${shortened(contents)})`
}

/** The beginning and the end of a text. */
function shortened(text: string): string {
  const characters = [...text]
  if (characters.length <= MAX_CHARACTERS_SHOWN) return text
  return `${characters.slice(0, MAX_CHARACTERS_SHOWN / 2).join('')}…${characters.slice(-MAX_CHARACTERS_SHOWN / 2).join('')}`
}
