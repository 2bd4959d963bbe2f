/** A thing for the margin: where it wants to stand, and how tall it is, CSS px. */
export interface Wish {
  readonly id: string;
  readonly at: number;
  readonly height: number;
}

/**
 * Places things down a margin in the order of their lines: each as high as its line, pushed down where the one
 * before reaches too far, never over another. Answers with the top of each.
 */
export function layMargin(wishes: readonly Wish[], gap: number): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  let free = Number.NEGATIVE_INFINITY;
  for (const { id, at, height } of wishes) {
    const top = Math.max(at, free);
    tops.set(id, top);
    free = top + height + gap;
  }
  return tops;
}
