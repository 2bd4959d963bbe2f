import { resolve } from 'node:path';
import { OkmError } from '#contract/errors.ts';
import { CaseId } from '#contract/ids.ts';
import { readInput } from '#services/files/read-input.ts';
import type { Arguments } from './arguments.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

const MAX_BYTES = 96 * 1024 * 1024;
/** Items that are named one by one; the rest is counted. */
const NAMED = 50;

/**
 * `okm import FILE [CASE]`: what notes a file of W3C annotations or of Hypothesis would bring; `--yes` takes them
 * in. The case is for notes of foreign pages. Exit code 1 when some were refused.
 *
 * @throws OkmError FILE_REFUSED, INPUT_INVALID, INPUT_TOO_LARGE, CASE_NOT_FOUND, FOLDER_IN_USE
 */
export async function importNotes(
  args: Arguments,
  terminal: Terminal,
  { program }: Session,
): Promise<number> {
  const [file = '', given] = args.words;
  const { exchange, library } = program.services;
  const text = decode(await readInput(resolve(file), MAX_BYTES), file);
  // Asked of the library first: its failure names the nearest ids.
  const caseId = given === undefined ? undefined : CaseId.parse(library.library.get(given).id);
  const plan = await exchange.planText(text, { caseId, language: args.language });
  const done = args.yes ? await exchange.carryOut({ plan: plan.plan }) : undefined;
  if (args.json) {
    const { plan: _, ...rest } = plan;
    terminal.json({ file, ...rest, carriedOut: done ?? null });
  } else {
    const { say } = args;
    for (const { index, outcome, reasons, quote } of plan.items.slice(0, NAMED)) {
      const why = reasons.map(({ reason, detail }) => {
        const words = say(`reason.${reason}`);
        return detail === '' ? words : `${words} (${detail})`;
      });
      const line = [`${index}`, say(`plan.${outcome}`), ...why].join(' · ').replaceAll('\n', ' / ');
      terminal.out(quote === '' ? line : `${line}\n  ${quote.replaceAll('\n', ' ')}`);
    }
    if (plan.items.length > NAMED) terminal.out(say('planMore', { count: plan.items.length - NAMED }));
    terminal.out(say('planCounts', { ...plan.counts, orphan: plan.places.orphan }));
    terminal.out(done ? say('importDone', { ...done }) : say('importThen', { file }));
  }
  return plan.counts.refused > 0 ? 1 : 0;
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new OkmError('FILE_REFUSED', { file, reason: 'not-text', detail: '' }, { cause });
  }
}
