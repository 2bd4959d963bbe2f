import { expect, test } from 'vitest';
import { placeName } from '#domain/case/place-name.ts';

test('a Japanese place is called in English as it is called there', () => {
  const kobe = { country: 'JP', province: '兵库县', city: '神户市', district: '长田区' };
  expect(placeName(kobe)).toEqual({ zh: '日本兵库县神户市长田区', en: 'Nagata Ward, Kobe, Hyogo, Japan' });
});

test('a Chinese place is romanised, the large first in Chinese and last in English', () => {
  const chaoyang = { country: 'CN', province: '北京市', city: '北京市', district: '朝阳区' };
  expect(placeName(chaoyang)).toEqual({ zh: '北京市朝阳区', en: 'Chaoyang District, Beijing, China' });
});
