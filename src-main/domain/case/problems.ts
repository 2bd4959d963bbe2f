import type { Problem } from '#contract/case-tree.ts';
import type { Bilingual } from '#contract/ids.ts';

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

interface Details {
  readonly actual?: string;
  readonly expected?: readonly string[];
  readonly detail?: string;
}

type Sentence = (d: { actual: string; expected: string; detail: string }) => Bilingual;

const or = (text: string, zh: string, en: string): Bilingual => (text ? { zh, en } : { zh: '', en: '' });
const suggest = (expected: string): Bilingual =>
  or(expected, `最接近的是 ${expected}。`, ` The nearest is ${expected}.`);

/** Every rule of `okm check`, with its sentence in both languages: what is wrong, and what would be right. */
const sentences = {
  'file-encoding': (d) => ({
    zh: `文件不是 UTF-8，从第 ${d.detail} 个字节起读不出来。另存为 UTF-8 再试。`,
    en: `The file is not UTF-8: it cannot be read from byte ${d.detail} on. Save it as UTF-8.`,
  }),
  'file-size': (d) => ({
    zh: `文件有 ${d.actual} 字节，上限是 ${d.expected} 字节。`,
    en: `The file has ${d.actual} bytes; the limit is ${d.expected} bytes.`,
  }),
  'file-name': (d) => ({
    zh: `文件名或文件夹与内容不符：应为 ${d.expected}。`,
    en: `The file's name or folder does not match its content: it should be ${d.expected}.`,
  }),
  'file-pair': (d) => ({
    zh: `缺另一种语言的文本 ${d.expected}。`,
    en: `The text in the other language is missing: ${d.expected}.`,
  }),
  'text-character': (d) => ({
    zh: `有不允许的字符 ${d.actual}（控制符、双向控制符或半个字符）。删去它。`,
    en: `A character that is not allowed: ${d.actual} (control, bidirectional override or half a character). Remove it.`,
  }),
  'text-limit': (d) => ({
    zh: `这一段太复杂，不能安全地解析：${d.detail} 是 ${d.actual}，上限 ${d.expected}。`,
    en: `Too complex to be parsed safely: ${d.detail} is ${d.actual}, the limit is ${d.expected}.`,
  }),
  'front-missing': () => ({
    zh: '文件须以 --- 开头的头部数据起始。',
    en: 'The file must begin with front matter between two lines of ---.',
  }),
  'front-yaml': (d) => ({
    zh: `头部数据不是有效的 YAML：${d.detail}`,
    en: `The front matter is not valid YAML: ${d.detail}`,
  }),
  'front-value': (d) => {
    const near = suggest(d.expected);
    return {
      zh: `${d.detail} 的值不对：${d.actual}。${near.zh}`,
      en: `${d.detail} has a wrong value: ${d.actual}.${near.en}`,
    };
  },
  'front-key': (d) => {
    const near = suggest(d.expected);
    return { zh: `不认识的键 ${d.actual}。${near.zh}`, en: `Unknown key ${d.actual}.${near.en}` };
  },
  'front-missing-key': (d) => ({
    zh: `缺少 ${d.actual}。没有来源说明就写 not-stated，不要留空。`,
    en: `${d.actual} is missing. Where no source says it, write not-stated; never leave it empty.`,
  }),
  'own-file': () => ({
    zh: '不是案例文件：名字只能用小写字母、数字和连字符，如 my-case.md、my-case.en.md，且不能是链接或文件夹。文件没有动过；改名后会自动读入。',
    en: 'Not a case file: the name takes lower-case letters, digits and hyphens only, such as my-case.md and my-case.en.md, and must not be a link or a folder. The file was left alone; once renamed it is read.',
  }),
  'own-file-unreadable': (d) => ({
    zh: `文件读不出来（${d.detail}）。看看它的权限，或它是否被别的程序占用。`,
    en: `The file cannot be read (${d.detail}). Look at its permissions, or whether another program holds it.`,
  }),
  'own-too-costly': (d) => ({
    zh: `解析这个文件超出了时间或内存的上限（${d.detail}）。把它拆成几个，或删去层层嵌套的内容。`,
    en: `Reading this file went beyond the bounds of time or memory (${d.detail}). Split it, or take out what is deeply nested.`,
  }),
  'own-id-bundled': (d) => ({
    zh: `编号 ${d.actual} 属于随程序附带的案例，附带的案例不会被改动。要写自己的版本，请用另一个编号（如 ${d.expected}），并写上 basedOn: ${d.actual}。`,
    en: `The id ${d.actual} belongs to a case that came with the program, and those are never changed. For your own edition take another id (such as ${d.expected}) and write basedOn: ${d.actual}.`,
  }),
  'duplicate-id': (d) => ({
    zh: `编号 ${d.actual} 已被 ${d.expected} 使用。换一个。`,
    en: `The id ${d.actual} is already taken by ${d.expected}. Choose another.`,
  }),
  'heading-order': (d) => ({
    zh: `标题“${d.actual}”不在应有的位置；此处应为“${d.expected}”。`,
    en: `The heading “${d.actual}” is out of place; “${d.expected}” is expected here.`,
  }),
  'heading-missing': (d) => ({ zh: `缺少“${d.actual}”一节。`, en: `The section “${d.actual}” is missing.` }),
  'section-empty': (d) => ({
    zh: `“${d.actual}”一节是空的。没有来源也要用一句话说明。`,
    en: `The section “${d.actual}” is empty. Where nothing is sourced, say so in one sentence.`,
  }),
  'raw-html': (d) => ({
    zh: `正文里不能有 HTML：${d.actual}。改用 Markdown。`,
    en: `Raw HTML is not allowed in the text: ${d.actual}. Use Markdown.`,
  }),
  'node-kind': (d) => ({
    zh: `正文里不能用 ${d.actual}。`,
    en: `${d.actual} is not allowed in the text.`,
  }),
  'link-target': (d) => ({
    zh: `不允许的链接：${d.actual}。`,
    en: `This link target is not allowed: ${d.actual}.`,
  }),
  'citation-unknown': (d) => {
    const near = suggest(d.expected);
    return {
      zh: `引用了 ${d.actual}，但来源清单里没有它。${near.zh}`,
      en: `${d.actual} is cited, but the references do not list it.${near.en}`,
    };
  },
  'citation-form': (d) => ({
    zh: `引用写法不对：${d.actual}。应写作 [@S1]、[@S1; @S2] 或 [@S1, 第12页]。`,
    en: `Not a citation: ${d.actual}. Write [@S1], [@S1; @S2] or [@S1, p. 12].`,
  }),
  'reference-unused': (d) => ({
    zh: `来源 ${d.actual} 没有被引用。`,
    en: `The reference ${d.actual} is never cited.`,
  }),
  'reference-duplicate': (d) => ({
    zh: `来源编号 ${d.actual} 出现了两次。`,
    en: `The reference id ${d.actual} stands twice.`,
  }),
  'reference-date': (d) => ({
    zh: `来源 ${d.actual} 既没有 issued，也没有 custom.undated: true。`,
    en: `The reference ${d.actual} has neither issued nor custom.undated: true.`,
  }),
  'reference-accessed': (d) => ({
    zh: `来源 ${d.actual} 有 accessed 却没有 URL，或有 URL 却没有 accessed。`,
    en: `The reference ${d.actual} has accessed without URL, or URL without accessed.`,
  }),
  'reference-lists': (d) => ({
    zh: `两种语言的来源清单不一致：${d.actual}。`,
    en: `The references of the two languages differ: ${d.actual}.`,
  }),
  'quote-missing': (d) => ({
    zh: `${d.detail} 的原句在“${d.expected}”一节里找不到：${d.actual}`,
    en: `The quote of ${d.detail} does not stand in the section “${d.expected}”: ${d.actual}`,
  }),
  'related-unknown': (d) => {
    const near = suggest(d.expected);
    return {
      zh: `相关案例 ${d.actual} 不在库里。${near.zh}`,
      en: `The related case ${d.actual} is not in the library.${near.en}`,
    };
  },
  'related-one-way': (d) => ({
    zh: `${d.actual} 没有反过来列出本案例。`,
    en: `${d.actual} does not list this case in return.`,
  }),
  'pair-sections': (d) => ({
    zh: `“${d.actual}”一节两种语言对不上：${d.detail}。`,
    en: `The section “${d.actual}” differs between the two languages: ${d.detail}.`,
  }),
  'citation-missing': (d) => ({
    zh: `这一句没有来源：${d.actual}`,
    en: `This sentence cites no source: ${d.actual}`,
  }),
  'actor-unknown': (d) => {
    const near = suggest(d.expected);
    return {
      zh: `with 里的 ${d.actual} 不是本案例的主体。${near.zh}`,
      en: `${d.actual}, named under with, is no actor of this case.${near.en}`,
    };
  },
  'figure-missing': (d) => ({
    zh: `正文里的数 ${d.actual} 不在 figures 里。`,
    en: `The number ${d.actual} of the text stands in no figures entry.`,
  }),
  'citation-coverage': (d) => ({
    zh: `有来源的句子只占 ${d.actual}（${d.detail}），至少要 ${d.expected}。`,
    en: `Only ${d.actual} of the factual sentences cite a source (${d.detail}); at least ${d.expected} must.`,
  }),
  'figure-range': (d) => ({
    zh: `数 ${d.actual} 的范围颠倒。`,
    en: `The range of figure ${d.actual} is upside down.`,
  }),
  'figure-unit': (d) => ({
    zh: `数 ${d.actual} 的单位两种语言差了倍数：${d.detail}。`,
    en: `The unit of figure ${d.actual} is not the same multiple in both languages: ${d.detail}.`,
  }),
  'date-wrong': (d) => ({
    zh: `没有这样的日期，或年份不可能：${d.actual}。`,
    en: `No such date, or a year that cannot be: ${d.actual}.`,
  }),
  'reference-order': (d) => ({
    zh: `来源 ${d.actual} 的发表日期晚于查阅日期。`,
    en: `The reference ${d.actual} is issued after it was accessed.`,
  }),
  'pair-numbers': (d) => ({
    zh: `中文写了 ${d.actual}，英文“${d.detail}”一节没有这个数。`,
    en: `The Chinese text says ${d.actual}; the English section “${d.detail}” does not give that number.`,
  }),
  'straight-quote': (d) => ({
    zh: `用了直引号，应写成 “ ” 或 ’：${d.actual}`,
    en: `A straight quotation mark; write “ ” or ’: ${d.actual}`,
  }),
  'term-two-ways': (d) => ({
    zh: `“${d.detail}”有两种说法：这里是 ${d.actual}，另一处是 ${d.expected}。`,
    en: `“${d.detail}” is put in two ways: here ${d.actual}, elsewhere ${d.expected}.`,
  }),
  'period-order': () => ({ zh: '结束早于开始。', en: 'The end is before the start.' }),
  'copied-wording': (d) => ({
    zh: `与材料原文连续雷同：${d.actual}`,
    en: `A run in common with a source text: ${d.actual}`,
  }),
  'duplicate-sentence': (d) => ({
    zh: `这一句在 ${d.expected} 里也有：${d.actual}`,
    en: `This sentence stands in ${d.expected} too: ${d.actual}`,
  }),
  'han-latin-space': (d) => ({
    zh: `中文与字母或数字之间不要空格：${d.actual}`,
    en: `No blank between Chinese and Latin letters or digits: ${d.actual}`,
  }),
  'half-width-mark': (d) => ({
    zh: `中文里用了半角标点：${d.actual}`,
    en: `A half-width mark in Chinese text: ${d.actual}`,
  }),
  'term-use': (d) => ({
    zh: `“${d.actual}”别的案例都译作 ${d.expected}，这一篇的英文里没有。`,
    en: `Nearly all cases put “${d.actual}” as ${d.expected}; the English of this one does not.`,
  }),
  'glossary-form': (d) => ({
    zh: `术语表读不出来：${d.detail}`,
    en: `The glossary cannot be read: ${d.detail}`,
  }),
  'teaching-case': (d) => ({
    zh: `教学说明对应的案例 ${d.actual} 不在库里，或两者语言对不上。`,
    en: `The case of this teaching note, ${d.actual}, is not in the library in its language.`,
  }),
  'teaching-question': (d) => ({
    zh: `第 ${d.detail} 题与案例的讨论题不一致：${d.actual}。案例里是：${d.expected}`,
    en: `Question ${d.detail} is not the case’s, word for word: ${d.actual}. The case asks: ${d.expected}`,
  }),
  'teaching-minutes': (d) => ({
    zh: `课堂计划的分钟数合计 ${d.actual}，应为 ${d.expected}。`,
    en: `The minutes of the class plan add up to ${d.actual}; they should be ${d.expected}.`,
  }),
} satisfies Record<string, Sentence>;

export type Rule = keyof typeof sentences;

/** A fault of a case file, with its sentence in both languages. */
export function problem(
  rule: Rule,
  place: Place,
  details: Details = {},
  severity: Problem['severity'] = 'error',
): Problem {
  const message = (sentences[rule] as Sentence)({
    actual: details.actual ?? '',
    expected: (details.expected ?? []).join(', '),
    detail: details.detail ?? '',
  });
  return {
    file: place.file,
    line: place.line,
    column: place.column ?? 1,
    severity,
    rule,
    message,
    ...(details.actual === undefined ? {} : { actual: details.actual }),
    ...(details.expected === undefined ? {} : { expected: details.expected }),
  };
}
