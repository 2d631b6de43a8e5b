import { inflateSync } from 'node:zlib'

/** A file as Latin-1 text, the objects of its object streams (ISO 32000-1, 7.5.7) written out as others are. */
export function expandObjectStreams(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString('latin1')
  const streams = file.matchAll(
    /\/Type \/ObjStm\n\/N (\d+)\n\/First (\d+)\n[^>]*>>\nstream\n([\s\S]*?)\nendstream\nendobj/g,
  )
  const objects = [...streams].flatMap(([, count, first, data = '']) => {
    const text = inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
    const head = text.slice(0, Number(first)).trim().split(/\s+/).map(Number)
    return Array.from({ length: Number(count) }, (_, index) => {
      const from = Number(first) + (head[index * 2 + 1] ?? 0)
      const to = head[index * 2 + 3]
      const content = text.slice(from, to === undefined ? undefined : Number(first) + to).replace(/\n$/, '')
      return `\n${head[index * 2]} 0 obj\n${content}\nendobj`
    })
  })
  return `${file}${objects.join('')}\n`
}
