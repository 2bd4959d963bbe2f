import { describe, expect, it } from 'vitest';
import { Annotation } from '#contract/annotations.ts';
import { Session } from '#contract/packets.ts';
import { openLibrary } from '#services/library/library.ts';
import { putIntoSession } from '../../../../src-renderer/features/notes/into-session.ts';

const library = await openLibrary({ casesDir: 'cases' });
const found = library.get('beijing-jinsong-model');
const cases = new Map([[found.id, found]]);
const empty: Session = {
  id: '7d3f8a8e-6f0e-4c3e-9f57-3c2f2b1a9d10',
  title: '',
  slotMinutes: 90,
  objectives: [],
  readings: [],
  questions: [],
  blocks: [],
  boards: [],
  activities: [],
  notes: '',
};

function note(patch: Partial<Annotation>): Annotation {
  const at = '2026-11-24T08:00:00.000Z';
  return Annotation.parse({
    id: crypto.randomUUID(),
    caseId: found.id,
    language: 'zh',
    kind: 'highlight',
    colour: 'yellow',
    body: '',
    tags: [],
    target: {
      source: `urn:okm:case:${found.id}:zh`,
      section: 'summary',
      textHash: '',
      selector: [
        { type: 'TextPositionSelector', start: 0, end: 6 },
        { type: 'TextQuoteSelector', prefix: '', exact: '旧的原文', suffix: '' },
      ],
    },
    status: 'anchored',
    range: { section: 'summary', start: 0, end: 6 },
    replyTo: null,
    createdAt: at,
    modifiedAt: at,
    ...patch,
  });
}

describe('notes put into a session', () => {
  it('are passages of one reading a case, with what stands there now, and questions to discuss', () => {
    const notes = [
      note({}),
      note({ range: { section: 'summary', start: 8, end: 12 } }),
      note({ kind: 'question', body: '谁来养护？' }),
    ];
    const { session, taken } = putIntoSession(empty, notes, cases, 'zh');
    expect(taken).toBe(3);
    expect(session.readings).toMatchObject([{ caseId: found.id, revision: found.revision }]);
    const [reading] = session.readings;
    const text = found.texts.zh?.sections.find(({ id }) => id === 'summary')?.text ?? '';
    expect(reading?.part).toMatchObject({
      kind: 'passages',
      passages: [{ quote: text.slice(0, 6) }, { quote: text.slice(8, 12) }],
    });
    expect(session.questions.map((one) => one.text)).toEqual(['谁来养护？']);
    expect(Session.safeParse(session).success).toBe(true);
    // Sent twice they are there once.
    expect(putIntoSession(session, notes, cases, 'zh')).toMatchObject({ taken: 0, session });
  });

  it('stay out in another language than the packet, and without a place', () => {
    const notes = [note({ language: 'en' }), note({ range: null, status: 'orphan' })];
    expect(putIntoSession(empty, notes, cases, 'zh')).toEqual({ taken: 0, session: empty });
  });
});
