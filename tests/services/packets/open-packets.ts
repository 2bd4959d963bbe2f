import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PacketContent } from '#contract/packets.ts';
import { createActService } from '#services/acts/act-service.ts';
import { createChanges } from '#services/changes.ts';
import { createDeliveries } from '#services/exports/deliveries.ts';
import { createPress } from '#services/exports/pdf/press.ts';
import { openLibrary } from '#services/library/library.ts';
import { createPacketService } from '#services/packets/packet-service.ts';
import { openGlossary } from '#services/search/open-glossary.ts';
import { openStore } from '#services/store/store.ts';

export const library = await openLibrary({ casesDir: 'cases', compiledFile: 'out/library/cases.json' });
export const glossary = await openGlossary('cases/glossary.yaml', 'out/library/glossary.json');
export const jinsong = 'beijing-jinsong-model';
export const garden = 'shanghai-knowledge-innovation-garden';

/** The packet service over a real store in a folder of its own; `reopen` is a restart. */
export async function openPackets() {
  const folder = await mkdtemp(join(tmpdir(), 'okm-packets-'));
  let clock = Date.parse('2026-11-24T08:00:00Z');
  const now = () => {
    clock += 1000;
    return new Date(clock);
  };
  const press = createPress({ fontsDir: 'build/fonts' });
  const deliveries = createDeliveries(now);
  const open = async () => {
    const store = await openStore(folder, 'cli', now().toISOString());
    const changes = createChanges();
    return {
      store,
      acts: createActService({ store, changes, now }),
      packets: createPacketService({ store, library, glossary, changes, deliveries, press, now }),
    };
  };
  let opened = await open();
  return {
    folder,
    press,
    deliveries,
    get all() {
      return opened;
    },
    async reopen() {
      await opened.store.close();
      opened = await open();
      return opened;
    },
    async close() {
      await opened.store.close();
      await press.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a trainer wrote for himself, each in a form of its own, so that it can be looked for in a file. */
export const secrets = {
  answer: 'SECRETANSWER甲',
  how: 'SECRETHOW乙',
  block: 'SECRETBLOCK丙',
  reveal: 'SECRETREVEAL丁',
  board: 'SECRETBOARD戊',
  column: 'SECRETCOLUMN己',
  item: 'SECRETITEM庚',
  activity: 'SECRETACTIVITY辛',
  notes: 'SECRETNOTES壬',
};

/** A packet with every kind of thing in it, and a secret wherever a trainer can write one. */
export function fullContent(language: 'zh' | 'en' = 'zh'): PacketContent {
  const value = library.get(jinsong);
  const text = value.texts[language];
  const process = text?.sections.find(({ id }) => id === 'process');
  const roles = library.get(garden).texts[language]?.sections.find(({ id }) => id === 'roles');
  if (!process || !roles) throw new Error('the cases have changed');
  const question = randomUUID();
  const board = randomUUID();
  return {
    title: language === 'zh' ? '参与式规划六讲' : 'Six sessions on participatory planning',
    subtitle: '2026',
    audience: language === 'zh' ? '研究生' : 'graduate students',
    language,
    licence: 'CC-BY-4.0',
    style: 'gb-2025',
    glossary: true,
    sessions: [
      {
        id: randomUUID(),
        title: language === 'zh' ? '谁出钱，谁接手' : 'Who pays, who takes over',
        slotMinutes: 90,
        objectives: [
          language === 'zh' ? '按来源列出劲松的三笔钱' : 'List the three sums by source',
          language === 'zh' ? '理解社会资本为什么愿意进来' : 'Understand why capital comes in',
        ],
        readings: [
          {
            id: randomUUID(),
            caseId: value.id,
            revision: value.revision,
            part: { kind: 'whole' },
            before: true,
            ending: { section: 'process', start: process.sentences[2]?.end ?? 0, question: '企业会不会赔？' },
          },
          {
            id: randomUUID(),
            caseId: library.get(garden).id,
            revision: library.get(garden).revision,
            part: {
              kind: 'passages',
              passages: [
                {
                  section: 'roles',
                  start: roles.sentences[0]?.start ?? 0,
                  end: roles.sentences[0]?.end ?? 1,
                  quote: roles.text.slice(roles.sentences[0]?.start, roles.sentences[0]?.end),
                  textHash: roles.textHash,
                },
              ],
            },
            before: false,
            ending: null,
          },
        ],
        questions: [{ id: question, text: '那一截由谁先垫？', from: null, answer: `- ${secrets.answer}` }],
        blocks: [
          {
            id: randomUUID(),
            minutes: 5,
            kind: 'opening',
            what: '表决',
            how: secrets.how,
            trainerOnly: false,
            uses: { kind: 'board', id: board },
          },
          {
            id: randomUUID(),
            minutes: 70,
            kind: 'block',
            what: '缺口',
            how: secrets.block,
            trainerOnly: false,
            uses: { kind: 'question', id: question },
          },
          {
            id: randomUUID(),
            minutes: 20,
            kind: 'reveal',
            what: secrets.reveal,
            how: '',
            trainerOnly: true,
            uses: null,
          },
        ],
        boards: [
          { id: board, title: secrets.board, columns: [{ heading: secrets.column, items: [secrets.item] }] },
        ],
        activities: [{ id: randomUUID(), title: '现场会', task: '四个角色', how: secrets.activity }],
        notes: secrets.notes,
      },
    ],
  };
}
