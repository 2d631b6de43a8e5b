import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { PagesData } from '../../src/typeset/index.js'
import { type SampleEdition, type SampleSettings, sampleEditions } from '../support/sample-editions.js'

/** What a theme, or the own themes of editions, promises. Points. */
export interface ThemePromise {
  readonly theme?: string
  /** By audience: the smallest type but for raised marks. */
  smallest(audience: string): number
  /** The size of running text where it is not to shrink, or its bounds. */
  readonly running?: readonly [least: number, most: number]
}

/** What the samples are there to show; a wording may lack in a language. */
const EXPECTED: readonly string[] = ['quote-abridged', 'text-absent']
/** Points of the smallest raised mark. */
const SMALLEST_MARK = 7

/** A brief in German, with wordings in French and English, of which each is an edition. */
const WORKSPACE = fileURLToPath(new URL('workspace', import.meta.url))

/** Tests all editions of the sample briefs, and those of a brief in German and French, in one theme. */
export async function testThemedEditions(promise: ThemePromise): Promise<void> {
  const { theme } = promise
  const samples: readonly SampleSettings[] = [{}, ...['de', 'fr'].map(lang => ({ root: WORKSPACE, lang }))]
  for (const settings of samples) {
    const { editions, findings } = await sampleEditions({ ...settings, theme })
    assert.ok(editions.length >= 6)
    for (const edition of editions) {
      const { brief, request } = edition
      const name = [brief, request.audience.name, settings.lang].filter(Boolean).join(', ')
      test(`${name} in ${theme ?? 'its own theme'} shows all, in type that can be read`, () =>
        testEdition(edition, promise))
    }
    test(`nothing else is found in ${theme ?? 'own themes'} ${settings.lang ?? ''}`, () => {
      const unexpected = findings.all.filter(({ code }) => !EXPECTED.includes(code))
      assert.equal(
        unexpected.map(({ code, message }) => `${code}: ${message}`),
        [],
      )
    })
  }
}

async function testEdition({ request, fit }: SampleEdition, { smallest, running }: ThemePromise) {
  const { fitted, audience } = await fit()
  const { leftOut, laidOut, setting } = fitted
  assert.ok(laidOut.pages <= audience.limit)
  assert.equal(leftOut, [])
  const [least = 0, most = Number.POSITIVE_INFINITY] = running ?? []
  assert.ok(setting.typeSize >= least && setting.typeSize <= most, `running text of ${setting.typeSize}`)
  assert.equal(smallType(laidOut.asData(), smallest(request.audience.name)), [])
}

/** The lines with type that is too small, and where they are. */
function smallType({ pages }: PagesData, least: number): string[] {
  return pages.flatMap(({ page, lines }) =>
    lines
      .filter(
        ({ smallest, smallest_raised }) =>
          (smallest ?? least) < least || (smallest_raised ?? SMALLEST_MARK) < SMALLEST_MARK,
      )
      .map(
        ({ smallest, smallest_raised, text, y }) =>
          `page ${page}, ${y} pt down: ${smallest} pt, marks ${smallest_raised} pt: ${text}`,
      ),
  )
}
