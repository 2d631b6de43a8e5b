import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { parse } from 'yaml'
import { LIKELIHOODS } from '../../../src/brief/index.js'
import { findLocale, type LocaleData } from '../../../src/markup/index.js'
import { localeWithFallback } from '../../../src/markup/locale/locale.js'
import { locales } from '../../support/edition.js'

const TEMPLATES = new URL('../../../templates/', import.meta.url)
const templates = readdirSync(TEMPLATES).filter(name => name.endsWith('.hbs'))
const partials = readdirSync(new URL('partials/', TEMPLATES)).map(name => `partials/${name}`)
const textOf = (name: string) => readFileSync(new URL(name, TEMPLATES), 'utf8')
const frontMatterOf = (name: string) =>
  parse(textOf(name).split(/^---$/m)[1] ?? '') as { title: string; sections: string[] }

const english = dataOf('en')

/** Those of a language in general; one of a region has only what differs. */
const general = [...locales.keys()].filter(lang => !lang.includes('-'))

for (const lang of general) {
  test(`\`${lang}\` has all that English has, and no more`, () => {
    const { lang: _lang, titles: _titles, ...words } = dataOf(lang)
    const { lang: _en, titles: _none, ...expected } = english
    const isOfEvery = (key: string) => !key.startsWith('dates.patterns_short.')
    assert.equal(keysOf(words).filter(isOfEvery), keysOf(expected))
  })

  test(`\`${lang}\` keeps the placeholders of every label`, () => {
    for (const [key, label] of Object.entries(english.labels ?? {}))
      assert.equal(placeholdersOf(dataOf(lang).labels?.[key] ?? ''), placeholdersOf(label), key)
  })

  test(`\`${lang}\` tells the terms of ICD 203 and the points of each scale apart`, () => {
    const { terms = {}, scales = {} } = dataOf(lang)
    assert.is(new Set(LIKELIHOODS.map(term => terms[term])).size, LIKELIHOODS.length)
    for (const [name, points] of Object.entries(scales))
      assert.is(new Set(Object.values(points)).size, Object.keys(points).length, name)
  })
}

test('American English has only what differs from English, and all the rest from it', () => {
  const { lang: _lang, ...words } = dataOf('en-US')
  const known = new Set(keysOf(english))
  assert.equal(
    keysOf(words).filter(key => !known.has(key) && key !== 'quotation_marks.commas'),
    [],
  )
  for (const [key, label] of Object.entries(words.labels ?? {}))
    assert.not.equal(label, english.labels?.[key])
  const american = localeWithFallback('en-US', locales)
  assert.is(american?.label('in_favour'), 'In favor')
  assert.is(american?.scalePoint('support', 1), 'leaning in favor')
  assert.is(american?.label('against'), 'Against')
  assert.is(localeWithFallback('en-GB', locales)?.label('in_favour'), 'In favour')
})

for (const lang of ['es', 'fr', 'de'])
  test(`\`${lang}\` has a title for every audience`, () => {
    for (const name of templates) assert.ok(dataOf(lang).titles?.[frontMatterOf(name).title], name)
  })

test('every section of an audience has a heading', () => {
  const locale = locales.get('en')
  for (const name of templates)
    for (const section of frontMatterOf(name).sections)
      assert.ok(locale?.sectionHeading(name.replace('.hbs', ''), section), `${name}: ${section}`)
})

test('every label that a template asks for is there', () => {
  for (const name of [...templates, ...partials])
    for (const [, key] of textOf(name).matchAll(/[({]label "(\w+)"/g))
      assert.ok(locales.get('en')?.label(key ?? ''), `${name}: ${key}`)
})

test('a language is found by its exact tag, then by its primary language', () => {
  assert.is(findLocale('ES-mx', locales), locales.get('es'))
  assert.is(findLocale('es', locales), locales.get('es'))
  assert.is(findLocale('eo', locales), undefined)
})

function dataOf(lang: string): LocaleData {
  const locale = locales.get(lang)
  if (!locale) throw new Error(`no locale ${lang}`)
  return locale.data
}

/** Patterns that only some languages need. */
const OF_SOME =
  /^dates\.(?:patterns\.(?:first|first_day|day_alone)|phrases\..*|approximate_phrase|elisions\..*)$/

/** Paths to every text. */
function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return OF_SOME.test(path) ? [] : [path]
  return Object.entries(value)
    .flatMap(([key, entry]) => keysOf(entry, path === '' ? key : `${path}.${key}`))
    .sort()
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name = '']) => name).sort()
}

test.run()
