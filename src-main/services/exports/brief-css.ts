/** Styles of a brief as a page: quiet on screen, A4 on paper with the table across. Holds no user text. */
export const briefCss = `
:root{--text:#14120f;--text-2:#4a463f;--text-3:#6b665e;--line:#c9c4bb;--strong:#14120f;--surface:#f4f3f1}
*{box-sizing:border-box}
html{font-synthesis:none;background:#fff;color:var(--text)}
body{margin:0;padding:48px 24px;font:17px/1.75 "Noto Serif SC","Source Han Serif SC","Songti SC",SimSun,serif}
:lang(en){font-family:"Source Serif 4",Georgia,"Times New Roman","Noto Serif SC",SimSun,serif}
header,main>section{max-width:38em;margin:0 auto 40px}
main>section.wide{max-width:none}
.sans,h2,h3,thead,caption,.kicker,.for,.legend,.row,.group,.nothing,.mark,footer{font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",SimHei,sans-serif}
.kicker,.for{font-size:14px;color:var(--text-2);margin:0}
h1{font-size:29px;line-height:1.4;font-weight:600;margin:4px 0 8px;text-wrap:balance}
h2{font-size:17px;font-weight:600;margin:0 0 8px}
section.findings p{margin:0 0 .4em}
:lang(zh) section.findings p{text-indent:2em;text-align:justify;line-break:strict}
section.silences ul{margin:0;padding-left:1.2em}
table{width:100%;border-collapse:separate;border-spacing:0;font-size:14px;line-height:1.6;border-bottom:1.5px solid var(--strong)}
caption{text-align:left;font-weight:600;padding-bottom:6px}
th,td{text-align:left;vertical-align:top;padding:8px 16px 8px 0;font-weight:400}
td:last-child,th:last-child{padding-right:0}
thead th{border-top:1.5px solid var(--strong);border-bottom:.75px solid var(--strong);font-weight:600}
thead th span{display:block;font-weight:400;color:var(--text-2);font-size:13px}
.cases thead th{font-weight:400;color:var(--text-2)}
.cases tbody th{font-weight:600}
.rows{table-layout:fixed}
.rows tbody th{font-weight:600}
.rows tbody tr.row-line>*{border-bottom:1px solid var(--line)}
.rows tbody tr.row-line:last-child>*{border-bottom:0}
.rows .group th{font-weight:400;color:var(--text-3);font-size:13px;padding-bottom:0}
.rows .finding{background:var(--surface);padding-left:12px;padding-right:12px}
.rows td{overflow-wrap:anywhere}
.scroll{overflow-x:auto}
sup{font-size:.68em;line-height:0;vertical-align:.45em;white-space:nowrap}
sup a{color:inherit;text-decoration:none}
u{text-decoration-thickness:.75px;text-underline-offset:.2em}
.nothing,.none{color:var(--text-3)}
.unsupported{background:repeating-linear-gradient(135deg,transparent 0 5px,#d8d4cc 5px 6px);-webkit-print-color-adjust:exact;print-color-adjust:exact}
.mark{font-weight:600;white-space:nowrap}
.stages{letter-spacing:.15em;display:block}
.legend{font-size:13px;color:var(--text-2);margin:10px 0 0}
ol.references{list-style:none;margin:0;padding:0;font-size:14px;line-height:1.6}
ol.references li{display:flex;gap:.6em}
ol.references li>:first-child:not(:last-child){min-width:2.4em}
ol.unnumbered li{display:block;padding-left:2em;text-indent:-2em}
a.cite{text-decoration:none}
.from{display:flex;align-items:center;gap:.6em;margin:0 0 20px;font-size:14px;color:var(--text-2)}
.from img{height:32px;width:auto}
nav{max-width:38em;margin:0 auto 40px}
nav ul{list-style:none;margin:0;padding:0;font-size:15px}
figure{margin:0 0 32px;break-inside:avoid}
figure img{display:block;width:100%;height:auto;background:#fff}
figcaption{font-size:14px;line-height:1.6;margin-top:8px}
figcaption .note{display:block;font-size:13px}
.own-notes h3{font-size:15px;font-weight:600;margin:1.2em 0 .2em}
.own-notes p{margin:.2em 0}
.own-notes blockquote{margin:0;padding-left:1em;color:var(--text-2)}
ol.references li>span:last-child{overflow-wrap:anywhere}
a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.2em}
.note{color:var(--text-3)}
em{font-style:italic}
@media print{
@page{size:A4;margin:22mm 24mm;@bottom-right{content:counter(page) " / " counter(pages);font-size:9pt}}
@page table{size:A4 landscape;margin:18mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font-size:9pt}}
body{padding:0;font-size:11.5pt}
main>section{max-width:none}
section.across{page:table;break-before:page}
section.list{break-before:page}
table{font-size:9.5pt}
thead{display:table-header-group}
tr{break-inside:avoid}
h2,caption{break-after:avoid}
.scroll{overflow:visible}
}
`;
