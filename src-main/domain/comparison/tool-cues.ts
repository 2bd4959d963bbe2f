import type { CaseFrontMatter } from '#contract/case.ts';
import type { Language } from '#contract/ids.ts';

type Tool = Extract<CaseFrontMatter['tools'], readonly unknown[]>[number];

/** Words by which a sentence shows a tool in use. */
export const toolCues: Readonly<Record<Tool, Readonly<Record<Language, RegExp>>>> = {
  'resident-survey': {
    zh: /问卷|调查|走访|访谈|征求民意|征询|入户|摸底|走遍|听取/,
    en: /survey|questionnaire|interview|consult|door to door|walked|visits/i,
  },
  'community-checkup': { zh: /体检|评估|诊断|普查/, en: /check-up|diagnos|assess|audit/i },
  'participatory-design': {
    zh: /参与式|工作坊|画方案|一起设计|共同设计|讨论方案|方案.{0,10}居民|居民.{0,16}方案/,
    en: /participatory|workshop|design(?:ed)? together|co-design|schemes?.{0,40}resident|resident.{0,40}scheme/i,
  },
  'deliberation-rules': {
    zh: /议事|协商|公约|章程|规则|讨论会|商量/,
    en: /deliberat|pact|charter|rules|council|talks|discuss/i,
  },
  'community-garden': { zh: /花园|菜园|种植|苗木/, en: /garden|planting|plots/i },
  competition: {
    zh: /竞赛|大赛|设计节|征集|评选|比赛|海选/,
    en: /competition|contest|call for|design festival|entries/i,
  },
  'micro-grant': { zh: /创投|微基金|小额|资助|扶持资金/, en: /grant|seed fund|small sums/i },
  'digital-platform': {
    zh: /平台|数字|小程序|线上|数据|系统|大数据|网络/,
    en: /platform|digital|online|data|app\b|web/i,
  },
  'ar-vr': { zh: /增强现实|虚拟现实|AR|VR|三维/, en: /augmented|virtual|\bAR\b|\bVR\b/ },
  'annual-review': {
    zh: /年度|考核|总结会|年终|评优|表彰|述职/,
    en: /annual|yearly|apprais|review|award/i,
  },
  'planner-forum': { zh: /论坛|沙龙|交流会|讲堂|研讨/, en: /forum|salon|exchange|seminar/i },
  toolkit: { zh: /工具箱|工具包|手册|导则|指南|图则/, en: /toolkit|tool kit|handbook|manual|guide/i },
  'pilot-project': { zh: /试点|示范|试验|先行|样板/, en: /pilot|demonstration|trial|experiment/i },
  'participatory-budget': { zh: /参与式预算|预算/, en: /budget/i },
};
