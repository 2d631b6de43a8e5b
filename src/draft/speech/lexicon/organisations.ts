import { wordList } from './word-list.js'

/** Whether a word (in small letters) is the kind of body that a name in capitals names. */
export function isOrganisationNoun(lower: string): boolean {
  return ORGANISATION_NOUNS.has(lower)
}

/** Whether initials in capitals are those of a thing or an idea, as most are of a body. */
export function isCommonInitialism(initials: string): boolean {
  return COMMON_INITIALISMS.has(initials.toLowerCase())
}

const COMMON_INITIALISMS = wordList(
  'tv ai ok am pm id dna gdp gps suv suvs pdf dvd cd cds pc pcs hiv aids covid iq icu er lgbt lgbtq ceo ceos cfo coo vip vips faq sms ufo ufos rv rvs ad bc',
)

/** Whether a word (in small letters) that is no body takes `of` into its name: `Port of Nordhavn`. */
export function takesOfComplement(lower: string): boolean {
  return OF_COMPLEMENT_HEADS.has(lower)
}

const OF_COMPLEMENT_HEADS = wordList(
  'secretary sons daughters chamber director attorney speaker port city town county state republic kingdom commonwealth voice friends doctors knights',
)

const ORGANISATION_NOUNS = wordList(`
  party department ministry university college school institute institution committee subcommittee council commission agency bureau authority administration
  association federation confederation union alliance coalition league society club foundation endowment fund trust center centre court tribunal senate congress parliament assembly
  house office board bank corporation corp corp. inc inc. company co. ltd ltd. llc group holdings partners organization organisation organizations cartel cartels
  post times news journal tribune herald gazette guardian magazine press network radio broadcasting media register globe examiner chronicle inquirer review
  police army navy guard force forces corps service services patrol command brigade militia campaign caucus movement front project initiative program programme
  church diocese synod mosque temple hospital clinic lab laboratory laboratories museum library academy airlines airways motors industries systems technologies
  pac pacs conference convention secretariat embassy consulate kremlin pentagon treasury cabinet reserve exchange
  report poll survey study guild brotherhood teamsters workers voters families citizens watch action works network international associates nations`)
