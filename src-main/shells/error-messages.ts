import type { ErrorCode, FileReason } from '#contract/errors.ts';
import type { Language } from '#contract/ids.ts';

/** What an expected failure says to people: what happened, what was kept, what to do. */
export interface ErrorMessage {
  readonly what: string;
  readonly kept: string;
  readonly act: string;
}

const zh = {
  CASE_NOT_FOUND: {
    what: '没有找到案例“{id}”。',
    kept: '没有改动任何东西。',
    act: '最接近的：{nearest}。也可以先搜索。',
  },
  ANNOTATION_NOT_FOUND: {
    what: '没有找到这条批注，可能已在别的窗口删除。',
    kept: '其他批注都在。',
    act: '到“批注”里看看全部批注，或撤销删除。',
  },
  COMPARISON_NOT_FOUND: {
    what: '没有找到这份比较，可能已在别的窗口删除。',
    kept: '其他比较都在。',
    act: '到“比较”里打开另一份，或撤销删除。',
  },
  VERSION_NOT_FOUND: {
    what: '没有找到比较的这个版本，可能已被删除。',
    kept: '比较和其他版本都没有改动。',
    act: '到“版本”里看看还有哪些。',
  },
  PACKET_NOT_FOUND: {
    what: '没有找到这个课包，可能已在别的窗口删除。',
    kept: '其他课包都在。',
    act: '用 okm packet 列出全部课包，或撤销删除。',
  },
  PACKET_CHANGED: {
    what: '这个课包刚在别处改过，这次没有存上。',
    kept: '那边的改动已经存下。',
    act: '重新打开后再改。',
  },
  COMPARISON_SIZE: {
    what: '一份比较要有二到六个案例，现在是 {count} 个。',
    kept: '比较没有改动。',
    act: '增减案例后再试。',
  },
  TARGET_NOT_FOUND: {
    what: '批注要落在的那段文字不在案例里（{id}，{section}，{start}–{end}）。',
    kept: '没有保存这条批注，案例没有改动。',
    act: '重新选一段文字再试。',
  },
  INPUT_INVALID: {
    what: '收到的内容不合要求：{path}（{issue}）。',
    kept: '没有改动任何东西。',
    act: '改正后再试；如果这是界面自己发出的，请重新载入页面。',
  },
  INPUT_TOO_LARGE: {
    what: '内容太大，超过了 {limitBytes} 字节。',
    kept: '没有改动任何东西。',
    act: '分几次来做。',
  },
  TOO_MANY_CALLS: {
    what: '同时进行的操作太多，超过了 {limit} 个。',
    kept: '已经开始的操作会照常完成。',
    act: '等一会儿再试。',
  },
  TICKET_EXPIRED: {
    what: '这次下载的凭证已经用过或过期了。',
    kept: '你的资料没有改动。',
    act: '再导出一次。',
  },
  FOLDER_IN_USE: {
    what: '资料文件夹正被另一个程序使用（{door}，进程 {pid}，自 {since}）：{folder}',
    kept: '资料没有改动，这里只能读。',
    act: '关掉另一个程序，再打开一次。',
  },
  FOLDER_READONLY: {
    what: '资料文件夹不能写入：{folder}',
    kept: '已有的资料没有改动，仍可阅读。',
    act: '检查文件夹的权限，或用 --data 换一个文件夹。',
  },
  FOLDER_MISSING: {
    what: '资料文件夹不见了：{folder}',
    kept: '程序没有新建空的资料。',
    act: '接上放资料的磁盘，或用 --data 指出它现在的位置。',
  },
  DISK_FULL: {
    what: '磁盘满了，没有保存：{folder}',
    kept: '此前保存的都在。',
    act: '腾出一些空间，再做一次。',
  },
  DISK_ERROR: {
    what: '磁盘读写出错：{folder}',
    kept: '出错前保存的都在，此后只能读。',
    act: '检查磁盘，然后重新打开程序。',
  },
  STORE_DAMAGED: {
    what: '资料库文件损坏：{file}',
    kept: '损坏的文件原样留着，没有写过。',
    act: '从备份恢复。',
  },
  STORE_BUSY: {
    what: '资料库正忙，这次没有存上。',
    kept: '此前保存的都在。',
    act: '过几秒再试。',
  },
  SCHEMA_NEWER: {
    what: '资料是由更新的版本写下的（格式 {found}，本程序认识到 {known}）。',
    kept: '没有写过任何东西，只能读。',
    act: '请用新版本打开。',
  },
  FILE_CHANGED: {
    what: '文件在别处改过了：{file}',
    kept: '两个版本都在：文件没有改动，你写的也没有丢。',
    act: '看看两个版本，选一个再存。',
  },
  CASE_ID_TAKEN: {
    what: '编号“{id}”已经有案例用了。',
    kept: '没有改动任何东西。',
    act: '换一个编号，例如 {free}。',
  },
  FILE_NOT_WRITABLE: {
    what: '不能写入文件：{file}',
    kept: '原来的文件没有改动。',
    act: '换一个位置或文件名；如果它正在别的程序里打开，先关掉。',
  },
  FILE_REFUSED: {
    what: '不能用这个文件：{file}。{reason}',
    kept: '文件和你的资料都没有改动。',
    act: '改正后再试。',
  },
  FORMAT_UNKNOWN: {
    what: '不认识格式“{format}”。',
    kept: '没有写出文件。',
    act: '可以用：{known}。',
  },
  PACK_NOT_CASEPACK: {
    what: '这不是课包或资料包：{file}。',
    kept: '没有写出任何文件，你的资料没有改动。',
    act: '换一个 .casepack 文件。',
  },
  PACK_UNSAFE_PATH: {
    what: '包里有不安全的路径“{path}”：{file}。',
    kept: '没有写出任何文件，你的资料没有改动。',
    act: '不要打开它；向给你的人再要一份。',
  },
  PACK_UNSAFE_ENTRY: {
    what: '包里有不该有的东西（链接、加密或重叠的内容）“{path}”：{file}。',
    kept: '没有写出任何文件，你的资料没有改动。',
    act: '不要打开它；向给你的人再要一份。',
  },
  PACK_TOO_LARGE: {
    what: '包太大，或解开后会太大（{path}）：{file}。',
    kept: '没有写出任何文件，你的资料没有改动。',
    act: '请给你的人分成几个包。',
  },
  PACK_CORRUPT: {
    what: '包不完整，或被改过（{path}）：{file}。',
    kept: '没有写出任何文件，你的资料没有改动。',
    act: '重新复制或下载一次；还不行就再要一份。',
  },
  PACK_BAD_MANIFEST: {
    what: '包的清单不合要求（{path}）：{file}。',
    kept: '没有写出任何文件，你的资料没有改动。',
    act: '请给你的人用新版本重做。',
  },
  PACK_BAD_CASE: {
    what: '包里的案例不合要求：{path} {detail}。',
    kept: '没有写出任何文件，你的资料没有改动。',
    act: '请给你的人改正后重做。',
  },
  PACK_TOO_NEW: {
    what: '这个包要新版本才能读（格式{detail}）：{file}。',
    kept: '没有写出任何文件，你的资料没有改动。',
    act: '更新程序后再打开。',
  },
  PACK_WRONG_KEY: {
    what: '这几个词打不开后面的部分。',
    kept: '没有写出任何文件，你的资料没有改动。',
    act: '核对六个词和次序，再试。',
  },
  UNEXPECTED: {
    what: '出了意料之外的错误（日志编号 {logId}）。',
    kept: '此前保存的都在。',
    act: '再试一次；如果还是这样，请带着日志编号告诉我们。',
  },
} as const satisfies Record<ErrorCode, ErrorMessage>;

