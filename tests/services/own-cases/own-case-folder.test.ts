import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeOwnFolder, SOURCE, sampleCase } from './own-folder.ts';

// Each opens the library and a parser of its own.
vi.setConfig({ testTimeout: 60_000 });

let place: ReturnType<typeof makeOwnFolder>;
beforeEach(() => {
  place = makeOwnFolder();
});
afterEach(() => place.remove());
const type = SOURCE.split('/')[0] ?? '';

describe('own cases in the library', () => {
  test('are listed, opened and gone through as the bundled ones are', async () => {
    place.put('my-lane');
    const { own, library } = await place.open();
    await own.ready();
    const summary = library.summaries().find(({ id }) => id === 'my-lane');
    expect(summary?.origin).toBe('own');
    expect(summary?.languages).toEqual(['zh', 'en']);
    const value = library.get('my-lane');
    expect(value.texts.zh?.sections.map(({ id }) => id)).toContain('process');
    expect(structuredClone(value).texts.en?.sections.length).toBe(value.texts.en?.sections.length);
    expect([...library.all()].map(({ id }) => id)).toContain('my-lane');
    expect(library.cases.map(({ id }) => id)).not.toContain('my-lane');
    expect(library.own()).toEqual([{ id: 'my-lane', revision: value.revision }]);
  });

  test('are there at the next start before any file is opened, and none is parsed again', async () => {
    place.put('my-lane');
    place.put('my-square');
    const first = await place.open();
    await first.own.ready();
    await first.close();
    const second = await place.open();
    expect(second.library.get('my-square').texts.zh?.title).toContain('my-square');
    await second.own.ready();
    expect(second.asked).toEqual(['scan']);
  });

  test('made in a folder that was never used cost nothing until there is one', async () => {
    const { own, asked } = await place.open();
    await own.ready();
    expect(asked).toEqual([]);
    place.put('my-lane');
    await own.refresh();
    expect(own.heads().size).toBe(1);
  });

  test('show a change by another program at once, and tell which case it was', async () => {
    place.put('my-lane');
    place.put('my-square');
    const { own, library } = await place.open();
    await own.ready();
    const told: string[] = [];
    library.onChange((ids) => told.push(...ids));
    const { main } = sampleCase('my-lane', { title: '别处改过的标题' });
    // As editors save: a new file put over the old one.
    const path = join(place.folder, type, 'my-lane.md');
    writeFileSync(`${path}.tmp`, main);
    renameSync(`${path}.tmp`, path);
    await vi.waitFor(() => expect(library.get('my-lane').front.title.zh).toBe('别处改过的标题'), 5000);
    expect(new Set(told)).toEqual(new Set(['my-lane']));
    rmSync(path);
    rmSync(join(place.folder, type, 'my-lane.en.md'));
    await vi.waitFor(() => expect(library.find('my-lane')).toBeUndefined(), 5000);
    expect(library.find('my-square')).toBeDefined();
  });

  test('keep the last version without an error while the file has one, and say which line', async () => {
    place.put('my-lane');
    const { own, library } = await place.open();
    await own.ready();
    const { main } = sampleCase('my-lane', { title: '不该出现' });
    place.write(`${type}/my-lane.md`, main.replace(/^level: .*$/m, 'level: comunity'));
    await own.refresh();
    expect(library.get('my-lane').front.title.zh).not.toBe('不该出现');
    const wrong = library.problems.find(({ file }) => file === `${type}/my-lane.md`);
    expect(wrong).toMatchObject({ rule: 'front-value', severity: 'error', expected: ['community'] });
    expect(main.split('\n')[(wrong?.line ?? 0) - 1]).toMatch(/^level:/);
  });
});

