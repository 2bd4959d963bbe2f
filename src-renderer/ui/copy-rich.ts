/**
 * Puts a thing on the clipboard in two forms: HTML for programs that keep its looks, bare text for the rest. Where
 * the shell grants no clipboard permission, the browser's own copy command does it, after the user's key or click.
 */
export async function copyRich({
  html,
  text,
}: {
  readonly html: string;
  readonly text: string;
}): Promise<boolean> {
  const both = { 'text/html': html, 'text/plain': text };
  try {
    const parts = Object.entries(both).map(([type, part]) => [type, new Blob([part], { type })] as const);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
    return true;
  } catch {
    // Refused by the shell: the older way needs no permission.
    let isCopied = false;
    const fill = (event: ClipboardEvent) => {
      event.preventDefault();
      for (const [type, part] of Object.entries(both)) event.clipboardData?.setData(type, part);
      isCopied = event.clipboardData !== null;
    };
    document.addEventListener('copy', fill, { once: true });
    document.execCommand('copy');
    document.removeEventListener('copy', fill);
    return isCopied;
  }
}