const en: Record<ErrorCode, ErrorMessage> = {
  CASE_NOT_FOUND: {
    what: 'There is no case “{id}”.',
    kept: 'Nothing was changed.',
    act: 'The nearest: {nearest}. Or search first.',
  },
  ANNOTATION_NOT_FOUND: {
    what: 'This note was not found; it may have been deleted in another window.',
    kept: 'All other notes are there.',
    act: 'Look at all notes under Notes, or undo the deletion.',
  },
  COMPARISON_NOT_FOUND: {
    what: 'This comparison was not found; it may have been deleted in another window.',
    kept: 'All other comparisons are there.',
    act: 'Open another one under Compare, or undo the deletion.',
  },
  VERSION_NOT_FOUND: {
    what: 'This version of the comparison was not found; it may have been deleted.',
    kept: 'The comparison and its other versions are as they were.',
    act: 'See under Versions which there are.',
  },
  PACKET_NOT_FOUND: {
    what: 'This packet was not found; it may have been deleted in another window.',
    kept: 'All other packets are there.',
    act: 'List all packets with okm packet, or undo the deletion.',
  },
  PACKET_CHANGED: {
    what: 'This packet was changed elsewhere just now; this was not saved.',
    kept: 'What was changed there is kept.',
    act: 'Open it again and go on.',
  },
  COMPARISON_SIZE: {
    what: 'A comparison has two to six cases; this would be {count}.',
    kept: 'The comparison was not changed.',
    act: 'Add or take away cases and try again.',
  },
  TARGET_NOT_FOUND: {
    what: 'The passage that the note belongs to is not in the case ({id}, {section}, {start}–{end}).',
    kept: 'The note was not saved and the case was not changed.',
    act: 'Select a passage again.',
  },
  INPUT_INVALID: {
    what: 'What was received is not valid: {path} ({issue}).',
    kept: 'Nothing was changed.',
    act: 'Correct it and try again; if the screen itself sent it, load the page anew.',
  },
  INPUT_TOO_LARGE: {
    what: 'This is too large: more than {limitBytes} bytes.',
    kept: 'Nothing was changed.',
    act: 'Do it in several steps.',
  },
  TOO_MANY_CALLS: {
    what: 'Too much is going on at once: more than {limit} calls.',
    kept: 'What has begun will be finished.',
    act: 'Wait a moment and try again.',
  },
  TICKET_EXPIRED: {
    what: 'This download’s ticket has been used or is too old.',
    kept: 'Your data were not changed.',
    act: 'Export once more.',
  },
  FOLDER_IN_USE: {
    what: 'Another program uses the data folder ({door}, process {pid}, since {since}): {folder}',
    kept: 'The data were not changed; here they can only be read.',
    act: 'Close the other program and open this one again.',
  },
  FOLDER_READONLY: {
    what: 'The data folder cannot be written to: {folder}',
    kept: 'Your data were not changed and can still be read.',
    act: 'Check the folder’s permissions, or name another folder with --data.',
  },
  FOLDER_MISSING: {
    what: 'The data folder is gone: {folder}',
    kept: 'No empty one was made in its place.',
    act: 'Connect the disk that holds it, or say with --data where it is now.',
  },
  DISK_FULL: {
    what: 'The disk is full; this was not saved: {folder}',
    kept: 'Everything saved before is there.',
    act: 'Make some room and do it again.',
  },
  DISK_ERROR: {
    what: 'The disk could not be read or written: {folder}',
    kept: 'Everything saved before is there; from now on it can only be read.',
    act: 'Check the disk, then open the program again.',
  },
  STORE_DAMAGED: {
    what: 'The file of your data is damaged: {file}',
    kept: 'The damaged file was left as it is.',
    act: 'Restore from a backup.',
  },
  STORE_BUSY: {
    what: 'Your data are busy; this was not saved.',
    kept: 'Everything saved before is there.',
    act: 'Try again in a few seconds.',
  },
  SCHEMA_NEWER: {
    what: 'The data were written by a newer version (form {found}; this program knows up to {known}).',
    kept: 'Nothing was written; the data can only be read.',
    act: 'Open them with the newer version.',
  },
  FILE_CHANGED: {
    what: 'The file has been changed elsewhere: {file}',
    kept: 'Both versions are there: the file was left as it is, and what you wrote is not lost.',
    act: 'Look at both, choose one, and save again.',
  },
  CASE_ID_TAKEN: {
    what: 'Another case already has the id “{id}”.',
    kept: 'Nothing was changed.',
    act: 'Take another id, such as {free}.',
  },
  FILE_NOT_WRITABLE: {
    what: 'This file cannot be written: {file}',
    kept: 'The file that was there has not been changed.',
    act: 'Choose another place or name; if it is open in another program, close it there first.',
  },
  FILE_REFUSED: {
    what: 'This file cannot be used: {file}. {reason}',
    kept: 'The file and your data were not changed.',
    act: 'Correct it and try again.',
  },
  FORMAT_UNKNOWN: {
    what: 'The format “{format}” is not known.',
    kept: 'No file was written.',
    act: 'These can be used: {known}.',
  },
  PACK_NOT_CASEPACK: {
    what: 'This is not a .casepack: {file}',
    kept: 'No file was written and your data were not changed.',
    act: 'Choose another file.',
  },
  PACK_UNSAFE_PATH: {
    what: 'The pack holds an unsafe path “{path}”: {file}',
    kept: 'No file was written and your data were not changed.',
    act: 'Do not open it; ask for another copy.',
  },
  PACK_UNSAFE_ENTRY: {
    what: 'The pack holds what no pack may (a link, an encrypted or overlapping part), “{path}”: {file}',
    kept: 'No file was written and your data were not changed.',
    act: 'Do not open it; ask for another copy.',
  },
  PACK_TOO_LARGE: {
    what: 'The pack is too large, or would be once unpacked ({path}): {file}',
    kept: 'No file was written and your data were not changed.',
    act: 'Ask for it in several packs.',
  },
  PACK_CORRUPT: {
    what: 'The pack is incomplete or was changed ({path}): {file}',
    kept: 'No file was written and your data were not changed.',
    act: 'Copy or download it again; if that does not help, ask for another.',
  },
  PACK_BAD_MANIFEST: {
    what: 'The manifest of the pack is not valid ({path}): {file}',
    kept: 'No file was written and your data were not changed.',
    act: 'Ask for it to be made again with a newer version.',
  },
  PACK_BAD_CASE: {
    what: 'A case of the pack is not valid: {path} {detail}',
    kept: 'No file was written and your data were not changed.',
    act: 'Ask for it to be corrected and made again.',
  },
  PACK_TOO_NEW: {
    what: 'This pack needs a newer version of the program (format {detail}): {file}',
    kept: 'No file was written and your data were not changed.',
    act: 'Update the program, then open it again.',
  },
  PACK_WRONG_KEY: {
    what: 'These words do not open the rest.',
    kept: 'No file was written and your data were not changed.',
    act: 'Check the six words and their order, and try again.',
  },
  UNEXPECTED: {
    what: 'Something unexpected went wrong (log id {logId}).',
    kept: 'Everything saved before is there.',
    act: 'Try again; if it stays so, tell us and name the log id.',
  },
};

