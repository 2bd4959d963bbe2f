import type { notes as zh } from '../zh/notes.ts';

/** Words of the list of all notes. */
export const notes = {
  'notes.title': 'Notes',
  'notes.count': '{count, plural, one {# note} other {# notes}}',
  'notes.search': 'Find in the notes',
  'notes.clear': 'Clear',
  'notes.filter': 'Which notes',
  'notes.all': 'All',
  'notes.kind': 'Kind',
  'notes.kind.all': 'All kinds',
  'notes.kind.highlight': 'Marks',
  'notes.kind.note': 'Notes',
  'notes.kind.question': 'Questions',
  'notes.kind.answer': 'Answers',
  'notes.kind.bookmark': 'Bookmarks',
  'notes.colour': 'Colour',
  'notes.colour.all': 'All colours',
  'notes.list': 'Notes',
  'notes.open': 'Open in the case',
  'notes.delete': 'Delete it',
  'notes.status.orphan': 'Its sentence is gone',
  'notes.status.to-confirm': 'To be confirmed',
  'notes.status.moved': 'Its sentence has moved',
  'notes.empty.title': 'No notes yet',
  'notes.empty.then':
    'Open a case and select some words: 1 to 5 marks them in a colour, N writes a note, Q asks a question. All of it is listed here.',
  'notes.empty.go': 'Pick a case',
  'notes.none.title': 'No notes like this',
  'notes.none.then': 'Drop a condition and look again.',
  'notes.none.clear': 'Show all',
} satisfies Record<keyof typeof zh, string>;
