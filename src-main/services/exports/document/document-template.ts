/**
 * How a short document is set on paper, in Typst. It reads all words from `/data.json` (`document-data.ts`) and
 * holds none of its own, so nothing that a user or a case says is ever read as markup.
 */
export const documentTemplate = `
#let d = json("/data.json")
#let zh = d.language == "zh"
#let second = rgb("#4a463f")
#let third = rgb("#6b665e")
#let hair = 0.5pt + rgb("#c9c4bb")
#let thick = 1pt + rgb("#14120f")
#let narrow = regex("[‘’“”…—–]")
#let serif-zh = ("Noto Serif SC",)
#let serif-en = ("Source Serif 4", "Noto Serif SC")
#let sans-zh = ("Noto Sans SC",)
#let sans-en = ((name: "Noto Sans", covers: narrow), "Noto Sans SC")
#let han = regex("\\\\p{scx: Han}")
#let latin(words) = not words.contains(han)
#let serif(words, ..options) = text(
  font: if zh and not latin(words) { serif-zh } else { serif-en }, ..options, words)
#let sans(words, ..options) = text(
  font: if latin(words) { sans-en } else { sans-zh }, ..options, words)

#set document(title: d.title, author: d.program, description: d.kicker,
  date: datetime(year: d.day.at(0), month: d.day.at(1), day: d.day.at(2)))
#set text(font: if zh { serif-zh } else { serif-en }, lang: d.language, region: if zh { "cn" } else { "gb" },
  size: 11pt, fill: rgb("#14120f"))
#set par(leading: 0.8em, spacing: 0.9em)
#show heading: set text(font: if zh { sans-zh } else { sans-en }, weight: 600, size: 13pt)
#show heading: set block(above: 22pt, below: 11pt, sticky: true)
#show heading.where(level: 1): set text(font: if zh { serif-zh } else { serif-en }, size: 21pt)
#show heading.where(level: 1): set par(leading: 0.6em)
#show heading.where(level: 1): set block(above: 12pt, below: 12pt)
#show heading.where(level: 3): set text(size: 11pt)

#let listed(number) = "ref-" + str(number)
#let cites(run) = if run.cites != none {
  [\\u{2060}]
  box(super(typographic: false, size: 0.62em, baseline: -0.5em,
    link(label(listed(run.first)), run.cites)))
  [\\u{2060}]
}
#let runs(list, ..options) = for run in list {
  let words = serif(run.text, ..options)
  if run.own { underline(stroke: 0.5pt, offset: 0.24em, evade: false, words) } else { words }
  cites(run)
}
#let foot(left, right) = text(size: 9.5pt, fill: second,
  grid(columns: (1fr, auto), sans(left), align(end, right)))
#set page(paper: "a4", margin: (top: 26mm, bottom: 24mm, left: 24mm, right: 24mm),
  header-ascent: 9mm, footer-descent: 8mm,
  header: foot("", sans(d.program)),
  footer: foot(d.title, context sans(counter(page).display("1 / 1", both: true))))

#block(below: 0pt, text(size: 10.5pt, fill: second, sans(d.kicker)))
#heading(level: 1, d.title)
#block(below: 14pt, text(size: 10.5pt, fill: second, sans(d.facts)))

#let rule = block(above: 0pt, below: 0pt, height: 9mm, width: 100%, stroke: (bottom: hair))
#for block-of in d.blocks {
  if block-of.kind == "heading" {
    heading(level: block-of.level, block-of.text)
  } else if block-of.kind == "paragraph" {
    if block-of.quiet { block(above: 9pt, text(size: 9.5pt, fill: second, runs(block-of.runs))) }
    else { block(above: 13pt, runs(block-of.runs)) }
  } else if block-of.kind == "list" {
    list(indent: 0pt, body-indent: 0.6em, ..block-of.items.map(item => runs(item)))
  } else if block-of.kind == "question" {
    block(breakable: false, above: 16pt, width: 100%, grid(columns: (2em, 1fr),
      sans(str(block-of.number), weight: 600),
      {
        par(sans(block-of.text, weight: 600))
        for hint in block-of.hints { par(leading: 0.6em, sans(hint, size: 9.5pt, fill: second)) }
        for line in range(block-of.lines) { rule }
      }))
  } else if block-of.kind == "table" {
    set text(size: 10pt)
    set par(leading: 0.62em, spacing: 0.9em, justify: false)
    table(
      columns: block-of.shares.map(share => share * 1fr), align: start + top, stroke: none,
      inset: (left: 0pt, right: 10pt, top: 7pt, bottom: 7pt),
      table.header(table.hline(stroke: thick),
        ..block-of.head.map(name => text(size: 9.5pt, fill: second, sans(name))), table.hline(stroke: hair)),
      ..block-of.rows.enumerate().map(((at, row)) => (
        ..row.map(lines => table.cell(breakable: false,
          for line in lines { par(runs(line)) } + if lines.len() == 1 and lines.at(0).len() == 1 and lines.at(0).at(0).text == "" { v(1.2em) })),
        ..if at == block-of.rows.len() - 1 { () } else { (table.hline(stroke: hair),) })).flatten(),
      table.hline(stroke: thick))
  }
}

#if d.references.len() > 0 {
  heading(level: 2, d.referencesTitle)
  set text(size: 9.5pt)
  set par(leading: 0.7em, spacing: 0.7em)
  stack(spacing: 0.8em, ..d.references.map(item => grid(columns: (2.4em, 1fr),
    [#sans("[" + str(item.number) + "]")#metadata(item.number)#label(listed(item.number))],
    par(justify: false, for part in item.parts {
      if part.italic { text(font: serif-en, style: "italic", part.text) } else { serif(part.text) }
    } + if item.note != none { serif(item.note, fill: third) }))))
}
`;
