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
  return typeof difference === 'string'
    ? ['', ...changedLines(difference).map(line => `    ${line}`), '']
    : []
}

/** Lines of a difference that are shown on each side of one that differs. */
const CONTEXT = 3

/** The lines that differ, with those around them: what is alike may be a whole file. */
function changedLines(difference: string): string[] {
  const lines = difference.split('\n')
  const differs = lines.map(line => /^.{0,20}?(?:\+\+|--)/.test(line))
  if (!differs.includes(true)) return lines
  const isNear = lines.map((_, index) =>
    differs.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).includes(true),
  )
  return lines.flatMap((line, index) => {
    if (isNear[index]) return [line]
    return isNear[index - 1] ? ['⋮'] : []
  })
}

interface Assertion {
  readonly details?: unknown
  readonly actual?: unknown
  readonly expected?: unknown
}
