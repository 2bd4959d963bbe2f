import { ORPCError } from '@orpc/client';
import { useCallback } from 'react';
import { fileReasons } from '#contract/errors.ts';
import { type ErrorCode, errorCodes } from '../i18n/error-codes.ts';
import { type Translate, useT } from '../i18n/use-t.tsx';

/** A failure in the user's words. */
export interface Failure {
  readonly what: string;
  /** What was kept, and what to do. */
  readonly next: string;
  /** For 复制详情: the code and its data, never the user's text. */
  readonly details: string;
}

/** Says any failure of a call in the user's language; one that is not expected says so with its log number. */
function describeFailure(t: Translate, error: unknown): Failure {
  if (error instanceof ORPCError) {
    const known = errorCodes.find((code) => code === error.code);
    if (known === 'FILE_REFUSED') return refused(t, error.data);
    if (known !== undefined) return describe(t, known, error.data);
  }
  return { ...describe(t, 'UNEXPECTED', {}), details: error instanceof Error ? error.message : 'UNEXPECTED' };
}

/** A file that is not taken, with the reason in words. */
function refused(t: Translate, data: unknown): Failure {
  const plain = describe(t, 'FILE_REFUSED', data);
  const { file, reason, detail } = Object(data) as Record<string, unknown>;
  const known = fileReasons.find((one) => one === reason);
  if (known === undefined) return plain;
  return { ...plain, what: t(`file.${known}`, { file: String(file), detail: String(detail) }) };
}

function describe(t: Translate, code: ErrorCode, data: unknown): Failure {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(typeof data === 'object' && data !== null ? data : {})) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = value;
    if (Array.isArray(value)) values[name] = value.join(t('common.comma'));
  }
  return {
    what: t(`error.${code}`, values),
    next: t(`error.${code}.then`, values),
    details: `${code} ${JSON.stringify(values)}`,
  };
}

/** {@link describeFailure} in the language of the interface. */
export function useFailure(): (error: unknown) => Failure {
  const t = useT();
  return useCallback((error) => describeFailure(t, error), [t]);
}
