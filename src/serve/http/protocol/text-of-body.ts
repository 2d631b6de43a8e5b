import { HttpProblem } from './http-problem.js'

/** The text of bytes that are UTF-8. */
export function utf8(bytes: Uint8Array, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new HttpProblem(400, 'malformed', `${what} is not UTF-8`)
  }
}

/** Parses JSON; what engines say of an error quotes the text, which no answer need repeat. */
export function parseJson(text: string): unknown {
  const value = parsed(text)
  if (isDeeperThan(MOST_DEPTH, value))
    throw new HttpProblem(400, 'malformed', `the JSON is nested more than ${MOST_DEPTH} deep`)
  return value
}

/** Objects and lists in one another: no field of a request has more than four. */
const MOST_DEPTH = 32

/** Level by level, as a call for each would exhaust the stack, which is what is to be prevented. */
function isDeeperThan(most: number, value: unknown): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true
    level = level.flatMap(each => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return false
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const [position] = /position \d+/.exec(String(error)) ?? []
    throw new HttpProblem(400, 'malformed', `the body is not JSON${position ? ` at ${position}` : ''}`)
  }
}
