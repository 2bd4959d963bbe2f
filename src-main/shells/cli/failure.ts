import { ORPCError } from '@orpc/client';
import { type ErrorCode, errors, OkmError } from '#contract/errors.ts';
import { describeError } from '../error-messages.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** Says an expected failure in the user's language and answers its exit code; undefined when it is not one. */
export function sayFailure(
  error: unknown,
  { languages }: Pick<Arguments, 'languages'>,
  terminal: Terminal,
): number | undefined {
  if (!(error instanceof OkmError || error instanceof ORPCError) || !isCode(error.code)) return undefined;
  const data: unknown = error.data;
  for (const language of languages) {
    const fields = typeof data === 'object' && data !== null ? Object.entries(data) : [];
    const { what, kept, act } = describeError(error.code, Object.fromEntries(fields), language);
    terminal.err(language === 'zh' ? `${what}${kept}${act}` : `${what} ${kept} ${act}`);
  }
  return errors[error.code].exit;
}

function isCode(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code);
}
