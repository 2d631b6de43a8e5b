import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'

/**
 * Encrypts a value for those who have what the secret is made from, as what builds keep may be given to others, to the cache of a
 * CI for one. The same value and secret give the same text (AES-256-GCM, with a nonce that follows from both).
 */
export function seal(value: unknown, secret: Buffer): string {
  const plain = Buffer.from(JSON.stringify(value))
  const nonce = createHmac('sha256', secret).update(plain).digest().subarray(0, NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, secret, nonce)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** The value that was sealed with the same secret; undefined with another, or where the text is damaged. */
export function unseal(text: string, secret: Buffer): unknown {
  const bytes = Buffer.from(text, 'base64')
  const [nonce, tag, sealed] = [
    bytes.subarray(0, NONCE_BYTES),
    bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
    bytes.subarray(NONCE_BYTES + TAG_BYTES),
  ]
  if (tag.length < TAG_BYTES) return undefined
  const decipher = createDecipheriv(CIPHER, secret, nonce, { authTagLength: TAG_BYTES })
  decipher.setAuthTag(tag)
  try {
    return JSON.parse(Buffer.concat([decipher.update(sealed), decipher.final()]).toString()) as unknown
  } catch {
    return undefined
  }
}

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
