/** As much of the DOM as is read here. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly parentNode: PageNode | null
}

export interface PageElement extends PageNode {
  getAttribute(name: string): string | null
  querySelector(selectors: string): PageElement | null
  querySelectorAll(selectors: string): Iterable<PageElement>
  closest(selectors: string): PageElement | null
  remove(): void
}

export interface Page {
  readonly documentElement: PageElement | null
  readonly body: PageElement | null
  querySelector(selectors: string): PageElement | null
  querySelectorAll(selectors: string): Iterable<PageElement>
}

export const TEXT_NODE = 3
export const ELEMENT_NODE = 1

/** The name of an element as HTML writes it. */
export function htmlElementName(node: PageNode): string {
  return node.nodeName.toLowerCase()
}

/** Walks through all below a node without recursion, as pages may be nested deeper than the stack is. */
export function walkPage(
  root: PageNode,
  enter: (node: PageNode) => boolean,
  leave: (node: PageNode) => void,
): void {
  let node: PageNode | null = root
  while (node) {
    const down: PageNode | null = enter(node) ? node.firstChild : null
    if (down) {
      node = down
      continue
    }
    leave(node)
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (node) leave(node)
    }
    node = !node || node === root ? null : node.nextSibling
  }
}
