import type { TokenizerCallbacks } from 'htmlparser2'
import type { Report } from '../../diagnostics/index.js'
import type { SourceMappedText } from './source-map.js'

type Declarations = Pick<
  TokenizerCallbacks,
  'oncomment' | 'oncdata' | 'ondeclaration' | 'onprocessinginstruction'
>

/** What all readers of the closed HTML do with what is neither element nor text: comments are ignored, the rest reported. */
export abstract class DeclarationReporter implements Declarations {
  constructor(
    readonly source: SourceMappedText,
    readonly report: Report,
  ) {}

  oncomment(): void {}

  oncdata(start: number, end: number): void {
    this.#report(start, end)
  }

  ondeclaration(start: number, end: number): void {
    this.#report(start, end)
  }

  onprocessinginstruction(start: number, end: number): void {
    this.#report(start, end)
  }

  #report(start: number, end: number): void {
    const place = this.source.placeOfRange(start - 1, end)
    this.report('unknown-element', place, 'a declaration is not part of the closed HTML')
  }
}
