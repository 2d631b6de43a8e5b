const YEAR = '-?\\d{4}'
/** A decade, a century; a year of more digits than four. */
const OTHER_YEAR = '-?(?:\\d{3}X|\\d{2}XX)|Y-?\\d{5,}'
const MONTH_AND_DAY =
  '(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d)|(?:0[1-9]|1[0-2]|XX)-XX)'
const MONTH_OR_SEASON = '(?:0[1-9]|1[0-2]|2[1-4]|XX)'
const TIME = 'T(?:[01]\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?'
const DATE = `(?:${YEAR}(?:-(?:${MONTH_AND_DAY}(?:${TIME})?|${MONTH_OR_SEASON}))?|${OTHER_YEAR})[?~%]?`

/**
 * EDTF of levels 0 and 1, as far as a regular expression goes: it takes 29 February of any year, and an interval that
 * ends before it begins. Every date that `parseDate` reads fits it.
 */
export const DATE_PATTERN = `^(?:${DATE}|${DATE}/(?:${DATE}|\\.\\.)?|(?:\\.\\.)?/${DATE})$`
