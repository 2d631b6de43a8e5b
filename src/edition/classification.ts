import { TLP_LABELS, tlpLevel } from '../brief/index.js'

interface Marking {
  /** As it is printed. */
  readonly label: string
  /** Position among the TLP labels, from 0; undefined for another scheme, whose levels are not known. */
  readonly level: number | undefined
}

/** Whether a marking is at most the clearance; markings that cannot be compared must be equal. */
export function isWithinClearance(marking: string | undefined, clearance: string): boolean {
  if (marking === undefined) return true
  const item = parseMarking(marking)
  const limit = parseMarking(clearance)
  if (item.level === undefined || limit.level === undefined) return item.label === limit.label
  return item.level <= limit.level
}

/** The label of a page with content of all these markings: the highest of TLP, then the words of each other scheme. */
export function bannerLabel(markings: Iterable<string | undefined>): string | undefined {
  let highest: Marking | undefined
  const others = new Set<string>()
  for (const text of markings) {
    if (text === undefined) continue
    const marking = parseMarking(text)
    if (marking.level === undefined) others.add(marking.label)
    else if (marking.level >= (highest?.level ?? 0)) highest = marking
  }
  const labels = highest ? [highest.label, ...others] : [...others]
  return labels.length > 0 ? labels.join(' // ') : undefined
}

/** Whether a marking is of a scheme whose levels are known. */
export function isTlpMarking(marking: string): boolean {
  return tlpLevel(marking) !== undefined
}

function parseMarking(text: string): Marking {
  const level = tlpLevel(text)
  const label = level === undefined ? undefined : TLP_LABELS[level]
  return { label: label ?? text.trim().replace(/\s+/g, ' ').toUpperCase(), level }
}
