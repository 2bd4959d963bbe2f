import type { Annotation } from '#contract/annotations.ts';
import { CaseType } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import { OkmError } from '#contract/errors.ts';
import type { Delivery } from '#contract/exports.ts';
import type { Glossary } from '#contract/glossary.ts';
import type { CaseId, Language } from '#contract/ids.ts';
import type { Packet } from '#contract/packets.ts';
import type { Settings } from '#contract/settings.ts';
import {
  type Deck,
  type Exercise,
  type Progress,
  Rating,
  type StudyCard,
  type StudyTurn,
  type Verdict,
} from '#contract/study.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { ankiText } from '#domain/study/anki-text.ts';
import { exercisePassage, reasonsFor } from '#domain/study/exercise.ts';
import { makeStudyCards } from '#domain/study/make-cards.ts';
import { afterAnswer, CardState, isKnown } from '#domain/study/schedule.ts';
import type { Deliveries } from '../exports/deliveries.ts';
import { safeFileName } from '../exports/file-name.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';

interface Parts {
  readonly store: Store;
  readonly library: Library;
  readonly glossary: Glossary;
  readonly packets: { stored(id: string): Promise<Packet> };
  readonly annotations: { list(input: { caseId: CaseId }): Promise<readonly Annotation[]> };
  readonly settings: { get(): Settings | Promise<Settings> };
  readonly deliveries: Deliveries;
  readonly now: () => Date;
}

interface Asked {
  readonly deck: Deck;
  readonly language: Language;
}

/** Cards that are seen for the first time on one day. */
const FRESH_A_DAY = 20;

