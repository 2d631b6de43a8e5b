import type { BriefData } from '../../brief/index.js'
import { lookupKey, tokenise } from '../../speech/index.js'
import { type Actor, actorNames, foldCaseAndAccents, nameKey } from '../text/actor-names.js'
import { keyAt, paragraphAt, type SourceText } from '../text/source-text.js'

type CitedSourceData = NonNullable<BriefData['sources']>[number]

/** Whether the source is the speaker's own, so that it need not say who speaks. */
export function isOwnWords(actor: Actor | undefined, source: CitedSourceData | undefined): boolean {
  if (source?.type === 'speech' || source?.type === 'personal_communication') return true
  return (
    actor !== undefined &&
    (source?.author ?? []).some(author => foldCaseAndAccents(author) === foldCaseAndAccents(actor.name))
  )
}

/** Whether the speaker is named in the paragraph of a passage, the two before it or the one after. */
export function isSpeakerNear(actor: Actor, source: SourceText, token: number): boolean {
  const naming = new Set([...actorNames(actor), ...officesInRole(actor)])
  const paragraph = paragraphAt(source, token)
  const isNear = (at: number, low: number, high: number) => {
    const number = source.paragraphOf[at]
    return number !== undefined && number >= low && number <= high
  }
  const names = (at: number) => naming.has(nameKey(keyAt(source, at)))
  for (let at = token; isNear(at, paragraph - 2, paragraph); at--) if (names(at)) return true
  for (let at = token + 1; isNear(at, paragraph, paragraph + 1); at++) if (names(at)) return true
  return false
}

/** The offices in an actor's role: "the president said" names a president. */
function officesInRole(actor: Actor): string[] {
  const roles = typeof actor.role === 'string' ? [actor.role] : Object.values(actor.role ?? {})
  return roles
    .flatMap(role => tokenise(role).map(token => foldCaseAndAccents(lookupKey(token.form))))
    .filter(word => OFFICES.has(word))
}

const OFFICES = new Set(
  (
    'admiral adviser advisor ambassador analyst attorney ceo chair chairman chairwoman chancellor chief colonel commissioner ' +
    'congressman congresswoman councillor czar deputy director economist executive expert general governor head judge justice king ' +
    'leader lawyer lieutenant mayor minister official president premier professor prosecutor queen rapporteur representative ' +
    'researcher secretary senator sheriff speaker spokesman spokesperson spokeswoman ' +
    'alcalde alcaldesa canciller directora diputado diputada embajador embajadora fiscal gobernador gobernadora jefe jefa juez jueza ' +
    'ministro ministra portavoz presidenta presidente rey reina secretario secretaria senador senadora vocera vocero ' +
    'chef directeur directrice depute deputee juge maire ministre porte-parole presidente premiere senateur senatrice ' +
    'abgeordnete abgeordneter botschafter botschafterin bundeskanzler bundeskanzlerin burgermeister burgermeisterin kanzler kanzlerin ' +
    'ministerin prasident prasidentin richter richterin sprecher sprecherin vorsitzende vorsitzender'
  ).split(' '),
)
