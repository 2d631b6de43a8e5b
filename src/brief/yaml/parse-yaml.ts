import { Composer, type Document, isScalar, type YAMLError } from 'yaml'
import type { Report, SourceFile } from '../../diagnostics/index.js'
import { buildTree } from './build-tree.js'
import { MAX_TOKENS, parseTokens, type TokenizerState, type TokenizerStop } from './parse-tokens.js'
import { repairText } from './repair-text.js'
import { syntaxFinding } from './syntax-findings.js'
import type { SyntaxFinding } from './syntax-messages.js'
import { foreignBlankFinding } from './syntax-traps.js'
import type { YamlNode } from './tree.js'

/** The tree of a YAML document, and how far it can be trusted. */
export interface ParsedYaml {
  readonly root: YamlNode
  /**
   * `repaired`: the text is not YAML, but its errors could be taken out and the rest is as its author meant it.
   * `damaged`: errors remain, and what is missing from the tree may have been misread.
   */
  readonly state: 'valid' | 'repaired' | 'damaged'
}

/** Syntax errors follow from one another: those after the first few say nothing new. */
const MAX_SYNTAX_ERRORS = 20
/** A file that was copied from a web page may have one in every line. */
const MAX_FOREIGN_BLANKS = 100
/** What is repaired in one round may have hidden, or caused, what the next one finds. */
const MAX_ROUNDS = 5

/** Reads untrusted text as one document of YAML 1.2, in time and memory bounded by its length. */
export function parseYaml(file: SourceFile, report: Report): ParsedYaml | undefined {
  const found: SyntaxFinding[] = []
  let text = file.text
  let composed = compose(text)
  for (let round = 1; round < MAX_ROUNDS; round += 1) {
    const repairable = composed.syntax.filter(({ repair }) => repair !== undefined)
    const repaired = repairText(text, repairable)
    if (repaired === text) break
    found.push(...repairable)
    text = repaired
    composed = compose(text)
  }
  found.push(...composed.syntax)
  reportSyntax(found, file, report)
  return readDocument(composed, found.length > 0, file, report)
}

/** Reports the first of each line: the others follow from it, or are found once it is repaired. */
function reportSyntax(findings: readonly SyntaxFinding[], file: SourceFile, report: Report): void {
  const lines = new Set<number>()
  for (const { range, message, hint } of findings) {
    const { line } = file.position(range.start)
    if (!lines.has(line)) report('yaml-syntax', { file, range }, message, hint)
    lines.add(line)
  }
}

interface ComposedText {
  readonly document: Document | undefined
  readonly documents: Iterator<Document>
  readonly syntax: readonly SyntaxFinding[]
  readonly stopped: TokenizerStop | undefined
}

function compose(text: string): ComposedText {
  const tokenizer: TokenizerState = {
    unclosed: new Map(),
    comments: [],
    foreignBlanks: [],
    stopped: undefined,
  }
  const composer = new Composer({
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    keepSourceTokens: true,
    uniqueKeys: false,
  })
  const documents = composer.compose(parseTokens(text, tokenizer))
  const first = documents.next()
  const document = first.done ? undefined : first.value
  const errors: readonly YAMLError[] = document?.errors ?? composer.streamInfo().errors
  const blanks = tokenizer.foreignBlanks.slice(0, MAX_FOREIGN_BLANKS)
  const syntax = [
    ...blanks.map(range => foreignBlankFinding(range, text)),
    ...withoutRepeatedStrays(errors)
      .slice(0, MAX_SYNTAX_ERRORS)
      .map(error => syntaxFinding(error, text, tokenizer)),
  ]
  return { document, documents, syntax: tokenizer.stopped ? [] : syntax, stopped: tokenizer.stopped }
}

/** After a token that is out of place, the library reports the same of every token up to the end of the text. */
function withoutRepeatedStrays(errors: readonly YAMLError[]): readonly YAMLError[] {
  const first = errors.findIndex(isStrayToken)
  return errors.filter((error, index) => index <= first || !isStrayToken(error))
}

function isStrayToken({ message }: YAMLError): boolean {
  return / in YAML stream: /.test(message)
}

function readDocument(
  composed: ComposedText,
  hasErrors: boolean,
  file: SourceFile,
  report: Report,
): ParsedYaml | undefined {
  const { document, documents, syntax, stopped } = composed
  if (stopped) {
    reportStop(stopped, file, report)
    return undefined
  }
  if (!document?.contents || isNull(document)) {
    const hint = file.text.trimStart().startsWith('%')
      ? 'put a text in quotes that begins with `%`: such a line tells YAML something of the file'
      : 'begin with `title: …` and `as_of: …`'
    if (!hasErrors) report('yaml-empty', { file, range: file.line(1) }, 'the file holds no fields', hint)
    return undefined
  }
  const second = documents.next()
  if (!second.done) reportSecondDocument(second.value, file, report)
  const state = syntax.length > 0 ? 'damaged' : hasErrors ? 'repaired' : 'valid'
  return { root: buildTree(document.contents, file, report), state }
}

function reportStop({ reason, range }: TokenizerStop, file: SourceFile, report: Report): void {
  const place = { file, range }
  if (reason === 'too deep') {
    const hint = 'check for brackets or dashes that are repeated by mistake'
    report('yaml-too-deep', place, 'collections are nested deeper here than anything needs', hint)
  } else {
    const hint = 'check that this is the file you mean'
    report('file-too-large', place, `the file has more than ${MAX_TOKENS} tokens of YAML`, hint)
  }
}

function reportSecondDocument({ range }: Document, file: SourceFile, report: Report): void {
  const { line } = file.position(range?.[0] ?? file.text.length)
  report(
    'yaml-multiple-documents',
    { file, range: file.line(line) },
    'a second document begins here',
    'keep one document a file, without a line `---` or `...` inside of it',
  )
}

/** An explicit `~` counts as nothing too: such a document has no fields. */
function isNull({ contents }: Document): boolean {
  return isScalar(contents) && contents.value === null
}
