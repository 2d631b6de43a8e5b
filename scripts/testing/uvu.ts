/** What compiled tests get when they import `uvu`: its interface, with tests that a worker can name, choose and time. */

type Handler = (state: State) => unknown
type State = Record<string, unknown>

export interface RegisteredTest {
  readonly name: string
  readonly handler: Handler
}

/** What a file registers between two calls of `run`. */
export class Suite {
  readonly tests: RegisteredTest[] = []
  readonly only: RegisteredTest[] = []
  /** Names of tests that are marked `skip`. */
  readonly skipped: string[] = []
  readonly before: Handler[] = []
  readonly after: Handler[] = []
  readonly beforeEach: Handler[] = []
  readonly afterEach: Handler[] = []
  readonly state: State = {}
}

/** Suites that are to run, by the calls of `run`. */
const ready: Suite[] = []
/** Suites that wait for a call of `run`. */
const open = new Set<Suite>()

/** The suites of the file that has been loaded, and how many tests of it no call of `run` would run. */
export function takeSuites(): { readonly suites: readonly Suite[]; readonly forgotten: number } {
  let forgotten = 0
  for (const { tests, only, skipped } of open)
    for (const list of [tests, only, skipped]) forgotten += list.splice(0).length
  open.clear()
  return { suites: ready.splice(0), forgotten }
}

/** uvu's `suite`: a `test` of one's own. */
export function suite(name = '') {
  let current = new Suite()
  const titled = (title: string) => (name ? `${name}: ${title}` : title)
  const adder = (list: 'tests' | 'only') => (title: string, handler: Handler) => {
    open.add(current)
    current[list].push({ name: titled(title), handler })
  }
  const hooks = (list: 'before' | 'after' | 'beforeEach' | 'afterEach') => (handler: Handler) => {
    current[list].push(handler)
  }
  return Object.assign(adder('tests'), {
    only: adder('only'),
    skip(title = 'a test') {
      open.add(current)
      current.skipped.push(titled(title))
    },
    before: Object.assign(hooks('before'), { each: hooks('beforeEach') }),
    after: Object.assign(hooks('after'), { each: hooks('afterEach') }),
    run() {
      open.delete(current)
      ready.push(current)
      current = new Suite()
    },
  })
}

export const test = suite()
