import type { Bilingual, Language } from '#contract/ids.ts';

/** A kind of condition that cases state for doing the like elsewhere. */
export interface ConditionKind {
  readonly id: string;
  readonly name: Bilingual;
  readonly cues: Readonly<Record<Language, RegExp>>;
}

// What conditions speak of, told by their words. A condition may be of several kinds; the kinds only say which
// conditions are alike enough to be shown for one another.
const kinds: readonly ConditionKind[] = [
  {
    id: 'ask-first',
    name: { zh: '先问再做', en: 'ask before acting' },
    cues: {
      zh: /先(?:问|听|摸|弄清|由居民|由社区|普查|定保|做全城|用设计研究)|需求|征询|诊断|去留|提出要改/,
      en: /\b(?:ask|needs?|listen|survey|diagnos|consult|residents say|find out)/i,
    },
  },
  {
    id: 'start-small',
    name: { zh: '先小试', en: 'start small' },
    cues: {
      zh: /试点|先用.*试|先做便宜|低成本|便宜|可拆|临时|可移动|小尺度|低造价|小行动|小规模|不大的|旧设施下手|先用.*布置/,
      en: /\b(?:pilot|trial|try|cheap|low[- ]cost|temporary|movable|small|modest)/i,
    },
  },
  {
    id: 'rules',
    name: { zh: '写进规则', en: 'written into rules' },
    cues: {
      zh: /条例|法制|法定|法规|法律|章程|写明|写进|写入|成文|写到长期|规定|政策里|地方制度|制度结构|公约|合同|许可|修编|导则|授权|联合发文|程序|清单/,
      en: /\b(?:statut|law|legal|bylaw|regulation|rules?|written|written into|policy|system of|pact|contract|permit|guideline|mandate|authoris|procedure|task list|checklist)/i,
    },
  },
  {
    id: 'money',
    name: { zh: '钱有着落', en: 'money secured' },
    cues: {
      zh: /资金|付费|收费|资本|出一份|基金|投资|价格|经费|补贴|收益|钱/,
      en: /\b(?:money|fund|funds|funding|pay|paid|fee|capital|invest|price|budget|cost|grant|subsid|surplus)/i,
    },
  },
  {
    id: 'organised-residents',
    name: { zh: '居民有组织', en: 'organised residents' },
    cues: {
      zh: /议事|协会|联盟|小组|理事|委员会|信托|业主|自治|社区网络|居民从|居民自己|居民组|组织/,
      en: /\b(?:council|association|alliance|group|board|committee|trust|organis|residents' |self-help|coalition)/i,
    },
  },
  {
    id: 'professionals',
    name: { zh: '专业力量到位', en: 'professionals at hand' },
    cues: {
      zh: /规划师|总师|专家|团队|专业|高校|设计师|设计者|顾问|驻/,
      en: /\b(?:planner|architect|expert|team|professional|universit|designer|adviser|advisor|on site|station)/i,
    },
  },
  {
    id: 'departments',
    name: { zh: '部门衔接', en: 'departments joined up' },
    cues: {
      zh: /部门|联合发文|统一窗口|窗口|纵向|横向|衔接|对接|接口|协调|体系|主管机构|市长|政治支持|伙伴|分工|分给|街道给出|平台|办公室/,
      en: /\b(?:department|joint|single window|window|vertical|horizontal|link|coordinat|mayor|political|partner|divid|share out)/i,
    },
  },
  {
    id: 'running',
    name: { zh: '建成后有人管', en: 'run after it is built' },
    cues: {
      zh: /运营|养护|维护|运维|物业|后期管理|退出|持续的|长期|期满|跟踪|做到成|以后|交还/,
      en: /\b(?:operat|run|running|maint|upkeep|manage|exit|lasting|long[- ]term|continu|follow up|tracking|hand back)/i,
    },
  },
  {
    id: 'review',
    name: { zh: '有评估和记录', en: 'reviewed and recorded' },
    cues: {
      zh: /评估|考核|评分|测评|监测|传感|评审|审查|指标|履职|记录|公示|立档/,
      en: /\b(?:evaluat|review|assess|score|scoring|monitor|sens(?:or|ing)|indicator|record|measure|file)/i,
    },
  },
  {
    id: 'open-choice',
    name: { zh: '公开征集和挑选', en: 'open call and choice' },
    cues: {
      zh: /征集|竞赛|路演|公开|选定|互相选择|直播|投票|公投|展厅|现场|自选/,
      en: /\b(?:open call|call for|competition|roadshow|road show|public|choose|choice|broadcast|vote|referend|display|on the spot)/i,
    },
  },
  {
    id: 'keep-people',
    name: { zh: '留住人和营生', en: 'keep people and trades' },
    cues: {
      zh: /留住|老字号|生意|生计|原铺|产权|所有权|尊重|外流|土地|公共住房|遗存|记忆/,
      en: /\b(?:keep|stay|old shops?|trade|livelihood|own(?:er)?ship|tenure|respect|land|heritage|memory|residents remain)/i,
    },
  },
  {
    id: 'learning',
    name: { zh: '培训和学习', en: 'training and learning' },
    cues: {
      zh: /培训|教育|辅导|孵化|知识|志愿|互通经验|试点经验|本地人|手册|学习|换位/,
      en: /\b(?:train|educat|mentor|incubat|knowledge|volunteer|experience|local people|manual|learn)/i,
    },
  },
  {
    id: 'one-chain',
    name: { zh: '几件事一并做', en: 'done together' },
    cues: {
      zh: /一起(?:做|处理|管|改进)|一并|连成|相接|相扣|串成|同时|兼顾|一圈|全程|接到|接起来/,
      en: /\b(?:together|at once|joined|linked|chain|string|loop|as one|combined|along with)/i,
    },
  },
  {
    id: 'events',
    name: { zh: '借活动起步', en: 'begin with an event' },
    cues: { zh: /活动|市集|大型|徒步/, en: /\b(?:event|festival|market|walk)/i },
  },
  {
    id: 'by-place',
    name: { zh: '因地分类', en: 'fitted to the place' },
    cues: {
      zh: /类型|定制|按自己|按区域|片区|不套|不照搬|本区|特点|分级|分期|协作路径|范围/,
      en: /\b(?:type|tailor|own model|by area|district|not copy|characteristic|tier|phase|zone|path)/i,
    },
  },
];

/** The kinds of a condition, told by its Chinese where it has any, else by its English. */
export function kindsOf({ zh, en }: Bilingual): readonly ConditionKind[] {
  const isChinese = /\p{Script=Han}/u.test(zh);
  return kinds.filter(({ cues }) => (isChinese ? cues.zh.test(zh) : cues.en.test(en)));
}
