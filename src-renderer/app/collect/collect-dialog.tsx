import { useQuery } from '@tanstack/react-query';
import { CollectionId, type CollectionItem } from '#contract/collections.ts';
import { PickDialog } from '../../ui/pick-dialog/pick-dialog.tsx';
import { useApi } from '../api/use-api.tsx';
import { useT } from '../i18n/use-t.tsx';
import type { RunChange } from './use-own-changes.ts';

/** Puts cases or notes into collections, and takes them out; each step can be taken back. */
export function CollectDialog(props: {
  readonly items: readonly CollectionItem[];
  readonly run: RunChange;
  readonly onClose: () => void;
}) {
  const { run, onClose } = props;
  const items = [...props.items];
  const t = useT();
  const { query } = useApi();
  const { data: collections } = useQuery(query.collections.list.queryOptions());
  const { data: holding } = useQuery(query.collections.holding.queryOptions({ input: { items } }));
  const heldOf = (id: string) => holding?.find((one) => one.id === id)?.held ?? 0;
  return (
    <PickDialog
      title={t('collect.title', { count: items.length })}
      placeholder={t('collect.find')}
      doneLabel={t('collect.done')}
      stateLabels={{ all: t('collect.all'), some: t('collect.some') }}
      onClose={onClose}
      choices={(collections ?? [])
        .filter(({ saved }) => saved === null)
        .map(({ id, name, cases, notes }) => ({
          id,
          label: name,
          count: cases + notes,
          state: heldOf(id) === items.length ? 'all' : heldOf(id) > 0 ? 'some' : 'none',
        }))}
      onToggle={({ id, label, state }) => {
        const collection = CollectionId.parse(id);
        void run(
          (api) => api.collections[state === 'all' ? 'take' : 'add']({ id: collection, items }),
          t('act.collection-items', { name: label }),
        );
      }}
      newLabel={(name) => t('collect.new', { name })}
      onNew={(written) => {
        const name = written.slice(0, 120);
        const id = CollectionId.parse(crypto.randomUUID());
        void run(
          async (api) => {
            await api.collections.create({ id, name });
            await api.collections.add({ id, items });
          },
          t('act.collection-items', { name }),
        );
      }}
    />
  );
}
