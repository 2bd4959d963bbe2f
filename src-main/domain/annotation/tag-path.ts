/** The longest a tag may be with all its levels, UTF-16 units. */
export const MAX_TAG = 80;

/**
 * A tag as it is kept: NFC, no controls, single blanks, levels without blanks at their ends. Undefined where
 * nothing is left, or it is too long.
 */
export function tidyTag(written: string): string | undefined {
  const levels = written
    .slice(0, 4 * MAX_TAG)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .split(/[/／]/)
    .map((level) => level.trim())
    .filter((level) => level !== '');
  const tag = levels.join('/');
  return tag === '' || tag.length > MAX_TAG || written.length > 4 * MAX_TAG ? undefined : tag;
}

/** A tag's path and all above it: `a/b` gives `a`, `a/b`. */
export function levelsOf(tag: string): string[] {
  const levels = tag.split('/');
  return levels.map((_, index) => levels.slice(0, index + 1).join('/'));
}
