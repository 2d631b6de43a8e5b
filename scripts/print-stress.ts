import { writeFileSync } from 'node:fs'
import { STRESS_IMAGES, stressDocument } from '../test/support/stress.js'
import { print } from '../test/typeset/workspace.js'

/** Prints the document of every block in every other, for a validator to judge: `print-stress FILE`. */
const [file = 'stress.pdf'] = process.argv.slice(2)
const { printed, all } = await print(stressDocument(), {}, STRESS_IMAGES)
for (const { message } of all) process.stderr.write(`${message}\n`)
if (printed) writeFileSync(file, printed.pdf)
process.stdout.write(`${printed?.pages ?? 0} pages\n`)
process.exitCode = printed && all.length === 0 ? 0 : 1
