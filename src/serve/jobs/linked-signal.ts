/** A signal that is aborted once one of several is. `AbortSignal.any` would not let go of signals that live long. */
export interface LinkedSignal {
  readonly signal: AbortSignal
  /** From now on it follows the others no more. */
  release(): void
}

export function linkSignals(signals: readonly AbortSignal[]): LinkedSignal {
  const controller = new AbortController()
  const follow = () => controller.abort(signals.find(({ aborted }) => aborted)?.reason)
  for (const signal of signals) signal.addEventListener('abort', follow)
  if (signals.some(({ aborted }) => aborted)) follow()
  const release = () => {
    for (const signal of signals) signal.removeEventListener('abort', follow)
  }
  return { signal: controller.signal, release }
}

/** What work comes to, unless one of some signals is aborted before; what is still done then is dropped. */
export async function unlessAborted<T>(work: Promise<T>, ...signals: readonly AbortSignal[]): Promise<T> {
  const { signal, release } = linkSignals(signals)
  try {
    const aborted = new Promise<never>((_, reject) => {
      if (signal.aborted) reject(signal.reason)
      else signal.addEventListener('abort', () => reject(signal.reason))
    })
    return await Promise.race([work, aborted])
  } finally {
    release()
    work.catch(() => {})
  }
}
