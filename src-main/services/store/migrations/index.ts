import { sql as first } from './0001-first.ts';

/** The schema's steps in order; the schema's version (`user_version`) is how many of them were run. */
export const migrations: readonly string[] = [first];
