/** What was read lately, up to so many bytes; what was used last stays longest. */
export class RecentBytes {
  private readonly kept = new Map<string, Buffer>()
  private total = 0

  constructor(private readonly mostBytes: number) {}

  get(name: string): Buffer | undefined {
    const bytes = this.kept.get(name)
    if (bytes) {
      this.kept.delete(name)
      this.kept.set(name, bytes)
    }
    return bytes
  }

  add(name: string, bytes: Buffer): void {
    if (this.kept.has(name) || bytes.length > this.mostBytes) return
    this.kept.set(name, bytes)
    this.total += bytes.length
    for (const [oldest, { length }] of this.kept) {
      if (this.total <= this.mostBytes) return
      this.kept.delete(oldest)
      this.total -= length
    }
  }
}
