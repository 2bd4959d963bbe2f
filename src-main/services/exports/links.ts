/** A piece of text, and the address that it is when it is one. */
export interface LinkPart {
  readonly text: string;
  readonly url: string | null;
}

const address = /https?:\/\/[^\s<>"]+/g;

/** Splits a reference at its web addresses; the full stop that closes an address is not part of it. */
export function splitLinks(text: string): LinkPart[] {
  const parts: LinkPart[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const url = match[0].replace(/[.,;。，；）)]+$/, '');
    if (!URL.canParse(url)) continue;
    parts.push({ text: text.slice(from, match.index), url: null }, { text: url, url });
    from = match.index + url.length;
  }
  parts.push({ text: text.slice(from), url: null });
  return parts.filter((part) => part.text !== '');
}
