/** Words of the framework page; the words of the framework itself are in the vocabulary. */
export const framework = {
  'framework.title': '这个库按什么归类',
  'framework.lead':
    '每个案例都放在同一副框架里看：专业人员站在哪里，回应了什么难处，做了哪几种创新，服务到了哪一步，有什么要当心。框架来自下面这篇文章，解释是我们自己写的。',
  'framework.source': '来源：{source}',
  'framework.what': '这个词是什么意思',
  'framework.type': '四种类型',
  'framework.type.note': '看专业人员站在哪里，一个案例只归一种。',
  'framework.challenges': '三类挑战',
  'framework.challenges.note': '案例回应的难处，可以不止一类。',
  'framework.dimensions': '八个创新维度',
  'framework.dimensions.note': '案例做了什么，每一项都指得出正文里的一句话。',
  'framework.lifecycle': '五个阶段',
  'framework.lifecycle.note': '专业服务到了哪几步。停在建设，就是“建管断链”。',
  'framework.concerns': '三个关注点',
  'framework.concerns.note': '有什么要当心。下面列的是来源说到了这一点的案例，其余的没有说。',
  'framework.cases': '{count}个案例',
  'framework.in-library': '在库里看',
  'framework.more': '还有{count}个',
} as const;
