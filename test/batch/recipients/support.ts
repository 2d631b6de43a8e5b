import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRecipients } from '../../../src/batch/recipients/read-recipients.js'
import type { Recipient } from '../../../src/batch/recipients/recipient.js'
import { DISK } from '../../../src/batch/workspace/workspace-files.js'
import { type Diagnostic, Findings } from '../../../src/diagnostics/index.js'
import { workspace } from '../../support/workspace.js'

export const AUDIENCES = ['board', 'press', 'public']

const { root } = workspace()

/** Writes a file to be read as the data of a mail merge; returns its path. */
export function dataFile(content: string | Uint8Array, name = 'data.csv'): string {
  const path = join(root, name)
  writeFileSync(path, content)
  return path
}

export interface Outcome {
  readonly recipients: readonly Recipient[]
  readonly ids: readonly string[]
  /** As `line:column code`. */
  readonly found: readonly string[]
  readonly findings: readonly Diagnostic[]
}

/** Reads all recipients of a file. */
export async function readAll(path: string, audiences: readonly string[] = AUDIENCES): Promise<Outcome> {
  const findings = new Findings()
  const recipients: Recipient[] = []
  for await (const recipient of recipientsOf(path, findings, audiences)) recipients.push(recipient)
  const ids = recipients.map(({ id }) => id)
  return { recipients, ids, found: findings.all.map(placed), findings: findings.all }
}

export function recipientsOf(path: string, findings: Findings, audiences: readonly string[] = AUDIENCES) {
  return readRecipients(path, { root, files: DISK, read: new Map() }, audiences, findings.report)
}

export const readCsv = (content: string | Uint8Array) => readAll(dataFile(content))
export const readJsonLines = (content: string | Uint8Array) => readAll(dataFile(content, 'data.jsonl'))

/** What a finding points at. */
export function marked({ place: { file, range } }: Diagnostic): string {
  return file.text.slice(range.start, range.end)
}

function placed({ place: { file, range }, code }: Diagnostic): string {
  const { line, column } = file.position(range.start)
  return `${line}:${column} ${code}`
}
