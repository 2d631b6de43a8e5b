import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SOURCES } from '../architecture/module-graph.js'

/** Something that the library exports, as its module declares it. */
export interface LibraryExport {
  readonly name: string
  readonly kind: 'function' | 'class' | 'constant' | 'type'
  /** The stage that it is of. */
  readonly stage: string
  /** What is said of it above its declaration. */
  readonly comment: string
  /** Of a function its head; of a class what of it is public; of a type the whole. */
  readonly declaration: string
}

/** All that the library exports, stage by stage, in the order of its index. */
export function libraryExports(): LibraryExport[] {
  const index = join(SOURCES, 'index.ts')
  return namesIn(readFileSync(index, 'utf8')).flatMap(({ names, from }) =>
    names.map(name => {
      const file = homeOf(name, join(dirname(index), from))
      return { name, stage: from.split('/')[1] ?? '', ...declarationOf(name, readFileSync(file, 'utf8')) }
    }),
  )
}

function namesIn(code: string): { readonly names: readonly string[]; readonly from: string }[] {
  return [...code.matchAll(/^export (?:type )?\{([^}]*)\} from '(\.[^']+)'/gm)].map(
    ([, names = '', from = '']) => ({
      names: names
        .split(',')
        .map(name => name.trim().replace(/^type /, ''))
        .filter(name => name !== ''),
      from,
    }),
  )
}

/** The module that declares what an index exports. */
function homeOf(name: string, specifier: string): string {
  const file = specifier.replace(/\.js$/, '.ts')
  const code = readFileSync(file, 'utf8')
  if (declarationStart(name).test(code)) return file
  const named = namesIn(code).filter(({ names }) => names.includes(name))
  const whole = [...code.matchAll(/^export (?:type )?\* from '(\.[^']+)'/gm)].map(([, from = '']) => from)
  for (const from of [...named.map(each => each.from), ...whole]) {
    const home = join(dirname(file), from)
    if (!existsSync(home.replace(/\.js$/, '.ts'))) continue
    if (named.length > 0 || declarationStart(name).test(readFileSync(home.replace(/\.js$/, '.ts'), 'utf8')))
      return homeOf(name, home)
  }
  throw new Error(`${name} is exported by ${file}, and declared nowhere`)
}

const declarationStart = (name: string) =>
  new RegExp(
    String.raw`^export (?:async |abstract )?(function\*?|class|const|interface|type) ${name}\b(?![\w$])(?! *[,}])`,
    'm',
  )

const KINDS: Readonly<Record<string, LibraryExport['kind']>> = {
  function: 'function',
  'function*': 'function',
  class: 'class',
  const: 'constant',
  interface: 'type',
  type: 'type',
}

function declarationOf(name: string, code: string): Pick<LibraryExport, 'kind' | 'comment' | 'declaration'> {
  const found = declarationStart(name).exec(code)
  if (!found) throw new Error(`${name} is declared elsewhere`)
  const { index } = found
  const keyword = found[1] ?? ''
  const kind = KINDS[keyword] ?? 'type'
  const comment = commentBefore(code.slice(0, index))
  const rest = code.slice(index)
  if (kind === 'function') return { kind, comment, declaration: headOfFunction(rest) }
  if (kind === 'constant') return { kind, comment, declaration: `const ${name}` }
  if (kind === 'class') return { kind, comment, declaration: publicPart(blockOf(rest)) }
  return { kind, comment, declaration: keyword === 'interface' ? blockOf(rest) : aliasOf(rest) }
}

function commentBefore(code: string): string {
  const [, text = ''] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n$/.exec(code) ?? []
  return text
    .split('\n')
    .map(line => line.replace(/^\s*\*? ?/, '').trim())
    .filter(line => line !== '')
    .join(' ')
}

/** Up to the brace that its body begins with, as Biome sets it. */
function headOfFunction(code: string): string {
  const [, head = ''] =
    /^([^\n]*) \{\n/.exec(code) ?? /^([^\n]*\n(?: [^\n]*\n)*\)[^\n]*) \{\n/.exec(code) ?? []
  if (!/\)\s*:|\): /.test(head)) throw new Error(`a function says not what it returns: ${code.slice(0, 80)}`)
  return head.replace(/^export (?:async )?/, '')
}

function blockOf(code: string): string {
  const [block = ''] = /^[^\n]*\{\}|^[^\n]*\{\n[\s\S]*?^\}/m.exec(code) ?? []
  return block.replace(/^export /, '')
}

/** Of an alias all lines that go on with it. */
function aliasOf(code: string): string {
  const [alias = ''] = /^[^\n]*(?:\n(?: [^\n]*|[})\]]+[^\n]*))*/.exec(code) ?? []
  return alias.replace(/^export /, '')
}

/** A class without what is private, and without the bodies of what is not. */
function publicPart(block: string): string {
  const [first = '', ...lines] = block.split('\n')
  const shown: string[] = []
  let comment: string[] = []
  for (let at = 0; at < lines.length - 1; at++) {
    const line = lines[at] ?? ''
    if (/^ {2}(?:\/\*\*| \*)/.test(line)) comment.push(line)
    else if (/^ {2}\S/.test(line) && !/^ {2}[})]/.test(line)) {
      const member: string[] = [line]
      while (!isWhole(member) && at + 1 < lines.length) member.push(lines[++at] ?? '')
      if (!/^ {2}(?:private |protected |(?:readonly |async |get )?#)/.test(line))
        shown.push(...comment, headOfMember(member.join('\n')))
      comment = []
    }
  }
  return [first, ...shown, '}'].join('\n')
}

/** Whether a member ends: with its own brace, or on a line that opens none. */
function isWhole(member: readonly string[]): boolean {
  const last = member.at(-1) ?? ''
  return member.length === 1 ? !/[{([]$/.test(last) : /^ {2}[})\]]/.test(last) && !/[{([]$/.test(last)
}

function headOfMember(member: string): string {
  return member.replace(/(\)(?:: [^\n]*?)?|^ {2}get [^\n]*?) \{(?:\}|\n[\s\S]*)$/, '$1')
}
