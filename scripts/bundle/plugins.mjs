import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parsedSettings } from './parsed-settings.mjs'

const require = createRequire(import.meta.url)

/** pdfkit reads its colour profile beside its own module, which is not where the bundle is; the fonts there are not used. */
export function pdfkitData() {
  return {
    name: 'pdfkit-data',
    setup({ onLoad }) {
      onLoad({ filter: /node_modules[\\/]pdfkit[\\/]js[\\/]pdfkit\.js$/ }, ({ path }) => {
        const contents = readFileSync(path, 'utf8')
          .replace(/fs\.readFileSync\(`\$\{__dirname\}(\/data\/[\w-]+\.icc)`\)/g, (_, file) => {
            const profile = readFileSync(join(dirname(path), file), 'base64')
            return `Buffer.from('${profile}', 'base64')`
          })
          .replaceAll("fs.readFileSync(__dirname + '/data/", "notBundled('")
        if (contents.includes('__dirname')) throw new Error('pdfkit reads other files than before')
        return {
          contents: `${contents}\nfunction notBundled(file) { throw new Error(file + ' is not bundled') }`,
        }
      })
    },
  }
}

/** Data files are read beside the modules in `src/`, and are part of the bundle. */
export function dataFiles() {
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
export function settings() {
  return {
    name: 'settings',
    setup({ onLoad }) {
      onLoad({ filter: /parsed-settings\.ts$/ }, async () => ({
        contents: `export const PARSED_SETTINGS = ${JSON.stringify(await parsedSettings())}`,
      }))
    },
  }
}

/**
 * Node's own modules, without what an import of them does beside: it reads all their exports, even those that load more, such as
 * `webcrypto`. Only exports that are used are read.
 */
export function builtIns() {
  const names = builtinModules.filter(name => !name.startsWith('_'))
  const filter = new RegExp(`^(?:node:)?(?:${names.join('|')})$`)
  return {
    name: 'built-ins',
    setup({ onResolve, onLoad }) {
      onResolve({ filter }, ({ path, kind }) =>
        kind === 'import-statement' || kind === 'dynamic-import'
          ? { path: `node:${path.replace('node:', '')}`, namespace: 'built-in', sideEffects: false }
          : undefined,
      )
      onLoad({ filter: /.*/, namespace: 'built-in' }, ({ path }) => {
        const exported = Object.keys(require(path)).filter(name => /^[A-Za-z]\w*$/.test(name))
        return {
          contents: [
            `const found = /* @__PURE__ */ process.getBuiltinModule('${path}')`,
            'const read = name => found[name]',
            'export default found',
            ...exported.map((name, index) => `const e${index} = /* @__PURE__ */ read('${name}')`),
            `export { ${exported.map((name, index) => `e${index} as ${name}`).join(', ')} }`,
          ].join('\n'),
        }
      })
    },
  }
}

/**
 * What tells the width of a text on a terminal makes tables of all emoji as soon as it is loaded, which takes longer than the
 * rest of a help text. It is loaded for a text of other characters than those that fill one column each.
 */
export function stringWidthOnDemand() {
  return {
    name: 'string-width-on-demand',
    setup({ onResolve, onLoad, resolve }) {
      onResolve(
        { filter: /^string-width$/ },
        async ({ path, importer, resolveDir, namespace, pluginData }) => {
          if (namespace !== 'file' || pluginData === 'whole') return undefined
          const found = await resolve(path, {
            importer,
            resolveDir,
            kind: 'import-statement',
            pluginData: 'whole',
          })
          return { path: found.path, namespace: 'string-width' }
        },
      )
      onLoad({ filter: /.*/, namespace: 'string-width' }, ({ path }) => ({
        resolveDir: dirname(path),
        contents: `
const NARROW = /^[\\n\\x20-\\x7e\\xa1-\\xa8\\xaa-\\xac\\xaf-\\u02ff\\u2010-\\u2027]*$/
module.exports = (text, options) =>
  typeof text === 'string' && NARROW.test(text)
    ? text.replaceAll('\\n', '').length
    : require(${JSON.stringify(path)}).default(text, options)`,
      }))
    },
  }
}

/** The tables of line breaking are unpacked by Node's own code, and not by that for browsers. */
export function nativeInflate() {
  return {
    name: 'native-inflate',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^tiny-inflate$/ }, ({ path }) => ({ path, namespace: 'native-inflate' }))
      onLoad({ filter: /.*/, namespace: 'native-inflate' }, () => ({
        contents: `
module.exports = (source, target) => {
  target.set(require('node:zlib').inflateRawSync(source))
  return target
}`,
      }))
    },
  }
}

/** The model of a language is read as JSON, which V8 does in half the time that it takes for the same as a program. */
export function modelsAsText() {
  return {
    name: 'models-as-text',
    setup({ onLoad }) {
      onLoad({ filter: /wink-eng-lite-web-model[\\/].*\.json$/ }, ({ path }) => {
        const json = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))
        return { contents: `module.exports = JSON.parse(${JSON.stringify(json)})`, loader: 'js' }
      })
    },
  }
}

/** Puts in the place of a module one that fails when anything of it is used; that it is loaded is no use of it. With `importers`, only for these packages. */
export function without(name, importers = '') {
  const contents = `
const fail = () => { throw new Error(${JSON.stringify(`${name} is not bundled`)}) }
module.exports = new Proxy(fail, { get: (_, key) => (key === '__esModule' ? false : fail()) })
`
  const filter = new RegExp(`^${name.replaceAll('.', '\\.')}$`)
  return {
    name: `without ${name}`,
    setup({ onResolve, onLoad, onEnd }) {
      let met = false
      const from = new RegExp(importers && `node_modules[\\\\/](?:${importers})[\\\\/]`)
      onResolve({ filter }, ({ importer }) => {
        if (!from.test(importer)) return undefined
        met = true
        return { path: name, namespace: `without ${name}` }
      })
      onLoad({ filter: /.*/, namespace: `without ${name}` }, () => ({ contents }))
      onEnd(() => (met ? undefined : { errors: [{ text: `nothing loads ${name} any more` }] }))
    },
  }
}
