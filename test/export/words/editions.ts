import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { loadBrief } from '../../../src/brief/index.js'
import { Findings, present, SourceFile } from '../../../src/diagnostics/index.js'
import { type Audience, parseAudience } from '../../../src/edition/index.js'
import type { TwinContent } from '../../../src/export/index.js'
import { fit, isVariantMade, makeVariant } from '../../../src/fit/index.js'
import { loadPartsFor } from '../../../src/typeset/index.js'
import { NO_EVIDENCE } from '../../edition/support.js'
import { packagedPartials } from '../../support/briefs.js'
import { libraryOf } from '../../support/edition.js'
import { TLP } from '../../support/markings.js'
import { type SampleEdition, sampleEditions } from '../../support/sample-editions.js'
import { png } from '../../typeset/pictures.js'
import { styleOf } from '../../typeset/workspace.js'
import { AUDIENCE_NAMES, type RandomBrief, randomBrief } from './random-briefs.js'

/** An edition as PDF, and what its twins are printed from. */
export interface PrintedEdition {
  readonly name: string
  readonly pdf: Uint8Array
  readonly content: TwinContent
}

/** The editions of the sample briefs. */
export async function printedSamples(): Promise<PrintedEdition[]> {
  const { editions } = await sampleEditions()
  const printed: PrintedEdition[] = []
  for (const edition of editions) printed.push(await printedSample(edition))
  return printed
}

async function printedSample({ brief, request, fit: fitSample }: SampleEdition): Promise<PrintedEdition> {
  const { fitted, theme, images } = await fitSample()
  const { audience } = request
  const { report } = new Findings()
  const { document } = fitted.laidOut
  const style = styleOf({ theme, typeSize: audience.type.size, created: request.created })
  const pdf = present(await fitted.laidOut.print(report), 'PDF of a sample edition')
  return { name: `${brief} for ${audience.name}`, pdf, content: { document, style, images } }
}

const LIBRARY = libraryOf(packagedPartials())
const AUDIENCES = new Map(
  AUDIENCE_NAMES.map(name => {
    const text = readFileSync(new URL(`../../../templates/${name}.hbs`, import.meta.url), 'utf8')
    const file = new SourceFile(`templates/${name}.hbs`, text)
    return [
      name as string,
      present(
        parseAudience(file, name, () => {}, TLP),
        name,
      ),
    ] as const
  }),
)
const AMBER = present(TLP.find('TLP:AMBER'), 'marking')
/** So that few editions are too long. */
const MORE_PAGES = 4
const PICTURE = png(16, 90)
const images = { read: () => PICTURE }

/** Editions of random briefs, the same for the same seed; without those that keep no page limit. */
export async function printedAtRandom(count: number, seed: number): Promise<PrintedEdition[]> {
  const printed: PrintedEdition[] = []
  for (const [index, brief] of fc.sample(randomBrief, { numRuns: count, seed }).entries()) {
    const edition = await printRandom(brief, `${index} of seed ${seed}`)
    if (edition) printed.push(edition)
  }
  return printed
}

/** An edition of a brief's text for one of the package's audiences; undefined where even its musts are too long. */
export async function printRandom(brief: RandomBrief, name: string): Promise<PrintedEdition | undefined> {
  const findings = new Findings()
  const file = new SourceFile('briefs/random.yaml', brief.yaml)
  const loaded = loadBrief(file, { audiences: [...AUDIENCES.keys()], markings: TLP }, findings.report)
  const audience: Audience = present(AUDIENCES.get(brief.audience), 'audience')
  const inputs = loaded && {
    brief: loaded,
    evidence: NO_EVIDENCE,
    audience: { ...audience, limit: audience.limit + MORE_PAGES, clearance: [AMBER] },
    library: LIBRARY,
    reader: {},
  }
  const whole = inputs && makeVariant(inputs)
  if (!whole || !isVariantMade(whole)) throw new Error(`${name}: ${errorsIn(findings, whole?.findings)}`)
  const { theme, page, type, template } = audience
  const style = styleOf({
    name: theme,
    page: { width: 595.28, height: 841.89, margins: page.margins },
    typeSize: type.size,
  })
  const limitPlace = { file: template, range: { start: 0, end: 0 } }
  await loadPartsFor(whole.document, images)
  const { fitted } = fit(inputs, whole, { style, assets: images, limitPlace }, findings.report)
  if (!fitted) return undefined
  const { document } = fitted.laidOut
  const pdf = present(await fitted.laidOut.print(findings.report), 'PDF of a random edition')
  return { name: `${name}, for ${brief.audience}`, pdf, content: { document, style, images } }
}

const errorsIn = (...all: readonly (Findings | undefined)[]): string =>
  all
    .flatMap(findings => findings?.all ?? [])
    .flatMap(({ severity, code, message }) => (severity === 'error' ? [`${message} [${code}]`] : []))
    .join('\n')
