import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { palettes } from '#domain/picture/palettes.ts';

test('a picture in a file has the colours that it has on screen', () => {
  const css = readFileSync('src-renderer/ui/tokens.css', 'utf8');
  for (const [theme, palette] of Object.entries(palettes)) {
    const block = css.slice(css.indexOf(`[data-theme="${theme}"]`));
    const rules = block.slice(0, block.indexOf('}'));
    for (const [token, colour] of Object.entries(palette))
      expect(rules, theme).toContain(`--${token}: ${colour};`);
  }
});
