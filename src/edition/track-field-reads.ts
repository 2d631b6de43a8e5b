import type { Edition } from './edition.js'

/**
 * The same edition, which adds to `read` the name of every field that is looked up, whether it exists or not, and `*`
 * where all were listed. A field that was never read cannot have reached a page.
 */
export function trackFieldReads<Kind extends Edition>(edition: Kind, read: Set<string>): Kind {
  const record = (key: string | symbol) => {
    if (typeof key === 'string') read.add(key)
  }
  const data = new Proxy(edition.data, {
    get(target, key) {
      record(key)
      return Reflect.get(target, key)
    },
    has(target, key) {
      record(key)
      return Reflect.has(target, key)
    },
    getOwnPropertyDescriptor(target, key) {
      record(key)
      return Reflect.getOwnPropertyDescriptor(target, key)
    },
    ownKeys(target) {
      read.add('*')
      return Reflect.ownKeys(target)
    },
  })
  const besides = new Map([...edition.besides].map(([lang, other]) => [lang, trackFieldReads(other, read)]))
  return { ...edition, data, besides }
}
