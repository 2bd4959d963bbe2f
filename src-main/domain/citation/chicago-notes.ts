import type { CslItem, CslName } from '#contract/case.ts';
import { familyOf, readLocator, shortenedTitle } from './in-text.ts';
import { closed, dateParts, doiUrl, isChinese, months, pagesOf, quotedTitle, textOf } from './item.ts';
import { type TextRun, tidyRuns, titleRun } from './text-run.ts';

/** In a note the parts are joined by commas and the imprint stands in brackets; in the list they are sentences. */
type Form = 'note' | 'list';

/** One reference of the list by the Chicago Manual of Style, notes and bibliography; Chinese items keep their own script. */
export function formatChicagoBibliography(item: CslItem): TextRun[] {
  return setParts(item, 'list', undefined);
}

/** A note at the first citation of a source: everything about it, and the place cited. */
export function chicagoNote(item: CslItem, locator: string | null): TextRun[] {
  return setParts(item, 'note', placeOf(locator));
}

/** A note at a later citation: family name, short title, place. */
export function chicagoShortNote(item: CslItem, locator: string | null): TextRun[] {
  const place = placeOf(locator);
  const [first, second, ...more] = (item.author ?? []).map(familyOf);
  const chinese = isChinese(item);
  const who =
    first === undefined
      ? ''
      : second === undefined
        ? first
        : more.length > 0
          ? `${first}${chinese ? '等' : ' et al.'}`
          : `${first}${chinese ? '、' : ' and '}${second}`;
  const title = isQuoted(item)
    ? [{ text: `“${quotedTitle(shortenedTitle(item))}${place === undefined ? '' : ','}”` }]
    : [titleRun(shortenedTitle(item))];
  return tidyRuns([
    ...(who === '' ? [] : [{ text: `${who}, ` }]),
    ...title,
    { text: place === undefined ? '.' : `${isQuoted(item) ? ' ' : ', '}${place}.` },
  ]);
}

function placeOf(locator: string | null): string | undefined {
  if (locator === null) return undefined;
  const read = readLocator(locator);
  return 'pages' in read ? read.pages : read.words;
}

function isQuoted({ type }: CslItem): boolean {
  return [
    'article-journal',
    'article-magazine',
    'article-newspaper',
    'chapter',
    'paper-conference',
    'webpage',
    'thesis',
  ].includes(type);
}

function setParts(item: CslItem, form: Form, place: string | undefined): TextRun[] {
  const parts = [authors(item, form), ...body(item, form, place), address(item)].filter(
    (part) => part.length > 0,
  );
  const runs = parts.flatMap((part, index): TextRun[] => {
    const last = parts[index + 1] === undefined;
    return [...part, ...joint(part, parts[index + 1], form, last)];
  });
  return tidyRuns(runs);
}

/** What stands between two parts. The comma or full stop after a quoted title is inside its marks. */
function joint(
  part: readonly TextRun[],
  next: readonly TextRun[] | undefined,
  form: Form,
  last: boolean,
): TextRun[] {
  const text = part.map((run) => run.text).join('');
  const ended = /[.,?!。？！]”?$/u.test(text);
  if (last) return ended ? [] : [{ text: '.' }];
  const brackets = next?.[0]?.text.startsWith('(') === true;
  if (brackets) return [{ text: ' ' }];
  if (form === 'note') return [{ text: ended ? ' ' : ', ' }];
  return [{ text: ended ? ' ' : '. ' }];
}

function authors(item: CslItem, form: Form): TextRun[] {
  const list = item.author ?? [];
  if (list.length === 0) return [];
  const chinese = isChinese(item);
  // Two names in a note, six in the list; beyond that the first, or the first three.
  const most = form === 'note' ? 2 : 6;
  const shown = list.length > most ? list.slice(0, form === 'note' ? 1 : 3) : list;
  const names = shown.map((name, index) => (form === 'list' && index === 0 ? turned(name) : spoken(name)));
  if (list.length > most)
    return [{ text: `${names.join(', ')}${chinese ? '等' : form === 'note' ? ' et al.' : ', et al.'}` }];
  if (chinese) return [{ text: names.join('、') }];
  const end = names.pop() ?? '';
  if (names.length === 0) return [{ text: end }];
  const comma = form === 'list' || names.length > 1 ? ',' : '';
  return [{ text: `${names.join(', ')}${comma} and ${end}` }];
}

function turned(name: CslName): string {
  if ('literal' in name) return name.literal;
  return name.given === undefined ? name.family : `${name.family}, ${name.given}`;
}

function spoken(name: CslName): string {
  if ('literal' in name) return name.literal;
  return name.given === undefined ? name.family : `${name.given} ${name.family}`;
}

