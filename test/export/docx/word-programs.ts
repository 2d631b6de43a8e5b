import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a test cannot run without, as it is skipped; undefined where the machine has the program. */
export const lacksPrograms = (program: 'soffice' | 'pandoc'): string | undefined =>
  spawnSync(program, ['--version']).status === 0 ? undefined : `no ${program}`

/** Documents of Word as PDF, as LibreOffice prints them; one that it cannot open is missing, which fails. */
export function converted(documents: readonly Uint8Array[]): Uint8Array[] {
  return inFolder(documents, (folder, files) => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const run = spawnSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files],
      {
        timeout: 110_000,
      },
    )
    if (run.status !== 0) throw new Error(String(run.stderr))
    return files.map(file => readFileSync(file.replace(/docx$/, 'pdf')))
  })
}

/** The words of documents of Word, as pandoc reads them. */
export function plainTexts(documents: readonly Uint8Array[]): string[] {
  return inFolder(documents, (_, files) =>
    files.map(file => {
      const run = spawnSync('pandoc', ['-f', 'docx', '-t', 'plain', '-s', '--wrap=none', file], {
        timeout: 60_000,
      })
      if (run.status !== 0) throw new Error(String(run.stderr))
      return String(run.stdout)
    }),
  )
}

function inFolder<Result>(
  documents: readonly Uint8Array[],
  use: (folder: string, files: readonly string[]) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-docx-'))
  try {
    const files = documents.map((bytes, index) => {
      const file = join(folder, `edition-${index}.docx`)
      writeFileSync(file, bytes)
      return file
    })
    return use(folder, files)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
