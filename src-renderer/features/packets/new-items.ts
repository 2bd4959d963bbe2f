import type { Activity, Block, Board, Question, Session } from '#contract/packets.ts';

/** Minutes of a session and of a block before anybody has said otherwise. */
const SLOT_MINUTES = 90;
const BLOCK_MINUTES = 10;

export function newSession(title: string): Session {
  return {
    id: crypto.randomUUID(),
    title,
    slotMinutes: SLOT_MINUTES,
    objectives: [],
    readings: [],
    questions: [],
    blocks: [],
    boards: [],
    activities: [],
    notes: '',
  };
}

export function newQuestion(text: string, from: Question['from'] = null): Question {
  return { id: crypto.randomUUID(), text, from, answer: '' };
}

export function newBlock(): Block {
  return {
    id: crypto.randomUUID(),
    minutes: BLOCK_MINUTES,
    kind: 'block',
    what: '',
    how: '',
    trainerOnly: false,
    uses: null,
  };
}

export function newBoard(title: string): Board {
  return { id: crypto.randomUUID(), title, columns: [{ heading: '', items: [] }] };
}

export function newActivity(title: string): Activity {
  return { id: crypto.randomUUID(), title, task: '', how: '' };
}
