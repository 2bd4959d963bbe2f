import { type BriefFormat, type BriefOptions, BriefPicture, CitationStyle } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { FileButton } from '../../ui/button/file-button.tsx';
import { Segmented } from '../../ui/button/segmented.tsx';
import { Checkbox } from '../../ui/choice/checkbox.tsx';
import { RadioGroup } from '../../ui/choice/radio-group.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { fileToBase64 } from '../../ui/files/file-to-base64.ts';
import { Select } from '../../ui/select/select.tsx';
import styles from './export-dialog.module.css';

export interface ExportChoice {
  readonly format: BriefFormat;
  readonly options: BriefOptions;
  /** One document, or one of each language. */
  readonly languages: Language | 'both';
  /** A Word file whose styles are taken over. */
  readonly template: { readonly name: string; readonly data: string } | undefined;
  readonly logoName: string;
}

/** Formats that have pages, and so pictures, a cover and a mark. */
export function hasPages(format: BriefFormat): boolean {
  return format === 'docx' || format === 'pdf' || format === 'html';
}

/** Everything that can be said about a brief before it is written. */
export function ExportOptions(props: {
  readonly choice: ExportChoice;
  readonly onChange: (patch: Partial<ExportChoice>) => void;
}) {
  const { choice, onChange } = props;
  const { format, options, languages, template, logoName } = choice;
  const t = useT();
  const set = (patch: Partial<BriefOptions>) => onChange({ options: { ...options, ...patch } });
  const hasTable = format === 'xlsx' || format === 'csv' || format === 'json';
  return (
    <>
      <TextField
        label={t('compare.export.audience')}
        value={options.audience}
        onChange={(audience) => set({ audience: audience.slice(0, 200) })}
        placeholder={t('compare.export.audience.example')}
      />
      <div className={styles.pair}>
        <Select<CitationStyle>
          label={t('compare.export.style')}
          value={options.style}
          onChange={(style) => set({ style })}
          items={CitationStyle.options.map((id) => ({ id, label: t(`compare.export.style.${id}`) }))}
        />
        <RadioGroup<Language | 'both'>
          label={t('compare.export.language')}
          isInline
          value={languages}
          onChange={(chosen) =>
            onChange({
              languages: chosen,
              ...(chosen === 'both' ? {} : { options: { ...options, language: chosen } }),
            })
          }
          items={[
            { id: 'zh', label: '中文', lang: 'zh-Hans' },
            { id: 'en', label: 'English', lang: 'en' },
            { id: 'both', label: t('compare.export.language.both') },
          ]}
        />
      </div>
      {hasPages(format) && (
        <div className={styles.labelled}>
          <span aria-hidden="true">{t('compare.export.orientation')}</span>
          <Segmented<BriefOptions['orientation']>
            label={t('compare.export.orientation')}
            value={options.orientation}
            onChange={(orientation) => set({ orientation })}
            items={[
              { id: 'landscape', label: t('compare.export.landscape') },
              { id: 'portrait', label: t('compare.export.portrait') },
            ]}
          />
        </div>
      )}
      <div className={styles.labelled}>
        <span aria-hidden="true">{t('compare.export.order')}</span>
        <Segmented<BriefOptions['order']>
          label={t('compare.export.order')}
          value={options.order}
          onChange={(order) => set({ order })}
          items={[
            { id: 'groups', label: t('compare.export.order.groups') },
            { id: 'own', label: t('compare.export.order.own') },
          ]}
        />
      </div>
      {!hasTable && (
        <fieldset className={styles.set}>
          <legend>{t('compare.export.with')}</legend>
          {BriefPicture.options.map((id) => (
            <Checkbox
              key={id}
              isSelected={options.pictures.includes(id)}
              onChange={(isIn) =>
                set({
                  pictures: BriefPicture.options.filter((one) =>
                    one === id ? isIn : options.pictures.includes(one),
                  ),
                })
              }
            >
              {t(`compare.export.picture.${id}`)}
            </Checkbox>
          ))}
          <Checkbox isSelected={options.notes} onChange={(notes) => set({ notes })}>
            {t('compare.export.notes')}
          </Checkbox>
          <Checkbox isSelected={options.cover} onChange={(cover) => set({ cover })}>
            {t('compare.export.cover')}
          </Checkbox>
        </fieldset>
      )}
      {hasPages(format) && (
        <div className={styles.labelled}>
          <TextField
            label={t('compare.export.organisation')}
            value={options.organisation}
            onChange={(organisation) => set({ organisation: organisation.slice(0, 120) })}
            placeholder={t('compare.export.organisation.example')}
          />
          <Chosen
            name={options.logo === '' ? undefined : logoName}
            accept=".png,.jpg,.jpeg"
            choose={t('compare.export.logo')}
            onFile={(file) =>
              void fileToBase64(file).then((logo) =>
                onChange({ options: { ...options, logo }, logoName: file.name }),
              )
            }
            onDrop={() => onChange({ options: { ...options, logo: '' }, logoName: '' })}
          />
          {format === 'docx' && (
            <Chosen
              name={template?.name}
              accept=".docx,.dotx"
              choose={t('compare.export.template')}
              onFile={(file) =>
                void fileToBase64(file).then((data) => onChange({ template: { name: file.name, data } }))
              }
              onDrop={() => onChange({ template: undefined })}
            />
          )}
        </div>
      )}
    </>
  );
}

/** A file that was chosen, or the button to choose one. */
function Chosen(props: {
  readonly name: string | undefined;
  readonly accept: string;
  readonly choose: string;
  readonly onFile: (file: File) => void;
  readonly onDrop: () => void;
}) {
  const t = useT();
  return (
    <span className={styles.file}>
      <FileButton accept={props.accept} variant="link" onFile={props.onFile}>
        {props.choose}
      </FileButton>
      {props.name !== undefined && (
        <>
          <span className={styles.fileName}>{props.name}</span>
          <Button variant="link" onPress={props.onDrop}>
            {t('compare.export.without')}
          </Button>
        </>
      )}
    </span>
  );
}
