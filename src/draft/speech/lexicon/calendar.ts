import { wordList } from './word-list.js'

/** Whether a word (in small letters) names a day, a month or a time: a capital letter makes it no name. */
export function isCalendarWord(lower: string): boolean {
  return CALENDAR.has(lower)
}

const CALENDAR = wordList(`
  monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun.
  january february march april may june july august september october november december
  jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. today yesterday tomorrow tonight
  christmas easter thanksgiving ramadan halloween a.m. p.m. est edt pst pdt gmt utc et pt`)
