import { type BrowserWindow, dialog } from 'electron';
import { OkmError } from '#contract/errors.ts';
import type { Language } from '#contract/ids.ts';
import type { Log } from '#services/log/log.ts';
import { describeError } from '../error-messages.ts';
import { speak } from './texts.ts';

/** A failure in the user's words: what happened, and what was kept and can be done. */
export function failureText(
  error: unknown,
  language: Language,
  log: Log | undefined,
): readonly [what: string, rest: string] {
  const known =
    error instanceof OkmError ? error : new OkmError('UNEXPECTED', { logId: log?.fault(error) ?? '—' });
  const { what, kept, act } = describeError(known.code, { ...known.data }, language);
  return [what, language === 'zh' ? `${kept}${act}` : `${kept} ${act}`];
}

/** Shows a failure over a window. */
export async function sayFailure(
  window: BrowserWindow,
  error: unknown,
  language: Language,
  log: Log,
): Promise<void> {
  const [message, detail] = failureText(error, language, log);
  await dialog.showMessageBox(window, { type: 'warning', message, detail });
}

/** Shows a failure where there is no window to show it over, before the program ends. */
export function sayFinalFailure(error: unknown, language: Language, log: Log | undefined): void {
  dialog.showErrorBox(speak(language)('failed'), failureText(error, language, log).join('\n\n'));
}
