import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sheet = readFileSync('src-renderer/ui/tokens.css', 'utf8');
const themes = ['light', 'dark', 'contrast-light', 'contrast-dark'] as const;
type Tokens = ReadonlyMap<string, string>;

/** The custom properties of a theme, as the sheet writes them. */
function tokensOf(theme: string): Tokens {
  const block = new RegExp(`\\[data-theme=["']${theme}["']\\]\\s*\\{([^}]*)\\}`).exec(sheet)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Relative luminance of WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const read = (name: string) => {
    const value = tokens.get(name);
    if (value === undefined || !/^#[0-9a-f]{6}$/.test(value))
      throw new Error(`${name} is no colour: ${value}`);
    return luminance(value);
  };
  const [low = 0, high = 0] = [read(one), read(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['--paper', '--surface', '--raised', '--hover', '--selected'];
const marks = ['yellow', 'green', 'blue', 'pink', 'purple'];
const types = ['plan-coordination', 'community-engagement', 'project', 'event-driven'];

describe.each(themes)('the colours of the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const isContrast = theme.startsWith('contrast');

  it('keep words readable on every ground', () => {
    const words = ['--text', '--text-2', '--text-3', '--accent', '--danger', '--warn', '--ok'];
    for (const word of words) {
      for (const ground of grounds) {
        expect(contrast(tokens, word, ground), `${word} on ${ground}`).toBeGreaterThanOrEqual(
          isContrast ? 7 : 4.5,
        );
      }
    }
  });

  it('keep words readable on what floats and is pointed at', () => {
    for (const word of ['--text', '--text-2', '--text-3', '--danger']) {
      expect(contrast(tokens, word, '--float-hover'), word).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keep the words of filled buttons readable', () => {
    expect(contrast(tokens, '--on-accent', '--accent')).toBeGreaterThanOrEqual(7);
    expect(contrast(tokens, '--on-accent', '--accent-hover')).toBeGreaterThanOrEqual(7);
  });

  it('keep edges of controls and the focus ring visible', () => {
    for (const ground of grounds) {
      expect(contrast(tokens, '--line-strong', ground), ground).toBeGreaterThanOrEqual(3);
      expect(contrast(tokens, '--focus', ground), ground).toBeGreaterThanOrEqual(3);
    }
  });

  it('keep text readable in every mark and every search hit, and the foot of a mark visible', () => {
    expect(contrast(tokens, '--text', '--mark')).toBeGreaterThanOrEqual(4.5);
    for (const mark of marks) {
      expect(contrast(tokens, '--text', `--mark-${mark}`), mark).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tokens, `--mark-${mark}-line`, '--paper'), mark).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tokens, `--mark-${mark}-line`, `--mark-${mark}`), mark).toBeGreaterThanOrEqual(3);
    }
  });

  it('keep the shapes of the types visible', () => {
    for (const type of types) {
      for (const ground of ['--paper', '--surface', '--raised', '--selected']) {
        expect(contrast(tokens, `--type-${type}`, ground), `${type} on ${ground}`).toBeGreaterThanOrEqual(
          4.4,
        );
      }
    }
  });

  it('keep the counts on the heat map readable', () => {
    const onStep = (step: number) => (step < 4 ? '--on-heat-low' : '--on-heat-high');
    for (let step = 0; step <= 5; step += 1) {
      expect(contrast(tokens, onStep(step), `--heat-${step}`), `step ${step}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('name every colour that the light theme names', () => {
    expect([...tokens.keys()].sort()).toEqual([...tokensOf('light').keys()].sort());
  });
});
