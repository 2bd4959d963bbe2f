import type { SectionId } from '#contract/case.ts';
import type { Language } from '#contract/ids.ts';
import type { RowId } from '#contract/rows.ts';

/**
 * What makes a sentence of a case fit a row: the sections to look in, a cue that it must have, and cues
 * that raise it. Weights are steps of one: a section's own weight decides between equals, two cues outweigh
 * a section.
 */
export interface SentenceRule {
  readonly sections: Partial<Record<SectionId, number>>;
  readonly needs?: Readonly<Record<Language, RegExp>>;
  readonly raises: Readonly<Record<Language, readonly Weighed[]>>;
  /** Points that the cues alone must bring: a cell left 未说明 misleads less than one filled by chance. */
  readonly least?: number;
  /** An uncited sentence that says so much means that the case is silent on the row. */
  readonly silence?: Readonly<Record<Language, RegExp>>;
}

type Weighed = readonly [RegExp, number];

/** What speaks against a sentence in every row: another place, a general appeal, words that point backwards. */
export const doubts: Readonly<Record<Language, readonly Weighed[]>> = {
  zh: [
    [/^(?:同类|同城|全市的?背景|[^，。]{0,4}背景：|更早|前身|类似)|无直接关系|不专指|没有单列|都不是/, -9],
    [/整类|各地社区更新|综论.{0,6}(?:提醒|要求)|文章(?:提醒|要求)|其他城市|全国研究/, -3],
    [/^(?:该|它|他们|这|那|其|此|后者|前者|两者|同一|同样|上述|他|她|另一|另有|接着|随后)/, -1.5],
    [/口径|说法不|写法|待核/, -1],
  ],
  en: [
    [
      /^(?:Elsewhere|Similarly|Background|City-wide background|By comparison)|no direct (?:link|relation)/i,
      -4,
    ],
    [/practice of this kind|in general|such practice|other cities/i, -3],
    [/^(?:It|They|This|That|These|Those|He|She|The latter|The former|Another|The same|Next|Then)\b/, -1.5],
    [/accounts differ|versions/i, -1],
  ],
};

const count = {
  zh: /\d[\d.,]*\s*(?:多|余|万)*\s*(?:人(?!居)|名|位|户|支|家|个团队|组|人次|份问卷)/,
  en: /\d[\d.,]*(?: or so| and more)? (?:people|planners|designers|architects|households|families|residents|teams|members|students|experts|participants|volunteers|groups|units)/i,
};
const anyNumber = { zh: /\d/, en: /\d/ };

export const problemRule: SentenceRule = {
  sections: { background: 3 },
  needs: {
    zh: /没有|缺|不足(?![\d约])|难|乱|旧|破|矛盾|问题|差|闲置|荒|老龄|堵|失管|没人|无人|冲突|流失|拥挤|脱节|断层|滞后|单一|不满|少有|不均|压力|分散|垃圾/,
    en: /\black|short|not enough|hard\b|difficult|chaotic|old\b|shabby|conflict|problem|poor|idle|waste|ageing|crowded|gap|decay|neglect|nobody|no one|rubbish|pressure|scarce|without|weak|dissatisf|barrier/i,
  },
  raises: {
    zh: [
      [anyNumber.zh, 1],
      [/居民|住户|村民|街道|社区|市民|老人/, 1],
      [/问题|矛盾|症结|难处|难题|毛病|短板|当时/, 2],
      [/参照|写法|没有来源|目标年|研究说/, -4],
    ],
    en: [
      [anyNumber.en, 1],
      [/resident|subdistrict|community|villager|older/i, 1],
      [/problem|conflict|trouble|difficult|lack|short/i, 2],
      [/for comparison|versions|target year/i, -4],
    ],
  },
};

export const goalRule: SentenceRule = {
  sections: { background: 3, summary: 1, process: 1 },
  needs: {
    zh: /目标|目的|希望|为了|旨在|意在|要求|提出|以便|用来|主张|宗旨|打算|要把|放在首位|想让|期望|任务是/,
    en: /\baims?\b|aimed|goal|purpose|in order to|so that|called for|calls for|requires?\b|proposed|intend|meant to|wants? to|hopes?\b|seeks? to|set out to|puts .{0,40}first/i,
  },
  raises: {
    zh: [[/目标|旨在|为了|意在|希望/, 2]],
    en: [[/\baim|goal|purpose|in order to|intend/i, 2]],
  },
};