describe('a bundled case', () => {
  test('keeps its id against an own file; an own edition with its own id stands beside it', async () => {
    const bundled = SOURCE.split('/')[1] ?? '';
    const stolen = sampleCase(bundled);
    place.write(`${SOURCE}.md`, stolen.main);
    place.write(`${SOURCE}.en.md`, stolen.other);
    const edition = sampleCase(`${bundled}-own`, { title: '我的版本' });
    place.write(`${type}/${bundled}-own.md`, edition.main.replace(/^(id: .*)$/m, `$1\nbasedOn: ${bundled}`));
    place.write(`${type}/${bundled}-own.en.md`, edition.other);
    const { own, library } = await place.open();
    await own.ready();
    expect(library.get(bundled).origin).toBe('bundled');
    expect(library.problems.map(({ rule }) => rule)).toContain('own-id-bundled');
    expect(library.summaries().find(({ id }) => id === `${bundled}-own`)).toMatchObject({
      origin: 'own',
      basedOn: bundled,
      title: { zh: '我的版本' },
    });
  });
});

describe('a folder that is gone', () => {
  test('is not an empty one: what was known stays, until it is back', async () => {
    place.put('my-lane');
    const { own, library } = await place.open();
    await own.ready();
    renameSync(place.folder, `${place.folder}-away`);
    await own.refresh();
    expect(own.state().state).toBe('missing');
    expect(library.get('my-lane').texts.zh?.sections.length).toBeGreaterThan(5);
    renameSync(`${place.folder}-away`, place.folder);
    await own.refresh();
    expect(own.state().state).toBe('ok');
  });

  test('or loses many files at once keeps what was known, until one says that they are gone', async () => {
    for (let at = 0; at < 12; at++) place.put(`my-case-${at}`);
    const { own, library } = await place.open();
    await own.ready();
    rmSync(join(place.folder, type), { recursive: true });
    mkdirSync(join(place.folder, type));
    await own.refresh();
    expect(own.state()).toMatchObject({ state: 'vanished', vanished: 12 });
    expect(library.own()).toHaveLength(12);
    await own.acceptVanished();
    expect(own.state().state).toBe('ok');
    expect(library.own()).toHaveLength(0);
  });
});

describe('files that cannot be cases', () => {
  test('are each named with the reason, and the others are read all the same', async () => {
    place.put('my-lane');
    const { main } = sampleCase('my-lane');
    place.write(`${type}/gbk.md`, Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xb9, 0xfe, 0xb9, 0xfe]));
    place.write(`${type}/no-front.md`, '# 只有正文\n');
    place.write(`${type}/too-big.md`, main + ' '.repeat(512 * 1024));
    place.write(`${type}/My Case.md`, main);
    symlinkSync(join(place.folder, type, 'my-lane.md'), join(place.folder, type, 'linked.md'));
    const twin = sampleCase('my-lane', { type: 'project' === type ? 'event-driven' : 'project' });
    place.write(`${'project' === type ? 'event-driven' : 'project'}/my-lane.md`, twin.main);
    const { own, library } = await place.open();
    await own.ready();
    const rules = new Map(library.problems.map(({ file, rule }) => [file.split('/').at(-1), rule]));
    expect(rules.get('gbk.md')).toBe('file-encoding');
    expect(rules.get('no-front.md')).toBe('front-missing');
    expect(rules.get('too-big.md')).toBe('file-size');
    expect(rules.get('My Case.md')).toBe('own-file');
    expect(rules.get('linked.md')).toBe('own-file');
    expect(library.problems.map(({ rule }) => rule)).toContain('duplicate-id');
    expect(library.own()).toHaveLength(1);
  });

  test('cost their own parser only: a file that takes too long is refused, and the next is read', async () => {
    place.put('my-lane');
    // A deadline that nothing can meet stands for a file that takes for ever.
    const { own, library } = await place.open({ deadlineMs: 1 });
    await own.ready();
    expect(library.problems.map(({ rule }) => rule)).toEqual(['own-too-costly']);
    const later = await place.open();
    place.put('my-square');
    await later.own.refresh();
    expect(later.library.own().map(({ id }) => id)).toEqual(['my-square']);
  });

  test('may lie in a folder that is only to be read', async () => {
    place.put('my-lane');
    const { own, library } = await place.open({ readOnly: true });
    await own.ready();
    expect(library.get('my-lane').origin).toBe('own');
  });
});
