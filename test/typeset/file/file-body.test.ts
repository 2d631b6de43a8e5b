import { inflateSync } from 'node:zlib'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { FileBody } from '../../../src/typeset/file/file-body.js'
import { expandObjectStreams } from '../../../src/typeset/outline/expand-object-streams.js'
import { sampleDocument } from '../sample.js'
import { print } from '../workspace.js'

const { printed } = await print(sampleDocument())
const pdf = printed?.pdf ?? new Uint8Array()
const file = Buffer.from(pdf).toString('latin1')

/** Kind, place and index of every object, as the cross-reference stream has them. */
function crossReferences(): [number, number, number][] {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1])
  const stream = /^\d+ 0 obj\n<<\n\/Type \/XRef\n[\s\S]*?>>\nstream\n([\s\S]*?)\nendstream/.exec(
    file.slice(start),
  )
  const table = inflateSync(Buffer.from(stream?.[1] ?? '', 'latin1'))
  return Array.from({ length: table.length / 7 }, (_, number) => [
    table.readUInt8(number * 7),
    table.readUInt32BE(number * 7 + 1),
    table.readUInt16BE(number * 7 + 5),
  ])
}

test('every object is where the file says', () => {
  const objects = expandObjectStreams(pdf)
  const places = crossReferences()
  assert.ok(places.length > 100)
  for (const [number, [kind, place]] of places.entries()) {
    if (kind === 1) assert.ok(file.startsWith(`${number} 0 obj\n`, place), `object ${number}`)
    if (kind === 2) assert.match(file.slice(places[place]?.[1]), /^\d+ 0 obj\n<<\n\/Type \/ObjStm\n/)
    if (number > 0) assert.ok(objects.includes(`\n${number} 0 obj\n`), `object ${number}`)
  }
})

test('only streams stand by themselves', () => {
  const alone = [...file.matchAll(/\n\d+ 0 obj\n([\s\S]*?)\nendobj/g)]
  assert.ok(alone.length > 10)
  for (const [, content = ''] of alone) assert.match(content, /\nstream\n/)
})

/** A body, and how many objects it has. */
function bodyWith(count: number): { body: FileBody; reserved: () => number } {
  let reserved = count
  const body = new FileBody(() => ++reserved)
  return { body, reserved: () => reserved }
}

test('a stream has no more than 200 objects', () => {
  const streamsFor = (count: number) => {
    const { body } = bodyWith(count)
    for (let number = 1; number <= count; number++) body.addObject(number, '<<\n>>')
    const whole = Buffer.from(body.complete({ root: 1, info: 1 })).toString('latin1')
    return [...whole.matchAll(/\/N (\d+)/g)].map(([, objects]) => Number(objects))
  }
  assert.equal([1, 200, 201].map(streamsFor), [[1], [200], [200, 1]])
})

test('a number that was given away and never written is a bug, and does not end up in a file', () => {
  const { body } = bodyWith(2)
  body.addObject(1, '<<\n>>')
  assert.throws(() => body.complete({ root: 1, info: 1 }), /object 2 was not written/)
})

test('the identifier is that of the content', () => {
  const fileWith = (syntax: string) => {
    const { body } = bodyWith(1)
    body.addObject(1, syntax)
    return /\/ID \[<(\w{32})> <\1>\]/.exec(
      Buffer.from(body.complete({ root: 1, info: 1 })).toString('latin1'),
    )?.[1]
  }
  assert.is(fileWith('(a)'), fileWith('(a)'))
  assert.is.not(fileWith('(a)'), fileWith('(b)'))
})

test.run()
