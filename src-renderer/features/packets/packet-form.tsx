import { CitationStyle } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import type { PacketContent } from '#contract/packets.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { RadioGroup } from '../../ui/choice/radio-group.tsx';
import { Switch } from '../../ui/choice/switch.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Select } from '../../ui/select/select.tsx';
import { InlineField } from './inline-field.tsx';
import styles from './session-form.module.css';
import type { PacketEdits } from './use-packet-edits.ts';

/** What holds for the whole packet: its name, whom it is for, its language, how it cites. */
export function PacketForm({ edits }: { readonly edits: PacketEdits }) {
  const t = useT();
  const { content } = edits;
  const set = (patch: Partial<PacketContent>) => edits.edit((old) => ({ ...old, ...patch }));
  return (
    <div className={styles.form}>
      <h1 className={styles.title} data-face="serif" tabIndex={-1}>
        <InlineField
          label={t('packets.title')}
          value={content.title}
          placeholder={t('packets.untitled')}
          maxLength={200}
          onChange={(title) => set({ title })}
        />
      </h1>
      <div className={styles.fields}>
        <TextField
          label={t('packets.subtitle')}
          value={content.subtitle}
          placeholder={t('packets.subtitle-example')}
          onChange={(subtitle) => set({ subtitle: subtitle.slice(0, 500) })}
        />
        <TextField
          label={t('packets.audience')}
          value={content.audience}
          placeholder={t('packets.audience-example')}
          onChange={(audience) => set({ audience: audience.slice(0, 500) })}
        />
        <RadioGroup<Language>
          label={t('packets.language')}
          isInline
          value={content.language}
          onChange={(language) => set({ language })}
          items={[
            { id: 'zh', label: '中文', lang: 'zh-Hans' },
            { id: 'en', label: 'English', lang: 'en' },
          ]}
        />
        <Select<CitationStyle>
          label={t('compare.export.style')}
          value={content.style}
          onChange={(style) => set({ style })}
          items={CitationStyle.options.map((id) => ({ id, label: t(`compare.export.style.${id}`) }))}
        />
        <TextField
          label={t('packets.licence')}
          value={content.licence}
          placeholder={t('packets.licence-example')}
          onChange={(licence) => set({ licence: licence.slice(0, 100) })}
        />
        <Switch isSelected={content.glossary} onChange={(glossary) => set({ glossary })}>
          {t('packets.glossary')}
        </Switch>
      </div>
    </div>
  );
}
