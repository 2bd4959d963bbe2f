import type { Clause, Mode } from './clause.ts';
import { closersOf, quote } from './quotes.ts';
import { printYears } from './years.ts';

const signOf: Readonly<Record<Mode, string>> = { any: '', require: '+', exclude: '-' };

/** Writes clauses as a query; parsing it gives equal clauses. */
export function printQuery(clauses: readonly Clause[]): string {
  return clauses.map(printClause).join(' ');
}

/** Writes one clause. */
export function printClause(clause: Clause): string {
  switch (clause.kind) {
    case 'word':
      return `${signOf[clause.mode]}${clause.text}${clause.prefix ? '*' : ''}`;
    case 'phrase':
      return `${signOf[clause.mode]}${quote(clause.text)}`;
    case 'filter':
      return `${clause.exclude ? '-' : ''}${clause.key}:${clause.values.map(printValue).join(',')}`;
    case 'years':
      return `${clause.exclude ? '-' : ''}year:${printYears(clause)}`;
    case 'has':
      return `${clause.exclude ? '-' : ''}has:${clause.what}`;
    case 'problem':
      return clause.text;
  }
}

function printValue(value: string): string {
  const plain = ![...value].some(
    (character) => /[\s,，。；！？、]/.test(character) || closersOf(character) !== undefined,
  );
  return plain && value !== '' ? value : quote(value);
}
