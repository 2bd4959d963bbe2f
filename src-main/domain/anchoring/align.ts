/** How one text lies on another: for each unit of the first, and for its end, where that is in the second. */
export interface Alignment {
  readonly at: readonly number[];
  /** Whether the unit is the same there. */
  readonly same: readonly boolean[];
}

/** Lays a text on another with the fewest edits (Wagner and Fischer 1974); time and room are their product. */
export function align(from: string, into: string): Alignment {
  const width = into.length + 1;
  const cost = new Uint16Array((from.length + 1) * width);
  for (let j = 0; j < width; j++) cost[j] = j;
  for (let i = 1; i <= from.length; i++) {
    cost[i * width] = i;
    for (let j = 1; j < width; j++) {
      const kept = (cost[(i - 1) * width + j - 1] ?? 0) + (from[i - 1] === into[j - 1] ? 0 : 1);
      const dropped = (cost[(i - 1) * width + j] ?? 0) + 1;
      const added = (cost[i * width + j - 1] ?? 0) + 1;
      cost[i * width + j] = Math.min(kept, dropped, added);
    }
  }
  const at: number[] = new Array(from.length + 1).fill(0);
  const same: boolean[] = new Array(from.length).fill(false);
  let i = from.length;
  let j = into.length;
  at[i] = j;
  while (i > 0) {
    const here = cost[i * width + j] ?? 0;
    const equal = j > 0 && from[i - 1] === into[j - 1];
    if (j > 0 && here === (cost[(i - 1) * width + j - 1] ?? 0) + (equal ? 0 : 1)) {
      i--;
      j--;
      same[i] = equal;
    } else if (here === (cost[(i - 1) * width + j] ?? 0) + 1) {
      i--;
    } else {
      j--;
      continue;
    }
    at[i] = j;
  }
  return { at, same };
}
