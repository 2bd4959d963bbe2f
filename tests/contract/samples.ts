import { randomUUID } from 'node:crypto';
import { isContractProcedure } from '@orpc/contract';
import { contract } from '#contract/index.ts';
import type { Client } from './doors.ts';

type Invoke = (client: Client, input?: unknown) => Promise<unknown>;

const id = randomUUID();
const note = {
  id,
  caseId: 'a-case',
  language: 'zh',
  section: 'summary',
  start: 0,
  end: 1,
  kind: 'note',
  colour: 'yellow',
};

const packet = {
  title: '课包',
  subtitle: '',
  audience: '',
  language: 'zh',
  licence: 'CC-BY-4.0',
  style: 'gb-2025',
  glossary: true,
  sessions: [],
};

/** An input that each procedure accepts, by its name; undefined where it takes none. */
export const samples: Readonly<Record<string, unknown>> = {
  'app.about': undefined,
  'app.diagnostics': undefined,
  'app.changes': undefined,
  'library.list': undefined,
  'library.get': { id: 'a-case' },
  'library.cite': { id: 'a-case', ref: 'S1' },
  'library.framework': undefined,
  'library.glossary': undefined,
  'ownCases.list': undefined,
  'ownCases.create': { id: 'my-lane', type: 'project', title: { zh: '小巷', en: 'A lane' } },
  'ownCases.edition': { id: 'a-case' },
  'ownCases.open': { key: 'project/my-lane' },
  'ownCases.check': { key: 'project/my-lane', main: '', other: null },
  'ownCases.fill': { key: 'project/my-lane', main: '', other: null, patch: { city: '上海市' } },
  'ownCases.addReference': {
    key: 'project/my-lane',
    main: '',
    other: null,
    reference: { type: 'webpage', title: '公告', language: 'zh-CN', custom: { kind: 'official' } },
  },
  'ownCases.save': { key: 'project/my-lane', main: { text: '', seen: null }, other: null },
  'ownCases.remove': { key: 'project/my-lane' },
  'ownCases.restore': { bin: '1' },
  'ownCases.acceptVanished': undefined,
  'search.query': { query: '规划师' },
  'search.suggest': { text: '规' },
  'search.indexing': undefined,
  'search.stopIndexing': undefined,
  'search.resumeIndexing': {},
  'precedents.find': { site: { level: 'district' } },
  'annotations.list': {},
  'annotations.create': note,
  'annotations.update': { id, body: 'x' },
  'annotations.place': { id, section: 'summary', start: 0, end: 1 },
  'annotations.counts': undefined,
  'annotations.find': { filter: { text: '街道' }, group: 'case' },
  'annotations.get': { ids: [id] },
  'annotations.createOn': {
    id,
    caseId: 'a-case',
    language: 'zh',
    kind: 'note',
    colour: 'yellow',
    on: { kind: 'figure', figureId: 'area' },
  },
  'annotations.change': { ids: [id], colour: 'green' },
  'annotations.confirm': { ids: [id] },
  'annotations.candidates': { id },
  'annotations.remove': { ids: [id] },
  'annotations.restore': { ids: [id] },
  'annotations.history': { id },
  'annotations.revert': { id, seq: 1 },
  'annotations.report': undefined,
  'annotations.reportSeen': { id: 1 },
  'acts.peek': undefined,
  'acts.undo': undefined,
  'acts.redo': undefined,
  'tags.list': undefined,
  'tags.rename': { from: '资金', to: '钱' },
  'tags.setColour': { path: '资金', colour: 'blue' },
  'tags.remove': { path: '资金' },
  'tags.ofCases': undefined,
  'tags.changeCases': { caseIds: ['a-case'], add: ['资金'] },
  'collections.list': undefined,
  'collections.create': { id, name: '备课' },
  'collections.update': { id, name: '备课' },
  'collections.move': { id, before: null },
  'collections.remove': { id },
  'collections.items': { id },
  'collections.holding': { items: [{ kind: 'case', id: 'a-case' }] },
  'collections.fresh': undefined,
  'collections.seen': { id },
  'collections.add': { id, items: [{ kind: 'case', id: 'a-case' }] },
  'collections.take': { id, items: [{ kind: 'case', id: 'a-case' }] },
  'collections.moveItems': { id, items: [{ kind: 'case', id: 'a-case' }], before: null },
  'exchange.export': { format: 'csv', language: 'zh' },
  'exchange.upload': { upload: id, part: 0, text: '[]' },
  'exchange.plan': { upload: id },
  'exchange.carryOut': { plan: 'x' },
  'exchange.asText': { ids: [id], language: 'zh' },
  'exchange.quotes': { caseId: 'a-case' },
  'exchange.toCell': { ids: [id], comparisonId: id, caseId: 'a-case', row: 'funding' },
  'transfer.places': undefined,
  'transfer.createPlace': { id, name: '我的街道', level: 'subdistrict', space: [] },
  'transfer.updatePlace': { id, name: '我的街道' },
  'transfer.removePlace': { id },
  'transfer.ledger': { placeId: null, cases: ['a-case'], language: 'zh' },
  'transfer.answer': { placeId: id, caseId: 'a-case', conditionId: 'x', answer: 'met' },
  'transfer.export': { placeId: null, cases: ['a-case'], language: 'zh', format: 'md' },
  'worksheets.gaps': { id: 'a-case', language: 'zh' },
  'worksheets.interview': { id: 'a-case', language: 'zh', format: 'md' },
  'worksheets.accounts': { id: 'a-case', language: 'zh' },
  'worksheets.citing': { id: 'a-case', language: 'zh', format: 'md' },
  'comparisons.list': undefined,
  'comparisons.create': { id, caseIds: ['a-case', 'b-case'], language: 'zh' },
  'comparisons.get': { id },
  'comparisons.update': { id, title: 'x' },
  'comparisons.passages': { caseId: 'a-case', row: 'funding', language: 'zh' },
  'comparisons.editCell': { id, caseId: 'a-case', row: 'funding', summary: 'x' },
  'comparisons.editFinding': { id, row: 'funding', finding: 'x' },
  'comparisons.remove': { id },
  'comparisons.restore': { id },
  'comparisons.resolve': {
    id,
    language: 'zh',
    cells: [{ caseId: 'a-case', row: 'funding', choice: { do: 'keep' } }],
  },
  'comparisons.figuresSeen': { id },
  'ownRows.list': undefined,
  'ownRows.write': { id: 'own-parking1', title: 'x', asks: '', group: 'own' },
  'ownRows.remove': { id: 'own-parking1' },
  'ownRows.writePreset': { id: 'own-street01', name: 'x', rows: ['funding'] },
  'ownRows.removePreset': { id: 'own-street01' },
  'versions.list': { id },
  'versions.save': { id, name: 'x' },
  'versions.rename': { version: id, name: 'x' },
  'versions.remove': { version: id },
  'versions.restore': { version: id },
  'versions.difference': { version: id, language: 'zh' },
  'versions.bringBack': { version: id },
  'packets.list': undefined,
  'packets.create': { id, template: 'seminar', language: 'zh', caseIds: ['a-case'] },
  'packets.get': { id },
  'packets.save': { id, revision: 1, content: packet },
  'packets.duplicate': { id, newId: id },
  'packets.remove': { id },
  'packets.restore': { id },
  'packets.versions': { id },
  'packets.keepVersion': { id, name: '第一稿' },
  'packets.bringBack': { id, seq: 1 },
  'packets.material': { caseIds: ['a-case'], language: 'zh' },
  'packets.preview': { id, edition: 'student' },
  'packets.export': { id, edition: 'student', format: 'md' },
  'packs.export': { ids: ['a-case'], language: 'zh' },
  'packs.upload': { upload: id, part: 0, base64: 'UEsDBA==' },
  'packs.plan': { upload: id },
  'packs.carryOut': { plan: 'x' },
  'pictures.matrix': { rows: 'type', columns: 'dimension' },
  'pictures.draw': { name: 'matrix', language: 'zh' },
  'pictures.export': { picture: { name: 'matrix', language: 'zh' }, format: 'svg' },
  'exports.table': { comparisonId: id, options: { language: 'zh' } },
  'exports.brief': { comparisonId: id, format: 'md', options: { language: 'zh' } },
  'exports.preview': { comparisonId: id, options: { language: 'zh' } },
  'settings.get': undefined,
  'settings.update': { theme: 'dark' },
  'data.status': undefined,
  'data.backUp': undefined,
  'data.previewRestore': { name: 'okm-20261124-120000-1.okmbackup' },
  'data.restore': { name: 'okm-20261124-120000-1.okmbackup' },
  'data.check': undefined,
  'data.mendSeen': undefined,
};

/** Every procedure of the contract by its name. */
export function procedureNames(): string[] {
  return Object.entries(contract).flatMap(([group, procedures]) =>
    Object.entries(procedures).flatMap(([name, procedure]) =>
      isContractProcedure(procedure) ? [`${group}.${name}`] : [],
    ),
  );
}

/** Calls a procedure by its name, and reads the first item where it answers with a stream. */
export const invoke = (name: string): Invoke => {
  const [group = '', procedure = ''] = name.split('.');
  return async (client, input) => {
    const groups: Readonly<Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>>> =
      client as never;
    const output = await groups[group]?.[procedure]?.(input);
    if (typeof output === 'object' && output !== null && Symbol.asyncIterator in output) {
      for await (const item of output as AsyncIterable<unknown>) return item;
    }
    return output;
  };
};
