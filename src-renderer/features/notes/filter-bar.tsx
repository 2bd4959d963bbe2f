import { AnnotationColour, AnnotationKind, NoteGrouping } from '#contract/annotations.ts';
import { CaseId } from '#contract/ids.ts';
import { useColourName } from '../../app/i18n/use-colour-name.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { SearchField } from '../../ui/field/search-field.tsx';
import { useTypedQuery } from '../../ui/field/use-typed-query.ts';
import { SearchSelect } from '../../ui/select/search-select.tsx';
import { Select } from '../../ui/select/select.tsx';
import type { NotesAddress } from './address.ts';
import styles from './notes-screen.module.css';
import { PeriodFilter } from './period-filter.tsx';
import { type NoteSource, useNotedCases } from './queries.ts';

/** What the list is narrowed to, and how it is grouped. */
export function FilterBar(props: {
  readonly address: NotesAddress;
  readonly onChange: (patch: Partial<NotesAddress>) => void;
  readonly titles: ReadonlyMap<string, NoteSource>;
  readonly onDown: () => void;
}) {
  const { address, onChange, titles, onDown } = props;
  const t = useT();
  const nameOf = useColourName();
  const noted = useNotedCases(titles);
  const typing = useTypedQuery(address.q ?? '', (q) => onChange({ q }));
  return (
    <search className={styles.filters} aria-label={t('notes.filter')}>
      <div className={styles.box}>
        <SearchField
          size="small"
          label={t('notes.search')}
          clearLabel={t('notes.clear')}
          placeholder={t('notes.search')}
          value={typing.text}
          onChange={typing.type}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            onDown();
          }}
        />
      </div>
      <SearchSelect
        label={t('notes.case')}
        searchLabel={t('notes.case.search')}
        noneLabel={t('notes.case.none')}
        value={address.case ?? 'all'}
        onChange={(id) => onChange({ case: CaseId.safeParse(id === 'all' ? '' : id).data })}
        items={[{ id: 'all', label: t('notes.case.all') }, ...noted]}
      />
      <Select<AnnotationKind | 'all'>
        label={t('notes.kind')}
        isLabelHidden
        isQuiet
        value={address.kind ?? 'all'}
        onChange={(kind) => onChange({ kind: kind === 'all' ? undefined : kind })}
        items={(['all', ...AnnotationKind.options] as const).map((id) => ({
          id,
          label: t(`notes.kind.${id}`),
        }))}
      />
      <Select<AnnotationColour | 'all'>
        label={t('notes.colour')}
        isLabelHidden
        isQuiet
        value={address.colour ?? 'all'}
        onChange={(colour) => onChange({ colour: colour === 'all' ? undefined : colour })}
        items={(['all', ...AnnotationColour.options] as const).map((id) => ({
          id,
          label: id === 'all' ? t('notes.colour.all') : nameOf(id),
        }))}
      />
      <Select<NoteGrouping>
        label={t('notes.group')}
        isLabelHidden
        isQuiet
        value={address.group ?? 'none'}
        onChange={(group) => onChange({ group: group === 'none' ? undefined : group })}
        items={NoteGrouping.options.map((id) => ({ id, label: t(`notes.group.${id}`) }))}
      />
      <PeriodFilter address={address} onChange={onChange} />
    </search>
  );
}
