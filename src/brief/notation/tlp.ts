/** TLP 2.0 labels (FIRST, Traffic Light Protocol, August 2022), from the least restricted to the most. */
export const TLP_LABELS = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const

/** The position of a marking among `TLP_LABELS`, whatever its case and punctuation; undefined for any other marking. */
export function tlpLevel(marking: string): number | undefined {
  const name = /^TLP\s*[:-]?\s*([A-Z]+(?:\s*\+\s*STRICT)?)$/i.exec(marking.trim())?.[1]
  if (name === undefined) return undefined
  const label = `TLP:${name.toUpperCase().replace(/\s/g, '')}`
  // TLP 1.0 called the lowest label WHITE.
  const level = TLP_LABELS.findIndex(known => known === (label === 'TLP:WHITE' ? 'TLP:CLEAR' : label))
  return level < 0 ? undefined : level
}
