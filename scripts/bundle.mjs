/**
 * Bundles the program and the library into `dist/`: a start that finds, reads and links a dozen files instead of
 * four hundred, without what pdfkit loads and nobody here uses. `node scripts/bundle.mjs [FOLDER]`.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { parsedSettings } from './bundle/parsed-settings.mjs'

/** Loaded from `node_modules` as they are: they read files beside themselves, or are seldom needed. */
const EXTERNAL = ['piscina', 'harfbuzzjs', 'edtf', 'wink-nlp', 'wink-eng-lite-web-model']
/**
 * Loaded by what is bundled, and never used here: pdfkit's own reading of fonts and its encryption, pdfmake's SVG.
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

const out = process.argv[2] ?? 'dist'
const { metafile } = await build({
  entryPoints: ['src/cli.ts', 'src/index.ts', 'src/batch/print/worker.ts'],
  outdir: out,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  external: EXTERNAL.flatMap(name => [name, `${name}/*`]),
  // What was CommonJS asks for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [pdfkitFolder(), dataFiles(), settings(), ...UNUSED.map(without)],
  metafile: true,
  logLevel: 'warning',
})
writeFileSync(join(out, 'licences.txt'), licencesOf(Object.keys(metafile.inputs)))

/** pdfkit reads its colour profile beside its own module, which is not where the bundle is. */
function pdfkitFolder() {
  return {
    name: 'pdfkit-folder',
    setup({ onLoad }) {
      onLoad({ filter: /node_modules\/pdfkit\/js\/pdfkit\.js$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replaceAll(
          '__dirname',
          "require('node:path').dirname(require['resolve']('pdfkit'))",
        ),
      }))
    },
  }
}

/** Data files are read beside the modules in `src/`, and are part of the bundle. */
function dataFiles() {
  return {
    name: 'data-files',
    setup({ onLoad }) {
      onLoad({ filter: /read-data-file\.ts$/ }, () => {
        const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
          .map(file => file.replaceAll('\\', '/'))
          .filter(file => /\/data\/.*\.txt$/.test(file))
        // Without the comments; lines keep their numbers.
        const texts = files.map(file => [
          file,
          readFileSync(join('src', file), 'utf8').replace(/^#.*$/gm, ''),
        ])
        return {
          contents: `const TEXTS = ${JSON.stringify(Object.fromEntries(texts))}
export const readDataFile = path => TEXTS[path]`,
        }
      })
    },
  }
}

/** The settings of the package's own files are parsed now, and not at each start. */
function settings() {
  return {
    name: 'settings',
    setup({ onLoad }) {
      onLoad({ filter: /parsed-settings\.ts$/ }, async () => ({
        contents: `export const PARSED_SETTINGS = ${JSON.stringify(await parsedSettings())}`,
      }))
    },
  }
}

/** Puts in the place of a module one that fails when anything of it is used; that it is loaded is no use of it. */
function without(name) {
  const contents = `
const fail = () => { throw new Error(${JSON.stringify(`${name} is not bundled`)}) }
module.exports = new Proxy(fail, { get: (_, key) => (key === '__esModule' ? false : fail()) })
`
  const filter = new RegExp(`^${name.replaceAll('.', '\\.')}$`)
  return {
    name: `without ${name}`,
    setup({ onResolve, onLoad, onEnd }) {
      let met = false
      onResolve({ filter }, () => {
        met = true
        return { path: name, namespace: `without ${name}` }
      })
      onLoad({ filter: /.*/, namespace: `without ${name}` }, () => ({ contents }))
      onEnd(() => (met ? undefined : { errors: [{ text: `nothing loads ${name} any more` }] }))
    },
  }
}

/** The licences of all packages of which a bundle holds something: copies are to carry them. */
function licencesOf(inputs) {
  const folders = inputs.flatMap(input => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? [])
  return [...new Set(folders)]
    .sort()
    .map(folder => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry))
      const text =
        file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : license
      return `${name} ${version}\n\n${text}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}
