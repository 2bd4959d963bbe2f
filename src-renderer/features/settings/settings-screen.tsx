import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Theme } from '#contract/settings.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useFormats, useT } from '../../app/i18n/use-t.tsx';
import { keyOf } from '../../app/keys/command-table.ts';
import { useKeymap } from '../../app/keys/use-commands.tsx';
import { useSettings, useUpdateSettings } from '../../app/preferences/use-settings.ts';
import { Button } from '../../ui/button/button.tsx';
import { RadioGroup } from '../../ui/choice/radio-group.tsx';
import { Switch } from '../../ui/choice/switch.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Stepper } from '../../ui/stepper/stepper.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { ColourNames } from './colour-names.tsx';
import { DataPart } from './data-part.tsx';
import { formatSize } from './format-size.ts';
import styles from './settings-screen.module.css';

const languages = ['system', 'zh', 'en'] as const;

/** The settings, on one page; where the user's data is comes first. */
export function SettingsScreen() {
  const t = useT();
  const { number } = useFormats();
  const { query, client, deliver } = useApi();
  const describe = useFailure();
  const { data: about } = useSuspenseQuery(query.app.about.queryOptions());
  const { data: library } = useSuspenseQuery(query.library.list.queryOptions());
  const settings = useSettings();
  const update = useUpdateSettings();
  const keymap = useKeymap();
  const copyPath = async () => {
    if (await copyText(about.dataFolder)) showToast({ tone: 'done', title: t('settings.path-copied') });
  };
  const saveLog = async () => {
    try {
      await deliver(await client.app.diagnostics());
    } catch (error) {
      const { what, next } = describe(error);
      showToast({ tone: 'failed', title: what, detail: next });
    }
  };
  return (
    <div className={styles.screen}>
      <div className={styles.page}>
        <h1 className={styles.title} data-face="serif" tabIndex={-1}>
          {t('settings.title')}
        </h1>
        <Part title={t('settings.data')}>
          <p className={styles.label}>{t('settings.data-folder')}</p>
          <p className={styles.path}>
            <code>{about.dataFolder}</code>
            <Button variant="link" onPress={() => void copyPath()}>
              {t('settings.copy-path')}
            </Button>
          </p>
          <p className={styles.note}>
            {t('settings.data-size')} {formatSize(about.sizeBytes, number)}
            {' · '}
            {t('settings.data-note')}
          </p>
          <DataPart />
        </Part>
        <Part title={t('settings.look')}>
          <RadioGroup
            label={t('settings.language')}
            isInline
            value={settings.language}
            onChange={(language) => update({ language })}
            items={languages.map((id) => ({
              id,
              label: t(`language.${id}`),
              lang: id === 'system' ? undefined : id === 'en' ? 'en' : 'zh-Hans',
            }))}
          />
          <RadioGroup
            label={t('settings.theme')}
            isInline
            value={settings.theme}
            onChange={(theme) => update({ theme })}
            items={Theme.options.map((id) => ({ id, label: t(`theme.${id}`) }))}
          />
        </Part>
        <Part title={t('settings.reading')}>
          <div className={styles.narrow}>
            <Stepper
              label={t('settings.read-size')}
              value={settings.readSize}
              min={15}
              max={24}
              onChange={(readSize) => update({ readSize })}
              lessLabel={t('settings.smaller')}
              moreLabel={t('settings.larger')}
            />
          </div>
          <RadioGroup
            label={t('settings.read-face')}
            isInline
            value={settings.readFace}
            onChange={(readFace) => update({ readFace })}
            items={[
              { id: 'serif', label: <span data-face="serif">{t('settings.serif')}</span> },
              { id: 'sans', label: t('settings.sans') },
            ]}
          />
          <p className={styles.sample} data-face={settings.readFace}>
            {t('settings.sample')}
          </p>
        </Part>
        <Part title={t('settings.colours')}>
          <ColourNames />
        </Part>
        <Part title={t('settings.keys')}>
          <Switch isSelected={settings.singleKeys} onChange={(singleKeys) => update({ singleKeys })}>
            {t('settings.single-keys')}
          </Switch>
          <p className={styles.note}>{t('settings.single-keys-note')}</p>
          <div>
            <Button keyHint={keyOf('keys')} onPress={() => keymap.run('keys')}>
              {t('settings.all-keys')}
            </Button>
          </div>
        </Part>
        <Part title={t('settings.about')}>
          <dl className={styles.facts}>
            <dt>{t('settings.version')}</dt>
            <dd>{about.version}</dd>
            <dt>{t('settings.shell')}</dt>
            <dd>{t(`settings.shell.${about.shell}`)}</dd>
            <dt>{t('settings.runs-on')}</dt>
            <dd>{about.versions.map(({ name, version }) => `${name} ${version}`).join(' · ')}</dd>
            <dt>{t('settings.cases')}</dt>
            <dd>{number(library.cases.length)}</dd>
          </dl>
          <div>
            <Button onPress={() => void saveLog()}>{t('settings.diagnostics')}</Button>
          </div>
          <p className={styles.note}>{t('settings.diagnostics-note')}</p>
          <p className={styles.note}>{t('settings.licence')}</p>
        </Part>
      </div>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2 className={styles.head}>{title}</h2>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}
