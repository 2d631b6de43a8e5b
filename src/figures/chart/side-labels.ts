/** Where the label of a line stands beside its end. Lengths are points. */
export interface SideLabel {
  /** Of the end that it names. */
  readonly end: number
  readonly height: number
}

/**
 * The tops of labels beside their ends, so that none covers another and all stay between `top` and `bottom`, each as near its
 * end as the others allow. Undefined where they do not fit.
 */
export function placeSideLabels(
  labels: readonly SideLabel[],
  top: number,
  bottom: number,
): readonly number[] | undefined {
  const total = labels.reduce((sum, { height }) => sum + height, 0)
  if (total > bottom - top + 0.01) return undefined
  const order = labels
    .map((label, index) => ({ ...label, index }))
    .sort((one, other) => one.end - other.end || one.index - other.index)
  /** Labels that touch, moved together: their wanted tops relative to the first are averaged. */
  const clusters: { members: typeof order; top: number; height: number }[] = []
  for (const label of order) {
    let cluster = {
      members: [label],
      top: clampTop(label.end - label.height / 2, label.height, top, bottom),
      height: label.height,
    }
    for (let last = clusters.at(-1); last && last.top + last.height > cluster.top; last = clusters.at(-1)) {
      clusters.pop()
      const members = [...last.members, ...cluster.members]
      const height = last.height + cluster.height
      cluster = { members, top: clampTop(meanTop(members), height, top, bottom), height }
    }
    clusters.push(cluster)
  }
  const tops = new Array<number>(labels.length).fill(0)
  for (const { members, top: first } of clusters) {
    let at = first
    for (const { index, height } of members) {
      tops[index] = at
      at += height
    }
  }
  return tops
}

const clampTop = (wanted: number, height: number, top: number, bottom: number): number =>
  Math.max(top, Math.min(wanted, bottom - height))

/** The top of a stack of labels whose members are together as near their ends as can be. */
function meanTop(members: readonly SideLabel[]): number {
  let [above, sum] = [0, 0]
  for (const { end, height } of members) {
    sum += end - height / 2 - above
    above += height
  }
  return sum / members.length
}
