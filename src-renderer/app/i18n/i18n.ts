import { type I18n, setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Language } from '#contract/ids.ts';
import { en } from './en/messages.ts';
import { type Messages, zh } from './zh/messages.ts';

export type MessageId = keyof Messages;

/** The interface's locale for `Intl` and for the spoken strings of the widgets, by language. */
export const localeOf = { zh: 'zh-CN', en: 'en-US' } as const satisfies Record<Language, string>;

/** The value of `lang` that picks Chinese or English type, by language. */
export const langOf = { zh: 'zh-Hans', en: 'en' } as const satisfies Record<Language, string>;

/** Makes the catalogues of both languages ready; messages are compiled to data when first used, without eval. */
export function createI18n(language: Language): I18n {
  const i18n = setupI18n();
  i18n.setMessagesCompiler(compileMessage);
  i18n.load({ zh, en });
  i18n.activate(language, localeOf[language]);
  return i18n;
}
