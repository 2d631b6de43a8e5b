import type { Proof } from '../../evidence/index.js'

/** Quotations by how they are proved. */
export interface QuoteCounts {
  readonly verified: number
  readonly abridged: number
  readonly locked: number
  readonly unverified: number
}

/** Counts quotations; a quotation is either proved in one of three ways, or not. */
export function countProofs(proofs: readonly Proof[]): QuoteCounts {
  const counts = { verified: 0, abridged: 0, locked: 0, unverified: 0 }
  for (const { verdict } of proofs)
    counts[verdict in counts ? (verdict as keyof QuoteCounts) : 'unverified']++
  return counts
}
