import type { PartialDate } from '#contract/case.ts';
import type { Case, Problem } from '#contract/case-tree.ts';
import { unitFactor } from '#contract/figure-units.ts';
import { problem } from '../case/problems.ts';
import { nearest } from '../text/nearest.ts';
import type { Locator } from './locate.ts';

/** Years that a text may speak of: nothing in the field is older, and no plan reaches further. */
const EARLIEST_YEAR = 1500;
const PLAN_REACH = 50;

/** Values of the front matter that cannot be: upside-down ranges, days that do not exist, units that disagree. */
export function checkValues(value: Case, locator: Locator): Problem[] {
  const { period, figures, events, references, reviewed } = value.front;
  const problems: Problem[] = checkTies(value, locator);
  const line = (words: string) => locator.ofWords(words);
  if (isDate(period.start) && period.end !== undefined && isDate(period.end)) {
    if (compareDates(period.end, period.start) < 0) problems.push(problem('period-order', line('period:')));
  }
  for (const figure of figures) {
    const place = line(`id: ${figure.id},`).line > 1 ? line(`id: ${figure.id},`) : line(`id: ${figure.id}`);
    if (typeof figure.value !== 'number' && figure.value.min > figure.value.max) {
      problems.push(problem('figure-range', place, { actual: figure.id }));
    }
    if (unitFactor(figure.unit.zh, 'zh') !== unitFactor(figure.unit.en, 'en')) {
      const detail = `${figure.unit.zh} / ${figure.unit.en}`;
      problems.push(problem('figure-unit', place, { actual: figure.id, detail }));
    }
    if (figure.asOf !== 'not-stated' && isDate(figure.asOf)) {
      problems.push(...checkDate(figure.asOf, place, reviewed));
    }
  }
  for (const { date } of events) problems.push(...checkDate(date, line(`date: ${date}`), reviewed));
  for (const { id, issued, accessed } of references) {
    for (const date of [issued, accessed]) {
      if (date !== undefined) problems.push(...checkDate(date, line(`id: ${id}`), reviewed));
    }
    if (issued !== undefined && accessed !== undefined && compareDates(issued, accessed) > 0) {
      problems.push(problem('reference-order', line(`id: ${id}`), { actual: id }));
    }
  }
  return problems;
}

/** Actors that are said to be acted on and are not in the list. */
function checkTies({ front }: Case, locator: Locator): Problem[] {
  if (typeof front.actors === 'string') return [];
  const names = front.actors.map(({ name }) => name.zh);
  const unknown = front.actors.flatMap((actor) => actor.with ?? []).filter((name) => !names.includes(name));
  return unknown.map((name) =>
    problem('actor-unknown', locator.ofWords('with: ['), { actual: name, expected: nearest(name, names) }),
  );
}

/** Years in the words of a text that are no year of the field: a slip of the hand. */
export function checkYears(value: Case, locator: Locator): Problem[] {
  const text = value.texts.zh;
  return (text?.sections ?? []).flatMap((section) =>
    [...section.text.matchAll(/(?<![\d.,])(\d{4,5})年(?!代)/g)].flatMap((match) => {
      const year = Number(match[1]);
      if (year >= EARLIEST_YEAR && year <= yearOf(value.front.reviewed) + PLAN_REACH) return [];
      return [problem('date-wrong', locator.inSection(section, match.index), { actual: match[0] })];
    }),
  );
}

function checkDate(
  date: PartialDate,
  place: ReturnType<Locator['ofWords']>,
  reviewed: PartialDate,
): Problem[] {
  const [year = 0, month = 1, day = 1] = String(date).split('-').map(Number);
  const exists = day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  const isNear = year >= EARLIEST_YEAR && year <= yearOf(reviewed) + PLAN_REACH;
  return exists && isNear ? [] : [problem('date-wrong', place, { actual: String(date) })];
}

function isDate(value: unknown): value is PartialDate {
  return typeof value === 'number' || (typeof value === 'string' && /^\d{4}/.test(value));
}

function yearOf(date: PartialDate): number {
  return Number(String(date).slice(0, 4));
}

/** Negative when a is before b, as far as both are known: 2019 and 2019-05 are not in any order. */
function compareDates(a: PartialDate, b: PartialDate): number {
  const [one, two] = [String(a), String(b)];
  const length = Math.min(one.length, two.length);
  return one.slice(0, length) < two.slice(0, length)
    ? -1
    : Number(one.slice(0, length) > two.slice(0, length));
}
