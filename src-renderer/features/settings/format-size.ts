const steps = ['B', 'KB', 'MB', 'GB'] as const;

/** A size in bytes as people read it, one decimal from a megabyte up. */
export function formatSize(sizeBytes: number, number: (value: number) => string): string {
  let size = sizeBytes;
  let step = 0;
  while (size >= 1024 && step < steps.length - 1) {
    size /= 1024;
    step += 1;
  }
  const rounded = step >= 2 ? Math.round(size * 10) / 10 : Math.round(size);
  return `${number(rounded)} ${steps[step] ?? 'B'}`;
}
