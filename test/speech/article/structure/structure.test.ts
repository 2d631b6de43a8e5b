import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { paragraphText } from '../../../../src/speech/article/paragraph-text.js'
import {
  BIO_PARAGRAPHS,
  BOTTOM_PARAGRAPHS,
  findAuthorBios,
  findBoilerplate,
  TOP_PARAGRAPHS,
} from '../../../../src/speech/article/structure/boilerplate.js'
import { findHeadings, MAX_HEADING_LENGTH } from '../../../../src/speech/article/structure/headings.js'
import {
  findTitle,
  MAX_TITLE_LENGTH,
  TITLE_PARAGRAPHS,
} from '../../../../src/speech/article/structure/title.js'
import { PROSE } from '../support.js'

const prose = (count: number) => Array.from({ length: count }, () => PROSE)
const paragraphs = (...texts: readonly string[]) => texts.map(paragraphText)
const none: ReadonlySet<number> = new Set()
/** Words of so many characters. */
const line = (length: number) => `The pier ${'x'.repeat(length - 9)}`

test('a line above prose is a heading, if it is short', () => {
  const headings = (length: number) => [...findHeadings(paragraphs(PROSE, line(length), PROSE), none)]
  assert.equal(headings(MAX_HEADING_LENGTH), [1])
  assert.equal(headings(MAX_HEADING_LENGTH + 1), [])
})

test('the first line is the title, if it is not too long', () => {
  const title = (length: number) => findTitle(paragraphs(line(length), PROSE), none, undefined, none)
  assert.is(title(MAX_TITLE_LENGTH), 0)
  assert.is(title(MAX_TITLE_LENGTH + 1), undefined)
})

test('a stated title is looked for at the top', () => {
  const at = (index: number) => {
    const texts = paragraphs(...prose(index), 'Storm closes pier', PROSE)
    return findTitle(texts, none, 'Storm closes pier', none)
  }
  assert.is(at(TITLE_PARAGRAPHS - 1), TITLE_PARAGRAPHS - 1)
  assert.is(at(TITLE_PARAGRAPHS), undefined)
})

test('a date is boilerplate at the top and bottom of an article only', () => {
  const isBoilerplate = (before: number, after: number) =>
    findBoilerplate(paragraphs(...prose(before), 'February 20, 2025', ...prose(after))).has(before)
  assert.ok(isBoilerplate(TOP_PARAGRAPHS - 1, 20))
  assert.not(isBoilerplate(TOP_PARAGRAPHS, 20))
  assert.ok(isBoilerplate(20, BOTTOM_PARAGRAPHS - 1))
  assert.not(isBoilerplate(20, BOTTOM_PARAGRAPHS))
})

test('what is told of an author is looked for at the bottom', () => {
  const bios = (after: number) =>
    findAuthorBios(paragraphs(PROSE, 'Jane Doe covers harbours for the Post.', ...prose(after)), ['Jane Doe'])
  assert.equal(bios(BIO_PARAGRAPHS - 1), [1])
  assert.equal(bios(BIO_PARAGRAPHS), [])
})

test.run()
