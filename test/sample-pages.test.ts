import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Fonts, PagesData } from '../src/typeset/index.js'
import { rightEdges } from './support/page-edges.js'
import { sampleEditions } from './support/sample-editions.js'
import { shortLines } from './support/short-lines.js'

/** Their own themes, and those that are set wider and in a narrower column. */
const THEMES = [undefined, 'civic', 'journal']

/** Editions whose text, or that behind it, flows through two columns, each with edges of its own. */
const HAS_COLUMNS = / for (?:research|question) /

interface SamplePages {
  readonly data: PagesData
  readonly lang: string
  readonly fonts: Fonts
}

const laidOut = new Map<string, SamplePages>()
for (const theme of THEMES) {
  const { editions, resources } = await sampleEditions({ theme })
  for (const { brief, request, fit } of editions) {
    const { fitted } = await fit()
    const pages = {
      data: fitted.laidOut.asData(),
      lang: fitted.variant.document.lang,
      fonts: resources.fonts,
    }
    laidOut.set(`${brief} for ${request.audience.name} in ${request.audience.theme}`, pages)
  }
}

for (const [name, { data, lang, fonts }] of laidOut) {
  test(`${name}: no line is three tenths short while the next word would fit`, () => {
    assert.equal(shortLines(data, fonts, lang), [])
  })

  test(`${name}: no line begins or ends with a mark between two texts`, () => {
    const lines = data.pages.flatMap(page => page.lines.map(({ text }) => text))
    assert.equal(
      lines.filter(text => /^\s*[·|]\s|\s[·|]\s*$/.test(text)),
      [],
    )
  })

  test(`${name}: what stands on a page by itself ends at two lines at most`, () => {
    for (const page of data.pages) {
      const edges = rightEdges(data, page)
      assert.ok(edges.length <= (HAS_COLUMNS.test(name) ? 4 : 2), `page ${page.page}: ${edges.join(', ')}`)
    }
  })
}

test.run()
