import type { Language } from '#contract/ids.ts';
import { systemLanguage } from '../system-language.ts';
import { en } from './texts/en.ts';
import { zh } from './texts/zh.ts';

export type TextId = keyof typeof zh;
/** The languages that a command speaks, first one first. */
export type Languages = readonly [Language, ...Language[]];

/** Fills a text of the catalogue; in more than one language, one after the other. */
export type Say = (id: TextId, values?: Readonly<Record<string, string | number>>) => string;

const catalogues: Record<Language, Record<TextId, string>> = { zh, en };

/** The texts of the command line in the languages asked for. */
export function speak(languages: Languages): Say {
  return (id, values = {}) => {
    const fill = (language: Language) =>
      catalogues[language][id].replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
    return languages.map(fill).join(zh[id].includes('\n') ? '\n\n' : '\n');
  };
}

/** The languages that `--lang` names, or else the system's; undefined when it names none. */
export function languagesOf(option: string | undefined, env: NodeJS.ProcessEnv): Languages | undefined {
  if (option === undefined) return [systemLanguage(env)];
  if (option === 'zh' || option === 'en') return [option];
  return option === 'both' ? ['zh', 'en'] : undefined;
}
