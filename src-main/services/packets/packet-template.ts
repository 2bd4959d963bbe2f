/**
 * How a packet is set on paper, in Typst. It reads all words from `/data.json` (`packet-data.ts`) and holds none
 * of its own, so nothing that a user or a case says is ever read as markup.
 */
export const packetTemplate = `
#let d = json("/data.json")
#let zh = d.language == "zh"
#let two = d.sheet == "two-up"
#let ink = rgb("#14120f")
#let second = rgb("#4a463f")
#let third = rgb("#6b665e")
#let hair = 0.5pt + rgb("#c9c4bb")
#let surface = rgb("#f4f3f1")

// The Chinese faces set quotation marks a whole em wide, which is wrong among Latin words.
#let narrow = regex("[‘’“”…—–]")
#let serif-zh = ("Noto Serif SC",)
#let serif-en = ("Source Serif 4", "Noto Serif SC")
#let sans-zh = ("Noto Sans SC",)
#let sans-en = ((name: "Noto Sans", covers: narrow), "Noto Sans SC")
#let han = regex("\\\\p{scx: Han}")
#let latin(words) = not words.contains(han)
#let serif(words, ..options) = text(font: if zh and not latin(words) { serif-zh } else { serif-en }, ..options, words)
#let sans(words, ..options) = text(font: if zh and not latin(words) { sans-zh } else { sans-en }, ..options, words)

#set document(title: d.title, author: d.program, description: d.edition,
  date: datetime(year: d.day.at(0), month: d.day.at(1), day: d.day.at(2)))
#let size = if two { 9.5pt } else { 11pt }
#set text(font: if zh { serif-zh } else { serif-en }, lang: d.language, region: if zh { "cn" } else { "gb" },
  size: size, fill: ink)
#set par(leading: if zh { 0.85em } else { 0.7em }, spacing: 0.95em)
#show heading: set text(font: if zh { sans-zh } else { sans-en }, weight: 600)
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(font: if zh { serif-zh } else { serif-en }, size: 1.7em)
#show heading.where(level: 1): set block(above: 0pt, below: 0.7em)
#show heading.where(level: 2): set text(size: 1.1em)
#show heading.where(level: 2): set block(above: 2em, below: 0.9em)
#show heading.where(level: 3): set text(font: if zh { serif-zh } else { serif-en }, size: 1.12em)
#show heading.where(level: 3): set block(above: 1.6em, below: 0.6em)
#show heading.where(level: 4): set text(size: 0.95em)
#show heading.where(level: 4): set block(above: 1.4em, below: 0.8em)

#let runs(list) = for run in list {
  if run.kind == "cites" {
    // A word joiner keeps the number from beginning a line, away from its claim.
    [\\u{2060}]
    box(super(typographic: false, size: 0.62em, baseline: -0.5em, link(label("ref-" + str(run.first)), run.text)))
    [\\u{2060}]
  } else if run.kind == "break" { linebreak() } else {
    let words = serif(run.text)
    if run.strong { words = text(weight: 600, words) }
    if run.emphasis { words = if latin(run.text) { emph(words) } else { text(weight: 600, words) } }
    if run.href != none { link(run.href, words) } else { words }
  }
}
#let plain(list) = list.map(run => if run.kind == "text" { run.text } else { "" }).join("")

#let render(blocks, notes: false) = for one in blocks {
  if one.type == "heading" { heading(level: one.level, outlined: false, bookmarked: not notes, plain(one.runs)) }
  else if one.type == "paragraph" {
    par(justify: zh, first-line-indent: (amount: if zh { 2em } else { 0em }, all: true), runs(one.runs)) }
  else if one.type == "source" { block(below: 0.9em, text(size: 0.85em, fill: second, sans(plain(one.runs)))) }
  else if one.type == "quote" { block(inset: (left: 1em), stroke: (left: 1.5pt + rgb("#c9c4bb")), render(one.blocks, notes: notes)) }
  else if one.type == "list" {
    let items = one.items.map(item => {
      for (index, part) in item.enumerate() {
        if part.type == "paragraph" { if index > 0 { parbreak() }; runs(part.runs) } else { render((part,), notes: notes) }
      }
    })
    block(if one.ordered { enum(start: one.start, spacing: 0.7em, ..items) } else { list(spacing: 0.7em, ..items) })
  }
  else if one.type == "table" {
    set text(size: 0.92em)
    set par(leading: 0.6em, justify: false)
    block(above: 0.8em, below: 1.2em, table(
      columns: one.widths.map(share => if share == 0 { auto } else { share * 1fr }), stroke: none,
      align: (x, y) => if one.numeric.at(x) { end + top } else { start + top },
      inset: (x, y) => (left: 0pt, right: 10pt, top: 5.5pt, bottom: 5.5pt),
      table.header(table.hline(stroke: 1pt + ink),
        ..one.head.map(cell => text(weight: 600, sans(plain(cell)))), table.hline(stroke: 0.6pt + ink)),
      ..one.rows.enumerate().map(((index, row)) => (
        ..row.map(cell => runs(cell)),
        if index < one.rows.len() - 1 { table.hline(stroke: hair) } else { table.hline(stroke: 1pt + ink) },
      )).flatten()))
  }
  else if one.type == "lines" {
    block(above: 0.2em, below: 1.2em, stack(spacing: 0pt,
      ..range(one.count).map(_ => box(width: 100%, height: 2.1em, stroke: (bottom: hair)))))
  }
  else if one.type == "forecast" {
    block(above: 1.6em, below: 0.6em, width: 100%, inset: 10pt, stroke: 0.75pt + ink, breakable: false,
      text(weight: 600, serif(one.question)) + linebreak() + text(size: 0.9em, fill: second, sans(d.words.forecast)))
  }
}

#let foot(left, right) = text(size: 8.5pt, fill: second, grid(columns: (1fr, auto), sans(left), align(end, right)))
#let note-page = counter("note-page")
#let sheet = if two {
  (paper: "a4", flipped: true, columns: 2, margin: (x: 15mm, top: 16mm, bottom: 15mm))
} else { (paper: "a4", margin: (top: 26mm, bottom: 24mm, left: 27mm, right: 27mm)) }

#let session-pages(session) = {
  heading(level: 1, session.title)
  block(below: 1.2em, text(size: 0.9em, fill: second, sans(session.facts)))
  render(session.blocks)
}
// A trainer's page does not count: the student's pages keep their numbers.
#let notes-header(session) = {
  counter(page).update(n => n - 1)
  note-page.step()
  foot(session.notesTitle, sans(d.edition))
}

#if d.sheet == "cards" [
  #set page(paper: "a4", margin: 12mm)
  #set par(leading: 0.65em, justify: false)
  #let per = 8
  #let card(words, small) = box(width: 100%, height: 66mm, inset: 6mm, stroke: (paint: third, thickness: 0.5pt, dash: "dashed"),
    align(center + horizon, text(size: if words.clusters().len() > 120 { 8.5pt } else if words.clusters().len() > 60 { 10pt } else { 12.5pt }, serif(words)))
      + place(bottom + end, text(size: 7.5pt, fill: third, sans(small))))
  #let pages = range(calc.ceil(d.cards.len() / per))
  #for at in pages {
    if at > 0 { pagebreak() }
    let own = d.cards.slice(at * per, calc.min((at + 1) * per, d.cards.len()))
    grid(columns: (1fr, 1fr), ..own.map(one => card(one.front, one.from)))
    pagebreak()
    // The back of a sheet turned over its long side: left and right change places.
    let pairs = range(calc.ceil(own.len() / 2)).map(row => {
      let left = own.at(row * 2)
      let right = own.at(row * 2 + 1, default: (front: "", back: "", from: ""))
      (card(right.back, right.from), card(left.back, left.from))
    })
    grid(columns: (1fr, 1fr), ..pairs.flatten())
  }
] else [
  // The cover has neither head nor foot; two pages a sheet have no cover.
  #let is-cover = () => not two and here().page() == 1
  #set page(..sheet, numbering: "1",
    header: context if not is-cover() { foot(d.title, sans(d.edition)) },
    footer: context if not is-cover() { foot(d.program, sans(counter(page).display("1"))) })
  #let facts(gap) = stack(spacing: gap, ..d.facts.map(fact => text(fill: second, sans(fact))))
  #if two [
    #block(below: 1em, text(size: 1.7em, weight: 600, serif(d.title)))
    #block(below: 2.4em, facts(0.8em))
  ] else [
    #v(28%)
    #block(below: 1.6em, text(size: 26pt, weight: 600, serif(d.title)))
    #facts(1em)
    #pagebreak()
  ]
  #if not two {
    block(below: 1.4em, text(size: 1.5em, weight: 600, serif(d.words.contents)))
    outline(title: none, depth: 1)
    pagebreak()
  }
  #for (index, session) in d.sessions.enumerate() {
    if index > 0 { if two { colbreak(weak: true) } else { pagebreak(weak: true) } }
    session-pages(session)
    if session.notes.len() > 0 {
      note-page.update(0)
      page(..sheet, fill: surface, header: notes-header(session),
        footer: context foot(d.program, sans(counter(page).display("1") + " · " + note-page.display("1"))),
        render(session.notes, notes: true))
    }
  }
  #if d.glossary.len() > 0 {
    if two { colbreak(weak: true) } else { pagebreak(weak: true) }
    heading(level: 1, d.words.glossary)
    for one in d.glossary {
      block(below: 0.8em, text(weight: 600, serif(one.term)) + h(0.6em) + text(size: 0.85em, fill: third, sans(one.other)) + linebreak() + serif(one.meaning))
    }
  }
  #if d.references.len() > 0 {
    if two { colbreak(weak: true) } else { pagebreak(weak: true) }
    heading(level: 1, d.words.references)
    set text(size: if two { 8pt } else { 9.5pt })
    set par(leading: 0.7em, justify: false)
    stack(spacing: 0.8em, ..d.references.map(item => grid(columns: (2.8em, 1fr),
      [#sans("[" + str(item.number) + "]")#metadata(item.number)#label("ref-" + str(item.number))],
      par(for part in item.parts {
        let words = if part.italic { text(font: serif-en, style: "italic", part.text) } else { serif(part.text) }
        if part.url != none { link(part.url, words) } else { words }
      } + if item.note != none { serif(item.note, fill: third) }))))
  }
]
`;
