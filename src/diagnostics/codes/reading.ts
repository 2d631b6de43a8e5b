import type { CodeEntry } from './code-entry.js'

/** Findings of a brief by itself: its file, its YAML, its fields and references. */
export const READING_CODES = {
  // reading files
  'file-unreadable': { severity: 'error', meaning: 'a file cannot be read' },
  'file-too-large': { severity: 'error', meaning: 'a brief is larger than any brief needs to be' },
  'file-encoding': { severity: 'error', meaning: 'a file is not UTF-8 text' },
  'path-outside-workspace': { severity: 'error', meaning: 'a path or a link leads out of the workspace' },

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
  'yaml-comment': { severity: 'warning', meaning: 'a `#` makes a comment of what may be text' },
  'yaml-comma': { severity: 'warning', meaning: 'a comma in brackets or braces parts what may be one text' },
  'yaml-dash': {
    severity: 'warning',
    meaning: 'a line that looks like an item is joined to the text above it',
  },
  'yaml-anchor': {
    severity: 'warning',
    meaning: 'an anchor that no alias names may be the beginning of a text',
  },

  // schema and references
  'unknown-key': { severity: 'error', meaning: 'a key is not part of the schema' },
  'missing-field': { severity: 'error', meaning: 'a required field is absent' },
  'wrong-type': { severity: 'error', meaning: 'a value is not of the type its field asks for' },
  'invalid-value': { severity: 'error', meaning: 'a value is not one of those its field allows' },
  'empty-text': { severity: 'error', meaning: 'a text field holds no text' },
  'invalid-character': { severity: 'error', meaning: 'a text has a control character' },
  'invalid-date': { severity: 'error', meaning: 'a date is not EDTF' },
  'duplicate-id': {
    severity: 'error',
    meaning: 'two items of a list, or of the lists that cross-references lead to, have the same id',
  },
  'unknown-actor': { severity: 'error', meaning: 'a reference names no actor of the brief' },
  'unknown-source': { severity: 'error', meaning: 'a reference or citation names no source of the brief' },
  'unknown-marking': { severity: 'error', meaning: 'a `classification` is no label of a scheme in force' },
  'unknown-audience': { severity: 'error', meaning: 'a reference names no audience of the workspace' },
  'unknown-reference': {
    severity: 'error',
    meaning: 'a cross-reference names no table, figure, section, box or annex of the brief',
  },
  'unknown-section': { severity: 'error', meaning: '`after` names no section of any edition' },
  'invalid-citation': { severity: 'error', meaning: 'a citation is not written as Pandoc writes it' },
  'citation-in-text': {
    severity: 'warning',
    meaning: 'a source is cited outside brackets, where no citation is read',
  },
  'citation-unprinted': { severity: 'warning', meaning: 'a citation stands in a field that prints none' },
  'link-other-host': {
    severity: 'warning',
    meaning: 'the words of a link name another host than its address',
  },
  'block-mark': { severity: 'warning', meaning: 'prose has marks of a block that its field does not take' },
  'short-text-long': { severity: 'warning', meaning: 'a text that should be short has many words' },
  'inline-mark': {
    severity: 'warning',
    meaning: 'a mark in prose means nothing, and is printed as it stands',
  },
  'chart-invalid': { severity: 'error', meaning: 'a chart has no figures to draw, or two places of them' },
  'chart-column': {
    severity: 'error',
    meaning: 'a chart names a column that is not there, or that has no figures',
  },
  'chart-source': { severity: 'warning', meaning: 'a chart does not say where its figures are from' },
  'chart-unit': { severity: 'warning', meaning: 'a chart does not say what its figures count' },
  'chart-units': { severity: 'warning', meaning: 'a chart puts figures of different units on one axis' },
  'chart-series': { severity: 'warning', meaning: 'a chart has more than six series' },
  'chart-negative': { severity: 'warning', meaning: 'a stack has parts below zero' },
  'table-invalid': {
    severity: 'error',
    meaning: 'a table has no rows to print, or its CSV cannot be read as one',
  },
  'table-column': {
    severity: 'error',
    meaning: 'a column of a table or a CSV is not what the brief says of it',
  },
  'table-row': { severity: 'error', meaning: 'a row has more or fewer cells than its table has columns' },
  'table-cell': { severity: 'error', meaning: 'a cell of a column of figures holds no figure' },
  'table-total': { severity: 'warning', meaning: 'a totals row is not the sum of the rows above it' },
  'table-mixed': {
    severity: 'warning',
    meaning: 'a column of figures is set as text because of other cells',
  },
  'prose-block': {
    severity: 'error',
    meaning: 'a block of long prose is not whole, or holds what it cannot',
  },
  'note-misplaced': { severity: 'error', meaning: 'a note is called where none can be set' },
  'note-without-text': { severity: 'error', meaning: 'a note that is called has no text' },
  'note-without-call': { severity: 'error', meaning: 'nothing calls the text of a note' },
  'note-called-twice': { severity: 'error', meaning: 'a text calls a note that it has called before' },
  'duplicate-note': { severity: 'error', meaning: 'two notes of a text have the same label' },
  'unused-source': { severity: 'info', meaning: 'a source is cited nowhere' },
  'review-open': { severity: 'info', meaning: 'a comment of a brief asks for a review' },
} as const satisfies Record<string, CodeEntry>
