/** The part of a case's title before its colon: what people call the case. */
export function shortTitle(title: string): string {
  return title.split(/[:：]/)[0]?.trim() ?? title;
}
