import { ValidationError } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import { type ErrorCode, type ErrorData, errors, OkmError } from '#contract/errors.ts';
import type { Log } from '#services/log/log.ts';

/** What every call carries in, whichever door it came by. */
export interface DoorContext {
  readonly log: Log;
  /** Counts the client's calls under way. */
  readonly enter: () => () => void;
}

/**
 * Turns whatever a call has thrown into an error that the contract declares: failures keep their code, a
 * wrong input becomes INPUT_INVALID, anything else UNEXPECTED with the id under which it was logged. No
 * message, path or stack of the error itself goes out.
 */
export function toContractError(thrown: unknown, log: Log, procedure: string): ORPCError<string, unknown> {
  if (thrown instanceof OkmError) return declare(thrown.code, thrown.data, thrown);
  if (thrown instanceof ORPCError) {
    if (thrown.defined && Object.hasOwn(errors, thrown.code)) return thrown;
    if (thrown.code === 'BAD_REQUEST') return declare('INPUT_INVALID', describeIssue(thrown.cause), thrown);
  }
  return declare('UNEXPECTED', { logId: log.fault(thrown, procedure) }, undefined);
}

/** An error of the contract as the wire carries it. */
export function declare<C extends ErrorCode>(
  code: C,
  data: ErrorData<C>,
  cause: unknown,
): ORPCError<string, unknown> {
  return new ORPCError<string, unknown>(code, {
    defined: true,
    status: errors[code].status,
    message: code,
    data,
    cause,
  });
}

function describeIssue(cause: unknown): ErrorData<'INPUT_INVALID'> {
  const issue = cause instanceof ValidationError ? cause.issues[0] : undefined;
  if (issue === undefined) return { path: '', issue: 'malformed' };
  const path = (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.');
  const code = 'code' in issue && typeof issue.code === 'string' ? issue.code : 'invalid';
  return { path: path.slice(0, 200), issue: code };
}
