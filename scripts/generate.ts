import { writeFile } from 'node:fs/promises'
import { GENERATED } from './generated.js'

const root = new URL('../', import.meta.url)
for (const [path, content] of GENERATED) await writeFile(new URL(path, root), await content())
