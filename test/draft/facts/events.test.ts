import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  findEvents,
  MAX_EVENT_LENGTH,
  MAX_EVENTS,
  MIN_EVENT_LENGTH,
} from '../../../src/draft/facts/events.js'
import { candidatesIn } from './helpers.js'

const eventsIn = async (text: string) => findEvents(await candidatesIn(text), '2025-02-20')

test('a draft has a limited number of events', async () => {
  const text = (count: number) =>
    Array.from(
      { length: count },
      (_, at) => `The council closed pier number ${at} of the harbour in 2014.`,
    ).join('\n\n')
  assert.is((await eventsIn(text(MAX_EVENTS))).length, MAX_EVENTS)
  assert.is((await eventsIn(text(MAX_EVENTS + 1))).length, MAX_EVENTS)
})

test('a long event is cut before a clause, unless that leaves too little', async () => {
  const event = async (length: number, clause: number) => {
    const start = 'The council closed the pier in 2014 '
    const head = `${start}${'x'.repeat(clause - start.length)}, leaving the town`
    const [found] = await eventsIn(`${head} ${'y'.repeat(length - head.length - 2)}.`)
    return found?.text.length
  }
  assert.is(await event(MAX_EVENT_LENGTH, 100), MAX_EVENT_LENGTH)
  assert.is(await event(MAX_EVENT_LENGTH + 1, 100), 101)
  assert.is(await event(MAX_EVENT_LENGTH + 1, MIN_EVENT_LENGTH), MIN_EVENT_LENGTH + 1)
  assert.is(await event(MAX_EVENT_LENGTH + 1, MIN_EVENT_LENGTH - 1), MAX_EVENT_LENGTH + 1)
})

test.run()
