import { type DiagramStrings, fillPattern, type StakesMatrixData } from '../../markup/index.js'
import { asSentence, countInWords, listSelected, mostImportant } from '../phrases.js'
import { type FullyRatedStake, isFullyRated } from './rated-stakes.js'

/** "Matrix of five stakes by likelihood and impact: 1, Trade (likely, major impact); …", as they are numbered. */
export function stakesMatrixAlt({ stakes, listed }: StakesMatrixData, words: DiagramStrings): string {
  const rated = stakes.filter(isFullyRated)
  const told = mostImportant(rated)
  const said = told.map(stake => describeStake(stake, listed, words))
  const pattern = rated.length === 1 ? words.labels.stakes_matrix_of_one : words.labels.stakes_matrix_of
  const count = countInWords(rated.length, words)
  return asSentence(
    fillPattern(pattern, { count, stakes: listSelected(said, told.length === rated.length, words) }),
  )
}

/** Says who bears a stake only where the figure does. */
function describeStake(stake: FullyRatedStake, listed: boolean, { scales, labels }: DiagramStrings): string {
  const likelihood = scales.likelihood[stake.likelihood - 1] ?? stake.likelihood
  const impact = scales.impact[stake.impact - 1] ?? stake.impact
  const who = listed ? stake.who.map(({ text }) => text).join(', ') : ''
  const facts = [fillPattern(labels.with_impact, { likelihood, impact }), who]
    .filter(Boolean)
    .join(labels.list_separator)
  return `${stake.number}, ${stake.stake.text} (${facts})`
}
