import * as assert from 'uvu/assert'
import { type Brief, loadBrief } from '../../src/brief/index.js'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import { type Audience, parseAudience } from '../../src/edition/index.js'
import type { Evidence } from '../../src/evidence/index.js'
import { TLP } from '../support/markings.js'

export const AUDIENCES = ['decision', 'press', 'public'] as const

/** Evidence of a brief in which nothing is proved and nothing found. */
export const NO_EVIDENCE: Evidence = {
  proofs: [],
  ofQuote: () => undefined,
  unprovedIn: () => [],
  corrections: [],
}

export function briefOf(yaml: string, markings = TLP, title = 'Affair'): Brief {
  const findings = new Findings()
  const file = new SourceFile('briefs/affair.yaml', `title: ${title}\nas_of: 2025-03-01\n${yaml}`)
  const brief = loadBrief(file, { audiences: AUDIENCES, markings }, findings.report)
  assert.equal(
    findings.all.filter(finding => finding.severity === 'error').map(finding => finding.message),
    [],
  )
  if (!brief) throw new Error('the brief has errors')
  return brief
}

export function audienceOf(name: (typeof AUDIENCES)[number], settings: string, markings = TLP): Audience {
  const findings = new Findings()
  const text = `---
title: ${name}
description: For a test.
page: { size: a4, margins: { top: 20, right: 20, bottom: 20, left: 20 } }
limit: 2
type: { size: 10, floor: 9 }
sections: []
${settings}
---
`
  const audience = parseAudience(
    new SourceFile(`templates/${name}.hbs`, text),
    name,
    findings.report,
    markings,
  )
  assert.equal(findings.all, [])
  if (!audience) throw new Error('the front matter is wrong')
  return audience
}
