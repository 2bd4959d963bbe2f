import type { framework as zh } from '../zh/framework.ts';

export const framework = {
  'framework.title': 'How the library is organised',
  'framework.lead':
    'Every case is seen in one framework: where the professional stands, which difficulty is met, which kinds of innovation are tried, how far the service reaches and what to watch. The framework comes from the article below; the explanations are our own.',
  'framework.source': 'Source: {source}',
  'framework.what': 'What this word means',
  'framework.type': 'Four types',
  'framework.type.note': 'Told by where the professional stands; a case has one.',
  'framework.challenges': 'Three challenges',
  'framework.challenges.note': 'The difficulties that a case answers; there may be several.',
  'framework.dimensions': 'Eight dimensions of innovation',
  'framework.dimensions.note': 'What a case does; each is shown by a sentence of its text.',
  'framework.lifecycle': 'Five stages',
  'framework.lifecycle.note':
    'How far the professional service reaches. Where it stops at building, the work is built and then unmanaged.',
  'framework.concerns': 'Three concerns',
  'framework.concerns.note':
    'What to watch. Listed are the cases whose sources say something of it; the others say nothing.',
  'framework.cases': '{count, plural, one {# case} other {# cases}}',
  'framework.in-library': 'Show in the library',
  'framework.more': '{count, plural, one {# more} other {# more}}',
} as const satisfies Record<keyof typeof zh, string>;
