import { matchKeybindingPress, parseKeybinding } from 'tinykeys';
import { type CommandId, commandIds, commandTable } from './command-table.ts';

/** Does the command; false says that it did not apply here, so that the key goes on its way. */
// biome-ignore lint/suspicious/noConfusingVoidType: a handler that returns nothing has done its command
type Handler = (event?: KeyboardEvent) => void | false;
export type Handlers = Partial<Readonly<Record<CommandId, Handler>>>;

interface Registration {
  handlers: Handlers;
  /** Single letters act only while the focus is in here, or nowhere. */
  readonly scope: (() => HTMLElement | null) | undefined;
}

export interface Keymap {
  /** Adds handlers; those added last are asked first. Returns what takes them away. */
  readonly register: (registration: Registration) => () => void;
  /** The commands that someone would do now. */
  readonly available: () => readonly CommandId[];
  readonly run: (id: CommandId) => void;
  readonly handle: (event: KeyboardEvent) => void;
}

const presses = commandIds.map((id) => ({
  id,
  presses: commandTable[id].keys.flatMap((key) => {
    const press = parseKeybinding(key)[0];
    return press === undefined ? [] : [{ press, isSingle: /^(\[?Shift\]?\+)?(.|Space)$/.test(key) }];
  }),
}));

/** The one listener for keys: which command a key means, and who does it. */
export function createKeymap(singleKeysOn: () => boolean): Keymap {
  const registrations: Registration[] = [];

  const run = (id: CommandId, event?: KeyboardEvent, allowed: (r: Registration) => boolean = () => true) => {
    for (const registration of registrations.toReversed()) {
      const handler = registration.handlers[id];
      if (handler === undefined || !allowed(registration)) continue;
      if (handler(event) !== false) return true;
    }
    return false;
  };

  return {
    register: (registration) => {
      registrations.push(registration);
      return () => {
        const at = registrations.indexOf(registration);
        if (at >= 0) registrations.splice(at, 1);
      };
    },
    available: () => commandIds.filter((id) => registrations.some((r) => r.handlers[id] !== undefined)),
    run: (id) => {
      run(id);
    },
    handle: (event) => {
      // While an input method composes, every key belongs to it.
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      for (const command of presses) {
        for (const { press, isSingle } of command.presses) {
          if (!matchKeybindingPress(event, press)) continue;
          if (isSingle && (!singleKeysOn() || isField(target))) continue;
          const allowed = ({ scope }: Registration) =>
            !(isSingle && scope !== undefined) || isWithin(target, scope?.() ?? null);
          if (isInDialog(target)) continue;
          if (isPressed(event, target)) continue;
          // A field has its own undo, and its own use for Escape.
          if (['undo', 'redo', 'escape'].includes(command.id) && isField(target)) continue;
          if (!run(command.id, event, allowed)) continue;
          event.preventDefault();
          return;
        }
      }
    },
  };
}

function isField(target: Element | null): boolean {
  return (
    target !== null &&
    (target.matches('input, textarea, select, [contenteditable="true"]') ||
      target.getAttribute('role') === 'textbox')
  );
}

/** Enter and the space bar press the button or the link that has the focus, and nothing else. */
function isPressed(event: KeyboardEvent, target: Element | null): boolean {
  const isBare = !event.ctrlKey && !event.metaKey && !event.altKey;
  return (
    isBare &&
    (event.key === 'Enter' || event.key === ' ') &&
    target?.closest('button, a[href], summary, [role="button"]') != null
  );
}

/** Things that float over the window have keys of their own. */
function isInDialog(target: Element | null): boolean {
  return target?.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') != null;
}

function isWithin(target: Element | null, scope: HTMLElement | null): boolean {
  // The focus on something around the place, the window or its main part, is a focus on nothing in particular.
  return target === null || target.contains(scope) || (scope?.contains(target) ?? false);
}
