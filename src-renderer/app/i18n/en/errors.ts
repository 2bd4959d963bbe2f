import type { ErrorCode } from '../error-codes.ts';

/** What happened, and what was kept and can be done, for every error of the contract. */
export const errors = {
  'error.CASE_NOT_FOUND': 'There is no case “{id}”.',
  'error.CASE_NOT_FOUND.then': 'It may have been renamed or taken out. The nearest are: {nearest}.',
  'error.ANNOTATION_NOT_FOUND': 'This note is gone.',
  'error.ANNOTATION_NOT_FOUND.then': 'It may have been deleted in another window, where that can be undone.',
  'error.COMPARISON_NOT_FOUND': 'This comparison is gone.',
  'error.COMPARISON_NOT_FOUND.then':
    'It may have been deleted in another window. Look in the list of comparisons.',
  'error.VERSION_NOT_FOUND': 'This version is gone.',
  'error.VERSION_NOT_FOUND.then': 'It may have been deleted. The comparison is as it was.',
  'error.PACKET_NOT_FOUND': 'This packet is no longer there.',
  'error.PACKET_NOT_FOUND.then':
    'It may have been deleted in another window. Look at the list of packets; a deletion can be undone.',
  'error.PACKET_CHANGED': 'Not saved: this packet was changed in another window just now.',
  'error.PACKET_CHANGED.then':
    'What was changed there is kept, and your words are still here. Open it again and go on.',
  'error.COMPARISON_SIZE': 'A comparison takes 2 to 6 cases, and this makes {count}.',
  'error.COMPARISON_SIZE.then': 'The comparison is as it was.',
  'error.TARGET_NOT_FOUND': 'This passage is not in the text.',
  'error.TARGET_NOT_FOUND.then': 'The case may just have been updated. Open it again and select once more.',
  'error.INPUT_INVALID': 'This was not accepted: {path} is not as it should be.',
  'error.INPUT_INVALID.then': 'Nothing was changed.',
  'error.INPUT_TOO_LARGE': 'This is too large: the limit is {limitBytes} bytes.',
  'error.INPUT_TOO_LARGE.then': 'Nothing was changed. Try it in parts.',
  'error.TOO_MANY_CALLS': 'The program is busy: it does at most {limit} things at once.',
  'error.TOO_MANY_CALLS.then': 'Your words are still here. Try again in a few seconds.',
  'error.TICKET_EXPIRED': 'The file waited too long and was taken back.',
  'error.TICKET_EXPIRED.then': 'Export it again.',
  'error.FOLDER_IN_USE': 'Another program is using the data folder.',
  'error.FOLDER_IN_USE.then':
    'You can read on, but nothing can be saved. Close the other one and try again: {door}, process {pid}.',
  'error.FOLDER_READONLY': 'Not saved: the data folder is read-only.',
  'error.FOLDER_READONLY.then': 'Your words are still here. Allow writing to {folder}, then try again.',
  'error.FOLDER_MISSING': 'Not saved: the data folder is missing.',
  'error.FOLDER_MISSING.then':
    'Your words are still here. Connect the disk that holds {folder}, then try again.',
  'error.DISK_FULL': 'Not saved: the disk is full.',
  'error.DISK_FULL.then': 'Your words are still here. Free some space, then try again.',
  'error.DISK_ERROR': 'Not saved: the disk reported an error.',
  'error.DISK_ERROR.then': 'Your words are still here. Check the disk that holds {folder}, then try again.',
  'error.STORE_DAMAGED': 'The data file cannot be read.',
  'error.STORE_DAMAGED.then': 'The file is unchanged, at {file}. It can be restored from a backup.',
  'error.STORE_BUSY': 'The data was in use for too long.',
  'error.STORE_BUSY.then': 'Your words are still here. Try again in a few seconds.',
  'error.SCHEMA_NEWER': 'The data was written by a newer version; this one can only read it.',
  'error.SCHEMA_NEWER.then': 'Nothing was changed. Update the program to go on writing.',
  'error.FILE_CHANGED': 'Not saved: the file has been changed elsewhere.',
  'error.FILE_CHANGED.then':
    'Both versions are there: {file} was left as it is, and what you wrote is still here. Choose one and save again.',
  'error.CASE_ID_TAKEN': 'Another case already has the id “{id}”.',
  'error.CASE_ID_TAKEN.then': 'Nothing was changed. Take another, such as {free}.',
  'error.FILE_NOT_WRITABLE': 'The file cannot be written.',
  'error.FILE_NOT_WRITABLE.then': 'It may be open in another program: {file}. Close it and try again.',
  'error.FILE_REFUSED': 'This file cannot be used: {file}.',
  'error.FILE_REFUSED.then': 'The file and your data were not changed. Try another file.',
  'error.FORMAT_UNKNOWN': 'The format “{format}” is not known.',
  'error.FORMAT_UNKNOWN.then': 'These can be used: {known}.',
  'error.UNEXPECTED': 'Something unexpected happened, and this step was not finished.',
  'error.UNEXPECTED.then':
    'What was saved is safe. Try again; if it fails again, send the details to whoever looks after this program.',
} satisfies Record<`error.${ErrorCode}` | `error.${ErrorCode}.then`, string>;
