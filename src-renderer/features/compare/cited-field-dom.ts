import { type CitedRun, splitCited, writeCitation } from '#contract/cited-text.ts';

/** Fills a field with words and citations; a citation is one thing that the caret passes and Backspace takes whole. */
export function fillField(field: HTMLElement, text: string, className: string): void {
  field.replaceChildren(...citedNodes(text, className));
}

/** Words and their citations as nodes of a field. */
export function citedNodes(text: string, className: string): Node[] {
  return splitCited(text).flatMap((run) => [
    ...(run.text === '' ? [] : [document.createTextNode(run.text)]),
    ...(run.refs.length === 0 ? [] : [citationNode(run.refs, className, run.locators)]),
  ]);
}

/** A citation as a node of the field. */
export function citationNode(
  refs: readonly string[],
  className: string,
  locators?: CitedRun['locators'],
): HTMLElement {
  const node = document.createElement('span');
  node.className = className;
  node.contentEditable = 'false';
  node.dataset.refs = writeCitation(refs, locators);
  node.textContent = refs.map((ref) => ref.slice(ref.lastIndexOf('_') + 1)).join(' ');
  return node;
}

/** What stands in the field, as words with Pandoc citations. */
export function readField(field: HTMLElement): string {
  return [...field.childNodes]
    .map((node) => {
      if (node instanceof HTMLElement && node.dataset.refs !== undefined) {
        return `[${node.dataset.refs}]`;
      }
      if (node instanceof HTMLBRElement) return ' ';
      return node.textContent ?? '';
    })
    .join('')
    .replace(/[\u00a0\n]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Puts a node where the caret stands, or at the end when it stands elsewhere; the caret goes behind it. */
export function insertAtCaret(field: HTMLElement, node: Node): void {
  const selection = window.getSelection();
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  if (range !== undefined && field.contains(range.commonAncestorContainer)) {
    range.deleteContents();
    range.insertNode(node);
  } else {
    field.append(node);
  }
  caretBehind(node);
}

/** Puts the caret behind everything in the field. */
export function caretToEnd(field: HTMLElement): void {
  const selection = window.getSelection();
  selection?.selectAllChildren(field);
  selection?.collapseToEnd();
}

function caretBehind(node: Node): void {
  const range = document.createRange();
  range.setStartAfter(node);
  range.collapse(true);
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
