import { fileURLToPath } from 'node:url'
import { compare } from 'uvu/diff'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Node's own frames, those of uvu's assertions, and those of what runs the tests. */
const NOT_THE_TEST = /\((?:node:|file:[^)]*\/node_modules\/uvu\/)|\bnode:internal|\/scripts\/testing\//

/** What is to be shown of a failure: message, difference and the frames of sources, tests and packages. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${String(error)}`
  const [message, ...frames] = partsOf(error)
  const shown = frames
    .filter(frame => !NOT_THE_TEST.test(frame))
    .map(frame => frame.replaceAll(`file://${ROOT}`, '').replaceAll(ROOT, ''))
  const cause = error.cause === undefined ? [] : [`caused by ${describeFailure(error.cause)}`]
  return [message, ...differenceOf(error), ...shown, ...cause].join('\n')
}

function partsOf({ name, message, stack = '' }: Error): string[] {
  const title = name.startsWith('Assertion') ? message : `${name}: ${message}`
  return [
    title,
    ...stack
      .split('\n')
      .filter(line => /^ +at /.test(line))
      .map(line => `  ${line.trim()}`),
  ]
}

/** What differs, as uvu's assertions state it, or as it would be stated of an assertion of Node. */
function differenceOf(error: Error): string[] {
  const { details, actual, expected } = error as Error & Assertion
  const difference = error.name.startsWith('AssertionError') ? compare(actual, expected) : details
  return typeof difference === 'string' ? ['', ...difference.split('\n').map(line => `    ${line}`), ''] : []
}

interface Assertion {
  readonly details?: unknown
  readonly actual?: unknown
  readonly expected?: unknown
}
