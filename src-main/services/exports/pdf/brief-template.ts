/**
 * How a brief is set on paper, in Typst. It reads all words from `/data.json` (`brief-data.ts`) and holds none
 * of its own, so nothing that a user or a case says is ever read as markup.
 */
export const briefTemplate = `
#let d = json("/data.json")
#let zh = d.language == "zh"
#let ink = rgb("#14120f")
#let second = rgb("#4a463f")
#let third = rgb("#6b665e")
#let hair = 0.5pt + rgb("#c9c4bb")
#let surface = rgb("#f4f3f1")
#let thick = 1pt + ink
#let thin = 0.6pt + ink

// The Chinese faces set quotation marks a whole em wide, which is wrong among Latin words.
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
  font: if zh and not latin(words) { sans-zh } else { sans-en }, ..options, words)

#set document(
  title: d.title, author: d.program, description: d.kicker,
  date: datetime(year: d.day.at(0), month: d.day.at(1), day: d.day.at(2)))
#set text(font: if zh { serif-zh } else { serif-en }, lang: d.language, region: if zh { "cn" } else { "gb" },
  size: 12pt, fill: ink)
#set par(leading: 0.9em, spacing: 0.9em)
#show heading: set text(font: if zh { sans-zh } else { sans-en }, weight: 600, size: 13pt)
#show heading: set block(above: 26pt, below: 13pt, sticky: true)
#show heading.where(level: 1): set text(font: if zh { serif-zh } else { serif-en }, size: 23pt)
#show heading.where(level: 1): set par(leading: 0.6em)
#show heading.where(level: 1): set block(above: 13pt, below: 14pt)

#let listed(number) = "ref-" + str(number)
#let parts(list) = for part in list {
  let words = if part.italic { text(font: serif-en, style: "italic", part.text) } else { serif(part.text) }
  if part.url != none { link(part.url, words) } else { words }
}
#let cites(run) = if run.mark != none {
  if run.mark.kind == "note" { footnote(h(0.3em) + parts(run.mark.parts)) }
  else if run.mark.kind == "words" { link(label(listed(run.first)), serif(run.mark.text)) }
  else {
    // A word joiner keeps the number from beginning a line, away from its claim.
    [\\u{2060}]
    box(super(typographic: false, size: 0.62em, baseline: -0.5em, link(label(listed(run.first)), run.mark.text)))
    [\\u{2060}]
  }
}
#set footnote.entry(gap: 0.5em, indent: 0em, separator: line(length: 24%, stroke: 0.4pt + third))
#show footnote.entry: set text(size: 8.5pt, fill: ink)
#show footnote.entry: set par(leading: 0.55em, justify: false, first-line-indent: 0em)
#let hatch = tiling(size: (4pt, 4pt), line(start: (0%, 100%), end: (100%, 0%), stroke: 0.4pt + rgb("#bdb8ae")))
#let runs(list, ..options) = for run in list {
  let words = serif(run.text, ..options)
  if run.own { underline(stroke: 0.5pt, offset: 0.24em, evade: false, words) } else { words }
  cites(run)
}

#let foot(left, right) = text(size: 9.5pt, fill: second,
  grid(columns: (1fr, auto), align: (start + horizon, end + horizon), left, right))
#let folio = context sans(counter(page).display("1 / 1", both: true))
#let upright = (paper: "a4", flipped: false,
  margin: (top: 28mm, bottom: 26mm, left: 28.8mm, right: 28.8mm), header-ascent: 10mm, footer-descent: 9mm)
#let across = (paper: "a4", flipped: d.landscape,
  margin: (top: 26mm, bottom: 22mm, left: 20mm, right: 20mm), header-ascent: 7mm, footer-descent: 8mm)
#let mark = if d.logo != none { box(height: 8mm, baseline: 2.6mm, image(d.logo, height: 8mm, alt: d.organisation)) }
#let from = mark + if d.logo != none and d.organisation != "" { h(0.6em) } + sans(d.organisation)
#let branded = d.logo != none or d.organisation != ""
#let running = (
  header: foot(if branded { from } else { sans(d.title) }, sans(d.program)),
  footer: foot(sans(if branded { d.title } else { d.date }), folio))

#let entry(item, marked) = {
  let mark = if marked [#metadata(item.number)#label(listed(item.number))]
  let words = parts(item.parts) + if item.note != none { serif(item.note, fill: third) }
  if d.numbered {
    grid(columns: (2.4em, 1fr), [#sans("[" + str(item.number) + "]")#mark], par(justify: false, words))
  } else { par(justify: false, hanging-indent: 2em, mark + words) }
}
#let entries(list, marked) = {
  set text(size: 9.5pt)
  set par(leading: 0.7em, spacing: 0.7em)
  stack(spacing: 0.8em, ..list.map(item => entry(item, marked)))
}

// ———— The first page, to be handed round alone.
#if d.cover [
  #set page(..upright, header: none, footer: none)
  #v(1fr)
  #if d.logo != none { block(below: 18pt, image(d.logo, height: 18mm, alt: d.organisation)) }
  #if d.organisation != "" { block(below: 30pt, text(size: 13pt, sans(d.organisation))) }
  #block(below: 10pt, text(size: 11pt, fill: second, sans(d.kicker)))
  #block(below: 16pt, par(leading: 0.6em, text(size: 28pt, weight: 600, serif(d.title))))
  #block(text(size: 11pt, fill: second, sans(d.facts)))
  #v(2fr)
  #block(below: 12pt, text(size: 13pt, weight: 600, sans(d.words.contents)))
  #set text(size: 11pt)
  #show outline.entry: set block(above: 0.9em)
  #outline(title: none, depth: 2, indent: 0pt, target: heading.where(level: 2))
  #v(1fr)
]
#set page(..upright, header: foot(from, sans(d.program)), footer: foot(sans(d.title), folio))
#block(below: 0pt, text(size: 11pt, fill: second, sans(d.kicker)))
#heading(level: 1, d.title)
#block(below: 8pt, text(size: 11pt, fill: second, sans(d.facts)))

#if d.findings.len() > 0 {
  heading(level: 2, d.words.findings)
  set par(justify: zh, first-line-indent: (amount: if zh { 2em } else { 0em }, all: true),
    leading: if zh { 0.95em } else { 0.75em }, spacing: if zh { 1.15em } else { 1.1em })
  for finding in d.findings { par(runs(finding.lead, weight: 600) + runs(finding.rest)) }
}

#heading(level: 2, d.words.casesTable)
#{
  set text(size: 10.5pt)
  set par(leading: 0.6em)
  table(
    columns: (1.55fr, 1fr, 1.15fr, 0.9fr), align: start + top, stroke: none,
    inset: (left: 0pt, right: 10pt, top: 7.5pt, bottom: 7.5pt),
    table.header(
      table.hline(stroke: thick),
      ..d.columns.map(name => text(size: 10pt, fill: second, sans(name))),
      table.hline(stroke: thin)),
    ..d.cases.map(one => (
      serif(one.title, weight: 600), sans(one.type), sans(one.place), sans(one.period))).flatten(),
    table.hline(stroke: thick))
}

#if d.silences.len() > 0 {
  heading(level: 2, d.words.silences)
  set text(size: 11pt)
  set par(leading: 0.66em)
  list(indent: 0pt, body-indent: 0.6em, spacing: 0.7em, ..d.silences.map(line => serif(line)))
}
#if d.cited.len() > 0 {
  heading(level: 2, d.words.pageReferences)
  entries(d.cited, false)
}

// ———— The table, on pages of its own; its name and its head stand on each of them.
#set page(..across, ..running)
#let cell(one) = {
  if one.stages != none { pdf.artifact(sans(one.stages + " ", fill: second, tracking: 0.08em)) }
  if one.nothing { for run in one.runs { sans(run.text, fill: third) + cites(run) } }
  else if one.unsupported {
    highlight(fill: hatch, extent: 1pt, top-edge: "ascender", bottom-edge: "descender",
      runs(one.runs.map(run => run + (own: false))))
    sans(d.words.noSource, weight: 600, size: 0.92em)
  } else { runs(one.runs) }
}
#[
  #heading(level: 2, d.words.rowsTable)<rows>
  #let many = d.cases.len() > 4
  #set text(size: if many { 9pt } else { 10pt })
  #set par(leading: if zh { 0.75em } else { 0.62em }, justify: false)
  #if d.marks != "" { block(above: 0pt, below: 8pt, text(size: 9.5pt, fill: second, sans(d.marks))) }
  #let columns = 1 + d.cases.len() + if d.withFindings { 1 } else { 0 }
  #let last = columns - 1
  #table(
    columns: (if d.landscape and not many { 33mm } else { 24mm },) + (1fr,) * d.cases.len() + if d.withFindings { (0.9fr,) } else { () },
    align: start + top, stroke: none,
    inset: (x, y) => (
      left: if x == 0 { 0pt } else if d.withFindings and x == last { 8pt } else { 0pt },
      right: if d.withFindings and x == last { 8pt } else { 11pt }, top: 7.5pt, bottom: 7.5pt),
    fill: (x, y) => if d.withFindings and x == last { surface },
    table.header(
      repeat: true,
      table.cell(colspan: columns, fill: none, inset: 0pt, context {
        if here().page() > locate(<rows>).page() {
          pad(bottom: 7pt, text(size: 11pt, weight: 600, sans(d.words.rowsTable + d.words.continued)))
        }
      }),
      table.hline(stroke: thick),
      text(weight: 600, sans(d.words.rowHead)),
      ..d.cases.map(one => text(weight: 600, sans(one.short)) + linebreak() +
        text(size: 9pt, fill: second, sans(one.about))),
      ..if d.withFindings { (text(weight: 600, sans(d.words.finding)),) } else { () },
      table.hline(stroke: thin)),
    ..d.groups.enumerate().map(((at, group)) => (
      // A heading of its own level never stays behind at the foot of a page.
      table.header(
        level: 2, repeat: false,
        table.cell(colspan: columns - if d.withFindings { 1 } else { 0 }, inset: (bottom: 1pt),
          text(size: 9pt, fill: third, sans(group.title))),
        ..if d.withFindings { (table.cell(inset: (bottom: 1pt))[],) } else { () }),
      ..group.rows.enumerate().map(((index, row)) => (
        table.cell(breakable: not row.keep, text(weight: 600, sans(row.title))),
        ..row.cells.map(one => table.cell(breakable: not row.keep, cell(one))),
        ..if d.withFindings {
          (table.cell(breakable: not row.keep,
            if row.finding == none { sans(d.words.noFinding, fill: third) } else { runs(row.finding) }),)
        } else { () },
        ..if at == d.groups.len() - 1 and index == group.rows.len() - 1 { () } else { (table.hline(stroke: hair),) },
      )).flatten(),
    )).flatten(),
    table.hline(stroke: thick),
  )
  #if d.notes != "" { block(above: 9pt, text(size: 9.5pt, fill: second, sans(d.notes))) }
]

// ———— Pictures, each with what it shows and where it comes from.
#if d.pictures.len() > 0 [
  #set page(..upright, ..running)
  #heading(level: 2, d.words.pictures)
  #for one in d.pictures {
    block(breakable: false, above: 18pt, below: 22pt, {
      image(one.path, width: 100%, alt: one.alt)
      block(above: 9pt, below: 5pt, text(size: 10.5pt, weight: 600, sans(one.caption)))
      text(size: 9pt, fill: third, par(leading: 0.55em, justify: false, sans(one.source)))
    })
  }
]

// ———— The user's own notes.
#if d.notesOfUser.len() > 0 [
  #set page(..upright, ..running)
  #heading(level: 2, d.words.ownNotes)
  #set text(size: 10.5pt)
  #set par(leading: 0.75em, spacing: 0.6em, justify: false)
  #for one in d.notesOfUser {
    block(above: 16pt, below: 0pt, sticky: true, text(size: 9.5pt, weight: 600, sans(one.about)))
    if one.quote != "" { block(above: 6pt, below: 0pt, inset: (left: 1em), serif(one.quote, fill: second)) }
    block(above: 6pt, for line in one.lines { par(serif(line)) })
  }
]

// ———— The references.
#if d.references.len() > 0 [
  #set page(..upright, ..running)
  #heading(level: 2, d.words.references)
  #entries(d.references, true)
]
`;
