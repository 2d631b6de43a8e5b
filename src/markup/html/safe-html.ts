import { addressProblem } from '../../brief/index.js'

/** HTML that is safe to print as it is, with its text for attributes and metadata, which is found when it is first asked for. */
export class SafeHtml {
  #text: string | (() => string)

  constructor(
    readonly html: string,
    text: string | (() => string),
  ) {
    this.#text = text
  }

  get text(): string {
    if (typeof this.#text === 'function') this.#text = this.#text()
    return this.#text
  }

  toHTML(): string {
    return this.html
  }

  toString(): string {
    return this.text
  }
}

/** Whether an address is a web, mail or telephone address that leads where it seems to. */
export function isSafeLink(href: string): boolean {
  return addressProblem(href) === undefined
}
