import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { expandObjectStreams } from '../../src/typeset/outline/expand-object-streams.js'
import { fitted, packaged, prepare } from './support.js'

test('a reader of another language gets it all in that: words, labels, dates, and what the file says of itself', async () => {
  const yaml = `issue: x
bottom_line: { default: Raise it., note: Raise it now., es: Elévese., note.es: Elévese ya. }
key_facts: [{ fact: { default: "Two bids.", es: "Dos ofertas." } }, Unsaid in Spanish.]
contact: { default: Desk, es: Prensa }`
  const prepared = prepare(yaml, packaged('one-page'), {}, { lang: 'es' })
  const { fitted: result, findings, text } = fitted(prepared)
  assert.match(
    text,
    /Información al 1 de marzo de 2025 Conclusión Elévese ya\. Datos clave.*Dos ofertas\..*Unsaid/,
  )
  assert.equal(
    findings.all.map(({ code, place }) => `${place.file.position(place.range.start).line} ${code}`).sort(),
    ['1 wording-missing', '5 wording-missing'],
  )
  const pdf = expandObjectStreams((await result?.laidOut.print(findings.report)) ?? new Uint8Array())
  assert.match(pdf, '/Lang (es)')
  assert.match(pdf, '/Lang (en)')
})

test.run()
