import { HttpProblem } from './http-problem.js'

/** Refuses a request whose client takes nothing of the kind that the answer would be (RFC 9110, 12.5.1). */
export function refuseUnaccepted(accept: string | null | undefined, type: string): void {
  if (!accepts(accept, type))
    throw new HttpProblem(
      406,
      'not-acceptable',
      `the answer is \`${type}\`, which \`Accept\` does not take`,
      {
        hint: `take \`${type}\` or \`*/*\``,
      },
    )
}

function accepts(accept: string | null | undefined, type: string): boolean {
  if (accept === null || accept === undefined || accept.trim() === '') return true
  const [main = ''] = type.split('/')
  const weights = accept.split(',').map(part => {
    const [range = '', ...parameters] = part.split(';').map(text => text.trim().toLowerCase())
    const [, weight = '1'] = parameters.map(text => /^q=([\d.]+)$/.exec(text)).find(found => found) ?? []
    return { rank: [`*/*`, `${main}/*`, type].indexOf(range), weight: Number(weight) }
  })
  const nearest = weights.filter(({ rank }) => rank !== -1).sort((a, b) => b.rank - a.rank)[0]
  return nearest !== undefined && nearest.weight > 0
}

/** Whether `If-None-Match` names an entity by its tag, weakly compared (RFC 9110, 13.1.2). */
export function matchesTag(header: string | null | undefined, tag: string): boolean {
  return (header ?? '').split(',').some(part => {
    const given = part.trim()
    return given === '*' || given.replace(/^W\//, '') === `"${tag}"`
  })
}
