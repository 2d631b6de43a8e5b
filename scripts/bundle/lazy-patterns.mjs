import { transform } from 'esbuild'

/**
 * A module in JavaScript that makes regular expressions which know Unicode when they are first used. V8 looks up the characters of `\p{…}` whenever it
 * reads one, in functions that are never called too, and again when a module is loaded: a fifth of a millisecond each, for
 * hundreds of them.
 */
export async function withLazyPatterns(code) {
  const transformed = await transform(code, { loader: 'ts', target: 'node20', supported: PATTERNS_AS_CALLS })
  return madeLater(transformed.code)
}

/** Regular expressions with the flag `u` are written as calls of their constructor, which V8 does not read before they run. */
export const PATTERNS_AS_CALLS = {
  'regexp-sticky-and-unicode-flags': false,
  'regexp-unicode-property-escapes': false,
}

const CALL = String.raw`(?:\/\* @__PURE__ \*\/ )?new RegExp\("(?:[^"\\]|\\.)*", "[a-z]*"\)`
const CONSTANT =
  /^const ([A-Z][A-Z0-9_]*) = ((?:\/\* @__PURE__ \*\/ )?new RegExp\((?:.*|\n {2}[\s\S]*?\n)\));$/gm

/** The code of a module whose patterns are made when they are first used, each once as before. */
function madeLater(code) {
  let later = code
  for (const [, name] of code.matchAll(CONSTANT)) {
    const [line, , call] = [...later.matchAll(CONSTANT)].find(found => found[1] === name) ?? []
    const rest = line && later.replace(line, () => '')
    if (!rest || !isOnlyUsed(name, rest)) continue
    const used = rest.replace(new RegExp(String.raw`\b${name}\b`, 'g'), `${name}()`)
    later = `${used}\nvar made_${name};\nfunction ${name}() { return made_${name} ??= ${call}; }`
  }
  return keptOnceMade(later)
}

/** Whether a name stands only where its value is used: in no string, and as no key of an object. */
function isOnlyUsed(name, code) {
  const all = code.match(new RegExp(String.raw`\b${name}\b`, 'g')) ?? []
  const uses = code
    .replace(STRING, '""')
    .match(new RegExp(String.raw`(?<![\w$.#])${name}(?=\.(?:test|exec|source|lastIndex)\b|[,)])`, 'g'))
  return all.length === (uses?.length ?? 0)
}

const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`/g

/** Patterns within functions, too: a literal costs nothing once it is read, but a call does. Those that keep a place are new each time. */
function keptOnceMade(code) {
  const kept = []
  const later = code.replace(new RegExp(CALL, 'g'), (call, offset) => {
    const isConstant = /^(?:export )?const \w+ = $|\?\?= $/.test(
      code.slice(code.lastIndexOf('\n', offset) + 1, offset),
    )
    if (isConstant || /"[a-z]*[gy][a-z]*"\)$/.test(call)) return call
    kept.push(`\nvar pattern_${kept.length};`)
    return `(pattern_${kept.length - 1} ??= ${call})`
  })
  return later + kept.join('')
}
