import { fold } from '../analyser/fold.ts';

export interface Years {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

const range = /^(\d{4})?(?:\.\.\.?|…|-|–|—|~|至|到)(\d{4})?$/;

/**
 * Years as a query names them: `2015`, `2015..2020`, `2018..`, `..2010`, `2015-2020`, `2015年至2020年`,
 * `2015年以后`, `2010s` or `2010年代`; undefined for anything else, or when they end before they begin.
 */
export function parseYears(value: string): Years | undefined {
  const text = fold(value.trim()).text.replace(/\s+/g, '');
  const decade = /^(\d{3}0)(?:s|年代)$/.exec(text);
  if (decade) {
    const from = Number(decade[1]);
    return { from, to: from + 9 };
  }
  const plain = text
    .replaceAll('年', '')
    .replace(/^(\d{4})(?:至今|到现在|以来|以后|之后|后|起)$/, '$1..')
    .replace(/^(\d{4})(?:以前|之前|前)$/, '..$1');
  if (/^\d{4}$/.test(plain)) return { from: Number(plain), to: Number(plain) };
  const match = range.exec(plain);
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  const from = match[1] === undefined ? undefined : Number(match[1]);
  const to = match[2] === undefined ? undefined : Number(match[2]);
  return from !== undefined && to !== undefined && from > to ? undefined : { from, to };
}

/** Years as a query writes them. */
export function printYears({ from, to }: Years): string {
  return from === to && from !== undefined ? String(from) : `${from ?? ''}..${to ?? ''}`;
}
