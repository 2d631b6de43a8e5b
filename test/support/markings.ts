import { readFileSync } from 'node:fs'
import { type MarkingScheme, MarkingSchemes, parseMarkingScheme } from '../../src/brief/index.js'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import { type Banner, bannersOf } from '../../src/edition/index.js'

type PackageScheme = 'tlp' | 'uk' | 'us'

/** The marking schemes of the package. */
const schemes: Readonly<Record<PackageScheme, MarkingScheme>> = {
  tlp: schemeOf('tlp'),
  uk: schemeOf('uk'),
  us: schemeOf('us'),
}

/** All schemes of the package, of which these are in force. */
export const markingsOf = (...inForce: readonly PackageScheme[]) =>
  new MarkingSchemes(
    Object.values(schemes),
    inForce.map(name => schemes[name]),
  )

/** The schemes of a workspace without a style of its own. */
export const TLP = markingsOf('tlp')

/** How a label stands on pages. */
export const banner = (label: string, markings = TLP): Banner[] => bannersOf([label], markings)

function schemeOf(name: string): MarkingScheme {
  const path = `templates/markings/${name}.yaml`
  const findings = new Findings()
  const file = new SourceFile(path, readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))
  const scheme = parseMarkingScheme(file, name, findings.report)
  if (!scheme || findings.all.length > 0) throw new Error(`${path}: ${findings.all[0]?.message}`)
  return scheme
}
