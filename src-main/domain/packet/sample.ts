import type { Case } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import type { Board, PacketContent, Reading, Session } from '#contract/packets.ts';
import { packetFromTemplate } from './templates.ts';
import { questionsOf, textOf } from './text-of.ts';

interface SampleSession {
  readonly cases: readonly [string, string];
  readonly objectives: Readonly<Record<Language, readonly string[]>>;
  readonly board: Readonly<Record<Language, readonly [title: string, ...columns: string[]]>>;
  readonly exit: Readonly<Record<Language, string>>;
  /** Where the first case is cut: the section before whose first word the trainees stop. */
  readonly cutBefore?: 'results' | 'limits';
  readonly forecast?: Readonly<Record<Language, string>>;
}

/** Six sessions over twelve cases: from where the professional stands to what can be carried elsewhere. */
const sessions: readonly SampleSession[] = [
  {
    cases: ['beijing-responsible-planners', 'london-plan-neighbourhood-planning'],
    objectives: {
      zh: [
        '画出两地的授权链条，标出谁能否决',
        '说出责任规划师不能做的三件事',
        '比较由上任命与由下发起的利弊',
      ],
      en: [
        'Draw the chain of mandates in both places and mark who can veto',
        'Name three things that a responsible planner may not do',
        'Compare appointment from above with initiative from below',
      ],
    },
    board: {
      zh: ['谁站在哪里', '北京：谁授权', '英格兰：谁授权', '谁能说不'],
      en: ['Who stands where', 'Beijing: who mandates', 'England: who mandates', 'Who can say no'],
    },
    exit: {
      zh: '在你们那里，规划师的聘书由谁发，谁就不会被他反对吗？',
      en: 'Where you work, who appoints the planner, and is that the one whom he will not oppose?',
    },
  },
  {
    cases: ['beijing-jinsong-model', 'granby-four-streets'],
    objectives: {
      zh: [
        '按来源、数额、年份列出每一笔钱',
        '指出每笔钱由谁长期接着付，没写的就写“未说明”',
        '分清“日常够用”与“收回投资”两本账',
      ],
      en: [
        'List every sum by source, amount and year',
        'Say who goes on paying each of them, or write “not stated”',
        'Tell the account of running costs from that of the investment',
      ],
    },
    board: {
      zh: ['两本账', '日常：收入与支出', '投资：谁出、怎么回来', '谁说的'],
      en: ['Two accounts', 'Running: in and out', 'Investment: whose, and how it returns', 'Who says so'],
    },
    exit: { zh: '你手上的项目缺的是哪一笔？', en: 'Which of the sums is missing in your own project?' },
    cutBefore: 'results',
    forecast: {
      zh: '签约两年之后，物业费收上来了多少？企业收回投资了吗？',
      en: 'Two years after signing, how much of the fees is paid, and has the firm recovered its investment?',
    },
  },
  {
    cases: ['porto-alegre-participatory-budgeting', 'chengdu-community-planners'],
    objectives: {
      zh: ['在参与阶梯上给两个案例的每一步定位，并引原句', '说出参与者怎样产生、谁没有来', '判断一票的分量'],
      en: [
        'Place each step of both cases on the ladder of participation, and quote the sentence',
        'State how participants were found and who was not there',
        'Judge what one vote weighs',
      ],
    },
    board: {
      zh: ['谁来决定', '告知与咨询', '合作', '授权'],
      en: ['Who decides', 'Inform and consult', 'Partnership', 'Delegated power'],
    },
    exit: { zh: '你们上一次公示，改动了什么？', en: 'What did your last public notice change?' },
  },
  {
    cases: ['shanghai-knowledge-innovation-garden', 'barcelona-superblocks'],
    objectives: {
      zh: ['数出空间上多了什么、少了什么', '指出每一处改动由谁维护', '比较一块地与一座城的推法'],
      en: [
        'Count what the space gained and what it lost',
        'Point out who keeps up each change',
        'Compare how one plot and how a whole city is changed',
      ],
    },
    board: {
      zh: ['空间怎么变', '多了什么', '少了什么', '谁来管'],
      en: ['How the place changes', 'Gained', 'Lost', 'Who keeps it'],
    },
    exit: { zh: '你们那块空地，五年后由谁浇水？', en: 'Who will water your empty plot in five years?' },
  },
  {
    cases: ['nanjing-xiaoxihu', 'high-line-friends'],
    objectives: {
      zh: ['列出争议各方和他们各自的理由，不加评价', '区分没有解决的与没有写到的', '演一次协商并写下让步'],
      en: [
        'List the parties to the dispute and the reasons of each, without judging',
        'Distinguish what was not settled from what is not reported',
        'Act out a negotiation and write down what was given up',
      ],
    },
    board: {
      zh: ['争起来怎么办', '谁', '要什么', '凭什么', '让了什么'],
      en: ['When people disagree', 'Who', 'Wants', 'On what ground', 'Gave up'],
    },
    exit: { zh: '哪一方今天没有人替他说话？', en: 'For whom did nobody speak today?' },
    cutBefore: 'limits',
    forecast: {
      zh: '留下来的人和搬走的人，最后各是多少？谁会不满意？',
      en: 'How many stayed and how many left in the end, and who will be unhappy?',
    },
  },
  {
    cases: ['orangi-pilot-project', 'hangzhou-future-community'],
    objectives: {
      zh: ['逐条核对可迁移条件：有、没有、可以补', '说出一个不该学的理由', '写出下周能做的一件事'],
      en: [
        'Tick the conditions one by one: there, not there, can be made up for',
        'State one reason not to copy it',
        'Write one thing that can be done next week',
      ],
    },
    board: {
      zh: ['搬得走吗', '条件', '我们有', '我们没有', '谁补上了'],
      en: ['Will it travel?', 'Condition', 'We have it', 'We lack it', 'Who made up for it'],
    },
    exit: { zh: '如果只能带走一条，是哪一条？', en: 'If you can take only one thing, which?' },
  },
];

