/** Says to put a text in quotes, and shows it so where it is short and needs no escapes. */
export function quoteHint(value: string): string {
  const text = value.trimEnd()
  if (text === '' || text.length > MAX_QUOTED || /["\\\n`]|[\]},]$/.test(text))
    return 'put the whole text in quotes'
  return `put the whole text in quotes: \`"${text}"\``
}

const MAX_QUOTED = 60
