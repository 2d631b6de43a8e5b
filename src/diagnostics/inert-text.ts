/** A text without what acts on those around it, or may stand in no document: controls, marks of direction, half characters. */
export function inertText(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '\ufffd')
}
