import { describe, expect, test } from 'vitest';
import { alikeOf } from '#domain/anchoring/alike.ts';
import { anchor } from '#domain/anchoring/anchor.ts';
import { findCandidates } from '#domain/anchoring/candidates.ts';
import { prepareSections } from '#domain/anchoring/places.ts';
import { describeRange } from '#domain/anchoring/selectors.ts';
import { textHash } from '#domain/text/hash.ts';

type Texts = Readonly<Record<string, string>>;

function prepare(texts: Texts) {
  return prepareSections(Object.entries(texts).map(([id, text]) => ({ id, text, textHash: textHash(text) })));
}

/** Puts a note on the first place where a quote stands in `process`, and looks for it in the later texts. */
function follow(before: Texts, quote: string, after: Texts) {
  const text = before.process ?? '';
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`${quote} does not stand there`);
  const range = { section: 'process', start, end: start + quote.length };
  const selectors = describeRange(text, range.start, range.end);
  const alike = alikeOf(selectors, range, prepare(before));
  const found = anchor(
    { selectors, home: { id: 'process', textHash: textHash(text) }, alike },
    prepare(after),
  );
  if (found.status === 'orphan') return { status: found.status, quote: '' };
  return {
    status: found.status,
    quote: after[found.section]?.slice(found.start, found.end) ?? '',
    section: found.section,
  };
}

const zh =
  '街道先请居民到现场走一遍，再开三次会议定下方案。施工前贴出公示，居民可以在七天里提意见。建成以后由社区志愿者轮流养护，物业每月清扫一次。';
const en =
  'The subdistrict first walked the site with residents, then settled the scheme at three meetings. A notice went up before work began. Volunteers now look after the garden, and the property firm sweeps it monthly.';

describe('a note whose case has changed', () => {
  test.for([
    ['a paragraph written before it', zh, '施工前贴出公示', `去年先做了调查，问了两百户。\n${zh}`],
    ['a typo mended in it', zh, '建成以后由社区志愿者轮流养护', zh.replace('轮流', '轮留')],
    ['a typo mended in a short quote', zh, '贴出公示', zh.replace('公示', '告示')],
    ['half-width marks', zh, '现场走一遍，再开三次会议', zh.replaceAll('，', ', ').replaceAll('。', '. ')],
    [
      'Traditional characters',
      zh,
      '居民可以在七天里提意见',
      zh.replace('提意见', '提意見').replace('施工前贴', '施工前貼'),
    ],
    ['a stop where a comma was', en, 'A notice went up', en.replace('residents, then', 'residents. Then')],
    ['a spelling in English', en, 'look after the garden', en.replace('garden', 'gardens')],
    ['straight quotation marks', `“${en}”`, 'first walked', `"${en}"`],
  ] as const)('stays through %s', ([, before, quote, after]) => {
    const found = follow({ process: before }, quote, { process: after });
    expect(found.status).toBe('anchored');
  });

  test('goes with its sentence to another section, and says that it moved', () => {
    const after = {
      process: zh.replace('建成以后由社区志愿者轮流养护，物业每月清扫一次。', ''),
      results: '建成以后由社区志愿者轮流养护，物业每月清扫一次。成效没有评估。',
    };
    expect(follow({ process: zh }, '社区志愿者轮流养护', after)).toEqual({
      status: 'moved',
      section: 'results',
      quote: '社区志愿者轮流养护',
    });
  });

  test('goes along when its section gets another name', () => {
    expect(follow({ process: zh }, '贴出公示', { roles: zh })).toMatchObject({
      status: 'moved',
      section: 'roles',
    });
  });

  test.for([
    [zh, '再开三次会议定下方案', zh.replace('三次', '五次')],
    ['改造花了4600万元，其中财政出了大部分。', '花了4600万元', '改造花了4800万元，其中财政出了大部分。'],
    [
      'It cost 46 million yuan in all, most of it public money.',
      '46 million',
      'It cost 48 million yuan in all, most of it public money.',
    ],
    [en, 'at three meetings', en.replace('three', 'four')],
  ] as const)('asks when a number in it has changed: %s', ([before, quote, after]) => {
    expect(follow({ process: before }, quote, { process: after }).status).toBe('to-confirm');
  });

  test('does not settle on a look-alike that stood there before', () => {
    const own = '第一批选了6个社区，由同济大学的老师带队。';
    const like = '第二批选了9个社区，由同济大学的老师带队。';
    const between = '各社区的问题不一样，有的缺停车位，有的缺活动场地，先后排了队。';
    const found = follow({ process: `${own}${between}${like}` }, '社区，由同济大学的老师带队', {
      process: `${between}${like}后来又有新的做法，暂时没有评估。`,
    });
    expect(found.status).not.toBe('anchored');
    expect(found.status).not.toBe('moved');
  });

  test('stays with its own of two equal sentences', () => {
    const same = '方案由居民投票决定。';
    const before = `口袋公园先做。${same}菜市场后做，摊位重新排过。${same}最后是停车场，白天和夜里分开收费。`;
    const text = before.replace('口袋公园先做', '口袋公园在2019年先做');
    const start = before.lastIndexOf(same);
    const range = { section: 'process', start, end: start + same.length };
    const selectors = describeRange(before, range.start, range.end);
    const alike = alikeOf(selectors, range, prepare({ process: before }));
    const home = { id: 'process', textHash: textHash(before) };
    expect(anchor({ selectors, home, alike }, prepare({ process: text }))).toMatchObject({
      status: 'anchored',
      start: text.lastIndexOf(same),
    });
  });

  test('is lost when its sentence is gone, and offers places without choosing one', () => {
    const after = { process: zh.replace('施工前贴出公示，居民可以在七天里提意见。', '') };
    expect(follow({ process: zh }, '施工前贴出公示，居民可以', after).status).toBe('orphan');
    const start = zh.indexOf('施工前');
    const candidates = findCandidates(
      describeRange(zh, start, start + 12),
      prepare({ process: zh.replace('公示', '告示'), results: '没有评估。' }),
      3,
    );
    expect(candidates[0]).toMatchObject({ section: 'process', start });
    expect(candidates.length).toBeLessThanOrEqual(3);
  });

  test('keeps the marks that it was made with, and never cuts a character', () => {
    const before = '居民说：“先修路。”👩‍🌾农夫在旁边种菜，孩子们浇水。';
    expect(follow({ process: before }, '“先修路。”', { process: `新的一段。${before}` }).quote).toBe(
      '“先修路。”',
    );
    expect(follow({ process: before }, '👩‍🌾农夫', { process: `𠮷先生来了。${before}` }).quote).toBe(
      '👩‍🌾农夫',
    );
  });

  test('that came with offsets of another count is found by its words', () => {
    const sections = prepare({ process: zh });
    const start = zh.indexOf('物业');
    const selectors = { ...describeRange(zh, start, start + 6), start: 3, end: 9 };
    const found = anchor({ selectors, home: { id: 'process', textHash: textHash(zh) } }, sections);
    expect(found).toMatchObject({ status: 'anchored', start, end: start + 6 });
  });
});
