import { expect, it } from 'vitest';
import { readRecipe } from '#services/exports/recipe.ts';

const read = (text: string) => readRecipe(new TextEncoder().encode(text), 'r.yaml');
const cases = 'cases: [beijing-jinsong-model, beijing-qinghe-community-planners]\n';

it('says what to compare, how, and the words of its writer', () => {
  const recipe = read(`${cases}title: 谁出钱
language: both
rows: [funding, upkeep]
style: apa-7
cells: { beijing-jinsong-model: { funding: '政府出一份。[@S4]' } }
findings: { funding: 账写全的只有劲松。 }
`);
  expect(recipe).toMatchObject({ rows: ['funding', 'upkeep'], language: 'both', style: 'apa-7' });
  expect(recipe.cells).toEqual({ 'beijing-jinsong-model': { funding: '政府出一份。[@S4]' } });
});

it.each([
  ['titel: x', 'titel (title?)'],
  ['orientation: diagonal', 'orientation'],
  ['rows: [fundings]', 'rows.0'],
  ['findings: { fundin: x }', 'findings'],
  ['title: [', 'r.yaml:'],
  ['cases: [x]', 'r.yaml:2'],
  ['__proto__: { a: 1 }', '__proto__'],
])('refuses %j and says where', (line, detail) => {
  expect(() => read(`${cases}${line}\n`)).toThrow(
    expect.objectContaining({
      code: 'FILE_REFUSED',
      data: { file: 'r.yaml', reason: 'recipe', detail: expect.stringContaining(detail) },
    }),
  );
});
