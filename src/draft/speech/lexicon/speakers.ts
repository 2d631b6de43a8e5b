import { isOrganisationNoun } from './organisations.js'
import { isRoleNoun } from './roles.js'
import { wordList } from './word-list.js'

/** Whether a common noun (in small letters) is of those that speak: an office, a body, a group of people. */
export function isSpeakerNoun(lower: string): boolean {
  return isRoleNoun(lower) || isOrganisationNoun(lower) || SPEAKER_GROUPS.has(lower)
}

/** Whether a common noun is of those that hold words, and are somebody's: a statement, a letter, a report. */
export function isDocumentNoun(lower: string): boolean {
  return DOCUMENTS.has(lower) || DOCUMENTS.has(lower.replace(/s$/, ''))
}

const SPEAKER_GROUPS = wordList(`
  source sources team aides staff police authorities government military court jury crowd critics experts researchers lawyers voters residents fans
  supporters protesters others some many people parents family spokespeople organizers democrats republicans conservatives liberals campaign show newspaper paper
  channel publication firm union tribe church school bank panel regime opposition majority minority judges justices prosecutors agents officers soldiers students
  teachers workers farmers investors traders analysts economists scientists doctors diplomats lawmakers legislators senators ministers leaders activists advocates
  organization organisation narrator spouse couple pair duo audience mob choir chorus`)

const DOCUMENTS = wordList(`
  statement letter email e-mail tweet post memo interview speech op-ed article story report book ad advertisement video website site message release note essay
  column remark comment testimony transcript poll survey study brief filing lawsuit complaint order document bill law headline sign banner poster slogan caption
  question answer response argument claim idea plan proposal policy resolution`)