/** Why a file is not taken; `{detail}` is what stands in it. */
const reasons: Record<Language, Record<FileReason, string>> = {
  zh: {
    missing: '没有这个文件。',
    damaged: '文件损坏，或太大。',
    'not-docx': '它不是 Word 文档（.docx）。',
    'not-text': '它不是 UTF-8 文字。',
    macros: '它带有宏。',
    'not-brief': '它不是本程序写出的比较简报，里面没有比较表。',
    'no-cases': '认不出它比较的是哪些案例；请在后面写上案例 ID。',
    'column-lost': '比较表里少了一列：{detail}。',
    merged: '比较表里有合并或拆开的单元格：{detail}。',
    'not-references': '里面没有能读的文献：{detail}。',
    recipe: '配方不合要求：{detail}。',
    'not-picture': '它不是完整的 PNG 或 JPEG 图片。',
  },
  en: {
    missing: 'There is no such file.',
    damaged: 'It is damaged, or too large.',
    'not-docx': 'It is not a Word document (.docx).',
    'not-text': 'It is not text in UTF-8.',
    macros: 'It carries macros.',
    'not-brief': 'It is not a brief of this program: it holds no comparison table.',
    'no-cases': 'Which cases it compares cannot be told; name their ids after it.',
    'column-lost': 'The comparison table has lost a column: {detail}.',
    merged: 'Cells of the comparison table were merged or split: {detail}.',
    'not-references': 'It holds no reference that can be read: {detail}.',
    recipe: 'The recipe is not valid: {detail}.',
    'not-picture': 'It is not a whole PNG or JPEG picture.',
  },
};

const messages: Record<Language, Record<ErrorCode, ErrorMessage>> = { zh, en };

/** The sentences of an expected failure, with its data filled in. */
export function describeError(
  code: ErrorCode,
  data: Readonly<Record<string, unknown>>,
  language: Language,
): ErrorMessage {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, key: string) => {
      const value = data[key];
      if (key === 'reason' && isReason(value)) return fill(reasons[language][value]);
      if (Array.isArray(value)) return value.join(language === 'zh' ? '、' : ', ') || '—';
      return value === undefined ? '—' : String(value);
    });
  const { what, kept, act } = messages[language][code];
  return { what: fill(what), kept: fill(kept), act: fill(act) };
}

function isReason(value: unknown): value is FileReason {
  return typeof value === 'string' && Object.hasOwn(reasons.zh, value);
}
