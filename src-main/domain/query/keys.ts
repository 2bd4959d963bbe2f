import type { FacetId } from '#contract/search.ts';
import { idsOf, type VocabularyList, vocabulary } from '#contract/vocabulary.ts';
import { fold } from '../analyser/fold.ts';
import { editDistance } from '../text/nearest.ts';

/** What a key of the query language narrows by; a collection is picked from its list. */
export type QueryKey = Exclude<FacetId, 'collection'> | 'has' | 'is';

const keyNames: Readonly<Record<QueryKey, readonly string[]>> = {
  type: ['type', '类型'],
  place: ['place', '地点', '地区', '城市'],
  level: ['level', '层级', '级别'],
  dimension: ['dimension', '维度'],
  challenge: ['challenge', '挑战'],
  stage: ['stage', '阶段'],
  space: ['space', '空间'],
  actor: ['actor', '主体', '角色'],
  tool: ['tool', '工具', '方法'],
  funding: ['funding', '资金'],
  participation: ['participation', '参与'],
  evidence: ['evidence', '证据'],
  tag: ['tag', '标签'],
  year: ['year', '年份', '年'],
  origin: ['origin', '出处'],
  has: ['has', '有'],
  is: ['is', '是'],
};

const listOf: Readonly<Partial<Record<QueryKey, VocabularyList>>> = {
  type: 'type',
  level: 'level',
  dimension: 'dimensions',
  challenge: 'challenges',
  stage: 'lifecycle',
  space: 'space',
  actor: 'role',
  tool: 'tools',
  funding: 'funding',
  participation: 'participation',
  evidence: 'sourceKind',
};

const own = ['own', 'mine', '自建', '自己的', '我的'];
const bundled = ['bundled', '内置', '自带'];
const notes = ['notes', 'note', '批注', '笔记'];

const keysByName = new Map(
  Object.entries(keyNames).flatMap(([key, names]) => names.map((name) => [name, key as QueryKey] as const)),
);

/** The key of a name in either language, in any width and case, or undefined. */
export function findKey(name: string): QueryKey | undefined {
  return keysByName.get(fold(name.trim()).text);
}

/** Names of the keys, the first of each in English, the second in Chinese. */
export function keyNamesOf(key: QueryKey): readonly string[] {
  return keyNames[key];
}

/** All keys, in the order in which help names them. */
export const queryKeys = Object.keys(keyNames) as QueryKey[];

/** The controlled list behind a key, or undefined where any word will do. */
export function listOfKey(key: QueryKey): VocabularyList | undefined {
  return listOf[key];
}

/**
 * The id for a value in either language: an id, a label, a short label, or the beginning of exactly one of
 * them; undefined for a key with a list when nothing fits. Keys without a list give the word back.
 */
export function findValue(key: QueryKey, value: string): string | undefined {
  const wanted = normalise(value);
  if (wanted === '') return undefined;
  if (key === 'has') return notes.includes(wanted) ? 'notes' : undefined;
  if (key === 'is' || key === 'origin') {
    return own.includes(wanted) ? 'own' : bundled.includes(wanted) ? 'bundled' : undefined;
  }
  const list = listOf[key];
  if (list === undefined) return value.trim();
  const names = valuesOf(list);
  const exact = names.find(({ name }) => name === wanted);
  if (exact) return exact.id;
  const starting = new Set(names.filter(({ name }) => name.startsWith(wanted)).map(({ id }) => id));
  return starting.size === 1 ? [...starting][0] : undefined;
}

/** The values of a key that are written most like one that it does not have, as ids; at most two. */
export function nearestValues(key: QueryKey, value: string): string[] {
  const list = listOf[key];
  const wanted = normalise(value);
  if (list === undefined || wanted === '') return [];
  const near = valuesOf(list)
    .map(({ name, id }) => ({
      id,
      distance: editDistance(wanted, name) / Math.max(wanted.length, name.length),
    }))
    .filter(({ distance }) => distance <= NEAR_SHARE)
    .sort((a, b) => a.distance - b.distance);
  return [...new Set(near.map(({ id }) => id))].slice(0, 2);
}

/** Share of a value's letters that may be wrong for it to be taken as mistyped. */
const NEAR_SHARE = 0.5;

const valuesByList = new Map<VocabularyList, readonly { readonly name: string; readonly id: string }[]>();

function valuesOf(list: VocabularyList): readonly { readonly name: string; readonly id: string }[] {
  const found = valuesByList.get(list);
  if (found) return found;
  const entries: readonly { id: string; zh?: string; en?: string; short?: { zh: string; en: string } }[] = [
    ...vocabulary[list],
    ...(list === 'dimensions' ? vocabulary.dimensionGroups : []),
    // What no source says can be looked for as well.
    ...vocabulary.nothing,
  ];
  const made = entries.flatMap(({ id, zh, en, short }) =>
    [id, zh, en, short?.zh, short?.en].flatMap((name) =>
      name === undefined ? [] : name.split('/').map((part) => ({ name: normalise(part), id })),
    ),
  );
  valuesByList.set(list, made);
  return made;
}

function normalise(value: string): string {
  return fold(value.trim()).text.replace(/[\s_-]+/g, ' ');
}

/** Whether an id is one that a controlled list holds. */
export function isListed(list: VocabularyList, id: string): boolean {
  return (idsOf(list) as string[]).includes(id);
}
