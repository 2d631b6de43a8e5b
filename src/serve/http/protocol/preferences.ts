/** What a client prefers of how it is answered (RFC 7240). */
export interface Preferences {
  readonly respondAsync: boolean
  /** Seconds. */
  readonly wait: number | undefined
}

/** Reads the header `Prefer`; what is not known in it is passed over, as RFC 7240 asks. */
export function readPreferences(header: string | null): Preferences {
  let respondAsync = false
  let wait: number | undefined
  for (const part of (header ?? '').split(',')) {
    const [preference = ''] = part.split(';')
    const [name = '', value = ''] = preference.split('=').map(text => text.trim())
    if (name.toLowerCase() === 'respond-async' && value === '') respondAsync = true
    const [, seconds] = /^"?(\d{1,6})"?$/.exec(value) ?? []
    if (name.toLowerCase() === 'wait' && seconds !== undefined) wait ??= Math.min(Number(seconds), MOST_WAIT)
  }
  return { respondAsync, wait }
}

/** Seconds: proxies cut connections that are silent for longer. */
const MOST_WAIT = 600

/** What `Preference-Applied` says. */
export function appliedPreferences({ respondAsync, wait }: Preferences): Record<string, string> {
  const applied = [
    ...(respondAsync ? ['respond-async'] : []),
    ...(wait === undefined ? [] : [`wait=${wait}`]),
  ]
  return applied.length > 0 ? { 'Preference-Applied': applied.join(', ') } : {}
}
