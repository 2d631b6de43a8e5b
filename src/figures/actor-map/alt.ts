import { type ActorMapData, type DiagramStrings, fillPattern } from '../../markup/index.js'
import { asSentence, countInWords, listItems, listSelected, mostImportant } from '../phrases.js'
import { isRatedActor, type RatedActor } from './place-actors.js'

/** "Map of six actors by influence and support: in favour: …", the most favourable first; and who is not on it. */
export function actorMapAlt({ actors, stanceOn }: ActorMapData, words: DiagramStrings): string {
  const placed = actors.filter(isRatedActor)
  const rest = actors.filter(actor => !isRatedActor(actor)).map(({ name }) => name.text)
  const told = mostImportant(placed)
  const said = [2, 1, 0, -1, -2].flatMap(support => describeStance(told, support, words))
  const pattern = placed.length === 1 ? words.labels.actor_map_of_one : words.labels.actor_map_of
  const count = countInWords(placed.length, words)
  const map = fillPattern(pattern, {
    count,
    actors: listSelected(said, told.length === placed.length, words),
  })
  const note = rest.length > 0 ? fillPattern(words.labels.not_placed, { actors: listItems(rest, words) }) : ''
  const on = stanceOn ? fillPattern(words.labels.stance_on, { what: stanceOn.text }) : ''
  return [map, on, note].filter(Boolean).map(asSentence).join(' ')
}

function describeStance(
  actors: readonly RatedActor[],
  support: number,
  { scales, labels }: DiagramStrings,
): string[] {
  const alike = actors.filter(actor => actor.support === support)
  if (alike.length === 0) return []
  const names = alike.map(({ name, side, influence }) => {
    const weight = fillPattern(labels.with_influence, {
      influence: scales.influence[influence - 1] ?? influence,
    })
    return `${name.text} (${side === undefined ? weight : `${side}, ${weight}`})`
  })
  return [`${scales.support[support + 2] ?? support}${labels.colon} ${names.join(', ')}`]
}
