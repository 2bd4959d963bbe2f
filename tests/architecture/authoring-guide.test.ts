import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { vocabulary } from '#contract/vocabulary.ts';
import { checkCases } from '#services/library/check.ts';

const example = ['md', 'en.md']
  .map((ending) => readFileSync(`cases/project/beijing-jinsong-model.${ending}`, 'utf8'))
  .join('\n');

test.for(['zh', 'en'] as const)('what the guide quotes stands in the case (%s)', (language) => {
  const guide = readFileSync(`docs/authoring.${language}.md`, 'utf8');
  const blocks = [...guide.matchAll(/```(?:yaml|markdown)\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');
  expect(blocks.length).toBeGreaterThan(6);
  const lines = blocks.flatMap((block) => block.trimEnd().split('\n'));
  expect(lines.filter((line) => !example.includes(line))).toEqual([]);
});

test.for(['zh', 'en'] as const)('the guide names the sections as the files have them (%s)', (language) => {
  const guide = readFileSync(`docs/authoring.${language}.md`, 'utf8');
  for (const entry of [...vocabulary.section, ...vocabulary.teachingSection])
    expect(guide).toContain(entry[language]);
});

test('the example is a good case', async () => {
  const { errors, warnings } = await checkCases('cases', ['cases/project/beijing-jinsong-model.md']);
  expect([...errors, ...warnings]).toEqual([]);
});
