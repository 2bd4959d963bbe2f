import type { Language } from '#contract/ids.ts';
import { en } from './texts/en.ts';
import { zh } from './texts/zh.ts';

export type PictureText = keyof typeof zh;
/** Says a text of the catalogue, its gaps filled. */
export type SayPicture = (id: PictureText, values?: Readonly<Record<string, string | number>>) => string;

const catalogues: Readonly<Record<Language, Record<PictureText, string>>> = { zh, en };

/** The words of pictures in a language: `{name}` is filled, `{name|one|many}` picks by the number. */
export function speakPictures(language: Language): SayPicture {
  return (id, values = {}) =>
    catalogues[language][id].replace(
      /\{([\w-]+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
      (_, name: string, one: string | undefined, many: string | undefined) => {
        const value = values[name] ?? '';
        return one === undefined ? String(value) : ((Number(value) === 1 ? one : many) ?? '');
      },
    );
}
