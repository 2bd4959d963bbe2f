/** Where a command writes: results on one stream, everything said about them on the other. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** A value as one line of JSON: what a terminal would obey is escaped, so that offsets into texts hold. */
  readonly json: (value: unknown) => void;
}

const string =
  '(?:\\u001b[P\\]X^_]|[\\u0090\\u009d\\u0098\\u009e\\u009f])[^\\u0007\\u001b\\u009c]*(?:\\u0007|\\u001b\\\\|\\u009c)?';
const sequence = '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]?';
const escapes = new RegExp(`${string}|${sequence}|\\u001b[ -/]*[0-~]?`, 'g');
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Takes out of a text everything that a terminal would obey instead of showing: escape sequences with their
 * contents, C0 and C1 controls other than tab and line feed, and marks that turn the direction of reading.
 */
export function harmless(text: string): string {
  return text.replace(escapes, '').replace(controls, '');
}

/** JSON in which every control character and mark of direction is written as an escape. */
export function harmlessJson(value: unknown): string {
  return JSON.stringify(value).replace(
    controls,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A terminal over two streams; a reader that has gone away (`okm … | head`) is no error. */
export function openTerminal(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Terminal {
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    out: (line) => void stdout.write(`${harmless(line)}\n`),
    json: (value) => void stdout.write(`${harmlessJson(value)}\n`),
    err: (line) => void stderr.write(`${harmless(line)}\n`),
  };
}
