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
import { outlineDocument } from '../src/markup/index.js'
import { outlinePages, outlineTags, readStructure } from '../src/typeset/index.js'
import { MASTHEAD_RAISE } from '../src/typeset/pages/headers-and-footers.js'
import { assertBlockPlaces, outlinePlaces } from './support/block-places.js'
import { golden } from './support/golden.js'

const findings = new Findings()
const { report } = findings
const workspace = await openWorkspace(fileURLToPath(new URL('..', import.meta.url)))
const audiences = await AudienceStore.open(workspace, report)
const resources = await readResources(workspace, report)

for (const file of await findBriefs(workspace, [], report)) {
  const source = await readBrief(file, audiences.known, workspace, report)
  if (!source) continue
  for (const request of await requestEditions(source, audiences, { audiences: [] }, report)) {
    const { audience } = request
    test(`${file.name} for ${audience.name} is what was looked at`, async () => {
      const fitted = (await fitEdition(request, resources, workspace, report))?.fitted
      if (!fitted) throw new Error('the edition could not be set')
      assert.ok(fitted.laidOut.pages <= audience.limit, 'the page limit is kept')
      golden(`${file.name}/${audience.name}.blocks.txt`, outlineDocument(fitted.variant.document))
      golden(`${file.name}/${audience.name}.pages.txt`, outlinePages(fitted.laidOut.text))
      const data = fitted.laidOut.asData()
      assertBlockPlaces(fitted.variant.document, data, MASTHEAD_RAISE)
      const name = `${file.name}/${audience.name}.places.txt`
      if (name === 'cartel-designation/legislator.places.txt') golden(name, outlinePlaces(data))
      const pdf = await fitted.laidOut.print(report)
      golden(`${file.name}/${audience.name}.tags.txt`, outlineTags(readStructure(pdf ?? new Uint8Array())))
    })
  }
}

test('the sample briefs have no findings but those that they are there to show', () => {
  const unexpected = findings.all.filter(({ code }) => code !== 'quote-abridged' && code !== 'text-absent')
  assert.equal(
    unexpected.map(({ code, message, place }) => `${place.file.path}: ${message} [${code}]`),
    [],
  )
})

test.run()
