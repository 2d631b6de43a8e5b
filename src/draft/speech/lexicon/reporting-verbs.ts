import { wordList } from './word-list.js'

/**
 * The forms of verbs that report speech (after the classes `say`, `tell`, `advise`, `complain` and `manner of speaking`
 * of Levin's English Verb Classes, 1993, and what newspapers add: to tweet).
 */
export function isReportingVerb(lower: string): boolean {
  return REPORTING_VERBS.has(lower)
}

/** Verbs that take no words of a speaker by themselves, yet mostly name whose words a short quotation is. */
export function isEvaluativeVerb(lower: string): boolean {
  return EVALUATIVE_VERBS.has(lower)
}

/** Forms that are as often nouns: they count where the grammar of the sentence leaves nothing else. */
export function isNounHomograph(lower: string): boolean {
  return NOUN_HOMOGRAPHS.has(lower)
}

const REGULAR = wordList(`
  acknowledge add admit admonish advise affirm agree allege announce answer argue assert assure avow
  bark beg bellow chant blurt boast brag caution challenge charge chide chime chuckle claim clarify comment complain
  concede conclude confess confide confirm contend continue counsel counter crow cry declare defend demand deny detail
  disclose elaborate emphasise emphasize exclaim explain exhort express fume gripe groan growl grumble
  gush hint howl implore indicate inform insist interject interrupt instruct intone invoke joke lament laugh lecture
  maintain marvel mention moan mumble murmur muse mutter note object observe offer opine order plead pledge post
  pray preach predict proclaim profess promise pronounce propose protest query question quip rail rant reason
  reassure recall recite recollect recommend recount reflect reiterate relate remark remind remember repeat reply report request
  respond retort reveal roar scoff scold scream shout shriek sigh signal snap sneer snipe speculate spout state stipulate stress
  suggest summarise summarize surmise tease testify text thunder tout tweet urge utter venture vent volunteer vow wail warn
  whine whisper wonder yell ask aver concur disagree email estimate exult fret gloat hedge inquire jest jibe
  outline ponder posit prophesy rasp rejoin snarl snort sob stammer stutter taunt threaten theorise theorize
  underline underscore underscored worry`)

const IRREGULAR = wordList(`
  say says said saying tell tells told telling write writes wrote written writing speak speaks spoke speaking
  think thinks thought thinking feel feels felt feeling believe believes believed believing hope hopes hoped hoping
  begin begins began beginning swear swears swore swearing foretell foretells foretold
  read reads reading put puts putting go goes went going
  retweet retweets retweeted retweeting explain`)

const EVALUATIVE_VERBS = wordList(`
  call calls called calling describe describes described describing label labels labeled labelled labeling dub dubs dubbed
  characterize characterizes characterized characterizing characterise characterised brand brands branded denounce denounces denounced denouncing
  condemn condemns condemned condemning blast blasts blasted blasting slam slams slammed slamming criticize criticizes criticized criticizing
  criticise criticised praise praises praised praising mock mocks mocked mocking ridicule ridicules ridiculed deride derides derided deriding
  decry decries decried dismiss dismisses dismissed dismissing reject rejects rejected accuse accuses accused accusing refer refers referred referring
  hail hails hailed cite cites cited citing quote quotes quoted quoting echo echoes echoed echoing attack attacks attacked attacking
  find finds found deem deems deemed consider considers considered mean means meant know knows knew see sees saw
  rip rips ripped lambaste lambasted tear bash bashed assail assailed assails defend defends defended defending
  support supports supported accept expect expects expected want wants wanted talk talks talked talking`)

const NOUN_HOMOGRAPHS = wordList(`
  report reports state states claim claims comment comments answer answers charge charges post posts promise promises
  order orders note notes offer offers question questions request requests text texts tweet tweets demand demands challenge
  challenges cry joke jokes laugh protest protests query signal signals vow vows hope hopes order thought reading writing feeling
  saying beginning counsel counter detail details stress remark remarks pledge estimate estimates express object objects outline
  address reply reason reasons warning email emails worry hint shout complaint`)

const REPORTING_VERBS = new Set([...IRREGULAR, ...[...REGULAR].flatMap(inflected)])

/** The regular forms of a verb, some of which no verb has: a list of what may stand in a text need not be shorter. */
function inflected(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb))
    return [verb, ...['ies', 'ied'].map(end => verb.slice(0, -1) + end), `${verb}ing`]
  const third = /(?:s|x|z|sh|ch)$/.test(verb) ? `${verb}es` : `${verb}s`
  const stem = verb.replace(/e$/, '')
  return [verb, third, `${stem}ed`, `${stem}ing`, ...doubled(verb).flatMap(one => [`${one}ed`, `${one}ing`])]
}

/** A consonant after one short vowel is written twice: `admitted`, `quipped`. */
function doubled(verb: string): string[] {
  return /[^aeiou][aeiou][bdglmnprt]$|qui[pt]$/.test(verb) ? [verb + verb.at(-1)] : []
}
