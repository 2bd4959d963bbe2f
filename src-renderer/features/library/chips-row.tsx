import { useMemo } from 'react';
import { FacetId, type SearchOutput, type Chip as Understood } from '#contract/search.ts';
import type { MessageId } from '../../app/i18n/i18n.ts';
import { type Translate, useT } from '../../app/i18n/use-t.tsx';
import { Chip } from '../../ui/chip/chip.tsx';
import styles from './chips-row.module.css';
import { useFacetLabel } from './facet-values.ts';
import type { LibraryView } from './use-library-address.ts';

/** One condition that holds now: read from the question, or ticked beside it. */
export interface Condition {
  readonly id: string;
  readonly kind: string | undefined;
  readonly text: string;
  readonly look: 'filled' | 'outlined';
}

const facetKeys: ReadonlySet<string> = new Set([...FacetId.options, 'has']);

/** All conditions of the view, in the order in which they are shown. */
export function useConditions(view: LibraryView, output: SearchOutput | undefined): readonly Condition[] {
  const t = useT();
  const label = useFacetLabel();
  const { filters, years } = view.address;
  return useMemo(() => {
    const read = (output?.understood ?? []).map((chip) => toCondition(chip, t));
    // Plain words alone say no more than the box does.
    const isPlain = (output?.understood ?? []).every(({ kind }) => kind === 'word');
    const ticked = Object.entries(filters ?? {}).map(([key, values]): Condition => {
      const facet = key as FacetId;
      const text = (values ?? []).map((value) => label(facet, value)).join(t('common.list-comma'));
      return { id: `facet:${key}`, kind: t(`library.key.${facet}`), text, look: 'filled' };
    });
    const span: Condition[] =
      years === undefined
        ? []
        : [
            {
              id: 'facet:years',
              kind: t('library.key.year'),
              text: `${years.from ?? ''}–${years.to ?? ''}`,
              look: 'filled',
            },
          ];
    return [...(isPlain ? [] : read), ...ticked, ...span];
  }, [output, filters, years, label, t]);
}

function toCondition(chip: Understood, t: Translate): Condition {
  const added = (chip.added ?? []).slice(0, 5).join(t('common.list-comma'));
  switch (chip.kind) {
    case 'filter': {
      const key = chip.key ?? '';
      const kind = facetKeys.has(key) ? t(`library.key.${key}` as MessageId) : key;
      return { id: chip.id, kind, text: chip.text, look: 'filled' };
    }
    case 'glossary':
      return {
        id: chip.id,
        kind: undefined,
        text: t('library.see-also', { words: added }),
        look: 'outlined',
      };
    case 'typo':
      return { id: chip.id, kind: chip.text, text: t('library.instead', { words: added }), look: 'outlined' };
    case 'pinyin':
    case 'traditional':
      return { id: chip.id, kind: chip.text, text: t('library.read-as', { words: added }), look: 'outlined' };
    case 'word':
      return { id: chip.id, kind: undefined, text: chip.text, look: 'filled' };
    case 'problem':
      return {
        id: chip.id,
        kind: t('library.chip.problem'),
        text: added === '' ? chip.text : t('library.chip.meant', { typed: chip.text, meant: added }),
        look: 'filled',
      };
    case 'phrase':
    case 'exclude':
    case 'require':
    case 'prefix':
    case 'cut':
      return { id: chip.id, kind: t(`library.chip.${chip.kind}`), text: chip.text, look: 'filled' };
  }
}

/** The conditions as chips; with no result, the one whose loss helps most is marked. */
export function ChipsRow(props: {
  readonly conditions: readonly Condition[];
  readonly relax: SearchOutput['relax'];
  readonly onDrop: (id: string) => void;
}) {
  const t = useT();
  const { conditions, relax, onDrop } = props;
  if (conditions.length === 0) return null;
  const best = relax[0]?.chip;
  return (
    <ul className={styles.row} aria-label={t('library.understood')}>
      <li className={styles.lead} aria-hidden="true">
        {t('library.understood')}
      </li>
      {conditions.map((condition) => (
        <li key={condition.id} className={styles.chip}>
          <Chip
            kind={condition.kind}
            look={condition.id === best ? 'warn' : condition.look}
            title={condition.text}
            removeLabel={t('common.remove', { what: condition.text })}
            onRemove={() => onDrop(condition.id)}
          >
            {condition.text}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
