import { zipSync } from 'fflate';
import type { PacketDocument } from '#contract/packet-document.ts';
import { packetTexts } from '#domain/packet/texts.ts';
import { type HtmlNode, h, toHtml } from '../exports/html-tree.ts';
import { packetCss } from './packet-css.ts';
import { packetPages } from './packet-nodes.ts';

// Nothing is fetched and nothing runs: the pages are read where they lie.
const policy = "default-src 'none'; style-src 'unsafe-inline'";
const epoch = new Date(1980, 0, 1);

/** A packet as a folder of HTML pages, zipped: it opens from the disk, with no script and no request. */
export function writePacketHtml(packet: PacketDocument): Uint8Array {
  const texts = packetTexts[packet.language];
  const [cover, ...rest] = packetPages(packet, '.html');
  const contents = h(
    'nav',
    { 'aria-label': texts.contents },
    h('h2', {}, texts.contents),
    h('ul', {}, ...rest.map(({ name, title }) => h('li', {}, h('a', { href: `${name}.html` }, title)))),
  );
  const files: Record<string, Uint8Array> = {
    'index.html': page(packet, packet.title, [...(cover?.content ?? []), contents]),
  };
  for (const [index, { name, title, content }] of rest.entries()) {
    const next = rest[index + 1];
    const around = h(
      'nav',
      {},
      h('a', { href: 'index.html' }, packet.title),
      ...(next ? [' · ', h('a', { href: `${next.name}.html` }, next.title)] : []),
    );
    files[`${name}.html`] = page(packet, `${title} · ${packet.title}`, [...content, around]);
  }
  const names = Object.keys(files).sort();
  return zipSync(Object.fromEntries(names.map((name) => [name, files[name] ?? new Uint8Array()])), {
    mtime: epoch,
    level: 9,
  });
}

function page({ language }: PacketDocument, title: string, content: readonly HtmlNode[]): Uint8Array {
  const html = h(
    'html',
    { lang: language === 'zh' ? 'zh-Hans' : 'en' },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'generator', content: packetTexts[language].program }),
      h('title', {}, title),
      h('style', {}, packetCss),
    ),
    h('body', {}, h('main', {}, ...content)),
  );
  return new TextEncoder().encode(`<!doctype html>\n${toHtml(html)}\n`);
}
