/**
 * Calls `act` when a signal is aborted; what comes back takes that back. However many wait on a signal, one of them listens: Node warns of more
 * than ten, and takes the longer to remove one, the more there are.
 */
export function onAbort(signal: AbortSignal, act: () => void): () => void {
  let acts = actsOf.get(signal)
  if (acts === undefined) {
    const all = new Set<() => void>()
    acts = all
    actsOf.set(signal, all)
    signal.addEventListener('abort', () => callAll(all), { once: true })
  }
  acts.add(act)
  return () => acts.delete(act)
}

const actsOf = new WeakMap<AbortSignal, Set<() => void>>()

function callAll(acts: Set<() => void>): void {
  for (const act of acts) act()
  acts.clear()
}
