import type { Annotation } from '#contract/annotations.ts';
import type { Case } from '#contract/case-tree.ts';
import type { Glossary } from '#contract/glossary.ts';
import type { Language } from '#contract/ids.ts';
import type { StudyCard } from '#contract/study.ts';
import { asked, asOfWords, figureWords } from '../packet/cards.ts';
import { termsIn } from '../packet/terms-in.ts';
import { questionsOf, textOf } from '../packet/text-of.ts';
import { packetTexts } from '../packet/texts.ts';

/** Notes that can be asked: a highlight's passage with what was written about it, and one's own questions. */
type NoteOnText = Pick<Annotation, 'id' | 'kind' | 'body' | 'caseId' | 'target'>;

/**
 * The cards of some cases: their figures, their questions, the glossary's terms that they say, and what the user
 * marked in them. Ids stay the same however the words change, so that what was learnt stays learnt.
 */
export function makeStudyCards(
  cases: readonly Case[],
  glossary: Glossary,
  notes: readonly NoteOnText[],
  language: Language,
): StudyCard[] {
  const texts = packetTexts[language];
  const titles = new Map<string, string>(cases.map(({ id, front }) => [id, front.title[language]]));
  const figures = cases.flatMap(({ id, front }) =>
    front.figures.map(
      (figure): StudyCard => ({
        id: `figure:${id}#${figure.id}`,
        kind: 'figure',
        front: texts.figureFront(
          front.title[language],
          asked(figure.counts[language]),
          asOfWords(figure, language),
        ),
        back: figureWords(figure, language),
        from: source(front.title[language], figure.refs),
        caseId: id,
      }),
    ),
  );
  const questions = cases.flatMap((value) =>
    questionsOf(value, language).map(
      (text, index): StudyCard => ({
        id: `question:${value.id}#${index + 1}`,
        kind: 'question',
        front: text,
        // The case asks and does not answer; its summary is what an answer begins with.
        back: summaryOf(value, language),
        from: value.front.title[language],
        caseId: value.id,
      }),
    ),
  );
  const said = cases
    .map((value) =>
      textOf(value, language)
        ?.sections.map(({ text }) => text)
        .join('\n'),
    )
    .join('\n');
  const terms = termsIn(glossary, said, language).flatMap(({ term, other, meaning }): StudyCard[] => {
    const entry = glossary.find((one) => one[language] === term);
    return entry === undefined
      ? []
      : [
          {
            id: `term:${entry.id}`,
            kind: 'term',
            front: term,
            back: `${meaning}（${other}）`.replace(/（(.*)）$/, language === 'zh' ? '（$1）' : ' ($1)'),
            from: entry.source,
            caseId: null,
          },
        ];
  });
  const own = notes.flatMap((note) => fromNote(note, titles.get(note.caseId) ?? '', language));
  return [...figures, ...terms, ...own, ...questions];
}

function fromNote(
  { id, kind, body, target, caseId }: NoteOnText,
  title: string,
  language: Language,
): StudyCard[] {
  const quote = target.selector[1].exact;
  const words = body.trim();
  const base = { id: `note:${id}`, kind: 'note' as const, from: title, caseId };
  if (kind === 'question') return words === '' ? [] : [{ ...base, front: words, back: quote }];
  if (kind !== 'highlight' && kind !== 'note') return [];
  if (quote === '') return [];
  const ask = language === 'zh' ? `《${title}》里你标过一处` : `A passage that you marked in “${title}”`;
  return [{ ...base, front: words === '' ? `${ask}：${firstWords(quote)}…` : words, back: quote }];
}

/** The beginning of a passage, for somebody to go on from: a third of it, at most twenty characters. */
function firstWords(quote: string): string {
  return [...quote].slice(0, Math.min(20, Math.ceil([...quote].length / 3))).join('');
}

function summaryOf(value: Case, language: Language): string {
  return textOf(value, language)?.sections.find(({ id }) => id === 'summary')?.text ?? '';
}

function source(title: string, refs: readonly string[]): string {
  return refs.length === 0 ? title : `${title} [${refs.join(', ')}]`;
}
