/*
 * Tells Chinese names in Latin letters from others, since GB/T 7714 shortens a given name that is not
 * Chinese and treats pinyin apart.
 */

/** Finals by initial: the syllables of standard Chinese without tones, `v` for ü. */
const table: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e ei en eng er o ou',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng o ou u',
  d: 'a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  y: 'a an ang ao e i in ing ong ou u uan ue un',
  w: 'a ai an ang ei en eng o u',
};

const syllable = new RegExp(
  Object.entries(table)
    .flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final))
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'y',
);

/** The commonest family names in pinyin; about nine in ten bearers of Chinese names have one of them. */
const families = new Set(
  (
    'ai an bai bao bi bian cai cao cen chai chang che chen cheng chi chu cui dai deng di diao ding dong dou du duan ' +
    'fan fang fei feng fu gan gao ge geng gong gu guan guo hai han hao he hong hou hu hua huang huo ji jia jian ' +
    'jiang jiao jin jing ju kang ke kong kuang lai lan lei leng li lian liang liao lin ling liu long lou lu lv luo ' +
    'ma mao mei meng mi miao min mo mu nie ning niu ou ouyang pan pang pei peng pu qi qian qiao qin qiu qu quan ran ' +
    'rao ren rong ruan shang shao shen sheng shi shu situ song su sui sun tan tang tao tian tong tu wan wang wei ' +
    'wen weng wu xi xia xiang xiao xie xin xing xiong xu xue yan yang yao ye yi yin ying you yu yuan yue yun zang ' +
    'zeng zha zhan zhang zhao zhen zheng zhong zhou zhu zhuang zong zou zuo'
  ).split(' '),
);

/** Cuts a word into pinyin syllables, or gives undefined when it is not made of them. */
export function pinyinSyllables(word: string): string[] | undefined {
  const lower = word.toLowerCase().replaceAll('ü', 'v').replaceAll("'", '').replaceAll('’', '');
  const found: string[] = [];
  let at = 0;
  while (at < lower.length) {
    syllable.lastIndex = at;
    let match = syllable.exec(lower)?.[0];
    if (match === undefined || match === '') return undefined;
    // "xiaodong" is xiao-dong: a trailing n, g or r that the next vowel needs belongs to the next syllable.
    const rest = lower.slice(at + match.length);
    if (/[ngr]$/.test(match) && /^[aeiouv]/.test(rest)) match = match.slice(0, -1);
    if (match === '') return undefined;
    found.push(match);
    at += match.length;
  }
  return found.length > 0 ? found : undefined;
}

/** Whether a name is a Chinese one in pinyin: a known family name and a given name of one or two syllables. */
export function isPinyinName(family: string, given: string): boolean {
  if (!families.has(family.toLowerCase())) return false;
  const words = given.split(/[\s-]+/).filter((word) => word !== '');
  let syllables = 0;
  for (const word of words) {
    if (word.length < 2) return false;
    const cut = pinyinSyllables(word);
    if (cut === undefined) return false;
    syllables += cut.length;
  }
  return syllables >= 1 && syllables <= 2;
}
