/** An error as it may be written down: what kind, and where in our code. */
export interface Fault {
  readonly kind: string;
  readonly code?: string;
  readonly at: readonly string[];
  readonly cause?: Fault;
}

const MAX_FRAMES = 12;
const MAX_CAUSES = 3;

/**
 * Reduces an error to its class, its system code and the frames of its stack, files by name alone. Its
 * message stays out: it may quote a path or what the user wrote.
 */
export function describeFault(error: unknown, depth = 0): Fault {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const code =
    'code' in error && typeof error.code === 'string' && /^\w{1,40}$/.test(error.code)
      ? error.code
      : undefined;
  const at = (error.stack ?? '')
    .split('\n')
    .map((line) => /^\s+at (?:(?:async )?([\w.<>[\] ]{1,80}) \()?.*?([^/\\():]{1,80}:\d+:\d+)\)?$/.exec(line))
    .flatMap((match) => (match ? [`${match[1] ?? ''} ${match[2] ?? ''}`.trim()] : []))
    .slice(0, MAX_FRAMES);
  return {
    kind: /^\w{1,60}$/.test(error.name) ? error.name : 'Error',
    ...(code === undefined ? {} : { code }),
    at,
    ...(error.cause === undefined || depth >= MAX_CAUSES
      ? {}
      : { cause: describeFault(error.cause, depth + 1) }),
  };
}