/** Repetition of what cases say, and exercises in telling their type. */
export function createStudyService(parts: Parts) {
  const { store, library, glossary, packets, annotations, settings, deliveries, now } = parts;

  async function casesOf(deck: Deck): Promise<Case[]> {
    if (deck.kind === 'case') return [library.get(deck.id)];
    const ids =
      deck.kind === 'packet'
        ? (await packets.stored(deck.id)).content.sessions.flatMap(({ readings }) =>
            readings.map(({ caseId }) => caseId),
          )
        : (await settings.get()).recent;
    return [...new Set(ids)].flatMap((id) => library.find(id) ?? []);
  }

  async function cardsOf({ deck, language }: Asked): Promise<StudyCard[]> {
    const cases = await casesOf(deck);
    const notes = await Promise.all(cases.map(({ id }) => annotations.list({ caseId: id })));
    const own = notes
      .flat()
      .filter(({ by, on, removedAt }) => by === undefined && on === undefined && removedAt === undefined);
    return makeStudyCards(cases, glossary, own, language);
  }

  async function states(): Promise<Map<string, CardState>> {
    const rows = await store.call('listStudyCards', undefined);
    return new Map(rows.map(({ id, state }) => [id, CardState.parse(state)]));
  }

  /** The beginning of today by the clock of the machine. */
  function today(): string {
    const day = now();
    day.setHours(0, 0, 0, 0);
    return day.toISOString();
  }

  async function turn(asked: Asked, wanted?: string): Promise<StudyTurn> {
    const [cards, known, reviews] = await Promise.all([
      cardsOf(asked),
      states(),
      store.call('countStudyReviews', { since: today() }),
    ]);
    const at = now().toISOString();
    const due = cards
      .filter(({ id }) => (known.get(id)?.due ?? '9999') <= at)
      .sort((a, b) => ((known.get(a.id)?.due ?? '') < (known.get(b.id)?.due ?? '') ? -1 : 1));
    const fresh = cards.filter(({ id }) => !known.has(id));
    const room = reviews.since < FRESH_A_DAY || due.length === 0;
    const card = cards.find(({ id }) => id === wanted) ?? due[0] ?? (room ? fresh[0] : undefined) ?? null;
    const later = cards.flatMap(({ id }) => known.get(id)?.due ?? []).sort();
    const state = card === null ? undefined : known.get(card.id);
    return {
      card,
      next:
        card === null
          ? null
          : {
              again: afterAnswer(state, 'again', at).due,
              hard: afterAnswer(state, 'hard', at).due,
              good: afterAnswer(state, 'good', at).due,
              easy: afterAnswer(state, 'easy', at).due,
            },
      counts: { all: cards.length, due: due.length, fresh: fresh.length, doneToday: reviews.since },
      nextDue: due.length > 0 ? null : (later[0] ?? null),
      canTakeBack: reviews.all > 0,
    };
  }

  return {
    turn: (asked: Asked) => turn(asked),

    /** @throws OkmError INPUT_INVALID where the deck has no such card */
    async rate({ cardId, rating, ...asked }: Asked & { cardId: string; rating: Rating }): Promise<StudyTurn> {
      if (!(await cardsOf(asked)).some(({ id }) => id === cardId))
        throw new OkmError('INPUT_INVALID', { path: 'cardId', issue: 'not_in_deck' });
      const before = (await states()).get(cardId);
      const at = now().toISOString();
      await store.call('rateStudyCard', {
        id: cardId,
        rating: Rating.parse(rating),
        at,
        before: before ?? null,
        after: afterAnswer(before, rating, at),
      });
      return turn(asked);
    },

    async takeBack(asked: Asked): Promise<StudyTurn> {
      return turn(asked, await store.call('takeBackStudyReview', undefined));
    },

    /** The case that was asked least often; among those, types take turns. */
    async exercise({ language }: { language: Language }): Promise<Exercise | null> {
      const answers = await store.call('listStudyAnswers', undefined);
      const times = new Map<string, number>();
      for (const { caseId } of answers) times.set(caseId, (times.get(caseId) ?? 0) + 1);
      const asked = answers.length;
      const turnOf = CaseType.options[asked % CaseType.options.length];
      const order = [...library.cases]
        .filter(({ front }) => front.type !== undefined)
        .sort(
          (a, b) =>
            (times.get(a.id) ?? 0) - (times.get(b.id) ?? 0) ||
            Number(b.front.type === turnOf) - Number(a.front.type === turnOf),
        );
      for (const value of order) {
        const passage = exercisePassage(value, language);
        if (passage !== '') return { caseId: value.id, passage, asked };
      }
      return null;
    },

    /** @throws OkmError CASE_NOT_FOUND */
    async answer(input: { caseId: CaseId; guess: CaseType; language: Language }): Promise<Verdict> {
      const value = library.get(input.caseId);
      const { type, title } = value.front;
      const isRight = type === input.guess;
      await store.call('addStudyAnswer', {
        caseId: value.id,
        guess: input.guess,
        isRight,
        at: now().toISOString(),
      });
      return { isRight, type, title, reasons: reasonsFor(value, input.guess, input.language) };
    },

    async progress(): Promise<Progress> {
      const [answers, known, reviews] = await Promise.all([
        store.call('listStudyAnswers', undefined),
        states(),
        store.call('countStudyReviews', { since: today() }),
      ]);
      const tally = (idsOf: (value: Case) => readonly string[], ids: readonly string[]) =>
        ids.map((id) => {
          const mine = answers.filter(({ caseId }) => {
            const value = library.find(caseId);
            return value !== undefined && idsOf(value).includes(id);
          });
          return { id, answered: mine.length, right: mine.filter(({ isRight }) => isRight).length };
        });
      const cards = [...known.values()];
      return {
        types: tally(({ front }) => [front.type], CaseType.options),
        dimensions: tally(
          ({ front }) => (typeof front.dimensions === 'string' ? [] : front.dimensions.map(({ id }) => id)),
          vocabulary.dimensions.map(({ id }) => id),
        ),
        cards: {
          learning: cards.filter((state) => !isKnown(state)).length,
          known: cards.filter(isKnown).length,
          reviews: reviews.all,
        },
      };
    },

    async anki(asked: Asked): Promise<Delivery> {
      const cards = await cardsOf(asked);
      const name = await deckName(asked);
      const bytes = new TextEncoder().encode(ankiText(cards, name, asked.language));
      const fileName = safeFileName(name, 'anki.txt');
      return {
        ticket: deliveries.put({ fileName, mediaType: 'text/plain; charset=utf-8', bytes }),
        fileName,
        sizeBytes: bytes.length,
        citations: 0,
        unsupported: 0,
        missing: [],
      };
    },
  };

  async function deckName({ deck, language }: Asked): Promise<string> {
    switch (deck.kind) {
      case 'packet':
        return (await packets.stored(deck.id)).content.title;
      case 'case':
        return library.get(deck.id).front.title[language];
      case 'recent':
        return language === 'zh' ? '最近读过' : 'Read lately';
    }
  }
}
export type StudyService = ReturnType<typeof createStudyService>;
