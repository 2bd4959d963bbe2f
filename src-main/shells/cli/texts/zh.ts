/** What the command line says, in Chinese; the English stands beside it, key by key. */
export const zh = {
  help: `一公里案例库

用法：okm <命令> [选项]

  search 检索式            搜索案例
  precedents [说法]        给一个地方找先例，一条条说明异同：--level --space --challenge --lead --funding
                           --years 2015..2020 --type，值用中文或英文都行，多个用逗号隔开
  show ID                  显示一个案例
  check [文件…]            检查案例文件；不写文件就检查整个案例库；--format github 供流水线用；
                           --brief 文件 [ID…] 列出简报里不在案例数字里的数
  report                   案例库报告：各类有多少、证据如何、哪些没有说；--out 指定文件夹
  new case ID --type 类型  开一个新案例的两份文件；--title、--title-en 写题名
  new edition ID           给一个案例开自己的版本；原案例不会改动
  compare --from 简报.docx 读回在 Word 里改过的简报；--yes 写进比较
  compare ID ID…           比较二到六个案例
  brief ID ID… --out 文件  把比较写成简报；格式看文件名结尾：
                           .docx .pdf .html .md .xlsx .csv .json；也可用已存比较的 ID，
                           或 --from 配方.yaml；--style gb-2025|gb-2015|apa-7|chicago-notes|
                           chicago-author-date，--reference-doc 模板.docx，
                           --orientation portrait|landscape，--order own|groups，--cover 封面和目录，
                           --pictures matrix,life-cycle,timeline,figures，--notes 附自己的笔记，
                           --audience 给谁看，--organisation 单位名，--logo 标志.png
  references ID… --out 文件
                           案例的文献，给 Zotero、NoteExpress：.ris .bib .json；--from 文件 读入 RIS 或 CSL-JSON
  packet                   列出课包；packet ID --out 文件 写成文档：.docx .pdf .epub .md .zip（网页）；
                           --edition trainer 为教师版，--format handout 或 cards 是可折、可裁的 PDF
  pack ID… --out 文件      把案例、课包、比较、合集装成一个 .casepack；写上 notes 就带全部批注；
                           --edition student 不含教师的内容
  unpack 文件 [--out 文件夹]、verify 文件、diff [旧包] 新包
                           解开、核对、比较 .casepack
  import 案例.md           把别处写的案例收进你的案例：先看有什么要改，--yes 收进来
  import 文件 [案例 ID]    看一个资料包或批注文件会带来什么（.casepack、W3C JSON-LD、Hypothesis）；--yes 收进来；
                           批的是别处网页时写案例 ID
  export notes --out 文件  导出全部批注：.jsonld .md（多个案例用 .zip） .csv .xlsx .json
  export all --out 文件夹    全部资料写成普通文件；import all 文件夹 读回
  picture 名 --out 文件    画整个库：matrix timeline places life-cycle actors accounts silence；.svg 或 .png
  picture actors ID --out 文件
                           一个案例里谁做什么、同谁一起；其他图后面也可写案例 ID
  transfer ID…             可迁移条件对照；--place 本地的名称，--out 文件 .docx .pdf .md；不写 ID 就列出各个本地
  interview ID             从案例的空白写访谈提纲；--lang both 中英都问，--out 文件 .docx .pdf .md
  exercise ID              “你会引哪一个数”的练习；--with-answers 附讲评，--out 文件
  backup                     立即备份全部资料并核对；--to DIR 另存一份到 U 盘或共享文件夹（off 取消）
  restore [NAME]             列出备份；写上备份名或文件，先看恢复会增、改、删什么，--yes 才恢复
  doctor                     检查资料：完整性、关联、索引、备份；能修的修好，并说明修了什么
  serve                    启动网页界面；--no-open 只打印地址，--port 指定端口

选项：
  --json             结果写成 JSON，标准输出里没有别的东西
  --limit N          最多列出 N 个案例（search、precedents）
  --lang zh|en|both  语言；不写就跟随系统
  --data 文件夹      资料所在的文件夹
  --help             这段说明
  --version          版本

例子：
  okm search "老旧小区 谁出钱"
  okm search 'type:project year:2015..2020 口袋公园' --json --limit 5
  okm precedents 加装电梯 --level 社区 --space 老旧小区 --funding 居民出资
  okm show beijing-jinsong-model --lang both
  okm check cases/project/beijing-jinsong-model.md
  okm new case nanjing-xiaoxihu --type project --title 小西湖街区
  okm brief beijing-jinsong-model chengdu-chenghua-co-creation --out 简报.docx

退出码：0 完成；1 没有找到，或检查未通过；2 用法不对；3 输入被拒绝；4 磁盘、占用或意外错误。`,
  unknownCommand: '没有“{command}”这个命令。okm --help 有说明。',
  usage: '用法不对：{reason}。okm --help 有说明。',
  missing: '缺少{what}',
  badOption: '选项 {option} 的值“{value}”不能用',
  unknownOption: '不认识选项 {option}',
  query: '检索式',
  id: '案例 ID',
  ids: '二到六个案例 ID',
  out: '--out 文件',
  checkCited: '有来源的句子：{cited}/{factual}（{share}%）。',
  newCase: 'case 和案例 ID',
  badCaseId: '案例 ID“{id}”不能用：只用小写字母、数字和连字符，城市在前',
  badType: '没有“{type}”这个类型；可用 {known}',
  badPlace: '没有“{name}”这个本地；已有 {known}',
  noOwnPlace: '还没有本地。在界面里打开“矩阵 → 搬得走吗”新建。',
  badPicture: '没有“{name}”；可用 {known}',
  reportWritten: '写好了 {file}',
  fileThere: '已经有这个文件，没有改动：{file}',
  newEditionThen: '写好了你的版本：{file}。用任何编辑器改它，改完马上就在库里。原案例没有改动。',
  exportAllDone: '写好了 {folder}：{cases} 个案例文件，{rows} 条记录，都是普通文件。用 okm import all 读回。',
  importAllThen:
    '什么都没有动。要用它换掉这里的资料，再加 --yes：okm import all {folder} --yes。换下的会留着。',
  newCaseThen: '写完一节就运行 okm check {file}，它会说还缺什么。',
  checkDone: '检查了 {cases} 个案例：{errors} 个错误，{warnings} 个提醒。',
  checkError: '错误',
  checkWarning: '提醒',
  fileMissing: '没有这个文件：{file}',
  found: '{total} 个案例',
  foundRelated: '，另有 {related} 个相关',
  site: '对地方的描述（例如 --level 区县，或一句话）',
  precedents: '{total} 个案例至少有一处相同，最接近的在前：',
  noSetback: '库里没有遇到同样情形又停下或失败的案例。',
  'setback.stopped': '遇到同样情形，后来中止的：',
  'setback.failed': '遇到同样情形，后来失败的：',
  'setback.in-part': '遇到同样情形，其中有一部分停下或没做成的：',
  'verdict.same': '同　',
  'verdict.part': '近　',
  'verdict.differs': '异　',
  'verdict.not-stated': '未说',
  'attribute.type': '类型',
  'attribute.level': '层级',
  'attribute.space': '空间',
  'attribute.challenge': '挑战',
  'attribute.lead': '谁牵头',
  'attribute.funding': '谁出钱',
  'attribute.years': '开始年份',
  'attribute.text': '说到',
  nothingFound: '没有找到。',
  relax: '去掉“{chip}”可得 {total} 个案例。',
  nearest: '接近的词：{terms}',
  match: '命中',
  related: '相关',
  briefDone: '写好了 {file}（{citations} 处引文，{unsupported} 处无来源）。',
  briefChecked: '{cases} 个案例的简报里有 {numbers} 个数字，{unknown} 个不在案例的数字里。',
  referencesDone: '写好了 {file}（{count} 条文献）。',
  referenceProblem: '第 {at} 条没有读进来：{reason} {detail}',
  returnNoRecord: '{file} 里已没有比较的记录，按表格认出。',
  returnFound: '“{title}”：改了 {edits} 处，其中 {conflicts} 处两边都改过。',
  returnThen: '加 --yes 就写进比较；两边都改过的不动。',
  returnDone: '写进了比较 {id}（{count} 处）。',
  returnApply: '改写',
  returnConflict: '冲突',
  returnSame: '已有',
  returnFinding: '发现',
  briefMissing: '字体里没有这些字，纸上看不到：{characters}',
  sources: '来源',
  readOnly: '资料只能读：{reason}',
  unexpected: '出了意料之外的错误：{message}\n此前保存的都在。',
  address: '在浏览器里打开这个地址（10 分钟内有效，只能用一次）：',
  noBrowser: '没能自动打开浏览器。',
  opened: '已在浏览器里打开。按 Ctrl+C 停止。如果没有出现，用这个地址（10 分钟内有效，只能用一次）：',
  runsAlready: '一公里已在运行，请它打开新的一页。',
  gone: '最后一页已经关闭，程序结束。',
  unused: '地址 10 分钟没有人用，程序结束。',
  besieged: '一分钟里有太多错误的密钥，为安全起见停止服务。',
  portTaken: '端口 {port} 不能用。换一个，或不写 --port。',
  'plan.new': '新',
  'plan.same': '相同',
  'plan.differs': '不同',
  'plan.refused': '不收',
  planMore: '……另有 {count} 条',
  planCounts: '新 {new}，相同 {same}，不同 {differs}，不收 {refused}；其中找不到原句 {orphan}。',
  importThen: '还没有收进。收进来：okm import {file} --yes',
  importDone: '收进 {added} 条，改了 {changed} 条。可以撤销。',
  notesWritten: '写好了 {file}（{count} 条批注）',
  importFile: '文件',
  exportWhat: 'notes 或 all，和 --out 文件',
  'reason.not-an-object': '不是一条批注',
  'reason.context-foreign': '上下文不是 W3C 批注',
  'reason.id-invalid': '编号不能用',
  'reason.id-twice': '编号重复',
  'reason.source-foreign': '批的不是案例库的案例',
  'reason.target-missing': '没有批注的位置',
  'reason.case-unknown': '案例库里没有这个案例，先留着',
  'reason.language-unknown': '语言不认识',
  'reason.quote-missing': '没有原文，也没有可用的位置',
  'reason.offsets-invalid': '位置不对，改按原文找',
  'reason.surrogate-broken': '有半个字符，已去掉',
  'reason.control-characters': '有控制字符，已去掉',
  'reason.too-long': '太长，已截短',
  'reason.too-many': '超过一个文件的上限',
  'reason.date-invalid': '日期读不出',
  'reason.kind-unknown': '类别不认识，当作批注',
  'reason.colour-unknown': '颜色不认识，当作黄色',
  'reason.tag-too-long': '标签太长，没有收',
  'reason.too-many-tags': '标签太多，只收前 50 个',
  'reason.reply-unknown': '找不到它回答的问题',
  'reason.keys-unknown': '有不认识的键',
  'reason.html-as-text': '其中的 HTML 只当文字',
  'reason.in-bin': '它在回收站里，没有取出',
  'reason.newer-here': '这里的更新，收进历史',
  'reason.conflict': '同一时刻两种写法，两条都留',
  packIds: '要打包的 ID',
  packFile: '.casepack 文件',
  packetId: '课包 ID',
  packDone: '写好了 {file}（{count} 个文件）。',
  unpackDone: '解开到 {folder}（{count} 个文件），可用 sha256sum -c 核对。',
  verifyDone: '《{title}》（{edition}）完整：{count} 项。',
  diffDone: '新增 {added}，减少 {removed}，改动 {changed}。',
  packOther: '案例 {id} 这里有，但不是同一版。',
  packMissing: '这里没有案例 {id}。',
  packTaken:
    '收进：案例 {cases}，课包 {packets}，比较 {comparisons}，合集 {collections}，批注 {notes}。原有的都没有动。',
  packetLine: '{title}（{sessions} 课，{cases} 个案例，{minutes} 分钟）',
  packetNone: '还没有课包。',
  packetDone: '写好了 {file}（{sessions} 课，{references} 条文献）。',
  backupDone: '已备份并核对：{name}（{notes} 条批注，{cases} 个自有案例文件，{size} MB）',
  backupSecond: '另存一份：{place}',
  backupSecondAbsent: '第二处现在不在，只存了一份：{place}',
  backupNone: '还没有备份。',
  backupLine: '{name}  {at}  {reason}  {notes} 条批注  {cases} 个自有案例文件',
  'backupReason.asked': '手动',
  'backupReason.timer': '定时',
  'backupReason.quit': '退出时',
  'backupReason.migration': '升级前',
  'backupReason.restore': '恢复前',
  'backupReason.import': '导入前',
  'backupReason.mend': '修复前',
  restoreCounts: '会增加 {added}，改动 {changed}，移走 {removed}，不变 {same}。',
  restoreThen: '还没有恢复。要恢复：okm restore {name} --yes',
  restoreDone: '已恢复。此前的资料先备份过，也原样留在 {replaced}。',
  restoreMore: '……还有 {count} 项',
  'change.added': '增加',
  'change.changed': '改动',
  'change.removed': '移走',
  'item.note': '批注',
  'item.comparison': '比较',
  'item.packet': '课包',
  'item.collection': '案例集',
  'item.tag': '标签',
  'item.row': '自有比较行',
  'item.place': '自己的地方',
  'item.study': '学过的卡片',
  'item.setting': '设置',
  'item.case': '自有案例文件',
  doctorSound: '资料完好：{notes} 条批注，{backups} 份备份。',
  doctorMended: '已修好',
  doctorOpen: '未修',
  mendReport:
    '资料库曾损坏，已用备份 {backup} 修回：{notes} 条批注；重做了备份之后的 {replayed} 次改动，从损坏的文件里救回 {salvaged} 条，丢失 {lost} 条。损坏的文件留在 {damaged}。',
  'finding.integrity': '数据库页面损坏（{where}）',
  'finding.foreign-key': '有一行指向不存在的东西（{where} {id}）',
  'finding.hash': '内容和写下时不一样（{where} {id}）',
  'finding.count': '批注的数目不对（{id}）',
  'finding.schema': '数据库结构不是本程序的（{where}）',
  'finding.commits-lost': '最后几次保存不见了（有 {where}，应到 {id}）',
  'finding.orphan': '批注找不到原句，内容还在（{id}）',
  'finding.index': '索引损坏，下次启动会重建（{where}）',
  'finding.backup': '备份和核对时不一样，不再可用（{where}）',
  'finding.left-over': '中断的工作留下的文件（{where}）',
} as const;
