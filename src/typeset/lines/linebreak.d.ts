declare module 'linebreak' {
  /** Finds the places at which a line may end (Unicode Standard Annex 14). */
  class LineBreaker {
    constructor(text: string)
    nextBreak(): { readonly position: number; readonly required?: boolean } | null
  }
  export = LineBreaker
}
