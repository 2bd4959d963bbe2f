const doubles = '"“”„‟＂';

/** The pairs of marks that a phrase may stand in: any of the double ones closes any other of them. */
const pairs: readonly { readonly open: string; readonly close: string }[] = [
  { open: doubles, close: doubles },
  { open: '「', close: '」' },
  { open: '『', close: '』' },
];

/** The marks that close what a character opens, or undefined where it opens nothing. */
export function closersOf(character: string): string | undefined {
  if (character === '') return undefined;
  return pairs.find(({ open }) => open.includes(character))?.close;
}

/** A text in marks that it does not hold itself. */
export function quote(text: string): string {
  const pair = pairs.find(({ close }) => ![...close].some((mark) => text.includes(mark)));
  return pair ? `${pair.open[0]}${text}${pair.close[0]}` : text;
}
