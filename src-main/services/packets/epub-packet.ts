import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { PacketDocument } from '#contract/packet-document.ts';
import { packetTexts } from '#domain/packet/texts.ts';
import { escapeMarkup, xmlText } from '#domain/text/markup.ts';
import { type HtmlNode, h, toXhtml } from '../exports/html-tree.ts';
import { packetCss } from './packet-css.ts';
import { packetPages } from './packet-nodes.ts';

const epoch = new Date(1980, 0, 1);
const prolog = '<?xml version="1.0" encoding="utf-8"?>\n';

/** A packet as a book: EPUB 3.3, read by 3.2 readers too. Equal packets give equal bytes. */
export function writePacketEpub(packet: PacketDocument): Uint8Array {
  const pages = packetPages(packet, '.xhtml');
  const chapters = pages.map(({ name, title, content }) => ({
    name,
    title,
    file: `${name}.xhtml`,
    text: chapter(packet, title, content),
  }));
  const id = uuidOf(chapters.map(({ text }) => text).join('\n') + packet.edition);
  const files: readonly (readonly [string, string])[] = [
    ['META-INF/container.xml', container],
    ['EPUB/package.opf', packageFile(packet, chapters, id)],
    ['EPUB/nav.xhtml', navigation(packet, chapters)],
    ['EPUB/style.css', packetCss],
    ...chapters.map(({ file, text }) => [`EPUB/${file}`, text] as const),
  ];
  const tree: Zippable = { mimetype: [strToU8('application/epub+zip'), { level: 0, mtime: epoch }] };
  for (const [path, text] of files) tree[path] = [strToU8(text), { level: 9, mtime: epoch }];
  return zipSync(tree);
}

interface Chapter {
  readonly name: string;
  readonly title: string;
  readonly file: string;
}

const container = `${prolog}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function packageFile(packet: PacketDocument, chapters: readonly Chapter[], id: string): string {
  const { language, edition, title, licence, date } = packet;
  const texts = packetTexts[language];
  const words = (text: string) => escapeMarkup(xmlText(text));
  return `${prolog}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${lang(language)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:${id}</dc:identifier>
<dc:title>${words(title || texts.program)} · ${words(texts.editions[edition])}</dc:title>
<dc:language>${lang(language)}</dc:language>
<dc:publisher>${words(texts.program)}</dc:publisher>
<dc:date>${date}</dc:date>${licence.trim() === '' ? '' : `\n<dc:rights>${words(licence)}</dc:rights>`}
<meta property="dcterms:modified">${date}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">readingOrder</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${chapters.map(({ name, file }) => `<item id="${name}" href="${file}" media-type="application/xhtml+xml"/>`).join('\n')}
</manifest>
<spine>
${chapters.map(({ name }, index) => `<itemref idref="${name}"/>${index === 0 ? '\n<itemref idref="nav"/>' : ''}`).join('\n')}
</spine>
</package>
`;
}

function navigation(packet: PacketDocument, chapters: readonly Chapter[]): string {
  const texts = packetTexts[packet.language];
  const items = chapters.map(({ file, title }) =>
    h('li', {}, h('a', { href: file }, title || texts.program)),
  );
  return chapter(packet, texts.contents, [
    h('nav', { 'epub:type': 'toc', id: 'toc' }, h('h1', {}, texts.contents), h('ol', {}, ...items)),
  ]);
}

function chapter({ language }: PacketDocument, title: string, content: readonly HtmlNode[]): string {
  const page = h(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: lang(language),
      'xml:lang': lang(language),
    },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('title', {}, title || packetTexts[language].program),
      h('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
    ),
    h('body', {}, ...content),
  );
  return `${prolog}<!DOCTYPE html>\n${toXhtml(page)}\n`;
}

function lang(language: PacketDocument['language']): string {
  return language === 'zh' ? 'zh-Hans' : 'en';
}

/** A UUID made of a digest (RFC 9562, version 8): the same packet has the same id. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
