import { showToast } from '../../ui/toast/toast-queue.ts';

interface Step {
  readonly undo: () => void;
  readonly closeToast: () => void;
  /** When it was offered, by the clock of the page. */
  readonly at: number;
}

const steps: Step[] = [];
/** How many removals can be taken back with the key, after their toasts have gone. */
const memory = 50;

/** Says what was removed, offers to take that back, and keeps the way back for the undo key. */
export function offerUndo(removed: {
  readonly title: string;
  readonly label: string;
  readonly undo: () => void;
}): void {
  let isDone = false;
  const undo = () => {
    if (isDone) return;
    isDone = true;
    const at = steps.indexOf(step);
    if (at >= 0) steps.splice(at, 1);
    removed.undo();
  };
  const closeToast = showToast({ title: removed.title, action: { label: removed.label, run: undo } });
  const step: Step = { undo, closeToast, at: performance.now() };
  steps.push(step);
  if (steps.length > memory) steps.shift();
}

/** When the last removal that can be taken back was done, by the clock of the page; undefined when there is none. */
export function lastOfferedAt(): number | undefined {
  return steps.at(-1)?.at;
}

/** Takes back the last removal; false when there is none. */
export function undoLast(): boolean {
  const step = steps.at(-1);
  if (step === undefined) return false;
  step.undo();
  step.closeToast();
  return true;
}
