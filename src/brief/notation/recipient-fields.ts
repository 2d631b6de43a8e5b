/**
 * A field of the recipient in prose: `{{recipient.name}}`, or `{{recipient.full name}}` by the column’s name. Other braces
 * are ordinary text, and so are these after a backslash.
 */
export const RECIPIENT_FIELD =
  /(?<!(?<!\\)(?:\\\\)*\\)\{\{\s*recipient\.([\p{L}\p{N}_-]+(?:[ .,'’/+-]+[\p{L}\p{N}_-]+)*)\s*\}\}/gu
