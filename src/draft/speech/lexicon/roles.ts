import { wordList } from './word-list.js'

/** Whether a word (in small letters) names an office, a profession or a part that a person has. */
export function isRoleNoun(lower: string): boolean {
  const bare = lower.replace(/^(?:ex|vice|co)-|-(?:elect|designate)$/g, '')
  return ROLES.has(bare) || ROLES.has(bare.replace(/s$/, '')) || COMPOUND_ROLE.test(bare)
}

/** Whether a word (in small letters) says no more than what somebody is to somebody else, or that it is a person. */
export function isRelationNoun(lower: string): boolean {
  return RELATIONS.has(lower)
}

const RELATIONS = wordList(`
  father mother son daughter wife husband widow brother sister uncle aunt cousin nephew niece grandfather grandmother
  friend neighbor neighbour colleague fellow partner rival ally member supporter opponent critic
  man woman boy girl men women`)

/** Whether a title is an office, and no mere honorific. */
export function isRoleWord(lower: string): boolean {
  return isRoleNoun(lower.replace(/\.$/, ''))
}

/** Whether a word (in small letters) is what an office is of: `Secretary of State`. */
export function isOfficeComplement(lower: string): boolean {
  return OFFICE_COMPLEMENTS.has(lower)
}

const OFFICE_COMPLEMENTS = wordList(`
  the state defense defence commerce labor labour energy education homeland security interior agriculture transportation housing urban development veterans affairs health human services and treasury staff foreign finance justice intelligence elections house representatives commons lords`)

const COMPOUND_ROLE =
  /^(?:spokes|chair|congress|council|assembly|business|police|fire|news|anchor|clergy|frontier)(?:wom[ae]n|m[ae]n|person|people)$/

/** Titles that stand before a name, and say no more of their bearer than its gender. */
export const HONORIFICS: ReadonlyMap<string, 'male' | 'female' | undefined> = new Map([
  ['mr', 'male'],
  ['mister', 'male'],
  ['sir', 'male'],
  ['lord', 'male'],
  ['mrs', 'female'],
  ['ms', 'female'],
  ['miss', 'female'],
  ['mx', undefined],
  ['lady', 'female'],
  ['dame', 'female'],
  ['dr', undefined],
  ['prof', undefined],
])

/** Whether a word (in small letters) may stand as a title before a name, with its point or without. */
export function isPersonalTitle(lower: string): boolean {
  const bare = lower.replace(/\.$/, '')
  return HONORIFICS.has(bare) || isRoleNoun(bare)
}

/** Whether a word (in small letters) is a title that is mostly written with a point: `Rev.`, `Sen.`, `Dr.`. */
export function isAbbreviatedTitle(lower: string): boolean {
  return ABBREVIATED_TITLES.has(lower) || HONORIFICS.has(lower)
}

/** Titles before a name as newspapers shorten them. */
const ABBREVIATED_TITLES = wordList(
  'sen gov rep reps sens govs del asst pres gen lt col maj capt sgt cmdr adm cpl pvt rev fr atty supt det insp amb hon msgr pm mp',
)

const ROLES = new Set([
  ...ABBREVIATED_TITLES,
  ...wordList(`
  president vice-president vice secretary undersecretary senator governor representative minister premier chancellor mayor ambassador commissioner
  congressman congresswoman councilman councilwoman councillor councilor alderman lawmaker legislator delegate whip leader speaker chair chairman chairwoman chairperson
  co-chair cochair director manager strategist adviser advisor aide spokesman spokeswoman spokesperson official officer operative surrogate pollster consultant
  counsel lawyer attorney judge justice prosecutor solicitor barrister magistrate clerk sheriff chief deputy detective inspector constable trooper superintendent
  general colonel major captain lieutenant sergeant commander admiral corporal private marshal brigadier
  king queen prince princess duke duchess emperor sultan emir pope bishop archbishop cardinal rabbi imam pastor reverend priest father sister brother
  ceo cfo coo cto founder co-founder cofounder owner executive partner entrepreneur businessman businesswoman tycoon mogul magnate billionaire investor banker
  economist analyst expert researcher scientist professor historian scholar sociologist psychologist physician doctor surgeon nurse engineer biologist
  author writer novelist poet journalist reporter correspondent columnist commentator editor publisher anchor host moderator producer presenter blogger pundit
  critic activist advocate organizer organiser campaigner lobbyist donor fundraiser volunteer supporter opponent rival ally
  candidate nominee incumbent challenger hopeful contender frontrunner front-runner czar tsar envoy diplomat negotiator coordinator administrator treasurer auditor
  actor actress singer musician rapper comedian filmmaker artist designer model star athlete player coach quarterback champion boxer
  student teacher principal dean provost rector veteran soldier farmer worker resident voter immigrant refugee witness victim suspect defendant plaintiff
  mother son daughter wife husband widow uncle aunt cousin nephew niece grandfather grandmother friend neighbor neighbour colleague
  head fellow member boss guru mastermind architect dictator leader protester demonstrator republican democrat
  assistant associate principal undersecretary ombudsman comptroller controller registrar rapporteur monarch heir rep
  pilot driver guard agent cop policeman policewoman ranger firefighter
  spokesmen spokeswomen men women man woman boy girl`),
])
