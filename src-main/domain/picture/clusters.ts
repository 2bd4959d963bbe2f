export interface Spot<T> {
  readonly x: number;
  readonly y: number;
  readonly of: T;
}

export interface Cluster<T> {
  readonly x: number;
  readonly y: number;
  readonly members: readonly T[];
}

/**
 * Joins spots that lie within a reach of one another, first come first kept, so that no two clusters lie nearer
 * than that. A grid of that mesh keeps it linear: only the nine squares about a spot are looked at.
 */
export function clusterSpots<T>(spots: readonly Spot<T>[], reach: number): readonly Cluster<T>[] {
  const clusters: { x: number; y: number; members: T[] }[] = [];
  const mesh = new Map<string, { x: number; y: number; members: T[] }[]>();
  const square = (value: number) => Math.floor(value / reach);
  for (const { x, y, of } of spots) {
    let nearest: { x: number; y: number; members: T[] } | undefined;
    let distance = reach;
    for (let column = square(x) - 1; column <= square(x) + 1; column += 1) {
      for (let row = square(y) - 1; row <= square(y) + 1; row += 1) {
        for (const cluster of mesh.get(`${column} ${row}`) ?? []) {
          const away = Math.hypot(cluster.x - x, cluster.y - y);
          if (away < distance) [nearest, distance] = [cluster, away];
        }
      }
    }
    if (nearest !== undefined) {
      nearest.members.push(of);
      continue;
    }
    const cluster = { x, y, members: [of] };
    clusters.push(cluster);
    const key = `${square(x)} ${square(y)}`;
    mesh.set(key, [...(mesh.get(key) ?? []), cluster]);
  }
  return clusters;
}
