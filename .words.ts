import { printedSamples, printedAtRandom } from './test/export/words/editions.js'
import { HTML_READER } from './test/export/words/html-words.js'
import { assertEqualWords } from './test/export/words/assert-equal-words.js'
const n = Number(process.argv[2] ?? 0)
const editions = n ? await printedAtRandom(n, Number(process.argv[3] ?? 20)) : await printedSamples()
let bad = 0
for (const e of editions) try { await assertEqualWords([e], HTML_READER) } catch (x: any) { bad++; if (bad < 12) console.log((x.details ? '' : '') + (x.message ?? x).toString().slice(0, 300), x.stack?.includes('assert') ? '' : x.stack) }
console.log(bad, 'of', editions.length)
