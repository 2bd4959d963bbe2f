import type { Language } from '#contract/ids.ts';

const segmenters = {
  zh: new Intl.Segmenter('zh', { granularity: 'sentence' }),
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
};

// Unicode's rules end a sentence after these; English does not.
const abbreviation =
  /(?:^|[\s(“])(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|ca|c|cf|pp|p|vol|ed|eds|et al|e\.g|i\.e|Inc|Ltd|Co|US|U\.S)\.\s*$/;

const opening = /(?<=[。！？!?…”’」』）)\]])[《〈「『（【〔“‘(]+$/;

/**
 * Splits a run of text into sentences (Unicode Standard Annex #29, as the platform implements it), without
 * the blanks around them. Offsets are UTF-16 units in `text`, plus `from`.
 */
export function splitSentences(text: string, language: Language, from = 0): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let pending: number | undefined;
  for (const { segment, index } of segmenters[language].segment(text)) {
    const start = pending ?? index;
    if (language === 'en' && abbreviation.test(text.slice(start, index + segment.length))) {
      pending = start;
      continue;
    }
    // The standard counts opening marks as closing ones (both are Close): 。《 would leave 《 behind.
    const stray = opening.exec(segment)?.[0].length ?? 0;
    const end = index + segment.length - (index + segment.length < text.length ? stray : 0);
    pending = end < index + segment.length ? end : undefined;
    push(start, end);
  }
  if (pending !== undefined) push(pending, text.length);
  return found;

  function push(start: number, end: number): void {
    const raw = text.slice(start, end);
    const trimmed = raw.trim();
    if (trimmed === '') return;
    const lead = raw.length - raw.trimStart().length;
    found.push({ start: from + start + lead, end: from + start + lead + trimmed.length });
  }
}

const absenceZh =
  /没有(?:说|写|提|给|交代|讲|列|记|载|公布|报告|查到|见到|看到|读到|来源|数据|清单|可供照做)|没说|没写|未说明|未见|未提|未写|不(?:详|清楚|明确)|(?:来源|材料|报道|文献|资料|摘录)[^。]{0,24}(?:没有|未|没)|查不到|看不出/;
const absenceEn = new RegExp(
  [
    '\\b(?:no|none of the|neither) (?:source|figure|account|material)s?\\b',
    '\\bnot (?:stated|said|recorded|given|reported|known|named|clear)\\b',
    '\\b(?:do|does|did) not (?:say|state|give|record|name|report|mention|show|set out|tell|describe|explain|cover|specify|spell|list|measure)\\b',
    '\\b(?:is|are|was|were) not (?:\\w+ )?(?:in|by) (?:the material|what we have read|the sources)\\b',
    '\\b(?:is|are) silent\\b|\\bsays? nothing\\b|\\bunrecorded\\b|\\bunstated\\b',
    // What was read holds none of it.
    '\\bnothing (?:that )?we have read\\b|\\bwhat we have read (?:gives|holds|does|shows|names)\\b|\\bwe have read no\\b',
    '\\b(?:was|were) not found\\b|\\bmaterial (?:gives|holds) no\\b',
    '\\bno (?:[\\w’-]+ ){1,8}?(?:was|were) found\\b|\\bno [^.;]{2,90} in the material\\b',
    '\\bthere (?:is|are) no (?:data|list|steps|record|account|independent)\\b|^Nor (?:is|are|was|were|do|does|did|have|has)\\b',
  ].join('|'),
  'i',
);

/** Whether a sentence only says that the sources do not say something; such a one needs no citation. */
export function statesAbsence(sentence: string, language: Language): boolean {
  return (language === 'zh' ? absenceZh : absenceEn).test(sentence);
}
