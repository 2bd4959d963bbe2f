import type { Language } from '#contract/ids.ts';

/** Words of the files that notes go out in. */
export interface NotesTexts {
  readonly file: string;
  readonly sheet: string;
  readonly columns: readonly string[];
  readonly kinds: Readonly<Record<string, string>>;
  readonly colours: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<string, string>>;
  readonly noSection: string;
  readonly sources: string;
  /** Case and section after a quote. */
  readonly from: (title: string, heading: string) => string;
}

const zh: NotesTexts = {
  file: '批注',
  sheet: '批注',
  columns: [
    '编号',
    '案例编号',
    '案例',
    '章节',
    '原文',
    '批注',
    '类别',
    '颜色',
    '标签',
    '作者',
    '写于',
    '改于',
    '位置',
    '引文',
  ],
  kinds: { highlight: '标记', note: '批注', question: '问题', answer: '回答', bookmark: '书签' },
  colours: { yellow: '黄色', green: '绿色', blue: '蓝色', pink: '粉色', purple: '紫色' },
  statuses: { anchored: '在原处', moved: '已移动', 'to-confirm': '待确认', orphan: '找不到原句' },
  noSection: '其他',
  sources: '来源：',
  from: (title, heading) => `——《${title}》${heading}`,
};

const en: NotesTexts = {
  file: 'Notes',
  sheet: 'Notes',
  columns: [
    'id',
    'case id',
    'case',
    'section',
    'quote',
    'note',
    'kind',
    'colour',
    'tags',
    'author',
    'created',
    'modified',
    'place',
    'citation',
  ],
  kinds: {
    highlight: 'highlight',
    note: 'note',
    question: 'question',
    answer: 'answer',
    bookmark: 'bookmark',
  },
  colours: { yellow: 'yellow', green: 'green', blue: 'blue', pink: 'pink', purple: 'purple' },
  statuses: { anchored: 'in place', moved: 'moved', 'to-confirm': 'to confirm', orphan: 'sentence lost' },
  noSection: 'Other',
  sources: 'Sources: ',
  from: (title, heading) => `— ${title}${heading === '' ? '' : `, ${heading}`}`,
};

export const notesTexts: Readonly<Record<Language, NotesTexts>> = { zh, en };
