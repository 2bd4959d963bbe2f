import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src-renderer/app/i18n/en/messages.ts';
import { zh } from '../../../src-renderer/app/i18n/zh/messages.ts';
import { commandIds } from '../../../src-renderer/app/keys/command-table.ts';

const catalogues = { zh, en } as const;

/** Names of the values that a message takes, at any depth of its choices. */
function valuesOf(message: string): string[] {
  const names = new Set<string>();
  const walk = (tokens: CompiledMessage) => {
    for (const token of tokens) {
      if (typeof token === 'string') continue;
      names.add(token[0]);
      if (typeof token[2] === 'object' && token[2] !== null) {
        for (const choice of Object.values(token[2])) if (Array.isArray(choice)) walk(choice);
      }
    }
  };
  walk(compileMessageOrThrow(message));
  return [...names].sort();
}

describe.each(['zh', 'en'] as const)('the %s catalogue', (language) => {
  const messages = Object.entries(catalogues[language]);

  it('has no message that cannot be read', () => {
    for (const [id, message] of messages) expect(() => compileMessageOrThrow(message), id).not.toThrow();
  });

  it('has a name for every command', () => {
    for (const id of commandIds) expect(catalogues[language][`command.${id}`], id).toBeTruthy();
  });
});

it('takes the same values in both languages', () => {
  for (const [id, message] of Object.entries(zh)) {
    expect(valuesOf(en[id as keyof typeof en]), id).toEqual(valuesOf(message));
  }
});

it('says 你 to the user, shouts at nobody, and puts no blank between Han and Latin', () => {
  // A command stands as it is typed, and the name of a key apart from what it does.
  const asTyped = /npm start|\b(Esc|Ctrl|Shift|Alt)\b/;
  for (const [id, message] of Object.entries(zh)) {
    expect(message, id).not.toMatch(/您|！|亲爱/);
    if (!asTyped.test(message))
      expect(message, id).not.toMatch(/\p{Script=Han} [A-Za-z0-9]|[A-Za-z0-9] \p{Script=Han}/u);
  }
});

it('writes English without please, oops or straight quotes', () => {
  for (const [id, message] of Object.entries(en)) {
    expect(message, id).not.toMatch(/\bplease\b|\boops\b|!/i);
    expect(message, id).not.toMatch(/['"]/);
  }
});
