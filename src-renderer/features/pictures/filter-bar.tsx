import type { PictureFilters, PictureList } from '#contract/pictures.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Select } from '../../ui/select/select.tsx';
import styles from './pictures.module.css';

/** The lists of the vocabulary by the name that filters know them by. */
export const listOf = {
  type: 'type',
  level: 'level',
  dimension: 'dimensions',
  challenge: 'challenges',
  stage: 'lifecycle',
  space: 'space',
  actor: 'role',
  tool: 'tools',
  funding: 'funding',
  participation: 'participation',
} as const satisfies Record<PictureList, keyof typeof vocabulary>;

const offered = ['type', 'level', 'space'] as const satisfies readonly PictureList[];
const ALL = 'all';

/** Narrows a picture by one value of a list; more than one at a time come from the library's own filters. */
export function FilterBar(props: {
  readonly filters: PictureFilters | undefined;
  readonly onChange: (filters: PictureFilters | undefined) => void;
}) {
  const { filters = {}, onChange } = props;
  const t = useT();
  const language = useLanguage();
  const change = (list: PictureList, value: string) => {
    const next = { ...filters, [list]: value === ALL ? [] : [value] };
    const kept = Object.fromEntries(Object.entries(next).filter(([, values]) => values.length > 0));
    onChange(Object.keys(kept).length === 0 ? undefined : kept);
  };
  return (
    <div className={styles.filters}>
      <span aria-hidden="true">{t('pictures.only')}</span>
      {offered.map((list) => (
        <Select
          key={list}
          label={t(`pictures.list.${list}`)}
          isLabelHidden
          isQuiet
          value={filters[list]?.[0] ?? ALL}
          onChange={(value) => change(list, value)}
          items={[
            { id: ALL, label: t(`pictures.all.${list}`) },
            ...vocabulary[listOf[list]].map((entry) => ({
              id: entry.id as string,
              label: entry[language] as string,
            })),
          ]}
        />
      ))}
    </div>
  );
}
