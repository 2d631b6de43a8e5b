/** Styles of a house that take the place of those of a theme. */
export class HouseStyles {
  constructor(private readonly ids: ReadonlyMap<string, string>) {}
  has(name: string): boolean {
    return this.idOf(name, 'paragraph') !== undefined
  }
  idOf(name: string, type: 'paragraph' | 'character'): string | undefined {
    return this.ids.get(`${type} ${name.toLowerCase()}`)
  }
}
