/** Reads `argv[2]` row by row, checks each, and prints what came: run with little memory by the test of streaming. */

import { dirname } from 'node:path'
import { readRecipients } from '../../../src/batch/recipients/read-recipients.js'
import { DISK } from '../../../src/batch/workspace/workspace-files.js'
import { Findings } from '../../../src/diagnostics/index.js'

const [path = '', filler = ''] = process.argv.slice(2)
const findings = new Findings()
const space = { root: dirname(path), files: DISK, read: new Map() }
let rows = 0
for await (const { id, fields } of readRecipients(path, space, [], findings.report)) {
  if (id !== `r${rows}` || fields.n !== `${rows}` || fields.text !== `${filler}\n`)
    throw new Error(`row ${rows} is ${JSON.stringify(fields)}`)
  rows++
}
const found = findings.all.map(({ code, place }) => `${place.file.position(place.range.start).line} ${code}`)
process.stdout.write(JSON.stringify({ rows, found }))
