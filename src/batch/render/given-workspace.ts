import { basename, resolve } from 'node:path'
import { isLanguageTag } from '../../brief/index.js'
import { ErrorTracker, type Report, shorten } from '../../diagnostics/index.js'
import { OUTPUT_FORMATS } from '../record/edition-name.js'
import { isFlowing } from '../record/twin-variant.js'
import { type BriefFile, briefName } from '../workspace/find-briefs.js'
import { isUnknownOption, placeOfOption, reportUselessOption } from '../workspace/known-names.js'
import { MEMORY_ROOT, MemoryFiles } from '../workspace/memory-files.js'
import { isBriefName } from '../workspace/named-briefs.js'
import { displayPath, isInside, type Workspace } from '../workspace/workspace.js'
import type { RenderOptions } from './render-options.js'

/** The workspace that a caller gives, in memory. */
export interface GivenWorkspace {
  readonly workspace: Workspace
  readonly brief: BriefFile
  /** By absolute path. */
  readonly contents: ReadonlyMap<string, Buffer>
}

const ROOT = { root: MEMORY_ROOT }
const DEFAULT_PATH = 'briefs/brief.yaml'

/** Takes what a caller gives as files of a workspace; what is no file, or lies elsewhere, is a finding, and nothing is read then. */
export function givenWorkspace(
  text: string | Uint8Array,
  { files = {}, path = DEFAULT_PATH }: RenderOptions,
  report: Report,
): GivenWorkspace | undefined {
  const watch = new ErrorTracker(report)
  const contents = new Map<string, Buffer>()
  const isObject = typeof files === 'object' && files !== null
  if (!isObject) reportOption('files', 'it is no object', 'give texts and bytes by their paths', watch.report)
  for (const [name, content] of Object.entries(isObject ? files : {}))
    addFile(name, content, contents, watch.report)
  const absolute = resolve(MEMORY_ROOT, String(path).slice(0, LONGEST_PATH + 1))
  if (!isWithin(absolute) || !isBriefName(basename(absolute)))
    reportOption('path', `\`${shorten(String(path))}\` names no brief`, NAME_A_BRIEF, watch.report)
  else if (contents.has(absolute))
    reportOption(
      'files',
      `\`${shorten(path)}\` is the brief, which is given by itself`,
      REMOVE_IT,
      watch.report,
    )
  else addFile(path, text, contents, watch.report)
  if (watch.failed) return undefined
  const workspace = { ...ROOT, files: new MemoryFiles(contents), read: new Map<string, string>() }
  return { workspace, brief: { name: briefName(absolute), path: absolute }, contents }
}

const NAME_A_BRIEF = `name a file that ends in \`.yaml\`, such as \`${DEFAULT_PATH}\``
const REMOVE_IT = 'remove it from `files`, or name another `path`'

function addFile(name: string, content: unknown, contents: Map<string, Buffer>, report: Report): void {
  if (name.length > LONGEST_PATH) {
    reportOption(
      'files',
      `\`${shorten(name)}\` is no path`,
      'give a path such as `briefs/sources/a.txt`',
      report,
    )
    return
  }
  const absolute = resolve(MEMORY_ROOT, name)
  if (!isWithin(absolute)) {
    const message = `\`${shorten(name)}\` in \`files\` leads out of the workspace`
    report(
      'path-outside-workspace',
      placeOfOption('files'),
      message,
      'give a path such as `briefs/sources/a.txt`',
    )
  } else if (contents.has(absolute)) {
    const message = `\`${displayPath(ROOT, absolute)}\` is given twice`
    reportOption('files', message, 'remove one of the two', report)
  } else if (typeof content === 'string') contents.set(absolute, Buffer.from(content))
  else if (content instanceof Uint8Array)
    contents.set(absolute, Buffer.from(content.buffer, content.byteOffset, content.length))
  else reportOption(name, 'it is neither a text nor bytes', 'give a string or a `Uint8Array`', report)
}

/** Characters: what no system of files takes, no workspace in memory does. */
const LONGEST_PATH = 4_096

const isWithin = (absolute: string) => absolute !== MEMORY_ROOT && isInside(ROOT, absolute)

/** Checks options that no file of a workspace decides. */
export function checkPlainOptions(options: RenderOptions, report: Report): boolean {
  const watch = new ErrorTracker(report)
  const { audience, lang, format = 'pdf', whole, paper, created } = options
  if (typeof audience !== 'string')
    reportOption('audience', 'it is no name', 'name an audience, such as `press`', watch.report)
  isUnknownOption('format', format, OUTPUT_FORMATS, watch.report)
  if (whole && !isFlowing(format))
    reportUselessOption(
      'whole',
      `\`whole\` is for twins that flow, and \`${shorten(String(format))}\` is none`,
      `ask for one: ${OUTPUT_FORMATS.filter(isFlowing)
        .map(each => `\`${each}\``)
        .join(', ')}`,
      watch.report,
    )
  isUnknownOption('paper', paper, ['a4', 'letter'], watch.report)
  if (lang !== undefined && !isLanguageTag(lang))
    reportOption(
      'lang',
      `\`${shorten(String(lang))}\` is not a language tag (BCP 47)`,
      'write a code such as `en`, `es` or `pt-BR`',
      watch.report,
    )
  if (created !== undefined && !isDateOfPdf(created))
    reportOption(
      'created',
      'it is no date that a document can have',
      'give a `Date` from 1970 to 9999',
      watch.report,
    )
  return !watch.failed
}

/** PDF writes years in four digits (ISO 32000-1, 7.9.4). */
function isDateOfPdf(date: unknown): boolean {
  return date instanceof Date && date.getTime() >= 0 && date.getTime() < Date.UTC(10_000, 0)
}

function reportOption(option: string, message: string, hint: string, report: Report): void {
  report('invalid-value', placeOfOption(option), message, hint)
}
