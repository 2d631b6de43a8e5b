export type Severity = 'error' | 'warning' | 'info'

interface CodeEntry {
  readonly severity: Severity
  readonly meaning: string
}

/** All kinds of findings. Each has a fixture that provokes it, which a test checks. */
export const CODES = {
  // reading files
  'file-unreadable': { severity: 'error', meaning: 'a file cannot be read' },
  'file-too-large': { severity: 'error', meaning: 'a brief is larger than any brief needs to be' },
  'file-encoding': { severity: 'error', meaning: 'a file is not UTF-8 text' },
  'path-outside-workspace': { severity: 'error', meaning: 'a path in a brief leads out of the workspace' },

  // YAML
  'yaml-syntax': { severity: 'error', meaning: 'the text is not YAML' },
  'yaml-alias-bomb': { severity: 'error', meaning: 'aliases would expand to an excessive document' },
  'yaml-too-deep': { severity: 'error', meaning: 'collections are nested deeper than any brief needs' },
  'yaml-duplicate-key': { severity: 'error', meaning: 'a key appears twice in one mapping' },
  'yaml-merge-key': { severity: 'error', meaning: 'merge keys (`<<`) are not part of YAML 1.2' },
  'yaml-tag': { severity: 'error', meaning: 'a tag is not one of the core schema of YAML 1.2' },
  'yaml-not-a-mapping': { severity: 'error', meaning: 'the document is not a mapping of fields' },
  'yaml-empty': { severity: 'error', meaning: 'the document is empty' },
  'yaml-multiple-documents': { severity: 'error', meaning: 'a file holds more than one document' },

  // schema and references
  'unknown-key': { severity: 'error', meaning: 'a key is not part of the schema' },
  'missing-field': { severity: 'error', meaning: 'a required field is absent' },
  'wrong-type': { severity: 'error', meaning: 'a value is not of the type its field asks for' },
  'invalid-value': { severity: 'error', meaning: 'a value is not one of those its field allows' },
  'empty-text': { severity: 'error', meaning: 'a text field holds no text' },
  'invalid-character': { severity: 'error', meaning: 'a text has a control character' },
  'invalid-date': { severity: 'error', meaning: 'a date is not EDTF' },
  'duplicate-id': { severity: 'error', meaning: 'two items of a list have the same id' },
  'unknown-actor': { severity: 'error', meaning: 'a reference names no actor of the brief' },
  'unknown-source': { severity: 'error', meaning: 'a reference or citation names no source of the brief' },
  'unknown-audience': { severity: 'error', meaning: 'a reference names no audience of the workspace' },
  'invalid-citation': { severity: 'error', meaning: 'a citation is not written as Pandoc writes it' },
  'unused-source': { severity: 'info', meaning: 'a source is cited nowhere' },
  'review-open': { severity: 'info', meaning: 'a comment of a brief asks for a review' },

  // evidence
  'quote-altered': {
    severity: 'error',
    meaning: 'a quotation differs from the nearest passage of its source',
  },
  'quote-missing': { severity: 'error', meaning: 'a quotation is like no passage of its source' },
  'source-not-text': {
    severity: 'error',
    meaning: 'the text of a source is a PDF, a Word document, a picture or other binary data',
  },
  'quote-unproved': { severity: 'error', meaning: 'neither a text nor a lock entry proves a quotation' },
  'quote-changed': { severity: 'error', meaning: 'a quotation differs from what the lock file proved' },
  'omission-hides-negation': {
    severity: 'error',
    meaning: 'what is left out or cut off denies, limits or conditions what is quoted',
  },
  'quote-inserts-negation': {
    severity: 'error',
    meaning: 'words in brackets deny, limit or condition what was said',
  },
  'quote-drops-question': { severity: 'error', meaning: 'a question is quoted without its question mark' },
  'quote-cuts-question': {
    severity: 'warning',
    meaning: 'a quotation is cut out of a question, and prints as a statement',
  },
  'quote-sense-doubtful': {
    severity: 'warning',
    meaning: 'words left out of a quotation, cut off or inserted may turn its sense',
  },
  'quote-sense-unchecked': {
    severity: 'warning',
    meaning: 'words are left out of a quotation in a language without lists of negations',
  },
  'quote-abridged': { severity: 'info', meaning: "an ellipsis leaves out some of the speaker's words" },
  'quote-not-speech': {
    severity: 'error',
    meaning: 'a source has the words of a quotation as its own, not as what somebody said',
  },
  'quote-other-speaker': {
    severity: 'error',
    meaning: 'a source gives a quotation, or a part of it, to another speaker',
  },
  'quote-disowned': { severity: 'error', meaning: 'a source says that the words were not said' },
  'quote-date-late': {
    severity: 'warning',
    meaning: 'a quotation is dated after its source appeared',
  },
  'speaker-not-confirmed': {
    severity: 'warning',
    meaning: 'a source does not tell that the speaker named said the words',
  },
  'source-voice-unknown': {
    severity: 'warning',
    meaning: 'nothing tells whether a source is somebody’s own words or reports those of others',
  },
  'copied-from-source': {
    severity: 'warning',
    meaning: 'a sentence that should be the author’s own stands word for word in a source',
  },
  'quote-other-place': {
    severity: 'warning',
    meaning: 'a citation names another place of its source than that where the quotation beside it stands',
  },
  'locators-not-in-text': {
    severity: 'warning',
    meaning: 'the text of a source does not have the numbering that its `locators` declares',
  },
  'quote-unbalanced': {
    severity: 'error',
    meaning: 'a quotation mark has no counterpart, so that nobody can tell what is quoted',
  },
  'quote-mark-alone': { severity: 'warning', meaning: 'a quotation mark by a few words has no counterpart' },
  'quote-holds-citation': { severity: 'error', meaning: 'a citation or note stands within a quotation' },
  'quote-holds-recipient': {
    severity: 'error',
    meaning: 'a field of the recipient stands within a quotation',
  },
  'quote-too-altered': {
    severity: 'error',
    meaning: 'a quotation has more omissions and insertions than can be proved',
  },
  'text-not-source': {
    severity: 'error',
    meaning: 'the text of a source is a brief, a lock, a template or something that a build made',
  },
  'text-absent': {
    severity: 'info',
    meaning: 'the text of a source is not here; the lock file alone speaks for its quotations',
  },
  'source-changed': {
    severity: 'warning',
    meaning: 'a source text is not the one that the lock file records',
  },
  'lock-invalid': { severity: 'error', meaning: 'a lock file cannot be understood' },
  'lock-outdated': {
    severity: 'warning',
    meaning: 'the lock file lacks what is proved, or has it otherwise',
  },
  'lock-old': { severity: 'warning', meaning: 'a lock file is of an earlier version, which records less' },
  'lock-missing': { severity: 'error', meaning: 'a brief has no lock file, where `--frozen` asks for one' },
  'lock-unrecorded': {
    severity: 'error',
    meaning: 'the lock file does not record whose words a quotation is, and the text is absent',
  },
  'lock-speaker-changed': {
    severity: 'error',
    meaning: 'a quotation is given to somebody else than when it was proved, and the text is absent',
  },
  'lock-source-changed': {
    severity: 'error',
    meaning: 'the source of a quotation is not what it was when it was proved, and the text is absent',
  },

  // editions
  'audience-invalid': { severity: 'error', meaning: 'the front matter of a template is wrong' },
  'brief-above-clearance': {
    severity: 'error',
    meaning: 'the brief as a whole is above the clearance of an audience',
  },
  'reference-above-clearance': {
    severity: 'warning',
    meaning: 'what names items above a clearance is left out',
  },
  'reference-not-for-audience': { severity: 'warning', meaning: 'what names items for others is left out' },
  'hidden-actor-named': { severity: 'warning', meaning: 'a text names an actor who is not shown' },
  'citation-left-out': { severity: 'info', meaning: 'citations of a source that is not shown are left out' },
  'marking-not-compared': {
    severity: 'warning',
    meaning: 'an item is left out because its marking is of a scheme that the clearance is not of',
  },

  // markup
  'template-syntax': { severity: 'error', meaning: 'a template is not Handlebars' },
  'raw-markup': { severity: 'error', meaning: 'a template prints a value without escaping it' },
  'invalid-argument': { severity: 'error', meaning: 'a helper is given an argument that it does not take' },
  'unknown-helper': { severity: 'error', meaning: 'a template names a helper that does not exist' },
  'unknown-partial': { severity: 'error', meaning: 'a template names a partial that does not exist' },
  'template-failed': { severity: 'error', meaning: 'a template failed while it ran' },
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
  'missing-alt': { severity: 'error', meaning: 'a picture has no alternative text' },
  'unsafe-link': { severity: 'error', meaning: 'a link leads to something other than a web or mail address' },
  'unknown-label': {
    severity: 'error',
    meaning: 'a template asks for a label that the locale does not have',
  },
  'locale-invalid': { severity: 'error', meaning: 'a locale file is wrong' },
  'wording-missing': {
    severity: 'warning',
    meaning: 'a text is printed in the language of the brief, as it has no wording in that of its edition',
  },
  'unknown-locale': { severity: 'warning', meaning: 'there are no labels in the language of the brief' },

  // typesetting
  'theme-invalid': { severity: 'error', meaning: 'a theme file is wrong' },
  'font-invalid': {
    severity: 'error',
    meaning: 'a font file is missing, cannot be read or may not be embedded',
  },
  'missing-glyph': { severity: 'error', meaning: 'no font of the theme has a character' },
  'image-invalid': {
    severity: 'error',
    meaning: 'a picture is missing, damaged, too large, or not a PNG or JPEG that can be printed rightly',
  },
  'not-accessible': {
    severity: 'warning',
    meaning: 'a part of an edition is not accessible, and its PDF claims neither PDF/UA nor PDF/A',
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

  // building
  'source-date-invalid': {
    severity: 'error',
    meaning: '`SOURCE_DATE_EPOCH` is not a number of seconds since 1970',
  },
  'no-briefs': { severity: 'error', meaning: 'there is nothing to build' },
  'brief-name': { severity: 'error', meaning: 'the name of a brief cannot serve as the name of a folder' },
  'file-exists': { severity: 'error', meaning: 'a file would be overwritten' },
  'write-failed': { severity: 'error', meaning: 'a file cannot be written' },
  'duplicate-output': { severity: 'error', meaning: 'two editions would print to the same file' },
  'edition-crashed': {
    severity: 'error',
    meaning: 'what printed an edition died, or failed in a way that is a bug',
  },
  'changed-meanwhile': { severity: 'error', meaning: 'a file was changed while a build read it' },

  // the data of a mail merge
  'recipients-invalid': { severity: 'error', meaning: 'the data of a mail merge cannot be understood' },
  'recipient-column': {
    severity: 'error',
    meaning: 'a column of a mail merge is missing, has no name, or has the name of another',
  },
  'recipient-column-name': {
    severity: 'warning',
    meaning: 'a column has almost the name of one that means something, and means nothing',
  },
  'recipient-name': {
    severity: 'error',
    meaning: 'the `id` of a recipient cannot serve as the name of a file',
  },
  'recipient-duplicate': { severity: 'error', meaning: 'two recipients would print to the same files' },
  'recipient-field-empty': {
    severity: 'warning',
    meaning: 'a recipient lacks something that an edition prints',
  },
  'recipient-absent': {
    severity: 'error',
    meaning: 'prose asks for a recipient, and the build is no mail merge',
  },
  'recipient-unserved': { severity: 'warning', meaning: 'no edition is for a recipient' },

  // manifests
  'manifest-unreadable': { severity: 'error', meaning: 'a file is no manifest of a build' },
  'edition-missing': { severity: 'error', meaning: 'an edition that was planned is in no manifest' },
  'edition-doubled': { severity: 'warning', meaning: 'two manifests have the same PDF' },
  'edition-differs': { severity: 'error', meaning: 'two manifests have different PDFs of one edition' },

  // drafting an article
  'article-not-text': { severity: 'error', meaning: 'an article is a PDF, a picture or other binary data' },
  'article-empty': { severity: 'error', meaning: 'an article has no text' },
  'article-not-english': {
    severity: 'error',
    meaning: 'an article is in another language than English',
  },
  'article-encoding': {
    severity: 'info',
    meaning: 'an article or the text of a source says nothing of its encoding, and is taken for Windows-1252',
  },
  'draft-unproved': {
    severity: 'warning',
    meaning: 'a draft names no text that would prove its quotations',
  },
} as const satisfies Record<string, CodeEntry>

export type DiagnosticCode = keyof typeof CODES
