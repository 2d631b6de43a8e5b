import { type DiagramWords, fill, type StakesMatrixData } from '../../markup/index.js'
import { mostImportant, sayCount, saySome, sentence } from '../say.js'
import { isRated, type Rated } from './rated.js'

/** "Matrix of five stakes by likelihood and impact: 1, Trade (likely, major impact); …", as they are numbered. */
export function stakesMatrixAlt({ stakes, listed }: StakesMatrixData, words: DiagramWords): string {
  const rated = stakes.filter(isRated)
  const told = mostImportant(rated)
  const said = told.map(stake => sayStake(stake, listed, words))
  const pattern = rated.length === 1 ? words.labels.stakes_matrix_of_one : words.labels.stakes_matrix_of
  const count = sayCount(rated.length, words)
  return sentence(fill(pattern, { count, stakes: saySome(said, told.length === rated.length, words) }))
}

/** Who bears a stake is said where the figure says it. */
function sayStake(stake: Rated, listed: boolean, { scales, labels }: DiagramWords): string {
  const likelihood = scales.likelihood[stake.likelihood - 1] ?? stake.likelihood
  const impact = scales.impact[stake.impact - 1] ?? stake.impact
  const who = listed ? stake.who.map(({ text }) => text).join(', ') : ''
  const facts = [fill(labels.with_impact, { likelihood, impact }), who].filter(Boolean).join('; ')
  return `${stake.number}, ${stake.stake.text} (${facts})`
}
