import { Link } from '@tanstack/react-router';
import type { Case } from '#contract/case-tree.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { keyOf } from '../../app/keys/command-table.ts';
import { useSettings, useUpdateSettings } from '../../app/preferences/use-settings.ts';
import { useTray } from '../../app/preferences/use-tray.ts';
import { IconButton, IconToggle } from '../../ui/button/icon-button.tsx';
import { Segmented } from '../../ui/button/segmented.tsx';
import { RadioGroup } from '../../ui/choice/radio-group.tsx';
import {
  BackIcon,
  CloseIcon,
  CompareIcon,
  OutlineIcon,
  PaneIcon,
  SearchIcon,
  TypeSizeIcon,
} from '../../ui/icons.tsx';
import { Popover } from '../../ui/popover/popover.tsx';
import { Stepper } from '../../ui/stepper/stepper.tsx';
import type { Pane, ReaderAddress } from './address.ts';
import { BesideButton } from './beside-button.tsx';
import { CollectMenu } from './collect-menu.tsx';
import { EditCase } from './edit-case.tsx';
import styles from './reader-bar.module.css';

export type Texts = NonNullable<ReaderAddress['text']>;

/** Over the text: the way back, the language, what can be done with the case. */
export function ReaderBar(props: {
  readonly found: Case;
  readonly texts: Texts;
  readonly pane: Pane;
  readonly onTexts: (texts: Texts) => void;
  readonly onFind: () => void;
  readonly onOutline: (() => void) | undefined;
  readonly onMargin: (() => void) | undefined;
}) {
  const { found, texts, pane, onTexts, onFind, onOutline, onMargin } = props;
  const t = useT();
  const tray = useTray();
  const isInTray = tray.has(found.id);
  const { zh, en } = found.texts;
  const hasBoth = zh !== undefined && en !== undefined;
  return (
    <div className={styles.bar}>
      {pane.onClose === undefined ? (
        <Link to="/library" search={{}} className={styles.back}>
          <BackIcon />
          {t('place.library')}
        </Link>
      ) : (
        <IconButton label={t('reader.split.close')} onPress={pane.onClose}>
          <CloseIcon size={20} />
        </IconButton>
      )}
      {onOutline !== undefined && (
        <IconButton label={t('reader.outline')} keyHint={keyOf('reader.outline')} onPress={onOutline}>
          <OutlineIcon size={20} />
        </IconButton>
      )}
      <div className={styles.tools}>
        <Segmented<Texts>
          isQuiet
          label={t('reader.language')}
          value={texts}
          onChange={onTexts}
          items={[
            { id: 'zh', label: '中', lang: 'zh-Hans', isDisabled: zh === undefined },
            { id: 'en', label: 'EN', lang: 'en', isDisabled: en === undefined },
            { id: 'both', label: t('reader.both'), isDisabled: !hasBoth },
          ]}
        />
        <IconButton label={t('command.reader.find')} keyHint={keyOf('reader.find')} onPress={onFind}>
          <SearchIcon size={20} />
        </IconButton>
        <Popover
          label={t('reader.type')}
          trigger={
            <IconButton label={t('reader.type')}>
              <TypeSizeIcon size={20} />
            </IconButton>
          }
        >
          <TypeControls />
        </Popover>
        <IconToggle
          label={isInTray ? t('tray.remove') : t('tray.add')}
          keyHint={keyOf('reader.compare')}
          isSelected={isInTray}
          onChange={() => tray.toggle(found.id)}
        >
          <CompareIcon size={20} />
        </IconToggle>
        <CollectMenu caseId={found.id} />
        {pane.onBeside !== undefined && <BesideButton found={found} onPick={pane.onBeside} />}
        <EditCase found={found} />
        {onMargin !== undefined && (
          <IconButton label={t('reader.margin')} keyHint={keyOf('reader.margin')} onPress={onMargin}>
            <PaneIcon size={20} />
          </IconButton>
        )}
      </div>
    </div>
  );
}

/** Size and face of the reading text. */
function TypeControls() {
  const t = useT();
  const { readSize, readFace } = useSettings();
  const update = useUpdateSettings();
  return (
    <div className={styles.type}>
      <Stepper
        label={t('settings.read-size')}
        value={readSize}
        min={15}
        max={24}
        onChange={(size) => update({ readSize: size })}
        lessLabel={t('settings.smaller')}
        moreLabel={t('settings.larger')}
      />
      <RadioGroup
        label={t('settings.read-face')}
        isInline
        value={readFace}
        onChange={(face) => update({ readFace: face })}
        items={[
          { id: 'serif', label: <span data-face="serif">{t('settings.serif')}</span> },
          { id: 'sans', label: t('settings.sans') },
        ]}
      />
    </div>
  );
}
