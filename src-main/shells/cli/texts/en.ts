import type { zh } from './zh.ts';

/** What the command line says, in English. */
export const en = {
  help: `One Kilometre

Usage: okm <command> [options]

  search QUERY               search the cases
  precedents [WORDS]         precedents for a place, with what is alike and what differs: --level --space
                             --challenge --lead --funding --years 2015..2020 --type; values in Chinese or
                             English, several joined by commas
  show ID                    show one case
  check [FILE…]              check case files; without a file, the whole library; --format github for pipelines;
                             --brief FILE [ID…] lists the numbers of a brief that no figure says
  report                     library report: how many of what, how well evidenced, what is unsaid; --out FOLDER
  new case ID --type TYPE    begin the two files of a new case; --title and --title-en name it
  new edition ID             begin your own edition of a case; the case itself is not touched
  compare --from brief.docx  read back a brief that was edited in Word; --yes writes the edits
  compare ID ID…             compare two to six cases
  brief ID ID… --out FILE    write the comparison as a brief; the ending says how:
                             .docx .pdf .html .md .xlsx .csv .json; or the id of a stored
                             comparison, or --from recipe.yaml; --style gb-2025|gb-2015|apa-7|
                             chicago-notes|chicago-author-date, --reference-doc template.docx,
                             --orientation portrait|landscape, --order own|groups, --cover,
                             --pictures matrix,life-cycle,timeline,figures, --notes (your own),
                             --audience WORDS, --organisation NAME, --logo FILE.png
  references ID… --out FILE  the sources of cases for Zotero or NoteExpress: .ris .bib .json;
                             --from FILE reads RIS or CSL-JSON
  packet                   list packets; packet ID --out FILE writes one: .docx .pdf .epub .md .zip (pages);
                           --edition trainer for the trainer's, --format handout or cards for PDFs to fold or cut
  pack ID… --out FILE      cases, packets, comparisons, collections as one .casepack; notes among the
                           ids takes all notes along; --edition student leaves the trainer's part out
  unpack FILE [--out FOLDER], verify FILE, diff [EARLIER] FILE
                           open, check and compare packs
  import CASE.md           a case written elsewhere: what is wrong in it first; --yes takes it among your own
  import FILE [CASE]       what a pack or a file of notes would bring (.casepack, W3C JSON-LD, Hypothesis); --yes takes it in;
                           CASE where the notes are about another page
  export notes --out FILE  all notes: .jsonld .md (.zip for several cases) .csv .xlsx .json
  export all --out FOLDER     all your data as plain files; import all FOLDER reads them back
  picture NAME --out FILE    draw the library: matrix, timeline, places, life-cycle, actors, accounts, silence; .svg or .png
  picture actors ID --out FILE
                           who does what with whom in one case; other pictures take ids of cases too
  transfer ID…             conditions for transfer; --place NAME of your own, --out FILE .docx .pdf .md; without
                           an id, your places
  interview ID             a field interview guide from what a case leaves open; --lang both asks in both
                           languages, --out FILE .docx .pdf .md
  exercise ID              "which figure would you cite"; --with-answers for the trainer, --out FILE
  backup                     back up all your data now, and verify it; --to DIR also puts a copy on a
                             USB stick or a share from now on (off ends that)
  restore [NAME]             list the backups; with a backup’s name or a file, what restoring it would add,
                             change and remove; --yes restores
  doctor                     look all your data through: soundness, references, index, backups; mends what
                             can be mended and says what
  serve                      start the web interface; --no-open prints its address, --port names the port

Options:
  --json             results as JSON, and nothing else on standard output
  --limit N          at most N cases (search, precedents)
  --lang zh|en|both  language; the system's when left out
  --data DIR         folder that holds your data
  --help             this text
  --version          version

Examples:
  okm search "residents vote on design"
  okm search 'type:project year:2015..2020 pocket park' --json --limit 5
  okm precedents "lift retrofit" --level community --space "old neighbourhood" --funding residents
  okm show beijing-jinsong-model --lang both
  okm check cases/project/beijing-jinsong-model.md
  okm new case nanjing-xiaoxihu --type project --title-en "Xiaoxihu quarter"
  okm brief beijing-jinsong-model chengdu-chenghua-co-creation --out brief.docx

Exit codes: 0 done; 1 nothing found, or the check failed; 2 wrong usage; 3 input refused; 4 disk, lock or
unexpected error.`,
  unknownCommand: 'There is no command “{command}”. See okm --help.',
  usage: 'Wrong usage: {reason}. See okm --help.',
  missing: '{what} is missing',
  badOption: '“{value}” cannot be used for {option}',
  unknownOption: 'unknown option {option}',
  query: 'the query',
  id: 'the case’s id',
  ids: 'a list of two to six case ids',
  out: '--out FILE',
  checkCited: '{cited} of {factual} factual sentences cite a source ({share}%).',
  newCase: 'case and the case’s id',
  badCaseId: '“{id}” cannot be a case’s id: lower-case letters, digits and hyphens only, city first',
  badType: 'there is no type “{type}”; use {known}',
  badPlace: 'There is no place “{name}”; there are {known}',
  noOwnPlace: 'No place of your own yet. Make one in the window: Matrix → Will it move?',
  badPicture: 'there is no “{name}”; use {known}',
  reportWritten: 'Wrote {file}',
  fileThere: 'This file is already there and was left alone: {file}',
  newEditionThen:
    'Your edition is written: {file}. Change it in any editor; the library follows at once. The case itself was not touched.',
  exportAllDone:
    'Written to {folder}: {cases} case files and {rows} records, all plain files. okm import all reads them back.',
  importAllThen:
    'Nothing was changed. To put it in the place of what is here, add --yes: okm import all {folder} --yes. What is replaced is kept.',
  newCaseThen: 'After each section run okm check {file}: it says what is still missing.',
  checkDone: 'Checked {cases} cases: {errors} errors, {warnings} warnings.',
  checkError: 'error',
  checkWarning: 'warning',
  fileMissing: 'There is no such file: {file}',
  found: '{total} cases',
  foundRelated: ', and {related} related',
  site: 'a description of the place (such as --level district, or some words)',
  precedents: '{total} cases share at least one thing, the closest first:',
  noSetback: 'The library has none that met the same situation and stopped or failed.',
  'setback.stopped': 'Met the same situation, and was stopped:',
  'setback.failed': 'Met the same situation, and failed:',
  'setback.in-part': 'Met the same situation, and part of it stopped or came to nothing:',
  'verdict.same': 'same      ',
  'verdict.part': 'near      ',
  'verdict.differs': 'differs   ',
  'verdict.not-stated': 'not stated',
  'attribute.type': 'type',
  'attribute.level': 'level',
  'attribute.space': 'space',
  'attribute.challenge': 'challenge',
  'attribute.lead': 'who leads',
  'attribute.funding': 'who pays',
  'attribute.years': 'year of start',
  'attribute.text': 'mentions',
  nothingFound: 'Nothing was found.',
  relax: 'Without “{chip}” there are {total} cases.',
  nearest: 'Terms that come near: {terms}',
  match: 'match',
  related: 'related',
  briefDone: 'Wrote {file} ({citations} citations, {unsupported} without a source).',
  briefChecked: '{numbers} numbers in a brief of {cases} cases; {unknown} are in no figure of theirs.',
  referencesDone: '{file} written ({count} references).',
  referenceProblem: 'Record at {at} was not read: {reason} {detail}',
  returnNoRecord: '{file} has no record of its comparison any more; it was made out from the table.',
  returnFound: '“{title}”: {edits} edited, {conflicts} of them changed on both sides.',
  returnThen: '--yes writes them into the comparison; what both sides changed is left alone.',
  returnDone: 'Written into comparison {id} ({count}).',
  returnApply: 'edit',
  returnConflict: 'conflict',
  returnSame: 'same',
  returnFinding: 'finding',
  briefMissing: 'No font has these characters, so they are not on the pages: {characters}',
  sources: 'Sources',
  readOnly: 'Your data can only be read: {reason}',
  unexpected: 'Something unexpected went wrong: {message}\nEverything saved before is there.',
  address: 'Open this address in a browser (good for 10 minutes, and once):',
  noBrowser: 'No browser could be opened from here.',
  opened:
    'Opened in the browser. Ctrl+C stops it. If nothing appears, use this (good for 10 minutes, and once):',
  runsAlready: 'One Kilometre already runs; it is asked to open a new page.',
  gone: 'The last page was closed; the program ends.',
  unused: 'Nobody used the address for 10 minutes; the program ends.',
  besieged: 'Too many wrong keys within a minute; the server stops, to be safe.',
  portTaken: 'Port {port} cannot be used. Name another, or leave --port out.',
  'plan.new': 'new',
  'plan.same': 'same',
  'plan.differs': 'differs',
  'plan.refused': 'refused',
  planMore: '… and {count} more',
  planCounts:
    'new {new}, same {same}, different {differs}, refused {refused}; sentence not found for {orphan}.',
  importThen: 'Nothing taken in yet. To do so: okm import {file} --yes',
  importDone: '{added} taken in, {changed} changed. It can be undone.',
  notesWritten: 'Wrote {file} ({count} notes)',
  importFile: 'FILE',
  exportWhat: 'notes or all, and --out FILE',
  'reason.not-an-object': 'no annotation',
  'reason.context-foreign': 'not the context of W3C annotations',
  'reason.id-invalid': 'the id cannot be used',
  'reason.id-twice': 'the id stands twice',
  'reason.source-foreign': 'not about a case of this library',
  'reason.target-missing': 'nothing that it stands on',
  'reason.case-unknown': 'no such case here; kept until there is',
  'reason.language-unknown': 'unknown language',
  'reason.quote-missing': 'no quote and no position that counts',
  'reason.offsets-invalid': 'wrong offsets; looked for by its quote',
  'reason.surrogate-broken': 'half a character, taken out',
  'reason.control-characters': 'control characters, taken out',
  'reason.too-long': 'too long, cut',
  'reason.too-many': 'more than a file may hold',
  'reason.date-invalid': 'a date that cannot be read',
  'reason.kind-unknown': 'unknown kind, taken as a note',
  'reason.colour-unknown': 'unknown colour, taken as yellow',
  'reason.tag-too-long': 'a tag too long, left out',
  'reason.too-many-tags': 'too many tags, the first 50 taken',
  'reason.reply-unknown': 'the question that it answers is not there',
  'reason.keys-unknown': 'unknown keys',
  'reason.html-as-text': 'its HTML is taken as text',
  'reason.in-bin': 'it is in the bin, and stays there',
  'reason.newer-here': 'the one here is newer; kept in the history',
  'reason.conflict': 'two wordings of one moment; both kept',
  packIds: 'ids of what to pack',
  packFile: 'a .casepack file',
  packetId: 'the id of a packet',
  packDone: 'Wrote {file} ({count} files).',
  unpackDone: 'Unpacked into {folder} ({count} files); sha256sum -c checks it.',
  verifyDone: '“{title}” ({edition}) is whole: {count} items.',
  diffDone: 'Added {added}, removed {removed}, changed {changed}.',
  packOther: 'Case {id} is here, in another revision.',
  packMissing: 'Case {id} is not here.',
  packTaken:
    'Taken in: {cases} cases, {packets} packets, {comparisons} comparisons, {collections} collections, {notes} notes. What was there is as it was.',
  packetLine: '{title} ({sessions} sessions, {cases} cases, {minutes} minutes)',
  packetNone: 'There are no packets yet.',
  packetDone: 'Wrote {file} ({sessions} sessions, {references} references).',
  backupDone: 'Backed up and verified: {name} ({notes} notes, {cases} files of own cases, {size} MB)',
  backupSecond: 'A copy was put into {place}',
  backupSecondAbsent: 'The second place is not there now, so there is one copy only: {place}',
  backupNone: 'There is no backup yet.',
  backupLine: '{name}  {at}  {reason}  {notes} notes  {cases} files of own cases',
  'backupReason.asked': 'asked for',
  'backupReason.timer': 'by the clock',
  'backupReason.quit': 'at the end',
  'backupReason.migration': 'before an update',
  'backupReason.restore': 'before a restore',
  'backupReason.import': 'before an import',
  'backupReason.mend': 'before mending',
  restoreCounts: '{added} would be added, {changed} changed, {removed} removed; {same} stay the same.',
  restoreThen: 'Nothing restored yet. To do so: okm restore {name} --yes',
  restoreDone: 'Restored. What was there was backed up first, and also lies unchanged in {replaced}.',
  restoreMore: '… and {count} more',
  'change.added': 'add',
  'change.changed': 'change',
  'change.removed': 'remove',
  'item.note': 'note',
  'item.comparison': 'comparison',
  'item.packet': 'packet',
  'item.collection': 'collection',
  'item.tag': 'tag',
  'item.row': 'own row',
  'item.place': 'own place',
  'item.study': 'cards learnt',
  'item.setting': 'setting',
  'item.case': 'file of an own case',
  doctorSound: 'Your data are sound: {notes} notes, {backups} backups.',
  doctorMended: 'mended',
  doctorOpen: 'not mended',
  mendReport:
    'Your data were damaged and have been brought back from the backup {backup}: {notes} notes; {replayed} changes made since were done again, {salvaged} rows saved from the damaged file, {lost} lost. The damaged files are kept in {damaged}.',
  'finding.integrity': 'a page of the database is damaged ({where})',
  'finding.foreign-key': 'a row points at something that is not there ({where} {id})',
  'finding.hash': 'not what was written ({where} {id})',
  'finding.count': 'the number of notes does not agree ({id})',
  'finding.schema': 'the structure of the database is not ours ({where})',
  'finding.commits-lost': 'what was saved last is gone (up to {where}, should be {id})',
  'finding.orphan': 'a note whose sentence is gone; the note is there ({id})',
  'finding.index': 'the index is damaged; the next start makes it anew ({where})',
  'finding.backup': 'a backup is not what was verified, and is no longer used ({where})',
  'finding.left-over': 'a file that was left when work was cut off ({where})',
} as const satisfies Record<keyof typeof zh, string>;
