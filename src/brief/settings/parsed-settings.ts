/**
 * Settings as JSON, by the SHA-256 of their YAML. The sources have none; the bundle has those of the package's own files in
 * place of this module (`scripts/bundle.mjs`), so that not every start parses them.
 */
export const PARSED_SETTINGS: Readonly<Record<string, string>> = {}
