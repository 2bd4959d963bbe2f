import type { Language } from '#contract/ids.ts';
import type { PlainGap } from './gaps.ts';

/** Words of a guide for a field interview: one question a gap. */
export interface InterviewTexts {
  readonly title: (name: string) => string;
  readonly kicker: (questions: number) => string;
  readonly facts: string;
  readonly opening: string;
  readonly sheet: readonly string[];
  readonly none: string;
  readonly closing: string;
  readonly references: string;
  readonly comma: string;
  readonly questions: Readonly<Record<PlainGap, string>>;
  readonly stages: (names: string) => string;
  readonly actorStages: (names: string) => string;
  readonly actorTies: (names: string) => string;
  readonly figureYear: (counts: string) => string;
  readonly account: (value: string, refs: string) => string;
  readonly figureDisputed: (counts: string, values: string) => string;
}

export const interviewTexts: Readonly<Record<Language, InterviewTexts>> = {
  zh: {
    title: (name) => `访谈提纲：${name}`,
    kicker: (questions) => `从案例的空白出发 · ${questions}个问题`,
    facts: '每个问题对应一处来源没有写的地方；问到了，记下谁说的、哪一天、有没有文件。',
    opening: '先请对方讲一遍经过，再按下面的次序补问。答不上来也要记，写“不清楚”。',
    sheet: ['受访人和身份', '日期和地点', '可否引用姓名'],
    none: '这个案例的字段都有来源，没有要补问的空白。',
    closing: '还有谁知道得更清楚？有没有可以复印或拍照的文件？',
    references: '已有的来源',
    comma: '、',
    questions: {
      point: '具体在哪里？请在地图上指出来，或说出最近的路口。',
      start: '这件事从哪一年、哪一月算起？当时以什么为标志？',
      end: '是哪一年结束或停下的？由谁、为什么决定的？',
      actors: '都有哪些单位和人参与？各做什么？',
      lead: '几方里由谁牵头？这一点写在哪份文件里？',
      funding: '钱从哪里来？各方各出多少？',
      'funding-amount': '总共花了多少钱？各笔分别是多少，按哪一年的决算？',
      participation: '居民的意见到了哪一步：只是知道、被问过、参与商量，还是能决定？举一件事。',
      tools: '用了哪些办法和工具让大家参与进来？哪一样最管用？',
      role: '规划师能不能独立提出反对意见？提过吗？记录在哪里，结果怎样？',
      capability: '规划师和居民受过什么培训？有没有考核或认证？',
      sustainability: '钱断了或人走了怎么办？有没有写下来的安排？',
      transfer: '别处要照做，先要有什么条件？哪一条少了就做不成？',
      figures: '有哪些数可以说明做了多少：户数、面积、次数、人数？数到哪一天？',
      'independent-voice': '除了主办方和官方，还有谁写过、拍过、评过这件事？',
    },
    stages: (names) => `来源没有写到${names}。这些阶段由谁做，做了什么？没有人做的话，从什么时候断的？`,
    actorStages: (names) => `${names}在哪些阶段参与，什么时候退出？`,
    actorTies: (names) => `${names}同谁一起做事？怎样联系，多久一次？`,
    figureYear: (counts) => `下面这些数是哪一年的：${counts}？`,
    account: (value, refs) => `${value}（${refs}）`,
    figureDisputed: (counts, values) => `${counts}有几种说法：${values}。哪一个对，各自数的是什么？`,
  },
  en: {
    title: (name) => `Interview guide: ${name}`,
    kicker: (questions) =>
      `From what the case leaves open · ${questions} ${questions === 1 ? 'question' : 'questions'}`,
    facts:
      'Each question stands for something no source says. When it is answered, write down who said so, on which day, and whether there is a paper.',
    opening:
      'Let them tell the story first, then ask what is missing in this order. An answer nobody knows is an answer too: write "not known".',
    sheet: ['Interviewee and role', 'Date and place', 'May be named'],
    none: 'Every field of this case has a source; there is no gap to ask about.',
    closing: 'Who else would know more? Are there papers to copy or photograph?',
    references: 'Sources so far',
    comma: ', ',
    questions: {
      point: 'Where exactly is it? Show it on a map, or name the nearest crossing.',
      start: 'From which year and month does this count? What marked the beginning?',
      end: 'In which year did it end or stop? Who decided that, and why?',
      actors: 'Which bodies and people took part? What did each do?',
      lead: 'Who of them led? Which paper says so?',
      funding: 'Where did the money come from? How much from each?',
      'funding-amount': 'How much did it cost in all? What were the parts, by which year’s accounts?',
      participation:
        'How far did residents’ views reach: told, asked, part of the talks, or deciding? Give one instance.',
      tools: 'What means and tools brought people in? Which worked best?',
      role: 'Could the planner object independently? Did it happen? Where is it recorded, and with what result?',
      capability: 'What training did planners and residents have? Was there a test or certificate?',
      sustainability: 'What if the money ends or people leave? Is there a written arrangement?',
      transfer: 'What must be there for others to do the same? Which one could not be spared?',
      figures:
        'Which numbers show how much was done: households, area, meetings, people? Counted to which day?',
      'independent-voice': 'Apart from promoter and officials, who has written, filmed or judged this?',
    },
    stages: (names) =>
      `The sources say nothing on these stages: ${names}. Who did what in them? If nobody, when did it break off?`,
    actorStages: (names) => `In which stages did these take part, and when did they leave: ${names}?`,
    actorTies: (names) => `With whom did these work: ${names}? How did they keep in touch, and how often?`,
    figureYear: (counts) => `Of which year are these numbers: ${counts}?`,
    account: (value, refs) => `${value} (${refs})`,
    figureDisputed: (counts, values) =>
      `There are several accounts of this number (${counts}): ${values}. Which is right, and what does each count?`,
  },
};
