import { useQuery } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { AnnotationColour } from '#contract/annotations.ts';
import { CollectionId } from '#contract/collections.ts';
import { useApi } from '../../app/api/use-api.tsx';
import type { RunChange } from '../../app/collect/use-own-changes.ts';
import { useColourName } from '../../app/i18n/use-colour-name.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { MoreIcon } from '../../ui/icons.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu/menu.tsx';
import type { NotesAddress } from './address.ts';
import styles from './notes-side.module.css';
import { TagDialog } from './tag-dialog.tsx';

/** Where notes are kept together: those in doubt, tags, collections, the bin. Picked notes can be dropped on them. */
export function NotesSide(props: {
  readonly address: NotesAddress;
  readonly onChange: (patch: Partial<NotesAddress>) => void;
  readonly onDropTag: (tag: string) => void;
  readonly onDropCollection: (id: CollectionId, name: string) => void;
  readonly run: RunChange;
}) {
  const { address, onChange, onDropTag, onDropCollection, run } = props;
  const t = useT();
  const nameOf = useColourName();
  const { query } = useApi();
  const { data: tags } = useQuery(query.tags.list.queryOptions());
  const { data: collections } = useQuery(query.collections.list.queryOptions());
  const [asking, setAsking] = useState<{ what: 'tag' | 'collection' | 'new'; id: string; first: string }>();
  const doubtful = ['to-confirm', 'orphan'] as const;
  const only = (patch: Partial<NotesAddress>) =>
    onChange({ tag: undefined, collection: undefined, status: undefined, bin: undefined, ...patch });
  const isDoubt = address.status?.includes('orphan') === true;
  const isAll = [address.tag, address.collection, address.status, address.bin].every(
    (one) => one === undefined,
  );
  return (
    <nav className={styles.side} aria-label={t('notes.side')}>
      <Entry label={t('notes.all')} isCurrent={isAll} onPress={() => only({})} />
      <Entry
        label={t('notes.doubtful')}
        isCurrent={isDoubt}
        onPress={() => only({ status: [...doubtful] })}
      />
      <Entry label={t('notes.bin')} isCurrent={address.bin === true} onPress={() => only({ bin: true })} />
      <h2 className={styles.head}>{t('notes.tags')}</h2>
      {tags?.length === 0 && <p className={styles.none}>{t('notes.no-tags')}</p>}
      {tags?.map(({ path, colour, notes }) => (
        <Entry
          key={path}
          label={path.split('/').at(-1) ?? path}
          name={path}
          depth={path.split('/').length - 1}
          colour={colour ?? undefined}
          count={notes}
          isCurrent={address.tag === path}
          onPress={() => only({ tag: path })}
          onDrop={() => onDropTag(path)}
          menu={
            <>
              <MenuItem
                id="rename"
                textValue={t('notes.rename')}
                onAction={() => setAsking({ what: 'tag', id: path, first: path })}
              />
              <MenuLine />
              {AnnotationColour.options.map((one) => (
                <MenuItem
                  key={one}
                  id={one}
                  textValue={nameOf(one)}
                  isChecked={colour === one}
                  onAction={() => {
                    const next = colour === one ? null : one;
                    void run(
                      (api) => api.tags.setColour({ path, colour: next }),
                      t('act.tag-colour', { name: path }),
                    );
                  }}
                />
              ))}
              <MenuLine />
              <MenuItem
                id="remove"
                isDanger
                textValue={t('notes.tag-remove')}
                onAction={() =>
                  void run((api) => api.tags.remove({ path }), t('act.tag-remove', { name: path }))
                }
              />
            </>
          }
        />
      ))}
      <h2 className={styles.head}>{t('notes.collections')}</h2>
      {collections?.map((one) => (
        <Entry
          key={one.id}
          label={one.name}
          count={one.saved === null ? one.cases + one.notes : undefined}
          isCurrent={address.collection === one.id}
          onPress={() => only({ collection: one.id })}
          onDrop={one.saved === null ? () => onDropCollection(one.id, one.name) : undefined}
          menu={
            <>
              <MenuItem
                id="rename"
                textValue={t('notes.rename')}
                onAction={() => setAsking({ what: 'collection', id: one.id, first: one.name })}
              />
              <MenuItem
                id="remove"
                isDanger
                textValue={t('notes.collection-remove')}
                onAction={() =>
                  void run(
                    (api) => api.collections.remove({ id: one.id }),
                    t('act.collection-remove', { name: one.name }),
                  )
                }
              />
            </>
          }
        />
      ))}
      <Button
        variant="link"
        className={styles.new}
        onPress={() => setAsking({ what: 'new', id: '', first: '' })}
      >
        {t('notes.collection-new')}
      </Button>
      {asking !== undefined && (
        <TagDialog
          title={asking.what === 'new' ? t('notes.collection-new') : t('notes.rename')}
          first={asking.first}
          {...(asking.what === 'tag' ? {} : { label: t('notes.collection-name') })}
          onClose={() => setAsking(undefined)}
          onTag={(written) => {
            if (asking.what === 'tag') {
              void run(
                (api) => api.tags.rename({ from: asking.id, to: written }),
                t('act.tag-rename', { name: asking.id }),
              );
              if (address.tag === asking.id) only({ tag: written });
              return;
            }
            const id = CollectionId.parse(asking.what === 'new' ? crypto.randomUUID() : asking.id);
            void run(
              (api) =>
                asking.what === 'new'
                  ? api.collections.create({ id, name: written })
                  : api.collections.update({ id, name: written }),
              t(asking.what === 'new' ? 'act.collection-create' : 'act.collection-edit', { name: written }),
            );
          }}
        />
      )}
    </nav>
  );
}

function Entry(props: {
  readonly label: string;
  /** The whole name, where the label is only its last part. */
  readonly name?: string;
  readonly depth?: number;
  readonly colour?: string | undefined;
  readonly count?: number | undefined;
  readonly isCurrent: boolean;
  readonly onPress: () => void;
  readonly onDrop?: (() => void) | undefined;
  readonly menu?: React.ReactNode;
}) {
  const { label, name = label, depth = 0, colour, count, isCurrent, onPress, onDrop, menu } = props;
  const t = useT();
  const [isOver, setOver] = useState(false);
  const drop =
    onDrop === undefined
      ? {}
      : {
          onDragOver: (event: DragEvent) => {
            event.preventDefault();
            setOver(true);
          },
          onDragLeave: () => setOver(false),
          onDrop: (event: DragEvent) => {
            event.preventDefault();
            setOver(false);
            onDrop();
          },
        };
  return (
    <div className={styles.entry} data-current={isCurrent} data-over={isOver} {...drop}>
      <button
        type="button"
        className={styles.name}
        aria-current={isCurrent ? 'true' : undefined}
        title={name}
        style={{ paddingInlineStart: 8 + depth * 14 }}
        onClick={onPress}
      >
        {colour !== undefined && <span className={styles.dot} data-colour={colour} aria-hidden="true" />}
        {label}
        {count !== undefined && <span className={styles.count}> {count}</span>}
      </button>
      {menu !== undefined && (
        <Menu
          label={name}
          placement="bottom end"
          trigger={
            <IconButton isSmall label={t('notes.more-of', { name })}>
              <MoreIcon size={14} />
            </IconButton>
          }
        >
          {menu}
        </Menu>
      )}
    </div>
  );
}
