import { type LibraryExport, libraryExports } from './library-exports.js'
import { LIBRARY_INTRODUCTION } from './library-introduction.js'

/** The page of all that the library exports, made from the declarations and what is said above them. */
export function libraryReference(note: string): string {
  const all = libraryExports()
  const stages = [...new Set(all.map(({ stage }) => stage))]
  const known = new Map(all.map(each => [each.name, each]))
  const anchors = new Set(all.map(({ name }) => name.toLowerCase()))
  if (anchors.size < all.length) throw new Error('two exports differ in upper and lower case only')
  return `# The library

${note}

${LIBRARY_INTRODUCTION}
## What it exports

${stages.map(stage => `- ${TITLES[stage] ?? stage}: ${linksTo(all.filter(each => each.stage === stage && each.kind !== 'type'))}`).join('\n')}

${stages.map(stage => stagePart(stage, all, known)).join('\n')}`
}

/** By stage, in the order in which users need them. */
const TITLES: Readonly<Record<string, string>> = {
  batch: 'Whole workspaces, and one edition in memory',
  brief: 'Briefs',
  diagnostics: 'What is found',
  draft: 'Drafts',
  edition: 'Editions',
  evidence: 'Proofs',
  export: 'Twins',
  figures: 'Figures',
  fit: 'Page limits',
  markup: 'Templates',
  speech: 'Who says what',
  typeset: 'Pages',
}

function linksTo(exports: readonly LibraryExport[]): string {
  return exports.map(({ name }) => `[\`${name}\`](#${name.toLowerCase()})`).join(', ')
}

type Known = ReadonlyMap<string, LibraryExport>

function stagePart(stage: string, all: readonly LibraryExport[], known: Known): string {
  const own = all.filter(each => each.stage === stage)
  const parts = [...own.filter(({ kind }) => kind !== 'type'), ...own.filter(({ kind }) => kind === 'type')]
  return `## ${TITLES[stage] ?? stage}\n\n${parts.map(each => part(each, known)).join('\n')}`
}

function part(each: LibraryExport, known: Known): string {
  const { name, kind, comment, declaration } = each
  const told = comment === '' ? '' : `${comment}\n\n`
  const facts = kind === 'function' ? `\n${factsOf(each, known)}` : ''
  return `### ${name}\n\n${told}\`\`\`ts\n${declaration}\n\`\`\`\n${facts}`
}

/** What a function takes, returns, and does with what is wrong. */
function factsOf({ name, declaration }: LibraryExport, known: Known): string {
  const { parameters, returned } = headParts(declaration)
  const unknown = namedTypes(declaration).filter(type => !known.has(type) && !COMMON.has(type))
  if (unknown.length > 0)
    throw new Error(`\`${name}\` names types that are not exported: ${unknown.join(', ')}`)
  const rows = parameters.map(
    ({ label, type, isOptional }) =>
      `| ${label} | ${typeLinks(type, known)} | ${isOptional ? 'may be left out' : ''} |`,
  )
  const table = rows.length === 0 ? '' : `| parameter | type | |\n|---|---|---|\n${rows.join('\n')}\n\n`
  return `${table}Returns ${typeLinks(returned, known)}. ${errorsOf(parameters, returned, known)}\n`
}

interface Parameter {
  readonly label: string
  readonly type: string
  readonly isOptional: boolean
}

function headParts(declaration: string): { parameters: readonly Parameter[]; returned: string } {
  const flat = declaration.replace(/\s+/g, ' ')
  const open = flat.indexOf('(')
  const pieces = topLevel(flat.slice(open + 1))
  const parameters = pieces.inside.flatMap(text => (text.trim() === '' ? [] : parameterOf(text.trim())))
  return { parameters, returned: pieces.after.replace(/^: /, '') }
}

/** The parts between commas up to the bracket that closes, and what follows it. */
function topLevel(text: string): { inside: string[]; after: string } {
  const inside = ['']
  let depth = 0
  for (const [at, character] of [...text].entries()) {
    if (character === ')' && depth === 0) return { inside, after: text.slice(at + 1) }
    if ('({[<'.includes(character)) depth++
    if (')}]'.includes(character) || (character === '>' && text[at - 1] !== '=')) depth--
    if (character === ',' && depth === 0) inside.push('')
    else inside[inside.length - 1] += character
  }
  throw new Error(`a bracket is not closed: ${text}`)
}

function parameterOf(text: string): Parameter {
  const [, name = '', optional, type, fallback] =
    /^(\w+|\{.*?\})(\?)?(?:: (.*?))?(?: = (.*))?$/.exec(text) ?? []
  const isOptional = optional !== undefined || fallback !== undefined
  const label = name.startsWith('{') ? 'an object' : `\`${name}\``
  return { label, type: type ?? typeOfValue(fallback ?? ''), isOptional }
}

/** What a value that stands where nothing is given is of. */
function typeOfValue(value: string): string {
  return /^new (\w+)/.exec(value)?.[1] ?? 'number'
}

function typeLinks(type: string, known: Known): string {
  const links = [...new Set(namedTypes(type))].flatMap(name =>
    known.has(name) ? [`[${name}](#${name.toLowerCase()})`] : [],
  )
  const shown = `\`${type.replaceAll('|', '\\|')}\``
  return links.length === 0 ? shown : `${shown} (${links.join(', ')})`
}

const namedTypes = (text: string) =>
  [...text.replace(/\/\*\*[\s\S]*?\*\//g, '').matchAll(/(?<![\w$'`.])[A-Z]\w*(?![\w(])/g)]
    .map(([name]) => name)
    .filter(name => !/^[A-Z_]+$/.test(name))

/** Types that every program knows. */
const COMMON: ReadonlySet<string> = new Set([
  'Date',
  'Exclude',
  'Pick',
  'Promise',
  'Readonly',
  'ReadonlyMap',
  'ReadonlySet',
  'Record',
  'Set',
  'Uint8Array',
])

function errorsOf(parameters: readonly Parameter[], returned: string, known: Known): string {
  const result = namedTypes(returned).map(name => known.get(name)?.declaration ?? '')
  const isReported = parameters.some(({ type }) => type === 'Report')
  if (isReported)
    return returned.includes('undefined')
      ? 'What is wrong is reported to `report`; with an error that it cannot go on after, the result is undefined.'
      : 'What is wrong is reported to `report`.'
  if (/\bdiagnostics\b/.test([returned, ...result].join(' ')) || UNIONS.some(name => returned.includes(name)))
    return 'What is wrong is among its `diagnostics`.'
  const given = parameters.flatMap(({ type }) =>
    namedTypes(type).map(name => known.get(name)?.declaration ?? ''),
  )
  if (given.some(declaration => /\bonResult\b/.test(declaration)))
    return 'What is wrong is among the `diagnostics` of each result that it hands on.'
  return 'Nothing can be wrong with what it takes.'
}

/** Of results that are either of two, both of which have findings. */
const UNIONS = ['RenderResult']
