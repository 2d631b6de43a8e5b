/** Where lines may break and may not, which is not seen; controls, and overrides of direction that would show words in another order; line ends read as spaces. */
const CONTROLS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b\u2060\u202d\u202e\ufeff]/g
const LINE_WHITE_SPACE = /[\t\n\r\u2028\u2029]+/g

/** The characters of a text as a twin made of text has them: nothing that acts on what reads or shows it. */
export const twinText = (text: string): string =>
  text.replace(CONTROLS, '').replace(LINE_WHITE_SPACE, ' ').normalize('NFC')
