import { beforeAll, expect, it } from 'vitest';
import { claimsOf, toDocument } from '#domain/ranking/document.ts';
import { type OpenSearch, openSearch } from './open-search.ts';

let search: OpenSearch;
beforeAll(async () => {
  search = await openSearch();
}, 60_000);

/** A run of Chinese that one case holds, and only where its promoter alone says so. */
function claimedRun(): { id: string; run: string } {
  const documents = search.cases.map((value) => toDocument(value));
  const everything = documents.map((document) => JSON.stringify(document));
  for (const document of documents) {
    for (const section of document.sections.filter(({ language }) => language === 'zh')) {
      for (const [start, end] of claimsOf(section)) {
        for (const [run] of section.text.slice(start, end).matchAll(/\p{Script=Han}{8}/gu)) {
          if (everything.join('').split(run).length === 2) return { id: document.id, run };
        }
      }
    }
  }
  throw new Error('no case rests on its promoter alone for anything');
}

it('sets aside what only the promoter says, and says of each passage who tells it', () => {
  const { id, run } = claimedRun();
  const phrase = `"${run}"`;
  const [hit] = search.find(phrase).hits;
  expect(hit?.id).toBe(id);
  expect(hit?.snippets[0]?.told).toEqual(['promoter']);
  expect(search.find(phrase, { independent: true }).total).toBe(0);

  const open = search.find('社区花园', { limit: 100 });
  const independent = search.find('社区花园', { limit: 100, independent: true });
  expect(independent.total).toBeGreaterThan(0);
  expect(independent.total).toBeLessThanOrEqual(open.total);
  for (const { snippets } of independent.hits) {
    for (const { told } of snippets) expect(told).not.toEqual(['promoter']);
  }
});
