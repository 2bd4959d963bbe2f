import { describe, expect, it } from 'vitest';
import { createDeliveries } from '#services/exports/deliveries.ts';
import { safeFileName } from '#services/exports/file-name.ts';

const document = { fileName: 'a.md', mediaType: 'text/markdown', bytes: new Uint8Array([1]) };

describe('deliveries', () => {
  it('hand a document over once, against a ticket that cannot be guessed', () => {
    const deliveries = createDeliveries(() => new Date(0));
    const tickets = [deliveries.put(document), deliveries.put(document)];
    expect(new Set(tickets).size).toBe(2);
    expect(Buffer.from(tickets[0] ?? '', 'base64url')).toHaveLength(32);
    expect(deliveries.take(tickets[0] ?? '')).toBe(document);
    expect(deliveries.take(tickets[0] ?? '')).toBeUndefined();
    expect(deliveries.take('nothing')).toBeUndefined();
  });

  it('forget a document after ten minutes', () => {
    let at = 0;
    const deliveries = createDeliveries(() => new Date(at));
    const [early, late] = [deliveries.put(document), deliveries.put(document)];
    at = 10 * 60_000 - 1;
    expect(deliveries.take(early)).toBe(document);
    at += 1;
    expect(deliveries.take(late)).toBeUndefined();
  });

  it('keep only the last ones when nobody fetches', () => {
    const deliveries = createDeliveries(() => new Date(0));
    const tickets = Array.from({ length: 30 }, () => deliveries.put(document));
    expect(deliveries.take(tickets[0] ?? '')).toBeUndefined();
    expect(deliveries.take(tickets[29] ?? '')).toBe(document);
  });
});

describe('file names', () => {
  it.each([
    ['谁出钱：谁接手？', '谁出钱：谁接手？.docx'],
    ['a/b\\c:d*e?"f"<g>|h', 'a b c d e f g h.docx'],
    ['..', 'okm.docx'],
    ['CON', 'okm CON.docx'],
    ['\u202egnp.exe', 'gnp.exe.docx'],
    ['x'.repeat(300), `${'x'.repeat(80)}.docx`],
  ])('%s', (title, name) => {
    expect(safeFileName(title, 'docx')).toBe(name);
  });
});
