import { simplify } from './simplify.ts';

/** A text made comparable, with the way back to the text it was made from. */
export interface Folded {
  readonly text: string;
  /**
   * For each UTF-16 unit of `text`, and for its end, the offset in the input of the character it came from;
   * undefined where the two texts have the same offsets.
   */
  readonly offsets: Uint32Array | undefined;
}

/** Not yet folded; and: folds to something other than one unit, see `others`. */
const UNSEEN = 0;
const OTHER = 1;
/** One entry a unit of the basic plane, filled when a character is first met. */
const units = new Uint16Array(0x10000);
const others = new Map<number, string>();

/**
 * Folds a text character by character: compatibility forms (NFKC), lower case, Latin, Greek and Cyrillic
 * letters without their marks, Traditional Chinese to Simplified; format characters and loose marks go.
 * Folding a piece of a text gives the piece of the folded text.
 */
export function fold(text: string): Folded {
  let same = 0;
  while (same < text.length) {
    const code = text.charCodeAt(same);
    const unit = units[code] === UNSEEN ? learn(code) : (units[code] ?? OTHER);
    if (unit !== code) break;
    same++;
  }
  if (same === text.length) return { text, offsets: undefined };
  return foldFrom(text, same);
}

function foldFrom(text: string, from: number): Folded {
  const parts: string[] = [text.slice(0, from)];
  let length = from;
  let starts: number[] | undefined;
  const shift = (at: number) => {
    if (starts) return starts;
    starts = Array.from({ length }, (_, index) => index);
    if (starts.length !== at) throw new RangeError('fold: offsets were equal until here');
    return starts;
  };
  for (let at = from; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    const into = foldCode(code);
    if (into.length !== size) shift(at);
    if (starts)
      for (let unit = 0; unit < into.length; unit++) starts.push(into.length === size ? at + unit : at);
    parts.push(into);
    length += into.length;
    at += size;
  }
  starts?.push(text.length);
  return { text: parts.join(''), offsets: starts ? Uint32Array.from(starts) : undefined };
}

function foldCode(code: number): string {
  if (code > 0xffff) return others.get(code) ?? foldRare(code);
  const unit = units[code] === UNSEEN ? learn(code) : (units[code] ?? OTHER);
  return unit === OTHER ? (others.get(code) ?? '') : String.fromCharCode(unit);
}

function learn(code: number): number {
  const into = foldCharacter(String.fromCharCode(code));
  const unit = into.length === 1 ? into.charCodeAt(0) : OTHER;
  if (unit <= OTHER) {
    others.set(code, into);
    units[code] = OTHER;
    return OTHER;
  }
  units[code] = unit;
  return unit;
}

function foldRare(code: number): string {
  const into = foldCharacter(String.fromCodePoint(code));
  others.set(code, into);
  return into;
}

function foldCharacter(character: string): string {
  if (/[\p{Cf}\p{M}]/u.test(character)) return '';
  const plain = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(character)
    ? character.normalize('NFKD').replace(/\p{M}/gu, '')
    : character;
  const lower = plain.normalize('NFKC').toLowerCase().replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
  return [...lower].map(simplify).join('');
}

/** The input's range for a range of the folded text; both end-exclusive, in UTF-16 units. */
export function toInputRange(folded: Folded, start: number, end: number): [number, number] {
  const { offsets } = folded;
  if (!offsets) return [start, end];
  const first = offsets[start] ?? 0;
  if (end <= start) return [first, first];
  const last = offsets[end - 1] ?? 0;
  let next = end;
  // A character that folds to several units, or one followed by marks that fold away, is taken whole.
  while (next < offsets.length - 1 && (offsets[next] ?? 0) <= last) next++;
  return [first, offsets[next] ?? last];
}
