import type { Language } from '#contract/ids.ts';
import type { BlockKind, PacketEdition } from '#contract/packet-document.ts';

/** The words that packets are set with, apart from what their authors say. */
export interface PacketTexts {
  readonly program: string;
  readonly editions: Readonly<Record<PacketEdition, string>>;
  readonly sessionTitle: (number: number, title: string) => string;
  readonly sessionFacts: (minutes: number, cases: number, length: number) => string;
  readonly kicker: (sessions: number, cases: number, minutes: number) => string;
  readonly audience: (name: string) => string;
  readonly date: (day: string) => string;
  readonly contents: string;
  readonly objectives: string;
  readonly before: string;
  readonly inClass: string;
  readonly questions: string;
  readonly activities: string;
  readonly plan: string;
  readonly planHead: readonly [string, string, string];
  readonly kinds: Readonly<Record<BlockKind, string>>;
  readonly glossary: string;
  readonly references: string;
  readonly cards: string;
  readonly licence: (name: string) => string;
  readonly from: (title: string, place: string, period: string, part: string) => string;
  readonly parts: {
    readonly whole: string;
    readonly cut: string;
    readonly passages: (headings: string) => string;
  };
  readonly join: (items: readonly string[]) => string;
  readonly lost: (title: string) => string;
  readonly missing: (id: string) => string;
  readonly forecast: string;
  readonly forecastThen: string;
  readonly notes: (number: number) => string;
  readonly answers: string;
  readonly questionNumber: (number: number, text: string) => string;
  readonly lead: string;
  readonly leadHead: readonly [string, string, string, string];
  readonly boards: string;
  readonly activityHow: string;
  readonly endings: string;
  readonly endingOf: (title: string) => string;
  readonly keyPoints: string;
  readonly note: (words: string) => string;
  readonly fileName: (title: string, edition: string) => string;
  readonly figureFront: (title: string, counts: string, asOf: string) => string;
  readonly cardFrom: Readonly<Record<'figure' | 'question' | 'term', string>>;
}

export const packetTexts: Readonly<Record<Language, PacketTexts>> = {
  zh: {
    program: '一公里案例库',
    editions: { student: '学生版', trainer: '教师版' },
    sessionTitle: (number, title) => `第${number}课${title === '' ? '' : `　${title}`}`,
    sessionFacts: (minutes, cases, length) =>
      [
        `${minutes}分钟`,
        cases > 0 ? `${cases}个案例` : '',
        length > 0 ? `课前读约${Math.ceil(length / 100) * 100}字` : '',
      ]
        .filter((part) => part !== '')
        .join('　'),
    kicker: (sessions, cases, minutes) => `${sessions}课 · ${cases}个案例 · ${minutes}分钟`,
    audience: (name) => `供${name}使用`,
    date: (day) => {
      const [year, month, date] = day.split('-').map(Number);
      return `${year}年${month}月${date}日`;
    },
    contents: '目录',
    objectives: '目标',
    before: '课前读',
    inClass: '课上读',
    questions: '讨论题',
    activities: '活动',
    plan: '安排',
    planHead: ['分钟', '环节', '做什么'],
    kinds: {
      opening: '开场',
      facts: '摆事实',
      block: '讨论',
      activity: '活动',
      reveal: '揭晓',
      'wrap-up': '收尾',
      break: '休息',
    },
    glossary: '名词',
    references: '参考文献',
    cards: '卡片',
    licence: (name) => `案例文字按${name}许可使用；摘录处注明出处。`,
    from: (title, place, period, part) => `《${title}》，${place}，${period}。${part}`,
    parts: {
      whole: '全文。',
      cut: '读到这里为止，其余在课上。',
      passages: (headings) => `节选自：${headings}。`,
    },
    join: (items) => items.join('、'),
    lost: (title) => `以下段落选自《${title}》的旧版，现在的文字已不同：`,
    missing: (id) => `案例“${id}”不在这个库里，这里空着。`,
    forecast: '后来会怎样？',
    forecastThen: '先写下你的判断，再读后面。',
    notes: (number) => `第${number}课教师页`,
    answers: '讨论题与思路',
    questionNumber: (number, text) => `${number}. ${text}`,
    lead: '课堂安排',
    leadHead: ['分钟', '环节', '做什么', '怎样带'],
    boards: '板书',
    activityHow: '活动怎样带',
    endings: '后来',
    endingOf: (title) => `《${title}》后面的文字`,
    keyPoints: '要点与经验',
    note: (words) => `（${words}）`,
    fileName: (title, edition) => `${title} ${edition}`,
    figureFront: (title, counts, asOf) => `${title}：${counts}${asOf === '' ? '' : `（${asOf}）`}？`,
    cardFrom: { figure: '数字', question: '讨论题', term: '名词' },
  },
  en: {
    program: 'One Kilometre',
    editions: { student: 'Student edition', trainer: 'Trainer edition' },
    sessionTitle: (number, title) => `Session ${number}${title === '' ? '' : `: ${title}`}`,
    sessionFacts: (minutes, cases, length) =>
      [
        `${minutes} minutes`,
        cases > 0 ? `${cases} ${cases === 1 ? 'case' : 'cases'}` : '',
        length > 0 ? `about ${Math.ceil(length / 100) * 100} words to read before` : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    kicker: (sessions, cases, minutes) =>
      `${sessions} ${sessions === 1 ? 'session' : 'sessions'} · ${cases} ${cases === 1 ? 'case' : 'cases'} · ${minutes} minutes`,
    audience: (name) => `For ${name}`,
    date: (day) =>
      new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      ),
    contents: 'Contents',
    objectives: 'Objectives',
    before: 'Read before class',
    inClass: 'Read in class',
    questions: 'Questions',
    activities: 'Activities',
    plan: 'Plan',
    planHead: ['Minutes', 'Part', 'What'],
    kinds: {
      opening: 'Opening',
      facts: 'Facts',
      block: 'Discussion',
      activity: 'Activity',
      reveal: 'Reveal',
      'wrap-up': 'Wrap-up',
      break: 'Break',
    },
    glossary: 'Terms',
    references: 'References',
    cards: 'Cards',
    licence: (name) => `The text of the cases may be used under ${name}; excerpts name their source.`,
    from: (title, place, period, part) => `${title}, ${place}, ${period}. ${part}`,
    parts: {
      whole: 'The whole text.',
      cut: 'Cut here; the rest is for class.',
      passages: (headings) => `From: ${headings}.`,
    },
    join: (items) => items.join(', '),
    lost: (title) => `Chosen from an earlier edition of “${title}”, which now reads otherwise:`,
    missing: (id) => `The case “${id}” is not in this library; this place is empty.`,
    forecast: 'What happened next?',
    forecastThen: 'Write down what you expect before you read on.',
    notes: (number) => `Trainer’s pages for session ${number}`,
    answers: 'Questions and lines of answer',
    questionNumber: (number, text) => `${number}. ${text}`,
    lead: 'How the class runs',
    leadHead: ['Minutes', 'Part', 'What', 'How'],
    boards: 'Boards',
    activityHow: 'How to lead the activities',
    endings: 'What happened next',
    endingOf: (title) => `The rest of “${title}”`,
    keyPoints: 'Key points and experience',
    note: (words) => ` (${words})`,
    fileName: (title, edition) => `${title} ${edition}`,
    figureFront: (title, counts, asOf) => `${title}: ${counts}${asOf === '' ? '' : ` (${asOf})`}?`,
    cardFrom: { figure: 'Figure', question: 'Question', term: 'Term' },
  },
};
