import { pinyin } from 'pinyin-pro';
import type { Place } from '#contract/case.ts';
import type { Bilingual } from '#contract/ids.ts';

const countries = {
  zh: new Intl.DisplayNames('zh-CN', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};

// The short name alone, as lists of countries and regions give it.
const shortNames: Readonly<Record<string, Bilingual>> = {
  TW: { zh: '台湾', en: 'Taiwan' },
  HK: { zh: '香港', en: 'Hong Kong' },
  MO: { zh: '澳门', en: 'Macao' },
};

/** Name of a country or region by its ISO 3166 code, in both languages. */
export function countryName(code: string): Bilingual {
  return shortNames[code] ?? { zh: countries.zh.of(code) ?? code, en: countries.en.of(code) ?? code };
}

// Spellings that are not the pinyin of the name.
const customary: Readonly<Record<string, string>> = {
  台北: 'Taipei',
  香港: 'Hong Kong',
  澳门: 'Macao',
  陕西: 'Shaanxi',
  // Names in Japan are read as they are there.
  神户: 'Kobe',
  兵库县: 'Hyogo',
  长田区: 'Nagata Ward',
};
const suffixes: Readonly<Record<string, string>> = {
  区: ' District',
  县: ' County',
  镇: ' Town',
  乡: ' Township',
};

/** A Chinese place name as English writes it: 朝阳区 → Chaoyang District, 北京市 → Beijing. Others stay as they are. */
export function romanisePlace(name: string): string {
  if (!/^\p{Script=Han}+$/u.test(name)) return name;
  const whole = customary[name];
  if (whole !== undefined) return whole;
  const suffix = name.length > 2 ? suffixes[name.slice(-1)] : undefined;
  const stem = suffix !== undefined || (name.length > 2 && /[省市]$/.test(name)) ? name.slice(0, -1) : name;
  const known = customary[stem];
  if (known !== undefined) return known + (suffix ?? '');
  const syllables = pinyin(stem, { toneType: 'none', type: 'array', v: true });
  // An apostrophe keeps a syllable that begins with a vowel apart (GB/T 16159, 6.1).
  const word = syllables.reduce((all, one) => all + (all !== '' && /^[aoe]/.test(one) ? "'" : '') + one, '');
  return word.charAt(0).toUpperCase() + word.slice(1) + (suffix ?? '');
}

/** A place in words: from the large to the small in Chinese, the other way round in English. */
export function placeName(place: Place): Bilingual {
  const parts = [place.province, place.city, place.district].filter((part) => part !== undefined);
  const distinct = parts.filter((part, index) => parts.indexOf(part) === index);
  const country = countryName(place.country);
  const zh = distinct.join(distinct.every((part) => /\p{Script=Han}$/u.test(part)) ? '' : ' ');
  const en = [...distinct.toReversed().map(romanisePlace), country.en].join(', ');
  if (place.country === 'CN') return { zh: zh || country.zh, en };
  return { zh: zh === '' ? country.zh : `${country.zh}${zh}`, en };
}
