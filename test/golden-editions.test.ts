import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { requestEditions } from '../src/batch/plan/edition-request.js'
import { fitEdition } from '../src/batch/print/fit-edition.js'
import { readResources } from '../src/batch/print/resources.js'
import { AudienceStore } from '../src/batch/workspace/audience-store.js'
import { findBriefs } from '../src/batch/workspace/find-briefs.js'
import { readBrief } from '../src/batch/workspace/read-brief.js'
import { openWorkspace } from '../src/batch/workspace/workspace.js'
import { Findings } from '../src/diagnostics/index.js'
import type { PageText } from '../src/typeset/index.js'
import { golden } from './support/golden.js'
import { outline } from './support/outline.js'
import { tagOutline } from './support/pdf/tag-outline.js'
import { readStructure } from './support/pdf/tag-tree.js'

const findings = new Findings()
const { report } = findings
const workspace = await openWorkspace(fileURLToPath(new URL('..', import.meta.url)))
const shelf = await AudienceStore.open(workspace, report)
const resources = await readResources(workspace, report)

for (const file of await findBriefs(workspace, [], report)) {
  const source = await readBrief(file, shelf.names, workspace, report)
  if (!source) continue
  for (const order of await requestEditions(source, shelf, { audiences: [] }, report)) {
    const { audience } = order
    test(`${file.name} for ${audience.name} is what was looked at`, async () => {
      const fitted = (await fitEdition(order, resources, workspace, report))?.fitted
      if (!fitted) throw new Error('the edition could not be set')
      assert.ok(fitted.laidOut.pages <= audience.limit, 'the page limit is kept')
      golden(`${file.name}/${audience.name}.blocks.txt`, outline(fitted.variant.document))
      golden(`${file.name}/${audience.name}.pages.txt`, fitted.laidOut.text.map(pageLines).join('\n'))
      const pdf = await fitted.laidOut.print(report)
      golden(`${file.name}/${audience.name}.tags.txt`, tagOutline(readStructure(pdf ?? new Uint8Array())))
    })
  }
}

test('the sample briefs have no findings but those that they are there to show', () => {
  const unexpected = findings.all.filter(({ code }) => code !== 'quote-abridged')
  assert.equal(
    unexpected.map(({ code, message, place }) => `${place.file.path}: ${message} [${code}]`),
    [],
  )
})

/** A page as lines of `x y size font | text`, in points from its upper left corner. */
function pageLines(lines: PageText, index: number): string {
  const shown = lines.map(({ x, y, size, font, text }) => {
    const place = [x, y, size].map(length => length.toFixed(1).padStart(6)).join('')
    return `${place}  ${font} | ${text}\n`
  })
  return `page ${index + 1}\n${shown.join('')}`
}

test.run()
