import { copyFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'

/** Beside the folder of the chunks, in which the modules are that ask for these files. */
const FOLDER = 'assets'
const require = createRequire(import.meta.url)

/** What modules that make a `require` of their own load with it. */
const REQUIRED = /^(?:edtf|hyphen\/patterns\/[\w-]+\.js)$/

/**
 * Files of packages that are loaded from the disk, each when it is needed: those that a module names in `import.meta.resolve('PACKAGE/FILE')`, and
 * what it loads with `createRequire(import.meta.url)`. They lie in the bundle, so that their packages need not be installed.
 */
export class Assets {
  /** The modules that ask for them, to be checked: relative to the folder of the sources. */
  askers = new Set()
  #files = new Map()
  #packages = new Map()

  /** The code of a module that names such files, naming them in the bundle. */
  named(code, module) {
    const named = code.replace(/import\.meta\.resolve\("([^"]+\.[a-z]+)"\)/g, (_, file) => {
      this.#files.set(basename(file), require.resolve(file))
      return `new URL("../${FOLDER}/${basename(file)}", import.meta.url).href`
    })
    const found = named.includes('createRequire(') ? this.#requiring(named, module) : named
    if (found !== code) this.askers.add(module)
    return found
  }

  #requiring(code, module) {
    const found = code.replace(/(?<=\bpatterns: |\()"([^"]+)"/g, (whole, specifier) => {
      if (!REQUIRED.test(specifier)) return whole
      const name = `${basename(specifier, '.js')}.cjs`
      this.#packages.set(name, specifier)
      return `"../${FOLDER}/${name}"`
    })
    if (found === code) throw new Error(`${module} loads what the bundle does not hold`)
    return found
  }

  /** Puts the files in their places; returns the files that they are made from. */
  async write(out, { inputs, outputs }) {
    for (const [output, { inputs: modules }] of Object.entries(outputs))
      for (const module of Object.keys(modules))
        if (this.askers.has(module) && basename(dirname(output)) !== 'chunks')
          throw new Error(`${module} is bundled into ${output}, from where it does not find its files`)
    for (const module of this.askers) if (!inputs[module]) throw new Error(`${module} is not bundled`)
    mkdirSync(join(out, FOLDER), { recursive: true })
    for (const [name, file] of this.#files) copyFileSync(file, join(out, FOLDER, name))
    const made = [...this.#files.values()]
    for (const [name, from] of this.#packages) {
      const { metafile } = await build({
        entryPoints: [require.resolve(from)],
        outfile: join(out, FOLDER, name),
        bundle: true,
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        minify: true,
        legalComments: 'none',
        metafile: true,
        logLevel: 'warning',
      })
      made.push(...Object.keys(metafile.inputs))
    }
    return made
  }
}
