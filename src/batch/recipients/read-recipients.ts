import { extname } from 'node:path'
import { ErrorTracker, type Report } from '../../diagnostics/index.js'
import { delimiterOf, isUtf16Table, reportUtf16Table } from '../csv/delimiter.js'
import { foreignFormat } from '../csv/foreign-format.js'
import { describeFileError } from '../workspace/file-error.js'
import { placeOfFile } from '../workspace/file-place.js'
import { factsOfFile } from '../workspace/read-file.js'
import { displayPath, type Workspace } from '../workspace/workspace.js'
import type { ReadableFile } from '../workspace/workspace-files.js'
import { checkRow } from './check-row.js'
import type { DataRow } from './data-row.js'
import { LimitedFindings } from './limit-findings.js'
import { readChunks, readHead } from './read-chunks.js'
import { readCsv } from './read-csv.js'
import { readJsonLines } from './read-json-lines.js'
import type { Recipient } from './recipient.js'

/**
 * Streams the recipients of a mail merge from a table (`.csv`, `.tsv`) or JSON Lines, the same each time; a row that
 * is wrong is a finding at its line and left out. The file is open until the last is taken or the reader is done.
 */
export async function* readRecipients(
  path: string,
  workspace: Workspace,
  audiences: readonly string[],
  report: Report,
): AsyncGenerator<Recipient, void> {
  const place = placeOfFile(workspace, path)
  try {
    await factsOfFile(path, workspace.files)
    const file = await workspace.files.open(path)
    try {
      yield* readFrom(file, path, workspace, audiences, report)
    } finally {
      await file.close()
    }
  } catch (error) {
    const message = `cannot read \`${displayPath(workspace, path)}\`: ${describeFileError(error)}`
    report('file-unreadable', place, message)
  }
}

async function* readFrom(
  file: ReadableFile,
  path: string,
  workspace: Workspace,
  audiences: readonly string[],
  report: Report,
): AsyncGenerator<Recipient, void> {
  const limited = new LimitedFindings(report)
  const watch = new ErrorTracker(limited.report)
  const checks = { audiences, taken: new Map<string, number>(), report: watch.report }
  let found = false
  try {
    for await (const row of openRows(file, path, workspace, watch.report)) {
      found = true
      const recipient = checkRow(row, checks)
      if (recipient) yield recipient
    }
  } finally {
    limited.end()
  }
  if (!found && !watch.failed)
    report(
      'recipients-invalid',
      placeOfFile(workspace, path),
      'there is no recipient in the file',
      'write one a line',
    )
}

/** Chooses how to read a file by its extension and its first bytes. */
async function* openRows(
  file: ReadableFile,
  path: string,
  workspace: Workspace,
  report: Report,
): AsyncGenerator<DataRow, void> {
  const shown = displayPath(workspace, path)
  const extension = extname(path).toLowerCase()
  const head = await readHead(file)
  const foreign = foreignFormat(head, path)
  if (foreign)
    report(
      'recipients-invalid',
      placeOfFile(workspace, path),
      `\`${shown}\` ${foreign.message}`,
      foreign.hint,
    )
  else if (isUtf16Table(head)) reportUtf16Table(head, shown, report)
  else if (TABLES.includes(extension))
    yield* readCsv(readChunks(file), shown, delimiterOf(head, extension), report)
  else if (JSON_LINES.includes(extension)) yield* readJsonLines(readChunks(file), shown, report)
  else {
    const message = `\`${shown}\` has no extension that says what is in it`
    const known = [...TABLES, ...JSON_LINES].map(name => `\`${name}\``)
    report('recipients-invalid', placeOfFile(workspace, path), message, `use one of ${known.join(', ')}`)
  }
}

const TABLES: readonly string[] = ['.csv', '.tsv']
const JSON_LINES: readonly string[] = ['.jsonl', '.ndjson']
