/**
 * What an edition in one language says for what the same edition says in another. Both are of one selection of a brief, so that
 * their groups, lists and texts stand in the same places; a text that one language goes without has no counterpart.
 */
export class Counterparts {
  #known: WeakMap<object, object> | undefined

  constructor(
    private readonly from: object,
    private readonly to: object,
  ) {}

  /** The counterpart of a group, a list or a text; undefined for what is no part of the edition. */
  of(value: object): object | undefined {
    this.#known ??= pairs(this.from, this.to)
    return this.#known.get(value)
  }
}

/** Walks both at once; an actor whom several items name is met several times. */
function pairs(from: object, to: object): WeakMap<object, object> {
  const known = new WeakMap<object, object>()
  const open: (readonly [object, object])[] = [[from, to]]
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [one, other] = pair
    if (known.has(one)) continue
    known.set(one, other)
    for (const [key, value] of Object.entries(one)) {
      const counterpart: unknown = Reflect.get(other, key)
      if (isObject(value) && isObject(counterpart)) open.push([value, counterpart])
    }
  }
  return known
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
