/** Styles of a packet's pages, in a browser, in a book reader and on paper. Holds no user text. */
export const packetCss = `
*{box-sizing:border-box}
body{margin:0 auto;max-width:40em;padding:2.5em 1.5em;color:#14120f;line-height:1.75;font-family:"Noto Serif SC","Source Han Serif SC","Songti SC",SimSun,serif}
:lang(en) body,body:lang(en){font-family:"Source Serif 4",Georgia,"Times New Roman","Noto Serif SC",SimSun,serif}
h1,h2,h3,h4{line-height:1.4;font-weight:600;break-after:avoid}
h1{font-size:1.7em;margin:0 0 .3em}
h2{font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",SimHei,sans-serif;font-size:1.1em;margin:2em 0 .5em}
h3{font-size:1.15em;margin:1.6em 0 .2em}
h4{font-size:1em;margin:1.2em 0 .2em}
p{margin:0 0 .6em}
.facts,.source,.notes-head,.other,.note,nav{font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",SimHei,sans-serif;color:#4a463f;font-size:.88em}
blockquote{margin:.6em 0;padding-left:1em;border-left:2px solid #c9c4bb}
ol,ul{padding-left:1.6em}
table{width:100%;border-collapse:collapse;border-top:2px solid #14120f;border-bottom:2px solid #14120f;font-size:.92em;line-height:1.55;margin:.6em 0 1em}
th,td{text-align:left;vertical-align:top;padding:.4em 1em .4em 0;border-bottom:1px solid #c9c4bb}
thead th{border-bottom:1px solid #14120f;font-weight:600}
.number{white-space:nowrap}
td.number,th.number{text-align:right;width:4.5em}
sup{font-size:.68em;line-height:0;white-space:nowrap}
sup a{color:inherit;text-decoration:none}
a{color:inherit}
.lines p{border-bottom:1px solid #8a857c;margin:0}
.forecast{border:1px solid #14120f;padding:.8em 1em;margin:1.4em 0 .6em;break-inside:avoid}
.notes{background:#f4f3f1;padding:1em 1.2em;margin-top:3em;break-before:page}
dt{font-weight:600}
dd{margin:0 0 .7em}
ol.references{list-style:none;padding:0;font-size:.88em}
ol.references li{margin-bottom:.5em;padding-left:2.6em;text-indent:-2.6em;overflow-wrap:anywhere}
nav ul{list-style:none;padding:0}
@media print{body{max-width:none;padding:0;font-size:11pt}}
`;
