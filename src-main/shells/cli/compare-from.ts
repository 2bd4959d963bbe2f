import { resolve } from 'node:path';
import { findEntry } from '#contract/vocabulary.ts';
import type { PlannedEdit } from '#domain/comparison/return-brief.ts';
import { readInput } from '#services/files/read-input.ts';
import type { Arguments } from './arguments.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

const MAX_BYTES = 50 * 1024 * 1024;

/**
 * `okm compare --from brief.docx`: what was edited in a brief's table, weighed against the comparison as it is
 * now. `--yes` writes what nobody else has changed. Exit code 1 when there are conflicts.
 *
 * @throws OkmError FILE_REFUSED, INPUT_TOO_LARGE, COMPARISON_SIZE, CASE_NOT_FOUND
 */
export async function compareFrom(
  args: Arguments,
  file: string,
  terminal: Terminal,
  { program }: Session,
): Promise<number> {
  const { returns } = program.services;
  const plan = await returns.plan(await readInput(resolve(file), MAX_BYTES), file);
  const done = args.yes ? await returns.carryOut(plan) : undefined;
  const conflicts = plan.edits.filter(({ state }) => state === 'conflict').length;
  const { carried, recordKept } = plan.brief;
  if (args.json) {
    terminal.json({
      file,
      comparison: done?.id ?? plan.comparisonId ?? null,
      title: carried.title,
      cases: carried.caseIds,
      recordKept,
      edits: plan.edits,
      applied: done?.applied ?? null,
    });
  } else {
    if (!recordKept) terminal.err(args.say('returnNoRecord', { file }));
    for (const edit of plan.edits) print(edit, args, terminal);
    terminal.out(args.say('returnFound', { title: carried.title, edits: plan.edits.length, conflicts }));
    if (done) terminal.out(args.say('returnDone', { id: done.id, count: done.applied }));
    else if (plan.edits.length > 0) terminal.out(args.say('returnThen'));
  }
  return conflicts > 0 ? 1 : 0;
}

function print(
  { caseId, row, before, after, now, state }: PlannedEdit,
  args: Arguments,
  terminal: Terminal,
): void {
  const states = { apply: 'returnApply', conflict: 'returnConflict', same: 'returnSame' } as const;
  const title = findEntry('row', row)?.[args.language] ?? row;
  terminal.out(`${args.say(states[state])}  ${title}  ${caseId ?? args.say('returnFinding')}`);
  terminal.out(`  - ${before}`);
  if (state === 'conflict') terminal.out(`  ! ${now}`);
  terminal.out(`  + ${after}`);
}
