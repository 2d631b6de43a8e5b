import { appendFileSync } from 'node:fs'
import { createRequire, register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

// Runs twice: with `--import` in the program's thread, and as module hooks in a thread of their own.
const record = names => appendFileSync(process.env.LOADED_MODULES, names.map(name => `${name}\n`).join(''))

if (isMainThread) {
  register(import.meta.url)
  process.on('exit', () => record(Object.keys(createRequire(import.meta.url).cache)))
}

export async function load(url, context, next) {
  record([url])
  return next(url, context)
}
