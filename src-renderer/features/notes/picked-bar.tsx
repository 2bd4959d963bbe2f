import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Annotation, AnnotationColour, Tag } from '#contract/annotations.ts';
import { useApi } from '../../app/api/use-api.tsx';
import type { RunChange } from '../../app/collect/use-own-changes.ts';
import { useColourName } from '../../app/i18n/use-colour-name.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Menu, MenuItem } from '../../ui/menu/menu.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import type { Picked } from '../../ui/virtual-list/use-picked.ts';
import { CellDialog } from './cell-dialog.tsx';
import { ExportMenu } from './export-menu.tsx';
import styles from './notes-screen.module.css';
import { PacketDialog } from './packet-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';

/** What can be done with the notes that are picked; everything in it can be taken back in one step. */
export function PickedBar(props: {
  readonly picked: Picked<Annotation['id']>;
  readonly total: number;
  readonly inBin: boolean;
  readonly run: RunChange;
}) {
  const { picked, total, inBin, run } = props;
  const t = useT();
  const nameOf = useColourName();
  const language = useLanguage();
  const { query, deliver } = useApi();
  const { data: collections } = useQuery(query.collections.list.queryOptions());
  const [open, setOpen] = useState<'add-tag' | 'remove-tag' | 'cell' | 'packet'>();
  const ids: Annotation['id'][] = [...picked.ids];
  const count = ids.length;
  const changed = t('act.change', { count });
  const manual = collections?.filter(({ saved }) => saved === null) ?? [];
  if (count === 0) return null;
  return (
    <div className={styles.picked} role="toolbar" aria-label={t('notes.picked', { count })}>
      <span>{t('notes.picked', { count })}</span>
      {count < total && (
        <Button variant="link" onPress={picked.all}>
          {t('notes.pick-all', { count: total })}
        </Button>
      )}
      {inBin ? (
        <Button
          onPress={() => void run((api) => api.annotations.restore({ ids }), t('act.restore', { count }))}
        >
          {t('notes.restore')}
        </Button>
      ) : (
        <>
          <Button
            onPress={() =>
              void run(async (api) => {
                const { text } = await api.exchange.asText({ ids: ids.slice(0, 1000), language });
                if (await copyText(text)) showToast({ tone: 'done', title: t('notes.copied', { count }) });
              })
            }
          >
            {t('notes.copy')}
          </Button>
          <Menu label={t('notes.colour')} trigger={<Button>{t('notes.colour')}</Button>}>
            {AnnotationColour.options.map((colour) => (
              <MenuItem
                key={colour}
                id={colour}
                textValue={nameOf(colour)}
                onAction={() => void run((api) => api.annotations.change({ ids, colour }), changed)}
              />
            ))}
          </Menu>
          <Menu label={t('notes.tags')} trigger={<Button>{t('notes.tags')}</Button>}>
            <MenuItem id="add" textValue={t('notes.tag-add')} onAction={() => setOpen('add-tag')} />
            <MenuItem id="remove" textValue={t('notes.tag-off')} onAction={() => setOpen('remove-tag')} />
          </Menu>
          {manual.length > 0 && (
            <Menu label={t('notes.collect')} trigger={<Button>{t('notes.collect')}</Button>}>
              {manual.map((one) => (
                <MenuItem
                  key={one.id}
                  id={one.id}
                  textValue={one.name}
                  onAction={() =>
                    void run(
                      (api) =>
                        api.collections.add({ id: one.id, items: ids.map((id) => ({ kind: 'note', id })) }),
                      t('act.collection-items', { name: one.name }),
                    )
                  }
                />
              ))}
            </Menu>
          )}
          <Menu label={t('notes.send')} trigger={<Button>{t('notes.send')}</Button>}>
            <MenuItem id="cell" textValue={t('notes.to-cell')} onAction={() => setOpen('cell')} />
            <MenuItem id="packet" textValue={t('notes.to-packet')} onAction={() => setOpen('packet')} />
            <MenuItem
              id="markdown"
              textValue={t('notes.to-markdown')}
              onAction={() =>
                void run(async (api) => {
                  const delivery = await api.exchange.export({ ids, format: 'md', asOne: true, language });
                  await deliver(delivery);
                  showToast({ tone: 'done', title: t('notes.exported'), detail: delivery.fileName });
                })
              }
            />
          </Menu>
          <ExportMenu ids={ids} run={run} />
          <Button
            variant="danger"
            onPress={() => void run((api) => api.annotations.remove({ ids }), t('act.remove', { count }))}
          >
            {t('notes.delete-picked', { count })}
          </Button>
        </>
      )}
      <Button variant="link" onPress={picked.none}>
        {t('notes.pick-none')}
      </Button>
      {(open === 'add-tag' || open === 'remove-tag') && (
        <TagDialog
          title={t(open === 'add-tag' ? 'notes.tag-add' : 'notes.tag-off')}
          onClose={() => setOpen(undefined)}
          onTag={(written) => {
            const tag = Tag.safeParse(written);
            if (!tag.success) return;
            const change = open === 'add-tag' ? { addTags: [tag.data] } : { removeTags: [tag.data] };
            void run((api) => api.annotations.change({ ids, ...change }), changed);
          }}
        />
      )}
      {open === 'packet' && <PacketDialog ids={ids} run={run} onClose={() => setOpen(undefined)} />}
      {open === 'cell' && <CellDialog ids={ids} run={run} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
