import { systemErrorCode } from '../../batch/index.js'
import { StoreError } from './store-error.js'

/** Whether the bucket has no such object. */
export function isAbsent(error: unknown): boolean {
  return ['NoSuchKey', 'NotFound'].includes(nameOf(error))
}

/** Puts what the SDK threw into our words. Of what the server writes only the code is taken, as its message may repeat what it was sent. */
export function s3Error(error: unknown, what: string, address: string): StoreError {
  if (error instanceof StoreError) return error
  const status = statusOf(error)
  const name = nameOf(error)
  const because = status === undefined ? unanswered(error, name) : `the server says ${status} ${name}`
  const isPassing = status === undefined ? !name.startsWith('Credentials') : isPassingStatus(status, name)
  return new StoreError(`cannot ${what} in the store \`${address}\`: ${because}`, isPassing)
}

function unanswered(error: unknown, name: string): string {
  if (name.startsWith('Credentials')) return 'the AWS SDK finds no credentials'
  return `no answer (${systemErrorCode(error) ?? name})`
}

/** Servers refuse with 403, too, what is too late or too early. */
function isPassingStatus(status: number, name: string): boolean {
  return (
    status >= 500 ||
    [408, 409, 429].includes(status) ||
    /^(?:Expired|RequestTime|SlowDown|Throttl)/.test(name)
  )
}

function nameOf(error: unknown): string {
  return error instanceof Error && /^\w{1,60}$/.test(error.name) ? error.name : 'Error'
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined
  const { httpStatusCode } = error.$metadata as { readonly httpStatusCode?: unknown }
  return typeof httpStatusCode === 'number' && httpStatusCode >= 300 ? httpStatusCode : undefined
}
