import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { Case } from '#contract/case-tree.ts';
import { CaseId } from '#contract/ids.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { useSettings } from '../../app/preferences/use-settings.ts';
import { useTray } from '../../app/preferences/use-tray.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { SearchField } from '../../ui/field/search-field.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import styles from './split.module.css';

/** So many are offered; who looks for another types. */
const SHOWN = 12;

/** Which case is to be read beside the open one: those waiting to be compared, related or read lately first. */
export function BesideDialog(props: {
  readonly found: Case;
  readonly onPick: (id: CaseId) => void;
  readonly onClose: () => void;
}) {
  const { found, onPick, onClose } = props;
  const t = useT();
  const words = useWords();
  const { query } = useApi();
  const tray = useTray();
  const { recent } = useSettings();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data: list } = useQuery(query.library.list.queryOptions());
  const { data: hits } = useQuery({
    ...query.search.query.queryOptions({ input: { query: asked, limit: SHOWN } }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const ids =
    asked === ''
      ? [...new Set<string>([...tray.ids, ...found.front.related, ...recent])]
      : (hits?.hits.map(({ id }) => id) ?? []);
  const cases = ids
    .filter((id) => id !== found.id)
    .flatMap((id) => list?.cases.find((one) => one.id === id) ?? [])
    .slice(0, SHOWN);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('reader.split.title')}
      actions={<Button onPress={onClose}>{t('common.cancel')}</Button>}
    >
      <SearchField
        size="small"
        autoFocus
        label={t('reader.split.find')}
        clearLabel={t('library.clear-search')}
        placeholder={t('reader.split.find')}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          const first = cases[0];
          if (event.key !== 'Enter' || first === undefined) return;
          event.preventDefault();
          onPick(first.id);
        }}
      />
      <ul className={styles.cases}>
        {cases.map(({ id, title, place, type }) => (
          <li key={id}>
            <button type="button" className={styles.case} onClick={() => onPick(CaseId.parse(id))}>
              <TypeShape type={type} size={10} />
              <span className={styles.name}>{words(title)}</span>
              <span className={styles.place}>{words(place)}</span>
            </button>
          </li>
        ))}
      </ul>
      {cases.length === 0 && <p className={styles.place}>{t('reader.split.none')}</p>}
    </Dialog>
  );
}
