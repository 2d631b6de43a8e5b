import { TLP_LABELS, tlpLevel } from '../brief/index.js'

interface Marking {
  /** As it is printed. */
  readonly label: string
  /** Place among the TLP labels, from 0; undefined for another scheme, whose levels are not known. */
  readonly level: number | undefined
}

/** Whether readers cleared up to `clearance` may see what is marked `marking`; what cannot be compared must be equal. */
export function isWithinClearance(marking: string | undefined, clearance: string): boolean {
  if (marking === undefined) return true
  const marked = parseMarking(marking)
  const cleared = parseMarking(clearance)
  if (marked.level === undefined || cleared.level === undefined) return marked.label === cleared.label
  return marked.level <= cleared.level
}

/** The label that a page shows which holds all of `markings`: of TLP the highest, then each other scheme's words. */
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
