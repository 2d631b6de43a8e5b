import type { CodeEntry } from './code-entry.js'

/** Findings of one edition: who may see what, template, pages. */
export const EDITIONS_CODES = {
  // editions
  'audience-invalid': { severity: 'error', meaning: 'the front matter of a template is wrong' },
  'house-invalid': { severity: 'error', meaning: '`briefwright.yaml`, the style of the house, is wrong' },
  'marking-scheme-invalid': { severity: 'error', meaning: 'a marking scheme is wrong' },
  'brief-above-clearance': {
    severity: 'error',
    meaning: 'the brief as a whole is above the clearance of an audience, or cannot be compared with it',
  },
  'edition-withheld': { severity: 'warning', meaning: 'a file was removed that its audience may not see' },
  'reference-above-clearance': {
    severity: 'warning',
    meaning: 'what names items above a clearance is left out',
  },
  'reference-not-for-audience': { severity: 'warning', meaning: 'what names items for others is left out' },
  'hidden-actor-named': {
    severity: 'warning',
    meaning: 'a text that names an actor who is not shown is left out',
  },
  'title-names-hidden-actor': { severity: 'error', meaning: 'a title names an actor who is not shown' },
  'hidden-source-quoted': { severity: 'warning', meaning: 'a text quotes a source that is not shown' },
  'citation-left-out': { severity: 'info', meaning: 'citations of a source that is not shown are left out' },
  'marking-not-compared': {
    severity: 'warning',
    meaning: 'an item is left out because the clearance does not name its scheme, or its caveat',
  },

  'custom-field-missing': {
    severity: 'error',
    meaning: 'a template asks for a field of `custom` that the brief does not have',
  },
  'custom-field-unserved': {
    severity: 'error',
    meaning: 'a field of `custom` is for no audience that the brief is printed for',
  },

  // markup
  'template-syntax': { severity: 'error', meaning: 'a template is not Handlebars' },
  'raw-markup': { severity: 'error', meaning: 'a template prints a value without escaping it' },
  'invalid-argument': { severity: 'error', meaning: 'a helper is given an argument that it does not take' },
  'unknown-helper': { severity: 'error', meaning: 'a template names a helper that does not exist' },
  'unknown-field': { severity: 'error', meaning: 'a template names a field that nothing gives it' },
  'sections-differ': { severity: 'warning', meaning: 'a template prints other sections than it lists' },
  'field-unprinted': { severity: 'warning', meaning: 'a template declares a field that it does not print' },
  'recipient-unguarded': { severity: 'warning', meaning: 'a template takes a recipient for granted' },
  'unknown-partial': { severity: 'error', meaning: 'a template names a partial that does not exist' },
  'template-failed': { severity: 'error', meaning: 'a template failed while it ran' },
  'template-budget': {
    severity: 'error',
    meaning: 'a template takes more steps, or prints more, than any document needs',
  },
  'unknown-element': {
    severity: 'error',
    meaning: 'a template prints an element that is not of the closed HTML',
  },
  'unknown-attribute': {
    severity: 'error',
    meaning: 'a template prints an attribute that its element does not have',
  },
  'invalid-attribute': { severity: 'error', meaning: 'an attribute has a value that means nothing' },
  'unknown-class': { severity: 'error', meaning: 'a template prints a class that its element does not have' },
  'misplaced-element': { severity: 'error', meaning: 'an element is where it has no meaning' },
  'unclosed-element': { severity: 'error', meaning: 'an element is not closed, or closed twice' },
  'box-too-long': { severity: 'warning', meaning: 'a box holds more than its template allows' },
  'chart-without-table': {
    severity: 'warning',
    meaning: 'a chart is printed without a table of its figures',
  },
  'chart-labels': { severity: 'warning', meaning: 'the names of a chart have no room' },
  'missing-alt': { severity: 'error', meaning: 'a picture has no alternative text' },
  'unsafe-link': { severity: 'error', meaning: 'a link leads to something other than a web or mail address' },
  'unknown-label': {
    severity: 'error',
    meaning: 'a template asks for a label that the locale does not have',
  },
  'locale-invalid': { severity: 'error', meaning: 'a locale file is wrong' },
  'locale-incomplete': { severity: 'warning', meaning: 'a locale lacks words, which are printed in English' },
  'unused-words': { severity: 'warning', meaning: 'a locale has words that nothing prints' },
  'blocks-in-line': {
    severity: 'warning',
    meaning: 'a template prints a list, a table or another block of a text as words in a line',
  },
  'wording-missing': {
    severity: 'warning',
    meaning: 'a text is printed in the language of the brief, as it has no wording in that of its edition',
  },
  'wordings-uneven': {
    severity: 'warning',
    meaning: 'languages beside each other are not divided into the same paragraphs',
  },
  'unknown-locale': { severity: 'warning', meaning: 'there are no labels in the language of the brief' },

  'reference-not-printed': {
    severity: 'warning',
    meaning: 'a cross-reference leads to what its edition does not print',
  },

  // typesetting
  'theme-invalid': { severity: 'error', meaning: 'a theme file is wrong' },
  'unused-colour': { severity: 'warning', meaning: 'a theme has a colour that nothing is printed in' },
  'low-contrast': {
    severity: 'warning',
    meaning: 'words or marks of figures can hardly be told from what they stand on',
  },
  'small-type': { severity: 'warning', meaning: 'a theme asks for type that is too small' },
  'font-invalid': {
    severity: 'error',
    meaning: 'a font file is missing, cannot be read or may not be embedded',
  },
  'font-face-missing': {
    severity: 'warning',
    meaning: 'words are bold or italic in a family that has no such face',
  },
  'missing-glyph': { severity: 'error', meaning: 'no font of the theme has a character' },
  'skin-tone-not-shown': { severity: 'info', meaning: 'an emoji is printed in black, without its skin tone' },
  'image-invalid': {
    severity: 'error',
    meaning:
      'a picture is missing, damaged, too large, or not a PNG, JPEG or SVG that can be printed rightly',
  },
  'picture-not-in-word': {
    severity: 'error',
    meaning: 'a picture is of a kind that a PDF can hold, and a document of Word cannot',
  },
  'image-font': {
    severity: 'warning',
    meaning: 'text of an SVG is printed in another font than it asks for',
  },
  'image-scaled-down': {
    severity: 'info',
    meaning: 'a PNG has far more pixels than its page can show, and is printed with fewer',
  },
  'image-large': {
    severity: 'info',
    meaning:
      'a picture of many megabytes has far more pixels than its page can show, and is printed with all of them',
  },
  'not-accessible': {
    severity: 'warning',
    meaning: 'a part of an edition is not accessible, and its PDF claims neither PDF/UA nor PDF/A',
  },
  'column-too-narrow': {
    severity: 'error',
    meaning: 'words have no room in the list, box or column that they are nested in',
  },
  'overlay-not-shown': {
    severity: 'warning',
    meaning: 'no page says across it that it is a draft or under embargo',
  },
  'table-too-wide': { severity: 'error', meaning: 'a word is wider than its column' },

  // fitting
  'over-page-limit': {
    severity: 'error',
    meaning: 'what an edition must show has more pages than its audience allows',
  },
  'should-left-out': {
    severity: 'warning',
    meaning: 'an edition goes without items that it should show, to keep its page limit',
  },
  'could-left-out': {
    severity: 'info',
    meaning: 'an edition goes without items that it could show, to keep its page limit',
  },
} as const satisfies Record<string, CodeEntry>
