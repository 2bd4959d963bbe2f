import { type Card, createEmptyCard, fsrs, Rating as Grade, type Grade as GradeOf, State } from 'ts-fsrs';
import { z } from 'zod';
import type { Rating } from '#contract/study.ts';

/**
 * Repetition by FSRS (Free Spaced Repetition Scheduler, version 6, with its published weights): the chance of
 * recall at the next turn is held at nine in ten. No fuzz, so that the same answers give the same days.
 */
const scheduler = fsrs({ enable_fuzz: false, request_retention: 0.9 });

const grades: Readonly<Record<Rating, GradeOf>> = {
  again: Grade.Again,
  hard: Grade.Hard,
  good: Grade.Good,
  easy: Grade.Easy,
};

/** What is remembered of a card; dates as ISO 8601 UTC. */
export const CardState = z.object({
  due: z.string(),
  stability: z.number(),
  difficulty: z.number(),
  scheduled_days: z.number(),
  learning_steps: z.number(),
  reps: z.number().int(),
  lapses: z.number().int(),
  state: z.number().int().min(0).max(3),
  last_review: z.string().optional(),
});
export type CardState = z.infer<typeof CardState>;

/** The state of a card after an answer. @param now ISO 8601 UTC */
export function afterAnswer(before: CardState | undefined, rating: Rating, now: string): CardState {
  const at = new Date(now);
  const { card } = scheduler.next(
    before === undefined ? createEmptyCard(at) : toCard(before),
    at,
    grades[rating],
  );
  return fromCard(card);
}

/** Whether a card is past learning and known for days. */
export function isKnown({ state }: CardState): boolean {
  return state === State.Review;
}

function toCard({ due, last_review, ...rest }: CardState): Card {
  return {
    ...rest,
    elapsed_days: 0,
    due: new Date(due),
    ...(last_review === undefined ? {} : { last_review: new Date(last_review) }),
  };
}

function fromCard({ due, last_review, ...rest }: Card): CardState {
  return CardState.parse({
    ...rest,
    due: due.toISOString(),
    ...(last_review === undefined ? {} : { last_review: last_review.toISOString() }),
  });
}
