/** Where a command writes: results on one stream, everything said about them on the other. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
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

/** A terminal over two streams; a reader that has gone away (`okm … | head`) is no error. */
export function openTerminal(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Terminal {
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    out: (line) => void stdout.write(`${harmless(line)}\n`),
    err: (line) => void stderr.write(`${harmless(line)}\n`),
  };
}
