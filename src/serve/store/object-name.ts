/**
 * Throws unless a name is one that every store can hold, and that leads nowhere but into it: parts of Latin letters, digits,
 * `.`, `_` and `-` with `/` between them. A wrong one is a bug: whoever makes names of what others wrote checks that first.
 */
export function checkObjectName(name: string): void {
  if (name.length > MAX_CHARACTERS || !name.includes('/') || !name.split('/').every(isNamePart))
    throw new Error(`no object can have the name ${JSON.stringify(name.slice(0, MAX_CHARACTERS))}`)
}

/** Throws unless names can begin so. */
export function checkNamePrefix(prefix: string): void {
  const parts = prefix.split('/')
  const last = parts.pop() ?? ''
  if (prefix.length > MAX_CHARACTERS || !parts.every(isNamePart) || (last !== '' && !isNamePart(last)))
    throw new Error(
      `no object has a name that begins with ${JSON.stringify(prefix.slice(0, MAX_CHARACTERS))}`,
    )
}

/** One part of a name: neither hidden nor a way up. */
export function isNamePart(part: string): boolean {
  return /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/.test(part)
}

const MAX_CHARACTERS = 400
