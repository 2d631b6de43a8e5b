import { resolve } from 'node:path'

/** Modules that are loaded one after the other in most runs: loaded together they are fewer files to find and to link. */
const PARTS = {
  planning: ['batch/build-briefs', 'batch/preview-build', 'batch/watch-briefs'],
  reading: [
    'batch/plan/brief-planner',
    'batch/workspace/audience-store',
    'batch/workspace/read-brief',
    'edition/index',
    'batch/plan/selection-hash',
    'batch/check-briefs',
  ],
  printing: ['batch/print/print-session', 'batch/print/report-withheld-from-pages'],
}

/** Imports that wait for one module of a part load the part. */
export function parts() {
  const partOf = new Map(
    Object.entries(PARTS).flatMap(([part, modules]) => modules.map(module => [resolve('src', module), part])),
  )
  return {
    name: 'parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, kind, resolveDir }) => {
        const part = kind === 'dynamic-import' && partOf.get(resolve(resolveDir, path).replace(/\.js$/, ''))
        return part ? { path: part, namespace: 'part' } : undefined
      })
      onLoad({ filter: /.*/, namespace: 'part' }, ({ path }) => ({
        resolveDir: resolve('src'),
        contents: PARTS[path].map(module => `export * from './${module}.js'`).join('\n'),
      }))
    },
  }
}
