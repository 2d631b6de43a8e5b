import * as assert from 'uvu/assert'
import { expectedWords } from './differences.js'
import type { PrintedEdition } from './editions.js'
import { pdfWords } from './pdf-words.js'
import type { TwinReader } from './twin-reader.js'
import { firstDifference } from './words.js'

/** Fails with the first difference of each edition whose twin says other words than its PDF. */
export async function assertEqualWords(
  editions: readonly PrintedEdition[],
  { format, print, words }: TwinReader,
): Promise<void> {
  const twins: Uint8Array[] = []
  for (const { content } of editions) twins.push(await print(content))
  const read = await words(twins)
  const differences = editions.flatMap(({ name, pdf, content: { document } }, index) => {
    const expected = expectedWords(format, pdfWords(pdf, document.banners.length).words, document)
    const difference = firstDifference(expected, read[index] ?? [])
    return difference === undefined ? [] : [`${name}: ${difference}`]
  })
  assert.is(
    differences.length,
    0,
    `${differences.length} of ${editions.length}\n${differences.slice(0, 5).join('\n')}`,
  )
}
