// Generated from cases/vocabulary.yaml by build/generate-vocabulary.mjs. Do not edit.
export const vocabulary = {
  "type": [
    {
      "id": "plan-coordination",
      "zh": "规划统筹型",
      "en": "Plan coordination",
      "short": {
        "zh": "规划统筹",
        "en": "Plan coordination"
      },
      "define": {
        "zh": "在区县和街镇一级把关技术、推进实施、监督评估，让上位规划接得上地方落地。",
        "en": "Works at district and subdistrict level as a technical gatekeeper who reviews, pushes delivery and evaluates, joining the higher plan to local work."
      }
    },
    {
      "id": "community-engagement",
      "zh": "社区协动型",
      "en": "Community engagement",
      "short": {
        "zh": "社区协动",
        "en": "Community engagement"
      },
      "define": {
        "zh": "扎根街镇和村社，动员居民、摸清需求、组织商量、监督落实，很少自己动手设计施工。",
        "en": "Rooted in the subdistrict and the community as mobiliser and organiser of surveys, talks and oversight; seldom designs or builds."
      }
    },
    {
      "id": "project",
      "zh": "项目介入型",
      "en": "Project",
      "short": {
        "zh": "项目介入",
        "en": "Project"
      },
      "define": {
        "zh": "由接续的项目带着团队长期驻在一处，补碎片化更新的缺，也补居民能力的差距。",
        "en": "A long-term team on the ground, carried by one project after another, mending piecemeal renewal and the gap to residents' capacity."
      }
    },
    {
      "id": "event-driven",
      "zh": "事件参与型",
      "en": "Event-driven",
      "short": {
        "zh": "事件参与",
        "en": "Event-driven"
      },
      "define": {
        "zh": "以竞赛、公益创投等公共事件为引子，团队和社区互相选择，从事件走到实施再走到能力。",
        "en": "A public event such as a competition or a micro-grant call is the catalyst; teams and communities choose each other, and the event leads to delivery and then to capacity."
      }
    }
  ],
  "challenges": [
    {
      "id": "demand-change",
      "zh": "需求深刻变化",
      "en": "Shifting demand",
      "define": {
        "zh": "居民流动、老龄、多样，有限的空间要装下许多用途；产权零碎，谈拢很慢；只靠财政撑不久。",
        "en": "Residents are mobile, ageing and diverse; limited space must serve many uses; fragmented ownership makes agreement slow; public money alone does not last."
      }
    },
    {
      "id": "institutional-supply",
      "zh": "制度供给不足",
      "en": "Institutional shortfall",
      "define": {
        "zh": "重建设轻管理，参与来得晚又流于形式，缺全周期的框架、资金和驻地服务。",
        "en": "Build first and manage later; participation late and formal; no whole-life framework, fund or on-site service."
      }
    },
    {
      "id": "implementation-gap",
      "zh": "规划实施断层",
      "en": "Implementation gap",
      "define": {
        "zh": "责任往下压、权限往上收，刚性的技术规则碰上变动的需求，部门各管一段。",
        "en": "Duty goes down while power stays up; rigid technical rules meet moving needs; departments work in silos."
      }
    }
  ],
  "dimensions": [
    {
      "id": "value.needs",
      "group": "value",
      "zh": "需求响应精准化",
      "en": "Precise response to needs",
      "define": {
        "zh": "先摸清谁要什么，再决定做什么。",
        "en": "Finds out who needs what before deciding what to do."
      }
    },
    {
      "id": "value.rights",
      "group": "value",
      "zh": "空间权利实质化",
      "en": "Substantive spatial rights",
      "define": {
        "zh": "居民对身边空间有看得见的决定权或使用权。",
        "en": "Residents gain a real say in, or use of, the space around them."
      }
    },
    {
      "id": "value.capacity",
      "group": "value",
      "zh": "主体能力长效化",
      "en": "Lasting civic capacity",
      "define": {
        "zh": "人走了以后，组织、规则和本事还留在当地。",
        "en": "Organisation, rules and skills stay after the team has gone."
      }
    },
    {
      "id": "institution.linkage",
      "group": "institution",
      "zh": "纵贯横联协同",
      "en": "Vertical and horizontal linkage",
      "define": {
        "zh": "上下级接得上，部门和专业之间说得通。",
        "en": "Levels of government connect, and departments and disciplines work across."
      }
    },
    {
      "id": "institution.lifecycle",
      "group": "institution",
      "zh": "全周期服务",
      "en": "Whole-life service",
      "define": {
        "zh": "从策划一直陪到运营维护，不在竣工处断开。",
        "en": "Service runs from inception to upkeep and does not stop at completion."
      }
    },
    {
      "id": "quality.place",
      "group": "quality",
      "zh": "场所精微营造",
      "en": "Fine-grained place-making",
      "define": {
        "zh": "在小尺度上把一处地方做细做好用。",
        "en": "Small places made careful and usable."
      }
    },
    {
      "id": "quality.digital",
      "group": "quality",
      "zh": "数字精准赋能",
      "en": "Digital precision",
      "define": {
        "zh": "用数据和数字工具看清问题、开放参与。",
        "en": "Data and digital tools make problems visible and open up participation."
      }
    },
    {
      "id": "quality.culture",
      "group": "quality",
      "zh": "文化活态传承",
      "en": "Living culture",
      "define": {
        "zh": "让历史和日常生活一起留在原地继续用。",
        "en": "Heritage stays in use together with everyday life."
      }
    }
  ],
  "dimensionGroups": [
    {
      "id": "value",
      "zh": "价值重构",
      "en": "Value"
    },
    {
      "id": "institution",
      "zh": "制度创新",
      "en": "Institution"
    },
    {
      "id": "quality",
      "zh": "品质提升",
      "en": "Quality"
    }
  ],
  "lifecycle": [
    {
      "id": "inception",
      "zh": "策划",
      "en": "Inception",
      "define": {
        "zh": "感知需求、提出任务。",
        "en": "Needs are sensed and the task is set."
      }
    },
    {
      "id": "plan",
      "zh": "规划",
      "en": "Plan",
      "define": {
        "zh": "共同制定方案。",
        "en": "The scheme is made together."
      }
    },
    {
      "id": "build",
      "zh": "建设",
      "en": "Build",
      "define": {
        "zh": "实施与监督。",
        "en": "Delivery and its oversight."
      }
    },
    {
      "id": "operate",
      "zh": "运营",
      "en": "Operate",
      "define": {
        "zh": "建成后的使用与经营。",
        "en": "Use and running after completion."
      }
    },
    {
      "id": "maintain",
      "zh": "维护",
      "en": "Maintain",
      "define": {
        "zh": "日常养护与反馈。",
        "en": "Upkeep and feedback."
      }
    }
  ],
  "concerns": [
    {
      "id": "role",
      "zh": "角色职能",
      "en": "Role",
      "define": {
        "zh": "专业人员是否独立，能否留下记录在案的异议。",
        "en": "Is the professional independent, with a right to object on record?"
      }
    },
    {
      "id": "capability",
      "zh": "能力建设",
      "en": "Capability",
      "define": {
        "zh": "培训、认证和跨专业的平台。",
        "en": "Training, certification and a cross-discipline platform."
      }
    },
    {
      "id": "sustainability",
      "zh": "可持续发展",
      "en": "Sustainability",
      "define": {
        "zh": "激励、按公共价值和获得感评估、不止一个资金来源。",
        "en": "Incentive, evaluation by public value and residents' sense of gain, and more than one source of money."
      }
    }
  ],
  "level": [
    {
      "id": "municipality",
      "zh": "市",
      "en": "Municipality"
    },
    {
      "id": "district",
      "zh": "区县",
      "en": "District"
    },
    {
      "id": "subdistrict",
      "zh": "街镇",
      "en": "Subdistrict"
    },
    {
      "id": "community",
      "zh": "社区/村",
      "en": "Community"
    },
    {
      "id": "site",
      "zh": "场地",
      "en": "Site"
    }
  ],
  "participation": [
    {
      "id": "inform",
      "zh": "告知",
      "en": "Inform"
    },
    {
      "id": "consult",
      "zh": "征询",
      "en": "Consult"
    },
    {
      "id": "involve",
      "zh": "吸纳",
      "en": "Involve"
    },
    {
      "id": "collaborate",
      "zh": "协作",
      "en": "Collaborate"
    },
    {
      "id": "empower",
      "zh": "赋权",
      "en": "Empower"
    }
  ],
  "role": [
    {
      "id": "government",
      "zh": "政府",
      "en": "Government"
    },
    {
      "id": "professional",
      "zh": "专业力量",
      "en": "Professionals"
    },
    {
      "id": "university",
      "zh": "高校",
      "en": "University"
    },
    {
      "id": "resident",
      "zh": "居民",
      "en": "Residents"
    },
    {
      "id": "social-organisation",
      "zh": "社会组织",
      "en": "Social organisation"
    },
    {
      "id": "enterprise",
      "zh": "企业",
      "en": "Enterprise"
    },
    {
      "id": "party-organisation",
      "zh": "党组织",
      "en": "Party organisation"
    }
  ],
  "space": [
    {
      "id": "old-neighbourhood",
      "zh": "老旧小区",
      "en": "Old neighbourhood"
    },
    {
      "id": "street",
      "zh": "街道",
      "en": "Street"
    },
    {
      "id": "historic-quarter",
      "zh": "历史街区",
      "en": "Historic quarter"
    },
    {
      "id": "public-space",
      "zh": "小微公共空间",
      "en": "Small public space"
    },
    {
      "id": "village",
      "zh": "村庄",
      "en": "Village"
    },
    {
      "id": "facility",
      "zh": "公共服务设施",
      "en": "Public facility"
    },
    {
      "id": "community-garden",
      "zh": "社区花园",
      "en": "Community garden"
    },
    {
      "id": "brownfield",
      "zh": "闲置空间",
      "en": "Idle space"
    },
    {
      "id": "informal-settlement",
      "zh": "非正规住区",
      "en": "Informal settlement"
    },
    {
      "id": "city-wide",
      "zh": "全域",
      "en": "City-wide"
    }
  ],
  "tools": [
    {
      "id": "resident-survey",
      "zh": "居民调查",
      "en": "Resident survey"
    },
    {
      "id": "community-checkup",
      "zh": "社区体检",
      "en": "Community check-up"
    },
    {
      "id": "participatory-design",
      "zh": "参与式设计",
      "en": "Participatory design"
    },
    {
      "id": "deliberation-rules",
      "zh": "议事规则",
      "en": "Deliberation rules"
    },
    {
      "id": "community-garden",
      "zh": "社区花园",
      "en": "Community garden"
    },
    {
      "id": "competition",
      "zh": "竞赛",
      "en": "Competition"
    },
    {
      "id": "micro-grant",
      "zh": "公益创投",
      "en": "Micro-grant"
    },
    {
      "id": "digital-platform",
      "zh": "数字平台",
      "en": "Digital platform"
    },
    {
      "id": "ar-vr",
      "zh": "增强与虚拟现实",
      "en": "AR and VR"
    },
    {
      "id": "annual-review",
      "zh": "年度评估",
      "en": "Annual review"
    },
    {
      "id": "planner-forum",
      "zh": "规划师论坛",
      "en": "Planner forum"
    },
    {
      "id": "toolkit",
      "zh": "工具箱",
      "en": "Toolkit"
    },
    {
      "id": "pilot-project",
      "zh": "试点项目",
      "en": "Pilot project"
    },
    {
      "id": "participatory-budget",
      "zh": "参与式预算",
      "en": "Participatory budget"
    }
  ],
  "funding": [
    {
      "id": "fiscal",
      "zh": "财政",
      "en": "Public budget"
    },
    {
      "id": "special-fund",
      "zh": "专项资金",
      "en": "Special fund"
    },
    {
      "id": "enterprise",
      "zh": "社会资本",
      "en": "Private capital"
    },
    {
      "id": "resident",
      "zh": "居民出资",
      "en": "Residents"
    },
    {
      "id": "foundation",
      "zh": "基金会",
      "en": "Foundation"
    },
    {
      "id": "international",
      "zh": "国际援助",
      "en": "International aid"
    }
  ],
  "status": [
    {
      "id": "ongoing",
      "zh": "在行",
      "en": "Ongoing"
    },
    {
      "id": "ended",
      "zh": "已结束",
      "en": "Ended"
    },
    {
      "id": "stopped",
      "zh": "中止",
      "en": "Stopped"
    },
    {
      "id": "failed",
      "zh": "失败",
      "en": "Failed"
    }
  ],
  "sourceKind": [
    {
      "id": "law",
      "zh": "法规",
      "en": "Law"
    },
    {
      "id": "plan",
      "zh": "规划文件",
      "en": "Plan"
    },
    {
      "id": "scholarly",
      "zh": "学术",
      "en": "Scholarly"
    },
    {
      "id": "official",
      "zh": "官方",
      "en": "Official"
    },
    {
      "id": "press",
      "zh": "报道",
      "en": "Press"
    },
    {
      "id": "promoter",
      "zh": "主办方",
      "en": "Promoter"
    }
  ],
  "nothing": [
    {
      "id": "not-stated",
      "zh": "未说明",
      "en": "Not stated",
      "define": {
        "zh": "读到的来源都没有说。",
        "en": "No source that was read says it."
      }
    },
    {
      "id": "not-applicable",
      "zh": "不适用",
      "en": "Not applicable",
      "define": {
        "zh": "这个问题在此不成立。",
        "en": "The question does not arise."
      }
    },
    {
      "id": "unknown",
      "zh": "未知",
      "en": "Unknown",
      "define": {
        "zh": "来源互相矛盾，说不定。",
        "en": "Sources conflict so that nothing can be said."
      }
    }
  ],
  "section": [
    {
      "id": "summary",
      "zh": "摘要",
      "en": "Summary"
    },
    {
      "id": "background",
      "zh": "背景与问题",
      "en": "Background",
      "short": {
        "zh": "背景",
        "en": "Background"
      }
    },
    {
      "id": "roles",
      "zh": "角色与组织",
      "en": "Roles",
      "short": {
        "zh": "角色",
        "en": "Roles"
      }
    },
    {
      "id": "process",
      "zh": "机制与流程",
      "en": "Process",
      "short": {
        "zh": "机制",
        "en": "Process"
      }
    },
    {
      "id": "space-service",
      "zh": "空间与服务",
      "en": "Space and service",
      "short": {
        "zh": "空间",
        "en": "Space"
      }
    },
    {
      "id": "results",
      "zh": "成效",
      "en": "Results"
    },
    {
      "id": "limits",
      "zh": "争议与局限",
      "en": "Limits and disputes",
      "short": {
        "zh": "局限",
        "en": "Limits"
      }
    },
    {
      "id": "transfers",
      "zh": "可迁移条件",
      "en": "What transfers",
      "short": {
        "zh": "迁移",
        "en": "Transfers"
      }
    },
    {
      "id": "questions",
      "zh": "讨论题",
      "en": "Questions",
      "short": {
        "zh": "讨论",
        "en": "Questions"
      }
    }
  ],
  "rowGroup": [
    {
      "id": "setting",
      "zh": "背景",
      "en": "Setting"
    },
    {
      "id": "people-power",
      "zh": "主体与权责",
      "en": "People and power"
    },
    {
      "id": "process",
      "zh": "过程",
      "en": "Process"
    },
    {
      "id": "means",
      "zh": "资源",
      "en": "Means"
    },
    {
      "id": "results",
      "zh": "成效",
      "en": "Results"
    }
  ],
  "row": [
    {
      "id": "position",
      "group": "setting",
      "zh": "专业力量定位",
      "en": "Professional's position",
      "define": {
        "zh": "四种类型里的哪一种，在哪一级，做了其中哪几项。",
        "en": "Which of the four types, at which level, doing which of its duties."
      }
    },
    {
      "id": "place-scale",
      "group": "setting",
      "zh": "地点与尺度",
      "en": "Place and scale",
      "define": {
        "zh": "在哪里，哪一级，多大、多少人。",
        "en": "Where, at which level, how large and how many people."
      }
    },
    {
      "id": "period-status",
      "group": "setting",
      "zh": "时段与状态",
      "en": "Period and status",
      "define": {
        "zh": "何时开始、试点、定规、铺开，还在不在。",
        "en": "Start, trial, rule-making, full cover; ended or ongoing."
      }
    },
    {
      "id": "problem-goal",
      "group": "setting",
      "zh": "问题与目标",
      "en": "Problem and goal",
      "define": {
        "zh": "原来哪里不好，谁说的；想达到什么。",
        "en": "What was wrong, in whose words; what was aimed at."
      }
    },
    {
      "id": "mandate",
      "group": "people-power",
      "zh": "制度依据与授权",
      "en": "Mandate",
      "define": {
        "zh": "凭哪部法规、规划、文件或合同。",
        "en": "The law, plan, rule or contract the role stands on."
      }
    },
    {
      "id": "initiator-lead",
      "group": "people-power",
      "zh": "发起与主导",
      "en": "Initiator and lead",
      "define": {
        "zh": "谁发起，谁拍板，谁负责。",
        "en": "Who started it, who decides, who answers for it."
      }
    },
    {
      "id": "actors-division",
      "group": "people-power",
      "zh": "主体与分工",
      "en": "Actors and division of work",
      "define": {
        "zh": "政府、专业、居民、企业、社会组织各做什么。",
        "en": "Government, professionals, residents, firms, associations: one verb each."
      }
    },
    {
      "id": "professional-input",
      "group": "people-power",
      "zh": "专业构成与投入",
      "en": "Professional input",
      "define": {
        "zh": "什么专业，多少人，怎么驻，几年。",
        "en": "Disciplines, number, presence on site, years."
      }
    },
    {
      "id": "independence",
      "group": "people-power",
      "zh": "专业独立性",
      "en": "Independence",
      "define": {
        "zh": "谁聘谁付；能不能提异议，记不记录。",
        "en": "Who hires and pays; may the professional object, and is it recorded."
      }
    },
    {
      "id": "participants",
      "group": "people-power",
      "zh": "参与者与招募",
      "en": "Participants and recruitment",
      "define": {
        "zh": "谁能参加，怎么找来的，来了多少。",
        "en": "Who could take part, who was sought out, how many came."
      }
    },
    {
      "id": "participation-rung",
      "group": "people-power",
      "zh": "参与程度",
      "en": "Degree of participation",
      "define": {
        "zh": "各阶段到了 IAP2 的哪一级。",
        "en": "Rung reached on the IAP2 Spectrum, stage by stage."
      }
    },
    {
      "id": "process",
      "group": "process",
      "zh": "流程与关键节点",
      "en": "Process and turning points",
      "define": {
        "zh": "按阶段的步骤；哪一步差点做不成。",
        "en": "Steps by stage; the moment it could have failed."
      }
    },
    {
      "id": "methods-tools",
      "group": "process",
      "zh": "方法与工具",
      "en": "Methods and tools",
      "define": {
        "zh": "实际用了什么，谁用，做什么用。",
        "en": "What was used, for what, by whom."
      }
    },
    {
      "id": "decision-rule",
      "group": "process",
      "zh": "决策规则",
      "en": "Decision rule",
      "define": {
        "zh": "几个方案之间怎么定下来。",
        "en": "How a choice among options was closed."
      }
    },
    {
      "id": "linkage",
      "group": "process",
      "zh": "纵横衔接",
      "en": "Linkage",
      "define": {
        "zh": "上下怎么接，左右怎么通，断在哪里。",
        "en": "One channel up, one sideways, and where it broke."
      }
    },
    {
      "id": "lifecycle-cover",
      "group": "process",
      "zh": "全周期覆盖",
      "en": "Life-cycle cover",
      "define": {
        "zh": "五个阶段里服务到了哪几个。",
        "en": "Which of the five stages the service covers."
      }
    },
    {
      "id": "funding",
      "group": "means",
      "zh": "资金来源与规模",
      "en": "Funding",
      "define": {
        "zh": "谁出、多少、哪年；建设和运维分开。",
        "en": "Source, amount, year; capital and running cost apart."
      }
    },
    {
      "id": "incentive-review",
      "group": "means",
      "zh": "激励与考核",
      "en": "Incentive and review",
      "define": {
        "zh": "怎么付酬，怎么考核，怎么续聘。",
        "en": "How work is paid, reviewed, renewed."
      }
    },
    {
      "id": "outputs",
      "group": "results",
      "zh": "空间与服务产出",
      "en": "Outputs",
      "define": {
        "zh": "做成了什么，数得出来。",
        "en": "What was built or delivered, counted."
      }
    },
    {
      "id": "outcomes-who",
      "group": "results",
      "zh": "成效与受益者",
      "en": "Outcomes and who gained",
      "define": {
        "zh": "有什么变化，谁得益，谁付代价。",
        "en": "Change, measured or told, for whom; who bore the cost."
      }
    },
    {
      "id": "capacity-left",
      "group": "results",
      "zh": "能力沉淀",
      "en": "Capacity left behind",
      "define": {
        "zh": "留下了哪些规则、队伍、本事。",
        "en": "Rules, teams, skills, associations that remain."
      }
    },
    {
      "id": "upkeep",
      "group": "results",
      "zh": "长效运维",
      "en": "Upkeep",
      "define": {
        "zh": "现在谁管、谁付钱。",
        "en": "Who runs and pays for it now."
      }
    },
    {
      "id": "disputes-limits",
      "group": "results",
      "zh": "争议与局限",
      "en": "Disputes and limits",
      "define": {
        "zh": "哪里没做好，谁反对，评论怎么说。",
        "en": "What went wrong, who objected, what critics say."
      }
    },
    {
      "id": "transfer",
      "group": "results",
      "zh": "可迁移条件",
      "en": "Conditions for transfer",
      "define": {
        "zh": "别处要有什么才做得成；已经传到哪里。",
        "en": "What must be true elsewhere; where it already spread."
      }
    },
    {
      "id": "evidence",
      "group": "results",
      "zh": "证据强度",
      "en": "Strength of evidence",
      "define": {
        "zh": "算出来的：几个独立来源，哪几种，多少句有引。",
        "en": "Computed: independent sources, kinds, share of cited sentences."
      }
    }
  ],
  "preset": [
    {
      "id": "meeting",
      "zh": "会前",
      "en": "Meeting",
      "rows": [
        "position",
        "problem-goal",
        "initiator-lead",
        "funding",
        "participation-rung",
        "outputs",
        "upkeep",
        "transfer"
      ]
    },
    {
      "id": "mechanism",
      "zh": "机制设计",
      "en": "Design a mechanism",
      "rows": [
        "position",
        "problem-goal",
        "mandate",
        "initiator-lead",
        "actors-division",
        "process",
        "decision-rule",
        "funding",
        "participation-rung",
        "outputs",
        "upkeep",
        "transfer"
      ]
    },
    {
      "id": "teaching",
      "zh": "教学",
      "en": "Teaching",
      "rows": [
        "problem-goal",
        "actors-division",
        "independence",
        "decision-rule",
        "lifecycle-cover",
        "outcomes-who",
        "capacity-left",
        "disputes-limits",
        "transfer",
        "evidence"
      ]
    }
  ],
  "teachingSection": [
    {
      "id": "purpose",
      "zh": "教学目的与用途",
      "en": "Purpose and use"
    },
    {
      "id": "answers",
      "zh": "讨论题与思路",
      "en": "Questions and lines of answer"
    },
    {
      "id": "points",
      "zh": "关键要点",
      "en": "Key points"
    },
    {
      "id": "plan",
      "zh": "课堂计划（90分钟）",
      "en": "Class plan (90 minutes)"
    },
    {
      "id": "later",
      "zh": "后续进展",
      "en": "What happened later"
    }
  ]
} as const;

export type VocabularyList = keyof typeof vocabulary;
export type VocabularyId<L extends VocabularyList> = (typeof vocabulary)[L][number]['id'];

/** The ids of a controlled list, in the order they are shown. */
export function idsOf<L extends VocabularyList>(list: L): [VocabularyId<L>, ...VocabularyId<L>[]] {
  return vocabulary[list].map((entry) => entry.id) as [VocabularyId<L>, ...VocabularyId<L>[]];
}

export interface VocabularyEntry {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly group?: string;
  readonly short?: { readonly zh: string; readonly en: string };
  readonly define?: { readonly zh: string; readonly en: string };
}

/** The entry of a controlled list under an id, or undefined. */
export function findEntry(list: VocabularyList, id: string): VocabularyEntry | undefined {
  return (vocabulary[list] as readonly VocabularyEntry[]).find((entry) => entry.id === id);
}
