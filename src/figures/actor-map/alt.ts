import { type ActorMapData, type DiagramWords, fill } from '../../markup/index.js'
import { mostImportant, sayCount, sayItems, saySome, sentence } from '../say.js'
import { isRated, type RatedActor } from './place-actors.js'

/** "Map of six actors by influence and support: in favour: …", the most favourable first; and who is not on it. */
export function actorMapAlt({ actors, stanceOn }: ActorMapData, words: DiagramWords): string {
  const placed = actors.filter(isRated)
  const rest = actors.filter(actor => !isRated(actor)).map(({ name }) => name.text)
  const told = mostImportant(placed)
  const said = [2, 1, 0, -1, -2].flatMap(support => sayStance(told, support, words))
  const pattern = placed.length === 1 ? words.labels.actor_map_of_one : words.labels.actor_map_of
  const count = sayCount(placed.length, words)
  const map = fill(pattern, { count, actors: saySome(said, told.length === placed.length, words) })
  const note = rest.length > 0 ? fill(words.labels.not_placed, { actors: sayItems(rest, words) }) : ''
  const on = stanceOn ? fill(words.labels.stance_on, { what: stanceOn.text }) : ''
  return [map, on, note].filter(Boolean).map(sentence).join(' ')
}

function sayStance(
  actors: readonly RatedActor[],
  support: number,
  { scales, labels }: DiagramWords,
): string[] {
  const alike = actors.filter(actor => actor.support === support)
  if (alike.length === 0) return []
  const names = alike.map(({ name, side, influence }) => {
    const weight = fill(labels.with_influence, { influence: scales.influence[influence - 1] ?? influence })
    return `${name.text} (${side === undefined ? weight : `${side}, ${weight}`})`
  })
  return [`${scales.support[support + 2] ?? support}: ${names.join(', ')}`]
}
