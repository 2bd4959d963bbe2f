import type { Annotation } from '#contract/annotations.ts';
import { NotesFormat } from '#contract/exchange.ts';
import { useApi } from '../../app/api/use-api.tsx';
import type { RunChange } from '../../app/collect/use-own-changes.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Menu, MenuItem } from '../../ui/menu/menu.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';

/** Notes as a file: those given, or all. */
export function ExportMenu({
  ids,
  run,
}: {
  readonly ids?: readonly Annotation['id'][];
  readonly run: RunChange;
}) {
  const t = useT();
  const language = useLanguage();
  const { deliver } = useApi();
  return (
    <Menu label={t('notes.export')} placement="bottom end" trigger={<Button>{t('notes.export')}</Button>}>
      {NotesFormat.options.map((format) => (
        <MenuItem
          key={format}
          id={format}
          textValue={t(`notes.format.${format}`)}
          onAction={() =>
            void run(async (api) => {
              const given = ids === undefined ? {} : { ids: [...ids] };
              const delivery = await api.exchange.export({ ...given, format, language });
              await deliver(delivery);
              showToast({ tone: 'done', title: t('notes.exported'), detail: delivery.fileName });
            })
          }
        />
      ))}
    </Menu>
  );
}
