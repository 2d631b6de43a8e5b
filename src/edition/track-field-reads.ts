import type { Edition } from './edition.js'

/**
 * The same edition, of which whatever reads it leaves behind in `read` the names of the fields that it looked for, there
 * or not; `*` where it went through all. What was not read cannot have reached a page.
 */
export function trackFieldReads(edition: Edition, read: Set<string>): Edition {
  const note = (key: string | symbol) => {
    if (typeof key === 'string') read.add(key)
  }
  const data = new Proxy(edition.data, {
    get(target, key) {
      note(key)
      return Reflect.get(target, key)
    },
    has(target, key) {
      note(key)
      return Reflect.has(target, key)
    },
    getOwnPropertyDescriptor(target, key) {
      note(key)
      return Reflect.getOwnPropertyDescriptor(target, key)
    },
    ownKeys(target) {
      read.add('*')
      return Reflect.ownKeys(target)
    },
  })
  return { ...edition, data }
}
