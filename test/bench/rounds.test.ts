import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { difference } from '../../bench/command-line.js'
import { compare, compareInRounds, costOf, figureOf, inRounds } from '../../bench/rounds.js'

const cost = (cpu: number, wall = 2 * cpu) => ({ cpu, wall })

test('takes the middle, the least and the most of figures, whatever their order', () => {
  assert.equal(figureOf([9, 10, 1]), { median: 9, least: 1, most: 10 })
})

test('measures programs in turn, round after round', async () => {
  const order: string[] = []
  const measure = (name: string) => () => {
    order.push(name)
    return order.length
  }
  assert.equal(await inRounds([measure('a'), measure('b')], 3), [
    { median: 3, least: 1, most: 5 },
    { median: 4, least: 2, most: 6 },
  ])
  assert.is(order.join(''), 'ababab')
})

test('compares the processor time of each round with that of others in the same round', () => {
  const [ours, peer] = compare([
    { name: 'ours', costs: [cost(10), cost(40), cost(30)] },
    { name: 'peer', costs: [cost(10), cost(10), cost(20)] },
  ])
  assert.equal(ours?.cpu, { median: 30, least: 10, most: 40 })
  assert.equal(ours?.wall, { median: 60, least: 20, most: 80 })
  assert.equal(ours?.against, { peer: { median: 1.5, least: 1, most: 4 } })
  assert.equal(peer?.against, { ours: { median: 2 / 3, least: 0.25, most: 1 } })
})

test('compares no rounds with others that were not taken', () => {
  assert.throws(
    () =>
      compare([
        { name: 'a', costs: [cost(1), cost(1)] },
        { name: 'b', costs: [cost(1)] },
      ]),
    /in the same rounds/,
  )
})

test('takes the costs of as many rounds as asked for', async () => {
  let taken = 0
  const programs = ['a', 'b'].map(name => ({ name, measure: () => cost(++taken) }))
  const rows = await compareInRounds(programs, 5)
  assert.is(taken, 10)
  assert.equal(
    rows.map(({ name, cpu }) => [name, cpu.least, cpu.most]),
    [
      ['a', 1, 9],
      ['b', 2, 10],
    ],
  )
})

test('counts processor time that is used and not time that is waited', async () => {
  const waiting = await costOf(() => new Promise(resolve => setTimeout(resolve, 200)))
  assert.ok(waiting.wall >= 199)
  assert.ok(waiting.cpu < waiting.wall)
})

test('divides by the documents', async () => {
  const wait = () => new Promise(resolve => setTimeout(resolve, 100))
  const { wall } = await costOf(wait, 1000)
  assert.ok(wall >= 0.099)
  assert.equal(difference(cost(200), cost(50), 60), { cpu: 2.5, wall: 5 })
})

test.run()
