import { useQuery } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { type Collection, CollectionId } from '#contract/collections.ts';
import { CaseId } from '#contract/ids.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useOwnChanges } from '../../app/collect/use-own-changes.ts';
import { useFormats, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FolderIcon, MoreIcon } from '../../ui/icons.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu/menu.tsx';
import styles from './collections-part.module.css';
import { draggedCases } from './dragged-cases.ts';
import type { LibraryView } from './use-library-address.ts';

/** The collections filled by hand: each narrows the list to its cases, and takes cases dropped on it. */
export function CollectionsPart({ view }: { readonly view: LibraryView }) {
  const t = useT();
  const { query } = useApi();
  const run = useOwnChanges();
  const { data } = useQuery(query.collections.list.queryOptions());
  const [naming, setNaming] = useState<{ readonly id: string; readonly name: string }>();
  const manual = data?.filter(({ saved }) => saved === null) ?? [];
  const ticked = view.address.filters?.collection ?? [];
  return (
    <section className={styles.part} aria-label={t('collect.collections')}>
      <h2 className={styles.head}>{t('collect.collections')}</h2>
      {data !== undefined && manual.length === 0 && <p className={styles.none}>{t('collect.none')}</p>}
      {manual.map((one, at) => (
        <CollectionRow
          key={one.id}
          collection={one}
          isTicked={ticked.includes(one.id)}
          view={view}
          onRename={() => setNaming({ id: one.id, name: one.name })}
          before={manual[at - 1]?.id}
          after={at < manual.length - 1 ? (manual[at + 2]?.id ?? null) : undefined}
        />
      ))}
      <Button variant="link" className={styles.new} onPress={() => setNaming({ id: '', name: '' })}>
        {t('collect.collection-new')}
      </Button>
      {naming !== undefined && (
        <NameDialog
          title={t(naming.id === '' ? 'collect.collection-new' : 'collect.rename')}
          first={naming.name}
          onClose={() => setNaming(undefined)}
          onName={(name) => {
            const id = CollectionId.parse(naming.id === '' ? crypto.randomUUID() : naming.id);
            void run(
              (api) =>
                naming.id === ''
                  ? api.collections.create({ id, name })
                  : api.collections.update({ id, name }),
              t(naming.id === '' ? 'act.collection-create' : 'act.collection-edit', { name }),
            );
          }}
        />
      )}
    </section>
  );
}

function CollectionRow(props: {
  readonly collection: Collection;
  readonly isTicked: boolean;
  readonly view: LibraryView;
  readonly onRename: () => void;
  /** The one above, and the one before which this one would stand one further down; undefined at an end. */
  readonly before: CollectionId | undefined;
  readonly after: CollectionId | null | undefined;
}) {
  const { collection, isTicked, view, onRename, before, after } = props;
  const { id, name, cases } = collection;
  const t = useT();
  const { number } = useFormats();
  const run = useOwnChanges();
  const [isOver, setOver] = useState(false);
  const move = (to: CollectionId | null) =>
    void run((api) => api.collections.move({ id, before: to }), t('act.collection-edit', { name }));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: S and the bar of what is picked do the same for keys
    <div
      className={styles.row}
      data-current={isTicked}
      data-over={isOver}
      onDragOver={(event: DragEvent) => {
        if (!draggedCases.isIn(event.dataTransfer)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        const ids = draggedCases.read(event.dataTransfer).flatMap((one) => CaseId.safeParse(one).data ?? []);
        if (ids.length === 0) return;
        const items = ids.map((one) => ({ kind: 'case' as const, id: one }));
        void run((api) => api.collections.add({ id, items }), t('act.collection-items', { name }));
      }}
    >
      <button
        type="button"
        className={styles.name}
        aria-pressed={isTicked}
        title={name}
        onClick={() => view.toggleFacet('collection', id)}
      >
        <FolderIcon size={14} />
        <span className={styles.label}>{name}</span>
        <span className={styles.count}>{number(cases)}</span>
      </button>
      <Menu
        label={name}
        placement="bottom end"
        trigger={
          <IconButton isSmall label={t('collect.more-of', { name })}>
            <MoreIcon size={14} />
          </IconButton>
        }
      >
        <MenuItem id="rename" textValue={t('collect.rename')} onAction={onRename} />
        <MenuItem
          id="up"
          textValue={t('collect.up')}
          isDisabled={before === undefined}
          onAction={() => before !== undefined && move(before)}
        />
        <MenuItem
          id="down"
          textValue={t('collect.down')}
          isDisabled={after === undefined}
          onAction={() => after !== undefined && move(after)}
        />
        <MenuLine />
        <MenuItem
          id="remove"
          isDanger
          textValue={t('collect.remove')}
          onAction={() => {
            if (isTicked) view.toggleFacet('collection', id);
            void run((api) => api.collections.remove({ id }), t('act.collection-remove', { name }));
          }}
        />
      </Menu>
    </div>
  );
}

/** Asks for the name of a collection or saved search. */
export function NameDialog(props: {
  readonly title: string;
  readonly label?: string;
  readonly first: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}) {
  const { title, onName, onClose } = props;
  const t = useT();
  const [name, setName] = useState(props.first);
  const finish = () => {
    if (name.trim() === '') return;
    onName(name.trim().slice(0, 120));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="filled" onPress={finish}>
            {t('collect.done')}
          </Button>
        </>
      }
    >
      <TextField
        label={props.label ?? t('collect.collection-name')}
        autoFocus
        value={name}
        onChange={setName}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229 || event.key !== 'Enter') return;
          event.preventDefault();
          finish();
        }}
      />
    </Dialog>
  );
}
