import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

const SRC = fileURLToPath(new URL('../src', import.meta.url))

/** The stages, each of which may import from those before it. */
const STAGES = [
  'diagnostics',
  'brief',
  'evidence',
  'edition',
  'markup',
  'figures',
  'typeset',
  'fit',
  'batch',
  'draft',
  'cli',
]

/** The files outside of the stages, which put them together. */
const TOP = ['cli.ts', 'index.ts']

/** The packages that a part of the house may import, and no other part: by file, folder or beginning of a path. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  pdfmake: ['typeset/nodes/pdfmake-modules.ts'],
  'csv-parse': ['batch/recipients/'],
  'chrono-node': ['draft/facts/dates.ts'],
  'wink-nlp': ['draft/speech/language/'],
  'wink-eng-lite-web-model': ['draft/speech/language/tag-sentences.ts'],
  piscina: ['batch/print/threaded-printer.ts'],
  chokidar: ['batch/watch-briefs.ts'],
  'd3-time': ['figures/timeline/'],
  harfbuzzjs: ['typeset/fonts/wasm.ts'],
  hyphen: ['typeset/lines/hyphenate.ts'],
  handlebars: ['markup/template/handlebars.ts'],
  'markdown-it': ['markup/prose/inline-markdown.ts', 'draft/article/'],
  'bidi-js': ['typeset/text/bidi-levels.ts'],
  htmlparser2: ['markup/html/parse-html.ts', 'draft/article/'],
  linkedom: ['draft/article/'],
  '@mozilla/readability': ['draft/article/'],
  'franc-min': ['draft/article/'],
  yaml: ['brief/yaml/'],
  edtf: ['brief/notation/edtf.ts'],
  '@valibot/to-json-schema': ['brief/schema/json-schema.ts'],
  picocolors: ['diagnostics/', 'cli/'],
  yargs: ['cli/'],
  valibot: ['brief/', 'evidence/', 'edition/', 'markup/', 'typeset/'],
}

interface Import {
  readonly file: string
  readonly specifier: string
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => file.replaceAll('\\', '/'))
const texts = new Map(files.map(file => [file, readFileSync(join(SRC, file), 'utf8')]))
const imports = [...texts].flatMap(([file, text]) => importsOf(file, text))
const fromPackages = imports.filter(({ specifier }) => !/^(\.|node:)/.test(specifier))

function importsOf(file: string, text: string): Import[] {
  const found = text.matchAll(
    /(?:\bfrom|\bimport(?:\.meta\.resolve)?|\brequire|\bcreateRequire\(import\.meta\.url\))\s*\(?\s*'([^']+)'/g,
  )
  return [...found].map(([, specifier = '']) => ({ file, specifier }))
}

const stageOf = (file: string) => file.split('/')[0] ?? ''
const packageOf = (specifier: string) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? ''
const filesWith = (pattern: RegExp) =>
  [...texts].flatMap(([file, text]) => (pattern.test(text) ? [file] : []))

/** The file that a relative import leads to, below `src`. */
function targetOf({ file, specifier }: Import): string {
  return relative(SRC, resolve(SRC, file, '..', specifier)).replaceAll('\\', '/')
}

test('every file belongs to a stage, and the imports of all are seen', () => {
  assert.equal(
    files.filter(file => !TOP.includes(file) && !STAGES.includes(stageOf(file))),
    [],
  )
  assert.equal(
    [...new Set(fromPackages.map(({ specifier }) => packageOf(specifier)))].sort(),
    Object.keys(DOORS).sort(),
  )
})

test('a stage imports from the stages before it, and from no other', () => {
  const wrong = imports.filter(one => {
    if (TOP.includes(one.file) || !one.specifier.startsWith('.')) return false
    const allowed = STAGES.slice(0, STAGES.indexOf(stageOf(one.file)) + 1)
    return !allowed.includes(stageOf(targetOf(one)))
  })
  assert.equal(wrong, [])
})

test('a stage is entered through its index, but for the commands, which load no more than they need', () => {
  const wrong = imports.filter(one => {
    if (!one.specifier.startsWith('.') || stageOf(one.file) === 'cli' || one.file === 'cli.ts') return false
    const target = targetOf(one)
    return stageOf(target) !== stageOf(one.file) && target !== `${stageOf(target)}/index.js`
  })
  assert.equal(wrong, [])
})

test('each package comes in through its own door', () => {
  const wrong = fromPackages.filter(
    ({ file, specifier }) => !DOORS[packageOf(specifier)]?.some(door => file.startsWith(door)),
  )
  assert.equal(wrong, [])
})

/** Load what is part of the program (machine code, data files), as an import would if Node could import it. */
const LOADERS = ['typeset/fonts/wasm.ts', 'draft/speech/lexicon/read-data-file.ts']

test('only the last stages know the disk, and only the command line the process and the console', () => {
  const pure = (file: string) => !['batch', 'cli', 'cli.ts'].includes(stageOf(file))
  const system = imports.filter(
    ({ file, specifier }) => pure(file) && /^node:(fs|os|process|child_process|net|http)/.test(specifier),
  )
  assert.equal(
    system.filter(({ file }) => !LOADERS.includes(file)),
    [],
  )
  const talking = filesWith(/\bconsole\.|\bprocess\.[a-z]|\bfetch\(/).filter(file => stageOf(file) !== 'cli')
  assert.equal(talking, [])
})

test('time and chance come in through one file', () => {
  assert.equal(
    filesWith(/Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|\brandom(UUID|Bytes|Int)\b/),
    ['batch/workspace/clock.ts'],
  )
})

test('no file outgrows its purpose, and all exports have names', () => {
  const long = [...texts].filter(([, text]) => text.split('\n').length > 300)
  assert.equal(
    long.map(([file]) => file),
    [],
  )
  assert.equal(filesWith(/^export default\b|\bas default\b/m), [])
})

test.run()