const words: Readonly<
  Record<
    Language,
    { title: string; subtitle: string; audience: string; how: readonly string[]; notes: string; vote: string }
  >
> = {
  zh: {
    title: '参与式规划六讲',
    subtitle: '样例课包：六课，十二个案例',
    audience: '研究生与在职规划师',
    how: [
      '不说理由，先举手，记下票数。',
      '只写案例里有的，每写一条补上来源号。',
      '先两人，再四人；把说不清的写在“未说明”一栏。',
      '按票数分两边坐；说服一个人换座位就加一分。',
      '念原文，不加评论；对照开场的票。',
      '交小纸条，下课前念三张。',
    ],
    notes: '学生常把“没有写到”当作“没有发生”。每次都请他们指出原句，指不出就写“未说明”。',
    vote: '你会同意这样做吗？同意、不同意、看条件。',
  },
  en: {
    title: 'Six sessions on participatory planning',
    subtitle: 'A sample packet: six sessions, twelve cases',
    audience: 'graduate students and planners at work',
    how: [
      'Hands up before any reason is given; keep the count.',
      'Only what the case says; add the number of the source to each line.',
      'In twos, then in fours; what stays unclear goes under “not stated”.',
      'Sit on two sides by vote; whoever moves somebody over scores.',
      'Read the text aloud without comment; hold it against the opening vote.',
      'Slips of paper; read three aloud before the end.',
    ],
    notes:
      'Students take “not reported” for “did not happen”. Ask for the sentence each time; where there is none, it is “not stated”.',
    vote: 'Would you agree to this? Yes, no, or on a condition.',
  },
};

/**
 * The packet that comes with the program, to look at and to change: six sessions with their objectives, readings,
 * questions, minutes and boards, two of them with an ending that is read later.
 */
export function samplePacket(
  language: Language,
  find: (id: string) => Case | undefined,
  newId: () => string,
): PacketContent {
  const say = words[language];
  const base = packetFromTemplate({ template: 'course', language, title: say.title, cases: [], newId });
  return {
    ...base,
    subtitle: say.subtitle,
    audience: say.audience,
    sessions: base.sessions.map((session, at) => {
      const sample = sessions[at];
      return sample ? fill(session, sample, language, find, newId) : session;
    }),
  };
}

function fill(
  session: Session,
  sample: SampleSession,
  language: Language,
  find: (id: string) => Case | undefined,
  newId: () => string,
): Session {
  const say = words[language];
  const cases = sample.cases.map(find).filter((one) => one !== undefined);
  const readings = cases.map((value, at): Reading => {
    const section = at === 0 ? sample.cutBefore : undefined;
    const hasSection = textOf(value, language)?.sections.some(({ id }) => id === section) ?? false;
    return {
      id: newId(),
      caseId: value.id,
      revision: value.revision,
      part:
        at === 0 ? { kind: 'whole' } : { kind: 'sections', sections: ['background', 'process', 'results'] },
      before: at === 0,
      ending:
        section !== undefined && hasSection
          ? { section, start: 0, question: sample.forecast?.[language] ?? '' }
          : null,
    };
  });
  const questions = cases.flatMap((value, at) =>
    questionsOf(value, language)
      .slice(0, at === 0 ? 3 : 1)
      .map((text, index) => ({
        id: newId(),
        text,
        from: { caseId: value.id, number: index + 1 },
        answer: '',
      })),
  );
  const [title, ...columns] = sample.board[language];
  const board: Board = { id: newId(), title, columns: columns.map((heading) => ({ heading, items: [] })) };
  return {
    ...session,
    objectives: [...sample.objectives[language]],
    readings,
    questions,
    boards: [board],
    blocks: session.blocks.map((block, at) => ({
      ...block,
      what:
        block.kind === 'opening' ? say.vote : block.kind === 'wrap-up' ? sample.exit[language] : block.what,
      how: say.how[at] ?? '',
      uses:
        block.kind === 'facts'
          ? { kind: 'board' as const, id: board.id }
          : block.kind === 'block' && questions[at - 2]
            ? { kind: 'question' as const, id: questions[at - 2]?.id ?? '' }
            : null,
    })),
    notes: say.notes,
  };
}
