import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CarriedComparison } from '#domain/comparison/carried.ts';
import { toBytes, withCarried } from './docx-carried.ts';
import { applyReferenceDoc, type ReferenceDoc } from './docx-reference.ts';

/** The first moment that a zip can name; the day of the brief stands in the document's own properties. */
const epoch = new Date(1980, 0, 1);

/** Characters that may not begin a line (GB/T 15834), and `[`, so that a citation stays with its claim. */
const notAtLineStart =
  '!%),.:;&gt;?]}¢°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞！＂％＇），．：；？］｀｜｝～￠[';

/**
 * Rewrites a package so that equal content gives equal bytes: dates from the brief, relation ids in order of
 * appearance, entries sorted with fixed times, the content types first as readers expect. The comparison that it
 * shows goes into it, and the styles of a template go before our own.
 */
export function steadyPackage(
  bytes: Uint8Array,
  day: string,
  { carried, template }: { readonly carried?: CarriedComparison; readonly template?: ReferenceDoc } = {},
): Uint8Array {
  const plain = unzipSync(bytes);
  const carrying = carried === undefined ? plain : carry(plain, carried);
  const entries = Object.entries(template === undefined ? carrying : applyReferenceDoc(carrying, template));
  const relations = entries.find(([name]) => name === 'word/_rels/document.xml.rels');
  const ids = relations === undefined ? new Map<string, string>() : relationIds(strFromU8(relations[1]));
  const parts = entries.map(([name, data]): [string, Uint8Array] => [
    name,
    name.endsWith('.xml') || name.endsWith('.rels') ? strToU8(steady(name, strFromU8(data), day, ids)) : data,
  ]);
  const first = '[Content_Types].xml';
  parts.sort(([a], [b]) => (a === first ? -1 : b === first ? 1 : a < b ? -1 : 1));
  return zipSync(Object.fromEntries(parts), { mtime: epoch, level: 6 });
}

function carry(parts: Record<string, Uint8Array>, carried: CarriedComparison): Record<string, Uint8Array> {
  const named = ['[Content_Types].xml', 'word/_rels/document.xml.rels'];
  const texts = Object.fromEntries(
    named.map((name) => [name, strFromU8(parts[name] ?? new Uint8Array())] as const),
  );
  return { ...parts, ...toBytes(withCarried(texts, carried)) };
}

/** The library makes up ids for links; each gets a number of its own instead. */
function relationIds(xml: string): Map<string, string> {
  const ids = [...xml.matchAll(/ Id="(rId[^"]*)"/g)].map((match) => match[1] ?? '');
  const random = ids.filter((id) => !/^rId(?:\d+|Comparison)$/.test(id));
  return new Map(random.map((id, index) => [id, `rIdLink${index + 1}`]));
}

/** The library counts bookmarks, contents and pictures through all documents that it has made; here each begins at 1. */
function renumbered(xml: string): string {
  const counters = [
    /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)/g,
    /(_Toc)(\d+)/g,
    /(<wp:docPr\b[^>]*?\bid=")(\d+)/g,
  ];
  return counters.reduce((text, pattern) => {
    const numbers = new Map<string, number>();
    return text.replace(pattern, (_, before: string, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return before + number;
    });
  }, xml);
}

function steady(name: string, xml: string, day: string, ids: ReadonlyMap<string, string>): string {
  switch (name) {
    case 'docProps/core.xml':
      return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`);
    case 'word/document.xml':
      return renumbered(xml).replace(/"(rId[^"]+)"/g, (_, id: string) => `"${ids.get(id) ?? id}"`);
    case 'word/_rels/document.xml.rels':
      return xml.replace(/"(rId[^"]+)"/g, (_, id: string) => `"${ids.get(id) ?? id}"`);
    case 'word/settings.xml':
      return xml.replace(
        '<w:updateFields',
        `<w:noLineBreaksBefore w:lang="zh-CN" w:val="${notAtLineStart}"/><w:updateFields`,
      );
    default:
      return /^word\/header\d+\.xml$/.test(name) ? renumbered(xml) : xml;
  }
}
