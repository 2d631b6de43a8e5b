import { wrong } from './wrong-input.js'

const house = (text: string) => ({ 'briefwright.yaml': text })
const theme = (text: string) => ({
  'templates/themes/house.yaml': text,
  'briefwright.yaml': 'theme: house\n',
})

/** `briefwright.yaml`, themes, fonts and locales. */
export const HOUSE = [
  wrong('a house without a colon', 'house-invalid', '', house('▸organisation Dams\n')),
  wrong(
    'a key that a house has not',
    'house-invalid',
    'did you mean `organisation`?',
    house('▸organization: Dams\n'),
  ),
  wrong('a logo that is not there', 'house-invalid', 'brand/a.svg', house('logo: ▸brand/a.svg\n')),
  wrong('a theme that a house has not', 'house-invalid', 'did you mean `civic`?', house('theme: ▸civc\n')),
  wrong('paper that there is not', 'house-invalid', 'letter', house('paper: ▸a3\n')),
  wrong('a language without words', 'house-invalid', '', house('lang: ▸xx\n')),
  wrong('a scheme that there is not', 'house-invalid', 'tlp', house('markings: [▸ku]\n')),
  wrong(
    'a clearance for nobody',
    'house-invalid',
    'did you mean `press`?',
    house('clearances: {▸pres: TLP:RED}\n'),
  ),
  wrong('a name of the house without words', 'house-invalid', 'wordings', house('organisation: ▸[Dams]\n')),
  wrong('a theme that extends none', 'theme-invalid', 'did you mean `default`?', theme('extends: ▸defalt\n')),
  wrong('a theme that extends itself', 'theme-invalid', '', theme('extends: ▸house\n')),
  wrong(
    'a theme with an unknown key',
    'theme-invalid',
    'did you mean `colours`?',
    theme('extends: default\n▸colors: {}\n'),
  ),
  wrong(
    'a theme with a colour that is none',
    'theme-invalid',
    '',
    theme('extends: default\ncolours: {ink: ▸dark}\n'),
  ),
  wrong(
    'a theme with a family that there is not',
    'theme-invalid',
    'fonts.yaml',
    theme('extends: default\nfamilies: {body: ▸Nowhere}\n'),
  ),
  wrong('a font that is not there', 'font-invalid', 'looked for `fonts/a.ttf`', {
    'fonts/fonts.yaml': 'House: {normal: ▸a.ttf}\n',
  }),
  wrong('a locale without a word', 'locale-invalid', '', {
    'templates/locales/en.yaml': 'lang: en\n▸labels: [a]\n',
  }),
]
