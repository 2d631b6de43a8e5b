import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { withLazyPatterns } from './lazy-patterns.mjs'

const ROOT = resolve('src')

/** How the modules of `src/` are read for a bundle; `assets` collects the files of packages that they load. */
export function sources(assets) {
  return {
    name: 'sources',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (!path.startsWith(ROOT)) return undefined
        const module = relative('.', path).replaceAll('\\', '/')
        const code = assets.named(await withLazyPatterns(readFileSync(path, 'utf8')), module)
        return { contents: isIndex(path) ? code : pastIndexes(code, path), loader: 'js' }
      })
    },
  }
}

/**
 * Imports through the index of a stage name the module itself: what loads a part of a stage would else load all that any other
 * entry of the bundle takes from that index.
 */
function pastIndexes(code, path) {
  return code.replace(/^import \{([^}]*)\} from "(\.[^"]*\/index\.js)";$/gm, (whole, names, specifier) => {
    const index = resolve(dirname(path), specifier.replace(/\.js$/, '.ts'))
    const found = names
      .split(',')
      .map(name => name.trim())
      .filter(Boolean)
    const imports = found.map(name => {
      const [exported, local = exported] = name.split(' as ')
      const home = homeOf(exported, index)
      return home && `import { ${home.name} as ${local} } from ${JSON.stringify(home.path)};`
    })
    return imports.every(Boolean) ? imports.join(' ') : whole
  })
}

/** The module that an export of an index comes from, and its name there. */
function homeOf(name, index) {
  const code = readFileSync(index, 'utf8')
  for (const [, names, specifier] of code.matchAll(/^export \{([^}]*)\} from '(\.[^']*)'$/gm)) {
    const exported = names.split(',').map(each =>
      each
        .trim()
        .replace(/^type .*/, '')
        .split(' as '),
    )
    const own = exported.find(each => each.at(-1) === name)
    const path = join(dirname(index), specifier.replace(/\.js$/, '.ts'))
    if (!own || !existsSync(path)) continue
    return isIndex(path) ? homeOf(own[0], path) : { path, name: own[0] }
  }
  return undefined
}

const isIndex = path => /[\\/]index\.ts$/.test(path)
