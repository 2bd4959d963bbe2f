import { useState } from 'react';
import type { PictureInput } from '#contract/pictures.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
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
  const { client, deliver } = useApi();
  const [isWriting, setWriting] = useState(false);
  const write = async (format: 'svg' | 'png') => {
    setWriting(true);
    try {
      const delivery = await client.pictures.export({ picture: { ...wanted, language }, format });
      await deliver(delivery);
      const title = t('pictures.exported');
      showToast({ tone: 'done', title, detail: delivery.fileName });
      announce(title);
    } catch (error) {
      const { what, next } = describe(error);
      showToast({ tone: 'failed', title: what, detail: next });
    } finally {
      setWriting(false);
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
      <MenuItem id="svg" textValue={t('pictures.export.svg')} onAction={() => void write('svg')} />
      <MenuItem id="png" textValue={t('pictures.export.png')} onAction={() => void write('png')} />
    </Menu>
  );
}
