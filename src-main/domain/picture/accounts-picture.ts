import type { Figure } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import { figureText } from '#contract/figure-units.ts';
import type { Mark } from '#contract/pictures.ts';
import { findEntry, vocabulary } from '#contract/vocabulary.ts';
import { fitWords } from './fit-words.ts';
import { bounds, ledgersOf, verdicts } from './ledgers.ts';
import { group, line, rect, text, typeSign } from './marks.ts';
import { type Drawn, drawnOfEach, type Pen, titleOf, whereAny } from './pen.ts';

const HEAD = 30;
const ROW = 24;
const GAP = 14;

/** The same quantity as several sources tell it, by year, with who says so: where they differ within a year comes first. */
export function accountsPicture(pen: Pen): Drawn {
  const { say, language, width } = pen;
  const ledgers = pen.cases
    .flatMap(ledgersOf)
    .toSorted((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));
  const disputed = ledgers.filter(({ verdict }) => verdict === 'disputed').length;
  const drawn = ledgers.slice(0, drawnOfEach(4));
  const marks: Mark[] = [];
  const left = 84;
  const right = width * 0.52;
  let y = 0;
  for (const { case: one, accounts, verdict } of drawn) {
    const title = say('colon', { a: titleOf(one, pen), b: nameOf(accounts, pen) });
    const flag = verdict === 'agreed' ? '' : say(`accounts.${verdict}`);
    const children: Mark[] = [
      line(0, y, width, y, 'line'),
      typeSign(one.front.type, 5, y + 17, 9),
      text(18, y + 21.5, fitWords(title, (width - 190) / 13.5), { weight: 600 }),
      text(width, y + 21.5, flag, {
        size: 12,
        fill: verdict === 'disputed' ? 'warn' : 'text-3',
        anchor: 'end',
      }),
    ];
    const most = Math.max(...accounts.map((figure) => bounds(figure)[1]), 1e-9);
    for (const [index, figure] of accounts.entries()) {
      const top = y + HEAD + index * ROW;
      const [low, high] = bounds(figure);
      const scale = (right - left) / most;
      children.push(
        text(18, top + 16, yearWords(figure, pen), { size: 12, fill: 'text-3' }),
        rect(left, top + 7, high * scale, 10, { fill: 'heat-2', rx: 2 }),
        rect(left, top + 7, low * scale, 10, { fill: 'heat-4', rx: 2 }),
        text(
          right + 12,
          top + 16,
          fitWords(valueWords(figure, accounts, pen), ((width - right) * 0.6) / 13),
          { size: 13 },
        ),
        text(width, top + 16, fitWords(voices(one, figure, pen), ((width - right) * 0.36) / 12), {
          size: 12,
          fill: 'text-3',
          anchor: 'end',
        }),
      );
    }
    marks.push(group(children, [one.id]));
    y += HEAD + accounts.length * ROW + GAP;
  }
  const leftOut = ledgers.length - drawn.length;
  return {
    alt: say(ledgers.length === 0 ? 'accounts.alt-none' : 'accounts.alt', {
      count: ledgers.length,
      disputed,
    }),
    drawing: { width, height: Math.max(1, y), marks },
    table: () => ({
      head: [
        say('timeline.case'),
        say('accounts.what'),
        say('accounts.year'),
        say('accounts.value'),
        say('accounts.who'),
      ],
      rows: ledgers.flatMap(({ case: one, accounts }) =>
        accounts.map((figure) => ({
          cells: [
            titleOf(one, pen),
            figure.counts[language],
            yearWords(figure, pen),
            figureText(figure, language),
            voices(one, figure, pen),
          ],
          cases: [one.id],
        })),
      ),
    }),
    notShown: [say('accounts.note'), ...whereAny([leftOut, say('accounts.too-many', { count: leftOut })])],
  };
}

function nameOf([first]: readonly Figure[], { language }: Pen): string {
  return first?.counts[language] ?? '';
}

/** The value, and what it counts where that is not what the first account counts. */
function valueWords(figure: Figure, accounts: readonly Figure[], pen: Pen): string {
  const value = figureText(figure, pen.language);
  const counts = figure.counts[pen.language];
  return counts === nameOf(accounts, pen) ? value : pen.say('accounts.counting', { value, counts });
}

function yearWords({ asOf }: Figure, { notStated, language }: Pen): string {
  return findEntry('nothing', String(asOf))?.[language] ?? (String(asOf) || notStated);
}

/** Whose account it is: the sources by id, each with its kind. */
function voices(one: Case, { refs }: Figure, { language, say }: Pen): string {
  return refs
    .map((ref) => {
      const kind = one.front.references.find(({ id }) => id === ref)?.custom.kind;
      return kind === undefined ? ref : `${ref} ${kindWords[language].get(kind) ?? kind}`;
    })
    .join(say('and'));
}

const kindWords = {
  zh: new Map<string, string>(vocabulary.sourceKind.map(({ id, zh }) => [id, zh])),
  en: new Map<string, string>(vocabulary.sourceKind.map(({ id, en }) => [id, en])),
};
