/** A place as people say it: 北京 and 海淀, not 北京市 and 海淀区; and as it is called. */
export function placeWords(place: string): string[] {
  const short = place.replace(/(?<=..)(?:市|区|县|省|街道)$/u, '');
  return [...new Set([short, place])];
}
