import { existsSync, writeFileSync } from 'node:fs'

/** Does with a job what the name of its audience says; what it has done once it knows from the file that `lang` names. */
export async function print({ audience, lang }) {
  const isFirst = !existsSync(lang)
  writeFileSync(lang, '')
  if (audience === 'exit' || (audience === 'exit-once' && isFirst)) process.exit(3)
  if (audience === 'fill') {
    const kept = []
    for (;;) kept.push(new Array(100_000).fill(audience))
  }
  if (audience === 'throw') throw new Error('a bug')
  if (audience === 'hang') await new Promise(() => {})
  return { printed: undefined, findings: [] }
}
