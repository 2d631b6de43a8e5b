import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  circlesIn,
  folderOf,
  graphOf,
  HTTP_FOLDERS,
  importsOf,
  readSources,
  SERVE_FOLDERS,
  STAGES,
  stageOf,
  TYPESET_FOLDERS,
  targetOf,
} from '../scripts/architecture/module-graph.js'

/** The files outside of the stages, which put them together. */
const TOP = ['cli.ts', 'index.ts']

/** The packages that a part of the house may import, and no other part: by file, folder or beginning of a path. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  '@aws-sdk/client-s3': ['serve/store/s3-store.ts'],
  '@hyzyla/pdfium': ['export/png/print-png.ts'],
  pdfmake: ['typeset/nodes/pdfmake-modules.ts'],
  'csv-parse': ['batch/csv/'],
  'chrono-node': ['draft/facts/dates.ts'],
  'wink-nlp': ['speech/language/'],
  'wink-eng-lite-web-model': ['speech/language/tag-sentences.ts'],
  bullmq: ['serve/queue/redis/'],
  ioredis: ['serve/queue/redis/'],
  piscina: ['batch/print/threaded-printer.ts'],
  chokidar: ['batch/watch-briefs.ts'],
  'd3-scale': ['figures/chart/scales.ts'],
  'd3-shape': ['figures/chart/chart-paths.ts'],
  'd3-time': ['figures/timeline/'],
  harfbuzzjs: ['typeset/fonts/wasm.ts'],
  hyphen: ['typeset/lines/hyphenate.ts'],
  linebreak: ['typeset/lines/segment-text.ts', 'typeset/lines/linebreak.d.ts'],
  docx: ['export/docx/'],
  fflate: ['export/docx/'],
  '@resvg/resvg-wasm': ['export/docx/rasterize.ts'],
  handlebars: ['markup/template/handlebars.ts'],
  'markdown-it': ['markup/prose/inline-markdown.ts', 'speech/article/'],
  'bidi-js': ['typeset/text/bidi-levels.ts'],
  htmlparser2: ['markup/html/', 'speech/article/'],
  linkedom: ['speech/article/'],
  '@mozilla/readability': ['speech/article/'],
  'franc-min': ['speech/article/'],
  yaml: ['brief/yaml/'],
  edtf: ['brief/notation/edtf.ts'],
  '@valibot/to-json-schema': ['brief/schema/json-schema.ts'],
  picocolors: ['diagnostics/', 'cli/'],
  yargs: ['cli/'],
  'svg-pathdata': ['typeset/pictures/svg/shape-path.ts'],
  valibot: ['brief/', 'evidence/', 'edition/', 'markup/', 'typeset/', 'serve/http/'],
  hono: ['serve/http/'],
  '@hono/node-server': ['serve/http/listen.ts'],
  'prom-client': ['serve/http/tools/metrics.ts'],
}

const texts = readSources()
const files = [...texts.keys()]
const imports = [...texts].flatMap(([file, text]) => importsOf(file, text))
const fromPackages = imports.filter(({ specifier }) => !/^(\.|node:)/.test(specifier))

const packageOf = (specifier: string) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? ''
const filesWith = (pattern: RegExp) =>
  [...texts].flatMap(([file, text]) => (pattern.test(text) ? [file] : []))

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
    return stageOf(target) !== stageOf(one.file) && target !== `${stageOf(target)}/index.ts`
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
const LOADERS = [
  'typeset/fonts/wasm.ts',
  'speech/lexicon/read-data-file.ts',
  'export/docx/rasterize.ts',
  'export/png/print-png.ts',
]

test('only the last stages know the disk, and only the command line the process and the console', () => {
  const pure = (file: string) => !['batch', 'serve', 'cli', 'cli.ts'].includes(stageOf(file))
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

const values = imports.filter(({ isType }) => !isType)
const inOneStage = imports.filter(one => stageOf(one.file) === stageOf(targetOf(one)))

test('no files import each other in a circle', () => {
  assert.equal(circlesIn(graphOf(values)), [])
})

/** Circles of files that only types close; there are to be fewer, never more. */
const MOST_TYPE_CIRCLES = 0

test('few files name the types of each other in a circle', () => {
  const circles = circlesIn(graphOf(imports))
  assert.ok(circles.length <= MOST_TYPE_CIRCLES, JSON.stringify(circles))
})

test('the folders of a stage have an order, in which each imports from those before it', () => {
  assert.equal(circlesIn(graphOf(inOneStage, folderOf)), [])
})

for (const [place, folders] of [
  ['typeset', TYPESET_FOLDERS],
  ['serve', SERVE_FOLDERS],
  ['serve/http', HTTP_FOLDERS],
] as const)
  test(`${place} goes one way through its folders, and the files beside them are known to none`, () => {
    const folderIn = (file: string) =>
      file.startsWith(`${place}/`)
        ? file
            .slice(place.length + 1)
            .split('/')
            .slice(0, -1)[0]
        : undefined
    assert.equal([...new Set(files.map(folderIn))].filter(Boolean).sort(), [...folders].sort())
    const rank = (file: string) => folders.indexOf(folderIn(file) ?? '')
    const wrong = inOneStage.filter(
      one =>
        rank(one.file) !== -1 &&
        targetOf(one).startsWith(`${place}/`) &&
        (rank(targetOf(one)) === -1 || rank(targetOf(one)) > rank(one.file)),
    )
    assert.equal(wrong, [])
  })

/** pdfmake's classes that lay pages out; those that print are `Renderer` and `PDFDocument`. */
const LAYOUT_OF_PDFMAKE =
  /LayoutBuilder|DocMeasure|TableProcessor|DocumentContext|ElementWriter|DocPreprocessor|columnCalculator/i

test('of pdfmake only the classes that print are imported', () => {
  const imported = fromPackages.filter(({ specifier }) => packageOf(specifier) === 'pdfmake')
  assert.equal(
    imported.map(({ specifier }) => specifier),
    ['pdfmake/js/PDFDocument.js', 'pdfmake/js/Renderer.js'],
  )
  assert.equal(filesWith(LAYOUT_OF_PDFMAKE), [])
})

test('an exported name means one thing in all sources', () => {
  const declared = new Map<string, string[]>()
  for (const [file, text] of texts)
    for (const [, name = ''] of text.matchAll(
      /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm,
    ))
      declared.set(name, [...new Set([...(declared.get(name) ?? []), file])])
  const twice = [...declared].filter(([, all]) => all.length > 1)
  assert.equal(twice, [])
})

test.run()
