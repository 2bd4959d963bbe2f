import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OpenPacket, PacketContent, type PacketTemplate } from '#contract/packets.ts';
import { fullContent, garden, jinsong, openPackets } from './open-packets.ts';

let program: Awaited<ReturnType<typeof openPackets>>;
beforeEach(async () => {
  program = await openPackets();
});
afterEach(() => program.close());

const create = (more: { template?: PacketTemplate; caseIds?: string[]; language?: 'zh' | 'en' } = {}) =>
  program.all.packets.create({ id: randomUUID(), template: 'seminar', language: 'zh', ...more });

describe('a packet', () => {
  test.each([
    ['seminar', 1, 90],
    ['workshop', 3, 210],
    ['course', 6, 540],
  ] as const)(
    'begins from the template %s with minutes that fill their slots',
    async (template, sessions, minutes) => {
      for (const language of ['zh', 'en'] as const) {
        const { packet, sums } = await create({ template, language });
        expect(packet.content.sessions).toHaveLength(sessions);
        expect(sums.map((sum) => sum.minutes)).toEqual(sums.map((sum) => sum.slotMinutes));
        expect(sums.reduce((sum, one) => sum + one.minutes, 0)).toBe(minutes);
      }
    },
  );

  test('spreads cases over its sessions and takes over the questions that they ask', async () => {
    const opened = await create({ template: 'course', caseIds: [jinsong, garden] });
    expect(OpenPacket.parse(opened)).toEqual(opened);
    const { sessions } = opened.packet.content;
    expect(sessions.flatMap(({ readings }) => readings.map(({ caseId }) => caseId))).toEqual([
      jinsong,
      garden,
    ]);
    expect(sessions[0]?.questions.map(({ text }) => text)).toEqual(opened.cases[0]?.questions);
    expect(opened.sums[0]?.readingLength).toBeGreaterThan(1000);
  });

  test('lists, with its case count and minutes, and says what could be better', async () => {
    const { packet } = await create();
    const saved = await program.all.packets.save({
      id: packet.id,
      revision: packet.revision,
      content: fullContent(),
    });
    expect(saved.remarks.map(({ rule }) => rule)).toEqual(['objective-unseen', 'minutes-over']);
    expect(saved.remarks[0]).toMatchObject({ at: '1', instead: '说出' });
    const [summary] = await program.all.packets.list();
    expect(summary).toMatchObject({ title: '参与式规划六讲', sessions: 1, cases: 2, minutes: 90 });
  });

  test.each(['zh', 'en'] as const)(
    'the sample in %s has twelve real cases, minutes that add up, and nothing to remark',
    async (language) => {
      const { packet, cases, sums, remarks } = await create({ template: 'sample', language });
      expect(packet.content.sessions).toHaveLength(6);
      expect(cases).toHaveLength(12);
      expect(remarks).toEqual([]);
      expect(sums.every(({ minutes, slotMinutes }) => minutes === slotMinutes)).toBe(true);
      expect(sums.every(({ readingLength }) => readingLength > 300)).toBe(true);
      for (const session of packet.content.sessions) {
        expect(session.questions.length).toBeGreaterThanOrEqual(3);
        expect(session.objectives).toHaveLength(3);
      }
      const student = await program.all.packets.document({ id: packet.id, edition: 'student' });
      expect(JSON.stringify(student)).not.toContain(
        language === 'zh' ? '不说理由，先举手' : 'Hands up before',
      );
    },
  );

  test('refuses words written over a revision that is no longer the newest', async () => {
    const { packet } = await create();
    const { id, revision } = packet;
    await program.all.packets.save({ id, revision, content: fullContent() });
    await expect(
      program.all.packets.save({ id, revision, content: fullContent('en') }),
    ).rejects.toMatchObject({ code: 'PACKET_CHANGED' });
    await expect(
      program.all.packets.save({ id: randomUUID(), revision, content: fullContent() }),
    ).rejects.toMatchObject({ code: 'PACKET_NOT_FOUND' });
  });

  test('takes a change, a deletion and its making back, and does them again, over a restart', async () => {
    const { packet } = await create();
    const { id } = packet;
    const content = fullContent();
    await program.all.packets.save({ id, revision: packet.revision, content });
    await program.all.packets.remove({ id });
    const { acts, packets } = await program.reopen();
    await acts.undo();
    expect((await packets.get({ id })).packet.content).toEqual(content);
    await acts.undo();
    const before = await packets.get({ id });
    expect(before.packet.content).toEqual(packet.content);
    await acts.redo();
    const after = await packets.get({ id });
    expect(after.packet.content).toEqual(content);
    await packets.save({ id, revision: after.packet.revision, content: { ...content, title: '再改' } });
    expect((await packets.get({ id })).packet.content.title).toBe('再改');
  });

  test('keeps versions, brings one back, and leaves a copy alone', async () => {
    const { packet } = await create();
    const { id } = packet;
    const { packets, acts } = program.all;
    const content = fullContent();
    await packets.keepVersion({ id, name: '第一稿' });
    const copy = await packets.duplicate({ id, newId: randomUUID() });
    const saved = await packets.save({ id, revision: packet.revision, content });
    const versions = await packets.versions({ id });
    expect(versions).toMatchObject([{ name: '第一稿', kind: 'kept', sessions: 1 }]);
    const back = await packets.bringBack({ id, seq: versions[0]?.seq ?? 0 });
    expect(back.packet.content).toEqual(packet.content);
    expect(back.packet.revision).toBeGreaterThan(saved.packet.revision);
    await acts.undo();
    expect((await packets.get({ id })).packet.content).toEqual(content);
    expect((await packets.get({ id: copy.packet.id })).packet.content.title).toBe(
      `${packet.content.title}（副本）`,
    );
  });

  test('parses what it stores by the schema of the contract', async () => {
    const { packet } = await create({ template: 'workshop', caseIds: [jinsong] });
    expect(PacketContent.parse(packet.content)).toEqual(packet.content);
  });
});
