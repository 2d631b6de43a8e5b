import { readdirSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { tsImport } from 'tsx/esm/api'

/** The settings of the package's own files as JSON, by the SHA-256 of their YAML; those with findings are left out. */
export async function parsedSettings() {
  const { frontMatterOf } = await tsImport('../../src/edition/audience.ts', import.meta.url)
  const { readSettings } = await tsImport('../../src/brief/settings/read-settings.ts', import.meta.url)
  const { SourceFile, sha256 } = await tsImport('../../src/diagnostics/index.ts', import.meta.url)
  const templates = readdirSync('templates', { recursive: true, encoding: 'utf8' }).map(
    file => `templates/${file}`,
  )
  const texts = ['fonts/fonts.yaml', ...templates].flatMap(file => {
    if (file.endsWith('.yaml')) return [readFileSync(file, 'utf8')]
    return file.endsWith('.hbs') ? (frontMatterOf(readFileSync(file, 'utf8'))?.yaml ?? []) : []
  })
  const parsed = texts.flatMap(text => {
    const found = []
    const data = readSettings(new SourceFile('', text), (...finding) => found.push(finding))?.data
    const json = JSON.stringify(data)
    return found.length === 0 && data && isDeepStrictEqual(JSON.parse(json), data)
      ? [[sha256(text), json]]
      : []
  })
  return Object.fromEntries(parsed)
}
