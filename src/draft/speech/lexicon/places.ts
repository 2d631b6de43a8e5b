import { wordList } from './word-list.js'

/** Whether a name is that of a country, a state or province, a continent or a large city. */
export function isPlaceName(name: string): boolean {
  return PLACES.has(name.toLowerCase().replaceAll('’', "'"))
}

/** Whether a word says where somebody or something is from, or of which creed or camp it is: `Mexican`, `Republican`. */
export function isAffiliation(word: string): boolean {
  const lower = word.toLowerCase()
  return AFFILIATIONS.has(lower) || AFFILIATIONS.has(lower.replace(/s$/, ''))
}

const STATES = `Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana
  Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada
  New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island
  South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia Washington West_Virginia Wisconsin Wyoming
  Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Mass. Md. Mich. Minn. Miss. Mo. Mont. Neb. Nev.
  N.C. N.D. N.H. N.J. N.M. N.Y. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Tex. Va. Vt. Wash. Wis. W.Va. Wyo. D.C.
  England Scotland Wales Northern_Ireland Ontario Quebec Alberta Manitoba Saskatchewan British_Columbia Nova_Scotia
  New_South_Wales Queensland Victoria Tasmania Catalonia Bavaria Crimea Gaza West_Bank Kurdistan Kosovo`

const REGIONS = `Africa America Asia Europe Antarctica Oceania Latin_America Central_America North_America South_America
  Middle_East Far_East Western_Europe Eastern_Europe Southeast_Asia Caribbean Balkans Scandinavia Midwest South North East West
  Britain Great_Britain Holland Burma UK U.K. US U.S. USA U.S.A. United_States_of_America EU Persia Palestine Korea North_Korea South_Korea
  Ivory_Coast Czech_Republic Macedonia Swaziland Congo Vatican_City
  Atlantic Pacific Mediterranean Arctic Rio_Grande Capitol_Hill Wall_Street Main_Street Silicon_Valley Hollywood Manhattan Brooklyn Long_Island
  Washington_D.C. New_York_City Philadelphia Boston Houston Dallas Miami Atlanta Seattle Cleveland Pittsburgh Baltimore Cincinnati Milwaukee
  Minneapolis Orlando Tampa Charlotte Raleigh Nashville Memphis New_Orleans San_Francisco San_Diego San_Antonio San_Jose Austin Las_Vegas
  Sacramento Oakland Portland Albuquerque Tucson Omaha Tulsa Richmond Buffalo Columbus Birmingham Manchester Liverpool Glasgow Edinburgh
  Cardiff Leeds Beijing Mumbai Delhi New_Delhi Osaka Geneva Strasbourg Hamburg Munich Cologne Frankfurt Barcelona Milan Naples Marseille
  Lyon Rotterdam Antwerp Kyiv Kharkiv Saint_Petersburg St._Petersburg Tel_Aviv Mecca Medina Ankara Aleppo Mosul Basra Lahore Islamabad
  Rio_de_Janeiro Brasilia Guadalajara Juarez Ciudad_Juarez Acapulco Ottawa Calgary Canberra Wellington The_Hague`

const PLACES = new Set([...placeNames(STATES), ...placeNames(REGIONS), ...countries(), ...cities()])

function placeNames(text: string): string[] {
  return [...wordList(text)].map(name => name.replaceAll('_', ' ').toLowerCase())
}

/** The names of all countries and territories (ISO 3166, as Unicode CLDR words them in English). */
function countries(): string[] {
  const shown = new Intl.DisplayNames('en', { type: 'region' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters
    .flatMap(first => letters.map(second => first + second))
    .map(code => [code, shown.of(code) ?? code] as const)
    .flatMap(([code, name]) =>
      name === code ? [] : [name.toLowerCase(), name.toLowerCase().replace(' & ', ' and ')],
    )
}

/** The cities that the zones of the IANA time zone database are named after. */
function cities(): string[] {
  return Intl.supportedValuesOf('timeZone').flatMap(zone =>
    zone.includes('/')
      ? [
          zone
            .slice(zone.lastIndexOf('/') + 1)
            .replaceAll('_', ' ')
            .toLowerCase(),
        ]
      : [],
  )
}

const AFFILIATIONS = wordList(`
  american mexican canadian british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian danish swedish
  norwegian finnish icelandic polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian belarusian georgian armenian azerbaijani
  kazakh uzbek afghan pakistani indian bangladeshi nepali burmese thai vietnamese cambodian laotian malaysian indonesian singaporean filipino philippine
  chinese taiwanese japanese korean mongolian tibetan australian israeli palestinian lebanese syrian jordanian iraqi iranian persian saudi
  yemeni omani emirati qatari kuwaiti bahraini egyptian libyan tunisian algerian moroccan sudanese ethiopian eritrean somali kenyan ugandan tanzanian rwandan
  congolese nigerian ghanaian senegalese malian ivorian cameroonian angolan zambian zimbabwean mozambican namibian botswanan
  brazilian argentine argentinian chilean peruvian bolivian colombian venezuelan ecuadorian paraguayan uruguayan cuban haitian jamaican dominican
  guatemalan honduran salvadoran nicaraguan panamanian rican european african asian arab arabic kurdish latino latina hispanic serbian croatian bosnian
  albanian macedonian slovenian estonian latvian lithuanian western eastern northern southern
  republican democratic democrat libertarian conservative liberal progressive labour tory socialist communist green marxist islamist nazi
  christian catholic protestant evangelical jewish muslim islamic hindu buddhist sikh mormon sunni shiite anglican orthodox
  texan californian floridian ohioan virginian yorker londoner bipartisan capitol congressional presidential senatorial gubernatorial white black`)
