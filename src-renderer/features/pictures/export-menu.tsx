import type { PictureInput } from '#contract/pictures.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useSaveFile } from '../../app/cases/use-save-file.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { ExportIcon } from '../../ui/icons.tsx';
import { announce } from '../../ui/live-region/live-region.tsx';
import { Menu, MenuItem } from '../../ui/menu/menu.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';

/** The picture as a file. It is written in light colours, for paper, whatever the window's theme is. */
export function ExportMenu({
  wanted,
}: {
  readonly wanted: Partial<PictureInput> & Pick<PictureInput, 'name'>;
}) {
  const t = useT();
  const language = useLanguage();
  const describe = useFailure();
  const { client, copyPicture } = useApi();
  const { isWriting, save } = useSaveFile(t('pictures.exported'));
  const make = (format: 'svg' | 'png') =>
    client.pictures.export({ picture: { ...wanted, language }, format });
  const copy = async () => {
    try {
      await copyPicture(() => make('png'));
      const title = t('pictures.copied');
      showToast({ tone: 'done', title });
      announce(title);
    } catch (error) {
      const { what, next } = describe(error);
      showToast({ tone: 'failed', title: what, detail: next });
    }
  };
  return (
    <Menu
      label={t('pictures.export')}
      placement="bottom end"
      trigger={
        <Button variant="plain" icon={<ExportIcon />} isDisabled={isWriting}>
          {isWriting ? t('pictures.exporting') : t('pictures.export')}
        </Button>
      }
    >
      <MenuItem id="copy" textValue={t('pictures.copy')} onAction={() => void copy()} />
      <MenuItem id="svg" textValue={t('pictures.export.svg')} onAction={() => void save(() => make('svg'))} />
      <MenuItem id="png" textValue={t('pictures.export.png')} onAction={() => void save(() => make('png'))} />
    </Menu>
  );
}
