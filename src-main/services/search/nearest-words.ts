import { fold } from '#domain/analyser/fold.ts';
import type { Knowledge } from '#domain/query/understand/knowledge.ts';
import { splitRuns } from '#domain/query/understand/runs.ts';
import { soundOf } from '#domain/query/understand/term-table.ts';
import type { Understood } from '#domain/query/understand/understood.ts';
import { editDistance } from '#domain/text/nearest.ts';

const LIMIT = 5;
/** Words of a query that are looked up; each is compared with every term. */
const WORDS = 3;

/** Terms nearest to the words of a query that found nothing: by sound, by shared characters, by edits. */
export function nearestWords(understood: Understood, knowledge: Knowledge): string[] {
  const runs = understood.words.filter(({ why }) => why === 'own').flatMap(({ text }) => splitRuns(text));
  const near = runs
    .slice(0, WORDS)
    .flatMap(({ kind, text }) =>
      kind === 'han' ? nearestChinese(text, knowledge) : knowledge.latin.nearest(text, LIMIT),
    );
  return [...new Set(near)].slice(0, LIMIT);
}

function nearestChinese(word: string, { table, readings }: Knowledge): string[] {
  const characters = [...word].slice(0, 12);
  const sound = soundOf(characters.map((character) => readings.of(character)[0] ?? ''));
  const near: { text: string; distance: number }[] = [];
  for (const { text } of table.bySound.get(sound) ?? []) near.push({ text, distance: 0 });
  for (const { text } of table.terms) {
    const letters = [...fold(text).text];
    const shared = characters.filter((character) => letters.includes(character)).length;
    if (shared < Math.max(1, characters.length / 2) || letters.length > 2 * characters.length + 2) continue;
    near.push({ text, distance: editDistance(characters.join(''), letters.join('')) });
  }
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, LIMIT)
    .map(({ text }) => text);
}
