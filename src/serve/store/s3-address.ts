import { SetupError } from '../jobs/setup-error.js'
import { isNamePart } from './object-name.js'

/** A place in a bucket, and how to reach the server where it is not Amazon's. */
export interface S3Address {
  readonly bucket: string
  /** Empty, or with a `/` at its end. */
  readonly prefix: string
  readonly endpoint: string | undefined
  readonly region: string | undefined
  /** Whether the bucket stands in the path of a request, and not before the name of the host. */
  readonly pathStyle: boolean
}

/** What an address may leave to the settings of the machine. */
export interface S3Defaults {
  /** For S3-compatible servers: `https://s3.example.org`. */
  readonly endpoint?: string | undefined
  readonly pathStyle?: boolean | undefined
}

export const isS3Address = (address: string) => /^s3:/i.test(address)

/** Reads `s3://BUCKET/PREFIX?endpoint=URL&region=NAME&path-style=true`. With an endpoint the bucket stands in the path, unless told otherwise: all servers know that way. */
export function parseS3Address(address: string, defaults: S3Defaults): S3Address {
  const [, bucket = '', path = '', query = ''] =
    /^s3:\/\/([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/i.exec(address) ?? []
  if (bucket.includes('@') || bucket.includes(':'))
    throw new SetupError(
      'the address of a store holds no credentials',
      'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or what else the AWS SDK reads',
    )
  const parts = path.split('/').filter(part => part !== '')
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) || !parts.every(isNamePart)) throw wrong(address)
  const given = new URLSearchParams(query)
  for (const key of given.keys())
    if (!['endpoint', 'region', 'path-style'].includes(key))
      throw new SetupError(`the address of a store has no \`${key}\``, USAGE)
  const endpoint = given.get('endpoint') ?? defaults.endpoint
  const pathStyle = given.get('path-style')
  if (pathStyle !== null && !['true', 'false'].includes(pathStyle)) throw wrong(address)
  return {
    bucket,
    prefix: parts.map(part => `${part}/`).join(''),
    endpoint: endpoint && checkedEndpoint(endpoint),
    region: given.get('region') ?? undefined,
    pathStyle: pathStyle === null ? (defaults.pathStyle ?? Boolean(endpoint)) : pathStyle === 'true',
  }
}

/** The address in one form, which needs no settings. */
export function formatS3Address({ bucket, prefix, endpoint, region, pathStyle }: S3Address): string {
  const query = new URLSearchParams()
  if (endpoint) query.set('endpoint', endpoint)
  if (region) query.set('region', region)
  if (pathStyle !== Boolean(endpoint)) query.set('path-style', String(pathStyle))
  const text = query.toString()
  return `s3://${bucket}/${prefix.slice(0, -1)}${text && `?${text}`}`
}

function checkedEndpoint(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new SetupError(
      'the endpoint of a store is not an address that begins with http:// or https://, without a name or a password',
      'write https://s3.example.org',
    )
  return url.href.replace(/\/$/, '')
}

function wrong(address: string): SetupError {
  return new SetupError(`\`${address.replace(/\?.*/, '')}\` is not the address of a store`, USAGE)
}

const USAGE =
  'write s3://BUCKET/PREFIX?endpoint=URL&region=NAME&path-style=true, of which all after the bucket may be left out'