export const turningRule: SentenceRule = {
  sections: { process: 3, limits: 2, background: 1, results: 1 },
  needs: {
    zh: /停工|停下|被迫|否决|推翻|重做|重新做|反悔|不满意|僵|搁置|中断|叫停|谈了约|卡住|差点|改主意/,
    en: /halt|forced to stop|veto|reject|redo|redrawn|start(?:ed)? again|changed their minds|dissatisf|stall|shelv|broke off/i,
  },
  raises: { zh: [[/\d/, 1]], en: [[/\d/, 1]] },
};

/** Rules of the rows whose draft is found among the sentences of the case. */
export const sentenceRules = {
  'place-scale': {
    sections: { 'space-service': 3, background: 3, summary: 2, roles: 1, results: 0 },
    needs: {
      zh: /\d[\d.,]*\s*(?:多|余|万)*\s*(?:平方公里|公顷|平方米|亩|户|万人|人口|人[。，；]|个(?:街道|社区|村|镇|乡镇|区县|区[，。；、]|片区|街镇)|栋)/,
      en: /\d[\d.,]*(?: million)? (?:square (?:kilomet|met)|hectares|households|residents|inhabitants|people|subdistricts|communities|villages|townships|districts|buildings)/i,
    },
    raises: {
      zh: [
        [/面积|占地|常住|人口|覆盖|辖|整块地/, 2],
        [/平方公里|公顷|户|万人/, 1],
        [/改造|花园|建成|食堂|广场/, -1],
      ],
      en: [
        [/area|covers?|population|extends|spread/i, 2],
        [/square kilomet|hectare|household/i, 1],
        [/renew|garden|completed|canteen|square\b(?! (?:k|m))/i, -1],
      ],
    },
  },
  mandate: {
    sections: { roles: 3, background: 2, process: 2, summary: 1, 'space-service': 0 },
    needs: {
      zh: /条例|(?:实施|管理|试行|暂行|工作)办法|办法（试行）|办法》|(?:指导|实施|若干)意见|细则|《[^》]*(?:法|方案|规划|纲要|规定|导则)[^》]*》|法律|立法|法定|依据是|的依据|授权|合同|协议|签约|聘书|受聘|聘期|公投|发文|文号|印发|制发|总体规划.{0,10}(?:提出|要求|写)/,
      en: /regulations?\b|measures|guidance|guidelines?|\bAct\b|\blaw\b|statut|mandate|authoris|contract|agreement|\bsigned?\b|ordinance|decree|plan (?:requires|called for)|right to/i,
    },
    raises: {
      zh: [
        [/条例|办法|细则|意见|《[^》]*(?:法|方案|规划)[^》]*》|协议|授权/, 2],
        [/聘|签|授权|写进|写入|权利/, 1],
        [/(?:19|20)\d\d/, 1],
      ],
      en: [
        [/regulation|measures|\bAct\b|ordinance|agreement|authoris/i, 2],
        [/appoint|sign|right/i, 1],
        [/(?:19|20)\d\d/, 1],
      ],
    },
    silence: { zh: /依据|文件|合同|聘任|授权/, en: /mandate|contract|document|appointment|legal basis/i },
  },
  'professional-input': {
    sections: { roles: 3, process: 2, summary: 1, results: 0 },
    needs: {
      zh: /规划师|设计师|建筑师|规划院|设计院|团队|师生|高校|大学|专家|导师|教授/,
      en: /planner|designer|architect|institute|team|universit|students?\b|expert|mentor|professor/i,
    },
    raises: {
      zh: [
        [
          /\d+\s*(?:余|多)?(?:名|位|支|个|家)[^，。；]{0,8}(?:规划师|设计师|团队|专家|建筑师|学者|导师|本地人)|(?:规划师|设计师|团队|专家|导师)[^，。；]{0,14}\d+\s*(?:余|多)?(?:名|位|支|家|人)/,
          3,
        ],
        [/驻|陪伴|每周|每月|每季|蹲点|长期|聘期|同一支/, 2],
        [/专业有|学科|社会学|建筑学|风景园林|社会工作|出身|资格/, 2],
        [/承担|任|担任|设计和/, 1],
        [/参观|参赛|评估|研究由/, -3],
      ],
      en: [
        [/\d+ (?:\w+ )?(?:planners|designers|teams|experts|architects|scholars|mentors)/i, 3],
        [/on site|stationed|weekly|monthly|long-term|term of|the same team/i, 2],
        [/sociolog|disciplin|landscape|social work|background in|qualif/i, 2],
        [/serves? as|carries|carried/i, 1],
        [/visit|entrants|evaluat/i, -3],
      ],
    },
    least: 1,
  },
  participants: {
    sections: { process: 3, roles: 1, 'space-service': 1, results: 1, summary: 0 },
    needs: {
      zh: /(?:居民|村民|市民|公众|家庭|住户|业主|志愿者|商户|学生|儿童|孩子|老人|众创组|参赛|原住)/,
      en: /resident|villager|citizen|public\b|famil|household|owner|volunteer|shopkeeper|student|child|older|participant|entrant/i,
    },
    raises: {
      zh: [
        [count.zh, 3],
        [/报名|招募|征集|公开|邀请|请居民|推选|推荐|海选|抽/, 2],
        [/参加|参与|讨论|座谈|投票|问卷|一起|工作坊|画方案|挤进/, 2],
        [/常住|住着|户籍|未见|看不到/, -3],
      ],
      en: [
        [count.en, 3],
        [/recruit|appl(?:y|ied)|open call|invit|nominat|sign(?:ed)? up/i, 2],
        [/take part|took part|join|discuss|meeting|vote|survey|together|workshop/i, 2],
        [/live in|inhabit|registered population/i, -3],
      ],
    },
    least: 2,
  },
  process: {
    sections: { process: 3, summary: 0 },
    needs: {
      zh: /先.{1,40}(?:再|然后|接着|随后|最后|后)|次序|步骤|流程|程序|[三四五六]步|第一步|环节|阶段|从.{1,24}到.{0,24}(?:一路|都|跟|接|走)|依次/,
      en: /first.{1,120}(?:then|next|before|finally)|order (?:is|was)|\bsteps?\b|stages\b|procedure|from .{1,60} to |in turn/i,
    },
    raises: {
      zh: [
        [/次序|步骤|流程|[三四五六]步|依次|第一步/, 2],
        [/先.{1,40}(?:再|然后|接着|最后)|从.{1,24}到/, 2],
        [/再.{1,30}(?:再|最后|然后)|、.{1,12}、.{1,12}、/, 1],
      ],
      en: [
        [/order|steps|procedure/i, 2],
        [/first.{1,120}then|from .{1,60} to /i, 2],
        [/then.{1,80}(?:then|finally)|,.{1,40},.{1,40}(?:,|and)/i, 1],
      ],
    },
    least: 2,
  },
  'decision-rule': {
    sections: { process: 3, roles: 2, results: 2, 'space-service': 1, transfers: 0, summary: 0 },
    needs: {
      zh: /投票|表决|票决|公投|过半|三分之二|评审|打分|票选|拍板|拿主意|决定权|选定|选出.{0,12}(?:方案|试点|处)|从中选|评选|同意率|协商一致|否决|敲定|最后定|由(?:居民|住户|业主|村民|街道|专家|市府|社区|区里|评审|公众).{0,12}(?:定|选|决)|用哪一家|居民(?:自己)?决定|征得.{0,8}同意|大会/,
      en: /\bvot(?:e|ed|es|ing)\b|majority|jury|panel|residents? (?:decid|chose|choose)|scor(?:e|ed|ing)|consensus|veto|referendum|ballot|consent|shortlist|selected (?:by|from)|chosen by|final say/i,
    },
    raises: {
      zh: [
        [/投票|表决|票决|公投|过半|三分之二|打分|票选|用哪一家/, 3],
        [/评审|选定|拍板|拿主意|由(?:居民|住户|业主|街道).{0,12}(?:定|选)/, 3],
        [/居民|业主|村民|专家|街道|公众/, 1],
        [/会同|保护规划已/, -3],
      ],
      en: [
        [/\bvot(?:e|ed|es|ing)\b|majority|ballot|scor|referendum/i, 3],
        [/jury|panel|residents? (?:decid|cho)|veto/i, 3],
        [/resident|owner|villager|expert|subdistrict|public/i, 1],
      ],
    },
    least: 3,
    silence: { zh: /怎样决定|谁决定|谁来定|怎么定|投票|评审/, en: /who decid|how .{0,40}decid|vote|jury/i },
  },
  linkage: {
    sections: { roles: 3, process: 3, background: 0, results: 0 },
    needs: {
      zh: /上位|各部门|个部门|等部门|联席|联动|跨部门|跨专业|统筹|上下|横向|纵向|条块|衔接|对接|协作平台|牵头.{0,30}(?:一起|共同|连同)/,
      en: /departments\b|joint (?:meeting|conference|office)|coordinat|higher plan|levels of|links?\b|liaison|cross-/i,
    },
    raises: {
      zh: [[/联席|联动|统筹|衔接|跨|上位|部门/, 2]],
      en: [[/joint|coordinat|link|cross-|department/i, 2]],
    },
    least: 2,
  },
  'incentive-review': {
    sections: { roles: 3, process: 3, results: 1, limits: 0, summary: 0 },
    needs: {
      zh: /考核|评优|表彰|报酬|薪酬|年薪|津贴|工资|聘期|续聘|解聘|奖金|述职|年度(?:评|考|总结|述)|每年评估|绩效考|退出机制|公益身份|无偿|履职/,
      en: /apprais|award(?:s|ed)?\b|commend|\bpaid\b|salary|pay\b|allowance|term of|years’ term|bonus|annual (?:review|appraisal|evaluation)|evaluated (?:every|each) year|performance review|unpaid|pro bono|dismiss/i,
    },
    raises: {
      zh: [
        [/考核|年度|每年|聘期|续聘|津贴|薪|报酬|表彰/, 2],
        [/规划师|设计师|团队/, 1],
        [/获奖|公共服务奖/, -3],
      ],
      en: [
        [/apprais|annual|every year|term|allowance|salary|paid|commend/i, 2],
        [/planner|designer|team/i, 1],
        [/won|prize/i, -3],
      ],
    },
    least: 2,
    silence: {
      zh: /报酬|薪|考核|激励|聘期|酬劳/,
      en: /\bpay\b|salary|apprais|incentive|terms? of contract/i,
    },
  },
  outputs: {
    sections: { 'space-service': 3, results: 2, process: 1 },
    needs: {
      zh: /建成|建了|建起|改造|完成|改成|做成|新增|新建|增设|开放|落成|铺|栽|植|修缮|覆盖|落地|设了|办了|交付|编成|走出图纸|登记|入围|收到|收集/,
      en: /built|renew|complet|turned into|became|added|opened|laid|planted|repaired|covers?|deliver|set up|published|produced|restor|received|shortlisted|collected/i,
    },
    raises: {
      zh: [
        [/\d[\d.,]*\s*(?:多|余|万)*\s*(?:处|个|项|平方米|栋|公里|座|条|片|份|件|户|部|组)/, 3],
        [/建成|完成|落地|改成|落成|交付|新建|新增|做成/, 2],
        [/广场|花园|公园|食堂|车棚|步道|座椅|设施|驿站|中心|墙|绿|街|楼|院/, 1],
        [/计划|打算|目标|定于/, -2],
        [/评估|研究|签约|团队由/, -2],
      ],
      en: [
        [
          /\d[\d.,]* (?:\w+ )?(?:sites|places|projects|items|tasks|square|buildings|kilomet|streets|schemes|proposals|households|lifts|communities|parks)/i,
          3,
        ],
        [/built|complet|deliver|became|opened|added/i, 2],
        [/square\b|garden|park|canteen|path|seat|facilit|station|centre|wall|green|street/i, 1],
        [/plans? to|aims? to|target/i, -2],
        [/evaluat|stud(?:y|ied)/i, -2],
      ],
    },
    least: 2,
  },
  'outcomes-who': {
    sections: { results: 3 },
    raises: {
      zh: [
        [/%|百分|收缴率|满意|获得感|投诉|下降|上升|减少|增长|缩短|变短/, 3],
        [/居民|村民|老人|孩子|商户|受益|使用/, 2],
        [/改善|提升|好转|活跃|变/, 1],
        [/参观|获奖|报道说|写进|列为|直播|签约|覆盖率|计划|目标/, -2],
      ],
      en: [
        [/per cent|satisf|complain|fell|rose|decrease|grew|shorter/i, 3],
        [/resident|villager|older|child|shopkeeper|benefi|use/i, 2],
        [/improv|better|livel|chang/i, 1],
        [/visit|prize|award|listed|broadcast|coverage|target/i, -2],
      ],
    },
  },
  'capacity-left': {
    sections: { results: 3, process: 2, 'space-service': 1, roles: 1 },
    needs: {
      zh: /协会|自管|公约|章程|议事会|小院管家|基金会|维护基金|自治|自组织|志愿队|社团|合作社|理事会|联盟|留下|接手|孵化|接过|手册|培养|受过.{0,12}培训|居民自己组/,
      en: /association|self-manag|pact\b|charter|steward|foundation|upkeep fund|self-govern|volunteer team|left behind|took over|incubat|co-operative|council|alliance|handbook|trained/i,
    },
    raises: {
      zh: [
        [/自组织|自己组|协会|自管|公约|孵化|留下|接过|培养|管家/, 2],
        [/居民|志愿|村民|商户/, 1],
        [/起诉|反对|解散|停办|高校|规划院/, -3],
      ],
      en: [
        [/association|pact|self-|incubat|left|took over|train|steward/i, 2],
        [/resident|volunteer|villager|trader/i, 1],
        [/sued|oppos|dissolv|universit/i, -3],
      ],
    },
    least: 2,
  },
  upkeep: {
    sections: { process: 2, 'space-service': 2, results: 2, limits: 1, roles: 2, transfers: 0, summary: 0 },
    needs: {
      zh: /维护(?!人)|养护|运维|管护|物业|日常管理|日常运营|后期管理|长效管理|管理费|维修|失管|接管|打理|看护|运营由|由.{1,14}运营|运营上|依赖政府经费/,
      en: /upkeep|maint(?:ain(?:s|ed|ing)?|enance)\b|property manag|run by|daily running|look(?:s|ed)? after|unmanaged|take(?:s|n)? over|took over|repairs|caretak/i,
    },
    raises: {
      zh: [
        [/物业费|收缴|由.{1,14}(?:负责|管|养护|维护|接手|运营)|维护基金|每年|经费|收入来自/, 3],
        [/维护|养护|运维|管护|打理|日常/, 2],
        [/(?:改造|更新|动工)之?前|原来|从前|长期没人|制度.{0,20}维护|规划.{0,4}维护/, -4],
      ],
      en: [
        [/fees?\b|(?:run|managed|maintained|tended|operated) by|upkeep fund|every year|income comes/i, 3],
        [/upkeep|maintenance|looks? after|daily/i, 2],
        [/before (?:the )?(?:renewal|works)|formerly|used to/i, -4],
      ],
    },
    least: 2,
    silence: { zh: /养护|维护|运维|后期|由谁管|谁来管|运营/, en: /upkeep|maint|looks? after|who runs/i },
  },
  'disputes-limits': {
    sections: { limits: 3 },
    raises: {
      zh: [
        [/批评|质疑|认为|反对|争议|不满|指出|追问|发现/, 2],
        [/不足|局限|难|问题|未能|缺|紧张|风险|依赖/, 1],
      ],
      en: [
        [/critic|question|object|disput|finds?|argu|asks?/i, 2],
        [/limit|difficult|problem|fail|lack|tension|risk|rel(?:y|iance)/i, 1],
      ],
    },
  },
  transfer: {
    sections: { transfers: 3 },
    raises: { zh: [[/先|要|需|必须|前提|条件/, 1]], en: [[/must|need|first|condition|depend/i, 1]] },
  },
} as const satisfies Partial<Record<RowId, SentenceRule>>;
