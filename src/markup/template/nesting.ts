/**
 * The offset at which blocks or expressions of a template are nested more than `most` times, if they are: what parses and
 * compiles templates takes a frame of the stack for each. Found in the text, in one pass.
 */
export function nestingBeyond(most: number, text: string): number | undefined {
  /** Of each open block, how many branches it has had: each lies within the one before. */
  const open: number[] = []
  let depth = 0
  for (const { 0: mustache, 1: kind, index } of text.matchAll(/\{\{~?([#^/]|else\b)?[^{}]*\}\}/g)) {
    const isOpening = kind === '#' || (kind === '^' && !/^\{\{~?\^\s*~?\}\}/.test(mustache))
    if (isOpening) depth += open.push(1) > 0 ? 1 : 0
    else if (kind === 'else' && open.length > 0 && !/else\s*~?\}\}$/.test(mustache)) {
      open.push((open.pop() ?? 0) + 1)
      depth += 1
    } else if (kind === '/') depth -= open.pop() ?? 0
    if (depth > most || parenthesesIn(mustache) > most) return index
  }
  return undefined
}

function parenthesesIn(mustache: string): number {
  let [depth, deepest] = [0, 0]
  for (const character of mustache) {
    if (character === '(') deepest = Math.max(deepest, ++depth)
    if (character === ')') depth -= 1
  }
  return deepest
}
