import * as assert from 'uvu/assert'
import { type Brief, loadBrief } from '../../src/brief/index.js'
import { type Diagnostic, Findings, SourceFile } from '../../src/diagnostics/index.js'
import {
  type Evidence,
  type Lock,
  prepareSourceText,
  prove,
  readSpeechOfSources,
  type SourceText,
} from '../../src/evidence/index.js'

export interface Proved {
  readonly brief: Brief
  readonly evidence: Evidence
  readonly findings: readonly Diagnostic[]
  readonly texts: ReadonlyMap<string, SourceText>
}

/** A brief from YAML that must be without fault. */
export function briefOf(yaml: string): Brief {
  const findings = new Findings()
  const file = new SourceFile('briefs/test.yaml', yaml)
  const brief = loadBrief(file, { audiences: ['press', 'public'] }, findings.report)
  assert.is(
    findings.all
      .filter(({ severity }) => severity === 'error')
      .map(f => f.message)
      .join('; '),
    '',
  )
  if (!brief) throw new Error('no brief')
  return brief
}

/** The texts of sources by their ids. */
export function textsOf(texts: Readonly<Record<string, string>>): Map<string, SourceText> {
  return new Map(
    Object.entries(texts).map(([id, text]) => [
      id,
      prepareSourceText(new SourceFile(`sources/${id}.txt`, text)),
    ]),
  )
}

/** Proves a brief that is written out. */
export function proveBrief(yaml: string, texts: Readonly<Record<string, string>>, lock?: Lock): Proved {
  const brief = briefOf(yaml)
  const findings = new Findings()
  const prepared = textsOf(texts)
  return {
    brief,
    evidence: prove(brief, prepared, lock, findings.report),
    findings: findings.all,
    texts: prepared,
  }
}

/** The same where somebody has read who speaks in the sources, as `check` does. */
export async function proveSpeech(
  yaml: string,
  texts: Readonly<Record<string, string>>,
  lock?: Lock,
): Promise<Proved> {
  const brief = briefOf(yaml)
  const findings = new Findings()
  const prepared = await readSpeechOfSources(brief, textsOf(texts))
  return {
    brief,
    evidence: prove(brief, prepared, lock, findings.report),
    findings: findings.all,
    texts: prepared,
  }
}

/** Proves quotations of one source, `article`, without a speaker. */
export function proveQuotes(quotes: readonly string[], text: string | undefined, lock?: Lock): Proved {
  return proveBrief(quotesYaml(quotes), text === undefined ? {} : { article: text }, lock)
}

/** A brief that quotes from one source, `article`. */
export function quotesYaml(quotes: readonly string[]): string {
  const list = quotes.map(quote => `  - text: ${JSON.stringify(quote)}\n    source: article\n`).join('')
  return `title: Test\nas_of: 2025-01-01\nquotes:\n${list}sources:\n  - id: article\n    title: Article\n`
}

/** The verdict on one quotation. */
export function verdictOn(quote: string, text: string): string {
  return proveQuotes([quote], text).evidence.ofQuote(0)?.verdict ?? 'none'
}

export function codesOf(findings: readonly Diagnostic[]): string[] {
  return findings.map(({ code }) => code).filter(code => code !== 'unused-source')
}
