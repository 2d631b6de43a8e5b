/**
 * Bundles the program and the library into `dist/`: a start that finds, reads and links a few dozen files instead of
 * four hundred, without what pdfkit loads and nobody here uses. `node scripts/bundle.mjs [FOLDER]`.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { Assets } from './bundle/assets.mjs'
import { PATTERNS_AS_CALLS } from './bundle/lazy-patterns.mjs'
import { licencesOf } from './bundle/licences.mjs'
import { parts } from './bundle/parts.mjs'
import {
  builtIns,
  dataFiles,
  modelsAsText,
  nativeInflate,
  pdfkitData,
  settings,
  stringWidthOnDemand,
  without,
} from './bundle/plugins.mjs'
import { sources } from './bundle/sources.mjs'

/**
 * Loaded from `node_modules`: piscina, the only package that an installation needs beside this one, starts threads with files beside
 * itself; the others are for many machines, and loaded where they are asked for.
 */
const EXTERNAL = ['piscina', 'bullmq', 'ioredis', '@aws-sdk/client-s3']
/**
 * Loaded by what is bundled, and never used here: pdfkit's own reading of fonts and its encryption, pdfmake's SVG; beside
 * these, the breaking of lines of both.
 * Handlebars does without `source-map`.
 */
const UNUSED = [
  'fontkit',
  '@noble/ciphers/aes',
  '@noble/hashes/sha2',
  '@noble/hashes/utils',
  './3rd-party/svg-to-pdfkit',
  'source-map',
]

/** What was CommonJS asks for Node's own modules by `require`; linkedom goes on without `canvas`. */
const REQUIRE = `const require = name => {
  const found = process.getBuiltinModule(name)
  if (!found) throw new Error(name + ' is not bundled')
  return found
};`

const out = process.argv[2] ?? 'dist'
const assets = new Assets()
const { metafile } = await build({
  entryPoints: ['src/cli.ts', 'src/index.ts', 'src/batch/print/worker.ts', 'src/serve/worker/thread.ts'],
  outdir: out,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  supported: PATTERNS_AS_CALLS,
  legalComments: 'none',
  external: EXTERNAL.flatMap(name => [name, `${name}/*`]),
  banner: { js: REQUIRE },
  plugins: [
    pdfkitData(),
    dataFiles(),
    settings(),
    builtIns(),
    stringWidthOnDemand(),
    nativeInflate(),
    sources(assets),
    modelsAsText(),
    parts(),
    ...UNUSED.map(name => without(name)),
    without('linebreak', 'pdfkit|pdfmake'),
  ],
  metafile: true,
  logLevel: 'warning',
})
const made = [...Object.keys(metafile.inputs), ...(await assets.write(out, metafile))]
writeFileSync(join(out, 'licences.txt'), licencesOf(made))
