import type { Case } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import type { BlockKind } from '#contract/packet-document.ts';
import type { Block, PacketContent, PacketTemplate, Question, Session } from '#contract/packets.ts';
import { questionsOf } from './text-of.ts';

type Plan = readonly (readonly [minutes: number, kind: BlockKind, what: string])[];

/** The order of ninety minutes: a vote, the facts, two blocks, the ending, an exit question. */
const seminar: Readonly<Record<Language, Plan>> = {
  zh: [
    [5, 'opening', '开场表决'],
    [15, 'facts', '把事实写上黑板'],
    [25, 'block', '诊断：难处在哪里'],
    [25, 'block', '选择：分成两边'],
    [10, 'reveal', '揭晓，并与另一个案例比较'],
    [10, 'wrap-up', '收尾：出门题'],
  ],
  en: [
    [5, 'opening', 'Opening vote'],
    [15, 'facts', 'Facts on the board'],
    [25, 'block', 'Diagnosis: what is hard here'],
    [25, 'block', 'Choice: split the room'],
    [10, 'reveal', 'Reveal, and compare with another case'],
    [10, 'wrap-up', 'Wrap-up: exit question'],
  ],
};

/** Half a day: read, work, decide. */
const workshop: Readonly<Record<Language, readonly { title: string; slot: number; plan: Plan }[]>> = {
  zh: [
    {
      title: '读案例',
      slot: 60,
      plan: [
        [10, 'opening', '各人说一件手上的难事'],
        [30, 'facts', '分组读案例，记下事实'],
        [20, 'block', '难处与我们的有何相同'],
      ],
    },
    {
      title: '做一遍',
      slot: 90,
      plan: [
        [45, 'activity', '分组演练'],
        [15, 'break', '休息'],
        [30, 'block', '各组说明取舍'],
      ],
    },
    {
      title: '搬得走吗',
      slot: 60,
      plan: [
        [25, 'block', '逐条核对可迁移条件'],
        [20, 'reveal', '揭晓后来的事'],
        [15, 'wrap-up', '下周先做哪一件'],
      ],
    },
  ],
  en: [
    {
      title: 'Read',
      slot: 60,
      plan: [
        [10, 'opening', 'One hard thing on each desk'],
        [30, 'facts', 'Read in groups, note the facts'],
        [20, 'block', 'What is the same with us'],
      ],
    },
    {
      title: 'Try it',
      slot: 90,
      plan: [
        [45, 'activity', 'Work it through in groups'],
        [15, 'break', 'Break'],
        [30, 'block', 'Each group defends its choice'],
      ],
    },
    {
      title: 'Will it travel?',
      slot: 60,
      plan: [
        [25, 'block', 'Tick the conditions one by one'],
        [20, 'reveal', 'What happened later'],
        [15, 'wrap-up', 'What to do first next week'],
      ],
    },
  ],
};

const courseTitles: Readonly<Record<Language, readonly string[]>> = {
  zh: ['谁站在哪里', '谁出钱，谁接手', '谁来决定', '空间怎么变', '争起来怎么办', '搬得走吗'],
  en: [
    'Who stands where',
    'Who pays, who takes over',
    'Who decides',
    'How the place changes',
    'When people disagree',
    'Will it travel?',
  ],
};

const titles: Readonly<Record<PacketTemplate, Readonly<Record<Language, string>>>> = {
  seminar: { zh: '一次研讨', en: 'One seminar' },
  workshop: { zh: '半天工作坊', en: 'Half-day workshop' },
  course: { zh: '六周课程', en: 'Six-week course' },
  blank: { zh: '新课包', en: 'New packet' },
  sample: { zh: '参与式规划六讲', en: 'Six sessions on participatory planning' },
};

interface Start {
  readonly template: PacketTemplate;
  readonly language: Language;
  readonly title?: string | undefined;
  /** Spread over the sessions in their order. */
  readonly cases: readonly Case[];
  readonly newId: () => string;
}

/** A packet to begin with: sessions whose minutes add up, with the questions that its cases ask. */
export function packetFromTemplate({ template, language, title, cases, newId }: Start): PacketContent {
  const bare = sessionsOf(template, language, newId);
  const sessions = bare.map((session, index): Session => {
    const own = cases.filter((_, at) => Math.floor((at * bare.length) / cases.length) === index);
    return {
      ...session,
      readings: own.map((value) => ({
        id: newId(),
        caseId: value.id,
        revision: value.revision,
        part: { kind: 'whole' },
        before: true,
        ending: null,
      })),
      questions: own.flatMap((value) => caseQuestions(value, language, newId)),
    };
  });
  return {
    title: title?.trim() || titles[template][language],
    subtitle: '',
    audience: '',
    language,
    licence: 'CC-BY-4.0',
    style: 'gb-2025',
    glossary: true,
    sessions,
  };
}

/** The questions that a case asks, as a session takes them over. */
export function caseQuestions(value: Case, language: Language, newId: () => string): Question[] {
  return questionsOf(value, language).map((text, index) => ({
    id: newId(),
    text,
    from: { caseId: value.id, number: index + 1 },
    answer: '',
  }));
}

function sessionsOf(template: PacketTemplate, language: Language, newId: () => string): Session[] {
  const make = (title: string, slotMinutes: number, plan: Plan): Session => ({
    id: newId(),
    title,
    slotMinutes,
    objectives: [],
    readings: [],
    questions: [],
    blocks: plan.map(
      ([minutes, kind, what]): Block => ({
        id: newId(),
        minutes,
        kind,
        what,
        how: '',
        trainerOnly: kind === 'reveal',
        uses: null,
      }),
    ),
    boards: [],
    activities: [],
    notes: '',
  });
  switch (template) {
    case 'seminar':
      return [make(titles.seminar[language], 90, seminar[language])];
    case 'workshop':
      return workshop[language].map(({ title, slot, plan }) => make(title, slot, plan));
    case 'course':
    case 'sample':
      return courseTitles[language].map((title) => make(title, 90, seminar[language]));
    case 'blank':
      return [make('', 90, [])];
  }
}
