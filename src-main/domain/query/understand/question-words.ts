/**
 * Words that make a question of a query and say nothing of what is asked for. The longest first, so that
 * 怎么办 is not left as 办.
 */
const questionWords = [
  '怎么解决',
  '怎么处理',
  '怎么办',
  '怎么样',
  '怎么做',
  '如何做',
  '为什么',
  '有没有',
  '是不是',
  '能不能',
  '会不会',
  '要不要',
  '该不该',
  '可不可以',
  '有什么',
  '有哪些',
  '是什么',
  '做什么',
  '怎么',
  '怎样',
  '如何',
  '为何',
  '什么',
  '哪些',
  '哪个',
  '哪里',
  '哪儿',
  '哪种',
  '多少',
  '请问',
  '起来',
  '几个',
  '以后',
  '之后',
  '之前',
  '以前',
  '可以',
  '应该',
  '需要',
  '谁来',
  '谁',
  '吗',
  '呢',
  '的',
  '了',
].sort((a, b) => b.length - a.length);

const pattern = new RegExp(questionWords.join('|'), 'u');

/** Whether a folded run of Chinese holds a question word. */
export function hasQuestionWord(run: string): boolean {
  return pattern.test(run);
}

/**
 * The parts of a folded Chinese run that are left when question words are taken out; single characters
 * left over go too, unless nothing else is left. A run of question words alone is given back whole.
 */
export function withoutQuestionWords(run: string): string[] {
  const parts = run.split(pattern).filter((part) => part !== '');
  const words = parts.filter((part) => [...part].length > 1);
  if (words.length > 0) return words;
  return parts.length > 0 ? parts : [run];
}