function body(item: CslItem, form: Form, place: string | undefined): TextRun[][] {
  const title = workTitle(item, form);
  const name = item['container-title'];
  const pages = place ?? pagesOf(item, '–');
  const year = dateParts(item.issued)?.year;
  switch (item.type) {
    case 'article-journal':
    case 'article-magazine': {
      const volume = textOf(item.volume);
      const issue = textOf(item.issue);
      const numbers = [
        volume,
        issue === undefined
          ? undefined
          : `${isChinese(item) ? '第' : 'no. '}${issue}${isChinese(item) ? '期' : ''}`,
      ]
        .filter((part) => part !== undefined)
        .join(', ');
      const rest = `${numbers === '' ? '' : ` ${numbers}`}${year === undefined ? '' : ` (${year})`}${pages === undefined ? '' : `: ${pages}`}`;
      return [title, name === undefined ? [{ text: rest.trim() }] : [titleRun(name), { text: rest }]].filter(
        (part) => part.some(({ text }) => text !== ''),
      );
    }
    case 'article-newspaper':
      return [title, name === undefined ? [] : [titleRun(name)], words(dayOf(item)), words(pages)];
    case 'chapter':
    case 'paper-conference': {
      const editors = (item.editor ?? []).map(spoken);
      const by =
        editors.length === 0
          ? ''
          : isChinese(item)
            ? `${editors.join('、')}编`
            : `${form === 'note' ? 'ed.' : 'edited by'} ${editors.join(' and ')}`;
      const into = isChinese(item) ? '载于' : form === 'note' ? 'in ' : 'In ';
      const host: TextRun[] =
        name === undefined
          ? []
          : [{ text: into }, titleRun(name), ...(by === '' ? [] : [{ text: `, ${by}` }])];
      return form === 'note'
        ? [title, host, imprint(item, form), words(pages)]
        : [
            title,
            [...host, ...(pages === undefined || host.length === 0 ? [] : [{ text: `, ${pages}` }])],
            imprint(item, form),
          ];
    }
    case 'webpage': {
      const said = item.author?.some((one) => 'literal' in one && one.literal === name) ?? false;
      const site = name === undefined || said ? undefined : name;
      return [title, words(site), words(dayOf(item) ?? accessed(item)), words(place)];
    }
    case 'thesis':
      return [
        title,
        form === 'note' ? words(`(${thesisWords(item).join(', ')})`) : words(thesisWords(item).join(', ')),
        words(place),
      ];
    default:
      return [title, imprint(item, form), words(place)];
  }
}

function words(text: string | undefined): TextRun[] {
  return text === undefined || text === '' || text === '()' ? [] : [{ text }];
}

function workTitle(item: CslItem, form: Form): TextRun[] {
  if (isQuoted(item)) {
    const stop = form === 'note' ? (/[?!？！]$/u.test(item.title) ? '' : ',') : closed('', '.');
    return [
      { text: `“${form === 'note' ? quotedTitle(item.title) + stop : closed(quotedTitle(item.title))}”` },
    ];
  }
  const more = [textOf(item.number), edition(item)].filter((part) => part !== undefined);
  return [titleRun(item.title), ...(more.length === 0 ? [] : [{ text: `, ${more.join(', ')}` }])];
}

function edition(item: CslItem): string | undefined {
  const value = textOf(item.edition);
  if (value === undefined || !/^\d+$/.test(value)) return value;
  if (isChinese(item)) return `第${value}版`;
  const tail =
    Number(value) % 100 >= 11 && Number(value) % 100 <= 13
      ? 'th'
      : (['th', 'st', 'nd', 'rd'][Number(value) % 10] ?? 'th');
  return `${value}${tail} ed.`;
}

function thesisWords(item: CslItem): string[] {
  const kind = item.genre ?? (isChinese(item) ? '学位论文' : 'Thesis');
  return [kind, item.publisher, dateParts(item.issued)?.year].filter((part) => part !== undefined);
}

function imprint(item: CslItem, form: Form): TextRun[] {
  const said = item.author?.some((one) => 'literal' in one && one.literal === item.publisher) ?? false;
  const house = [item['publisher-place'], said ? undefined : item.publisher]
    .filter((part) => part !== undefined)
    .join(': ');
  const year =
    dateParts(item.issued)?.year ??
    (item.accessed === undefined ? (isChinese(item) ? '无日期' : 'n.d.') : undefined);
  const text = [house === '' ? undefined : house, year].filter((part) => part !== undefined).join(', ');
  if (text === '') return words(accessed(item));
  return words(form === 'note' ? `(${text})` : text);
}

function dayOf(item: CslItem): string | undefined {
  return dayWords(dateParts(item.issued), item);
}

function dayWords(date: ReturnType<typeof dateParts>, item: CslItem): string | undefined {
  if (date === undefined) return undefined;
  const month = date.month === undefined ? undefined : Number(date.month);
  const day = date.day === undefined ? undefined : Number(date.day);
  if (isChinese(item))
    return `${date.year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
  if (month === undefined) return date.year;
  const name = months[month - 1] ?? '';
  return day === undefined ? `${name} ${date.year}` : `${name} ${day}, ${date.year}`;
}

/** An undated page says when it was seen, since nothing else tells which state of it was read. */
function accessed(item: CslItem): string | undefined {
  const day = dayWords(dateParts(item.accessed), item);
  if (day === undefined || item.URL === undefined) return undefined;
  return isChinese(item) ? `${day}访问` : `accessed ${day}`;
}

function address(item: CslItem): TextRun[] {
  return words(doiUrl(item) ?? item.URL);
}
