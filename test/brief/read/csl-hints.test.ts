import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../helpers.js'

const hintOf = (fields: string) =>
  load(`title: T\nas_of: 2025\nissue: A [@tide+quay]\nsources:\n  - {id: tide+quay, title: A, ${fields}}\n`)
    .findings.filter(({ severity }) => severity === 'error')
    .flatMap(({ hints }) => hints)
    .join(' / ')

test('sources as reference managers export them are told how they are written here', () => {
  for (const [fields, hint] of [
    ['container-title: The Quay', 'did you mean `container_title`?'],
    ['URL: "https://quay.example"', 'did you mean `url`?'],
    ['DOI: 10.1234/tide', 'did you mean `doi`? write `doi: 10.1234/tide`'],
    ['doi: https://doi.org/10.1234/tide', 'write `10.1234/tide`, without'],
    ['url: "doi:10.1234/tide"', 'write `https://doi.org/10.1234/tide`'],
    ['url: quay.example', 'begin it with `https://`'],
    ['edition: 2', 'write it into `note`'],
    ['language: fr', 'did you mean `lang`?'],
    ['author: [{family: Marsh, given: Ann}]', 'write the name as text: `Ann Marsh`'],
    ['author: [{literal: Port Office}]', '`Port Office`'],
    ['issued: {date-parts: [[2025, 4]]}', 'write the date as `2025-04`'],
  ] as const)
    assert.match(hintOf(fields), hint, fields)
  assert.is(hintOf('volume: 3, issue: 2, page: 1-10, number: B 7, doi: 10.1234/tide'), '')
  assert.is(hintOf('container_title: The Quay, url: "https://doi.org/10.1234/tide", author: [Ann Marsh]'), '')
})

test.run()
