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
  try {
    return JSON.parse(text)
  } catch (error) {
    const [position] = /position \d+/.exec(String(error)) ?? []
    throw new HttpProblem(400, 'malformed', `the body is not JSON${position ? ` at ${position}` : ''}`)
  }
}
