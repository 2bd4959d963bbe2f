import type { Place } from '#contract/case.ts';

type Names = (code: string) => string;
let names: { readonly zh: Names; readonly en: Names; readonly long: Names } | undefined;

function regionNames(locale: string, style: 'short' | 'long'): Names {
  const display = new Intl.DisplayNames([locale], { type: 'region', style });
  return (code) => display.of(code) ?? code;
}

/** Chinese and English short name of a country or region, and its full English one, from its ISO 3166 code. */
function searchNames(code: string): {
  readonly zh: string;
  readonly en: string;
  readonly long: string;
} {
  names ??= {
    zh: regionNames('zh-Hans', 'short'),
    en: regionNames('en', 'short'),
    long: regionNames('en', 'long'),
  };
  return { zh: names.zh(code), en: names.en(code), long: names.long(code) };
}

/**
 * The names by which a place is found, and its values as a facet: the country's code, then the code and the
 * city joined by a stroke (`CN`, `CN/北京市`).
 */
export function placesOf(place: Place): { readonly names: string[]; readonly facet: string[] } {
  const country = searchNames(place.country);
  const local = [place.province, place.city, place.district, place.site].flatMap((name) => name ?? []);
  const city = place.city ?? place.province;
  return {
    names: [...new Set([country.zh, country.en, country.long, ...local])],
    facet: city === undefined ? [place.country] : [place.country, `${place.country}/${city}`],
  };
}
