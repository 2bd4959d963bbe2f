import { useQuery } from '@tanstack/react-query';
import type { ShapeOfType } from '../../ui/type-shape/type-shape.tsx';
import { useApi } from '../api/use-api.tsx';
import { en } from '../i18n/en/messages.ts';
import { useLanguage, useT, useWords } from '../i18n/use-t.tsx';
import { zh } from '../i18n/zh/messages.ts';
import { type CommandId, keyOf } from '../keys/command-table.ts';
import { useKeymap } from '../keys/use-commands.tsx';

export interface PaletteAction {
  readonly id: CommandId;
  readonly label: string;
  readonly key: string | undefined;
}

/** Commands that need a place in a list or text, which the palette takes away: they stand in the key sheet only. */
const notHere: ReadonlySet<CommandId> = new Set<CommandId>([
  'palette',
  'escape',
  'library.look',
  'library.open',
  'reader.next-paragraph',
  'reader.previous-paragraph',
  'reader.find-next',
  'reader.find-previous',
  'compare.edit',
  'compare.reset',
  'compare.row-up',
  'compare.row-down',
  'compare.case-left',
  'compare.case-right',
]);

/** The commands that apply now and whose name, in either language, holds what was typed. */
export function useActions(text: string): readonly PaletteAction[] {
  const keymap = useKeymap();
  const t = useT();
  const wanted = text.toLowerCase();
  return keymap
    .available()
    .filter((id) => !notHere.has(id))
    .filter((id) => `${zh[`command.${id}`]} ${en[`command.${id}`]}`.toLowerCase().includes(wanted))
    .map((id) => ({ id, label: t(`command.${id}`), key: keyOf(id) }));
}

export interface PaletteCase {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly type: ShapeOfType;
}

/** The cases under these ids, in their order; those that the library no longer has are left out. */
export function useCases(ids: readonly string[]): readonly PaletteCase[] {
  const { query } = useApi();
  const words = useWords();
  // The language is asked for so that the titles follow a live switch.
  useLanguage();
  const { data } = useQuery(query.library.list.queryOptions());
  return ids.flatMap((id) => {
    const found = data?.cases.find((other) => other.id === id);
    if (found === undefined) return [];
    return [{ id, title: words(found.title), place: words(found.place), type: found.type }];
  });
}
