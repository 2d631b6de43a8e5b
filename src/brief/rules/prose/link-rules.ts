import { type Range, shorten } from '../../../diagnostics/index.js'
import { addressProblem, hostOfAddress, SAFE_SCHEMES } from '../../notation/addresses.js'
import { findLinks, type ProseLink } from '../../notation/links.js'

/** Something wrong with a link. */
export interface LinkFault extends Range {
  readonly code: 'unsafe-link' | 'link-other-host'
  readonly message: string
  readonly hint: string
}

/** Links that lead where none may, or elsewhere than their words say. `placeholder` stands for characters that a recipient fills in. */
export function faultyLinks(text: string, placeholder: string): LinkFault[] {
  return findLinks(text).flatMap((link): LinkFault[] => {
    const { start, end, address } = link
    if (address.startsWith(placeholder)) return []
    const filled = address.replaceAll(placeholder, 'x')
    const problem = addressProblem(filled)
    if (problem !== undefined)
      return [
        {
          start,
          end,
          code: 'unsafe-link',
          message: `a link leads to \`${shorten(address)}\`, which ${problem}`,
          hint: UNSAFE_LINK_HINT,
        },
      ]
    const said = hostInWords(link)
    const host = hostOfAddress(filled)
    if (said === undefined || host === undefined || isSameSite(said, host)) return []
    return [
      {
        start,
        end,
        code: 'link-other-host',
        message: `a link with the words \`${shorten(link.words)}\` leads to \`${shorten(host)}\``,
        hint: 'name in its words where it leads, or nothing',
      },
    ]
  })
}

export const UNSAFE_LINK_HINT = `begin it with ${SAFE_SCHEMES.join(', ')} and the host, or write \`\\[\` for a bracket`

/** An address in the words of a link, or words that are the name of a host. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”«»]+|[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/iu
const HOST = /^(?:[\p{L}\p{N}-]+\.)+(?:\p{L}{2,24}|xn--[a-z0-9-]+)(?=\/\S*$|$)/iu
/** What ends as names of files do is no host. */
const FILE =
  /\.(?:pdf|docx?|xlsx?|pptx?|csv|tsv|json|ya?ml|xml|html?|txt|md|png|jpe?g|svg|zip|js|ts|py|rs|sh|net)$/i

function hostInWords({ words, address }: ProseLink): string | undefined {
  const plain = words.replace(/[*_\\]/g, '').trim()
  if (plain === address) return undefined
  const found = ADDRESS.exec(plain)?.[0] ?? (FILE.test(plain) ? undefined : HOST.exec(plain)?.[0])
  return found === undefined ? undefined : hostOfAddress(found)
}

/** A host and a part of it are one site: `docs.example.org` and `example.org`. */
function isSameSite(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)
}
