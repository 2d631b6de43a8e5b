import type { Place } from '../../diagnostics/index.js'
import { type HtmlNode, type HtmlText, isWhitespace } from '../html/html-node.js'

/** The place of the first text from the brief, so that a finding about a block leads to its author. */
export function placeOfBlock(nodes: readonly HtmlNode[], otherwise: Place): Place {
  return firstTextOfBrief(nodes)?.place ?? otherwise
}

function firstTextOfBrief(nodes: readonly HtmlNode[]): HtmlText | undefined {
  for (const node of nodes) {
    const found =
      node.name !== undefined
        ? firstTextOfBrief(node.children)
        : node.isFromBrief && !isWhitespace(node)
          ? node
          : undefined
    if (found) return found
  }
  return undefined
}
