import { useState } from 'react';
import type { CaseId } from '#contract/ids.ts';
import type { CaseSummary } from '#contract/library.ts';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/choice/checkbox.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { SearchField } from '../../ui/field/search-field.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import { useT, useWords } from '../i18n/use-t.tsx';
import styles from './pick-cases-dialog.module.css';

/** So many are listed at once: the rest are found by name. */
const MOST_LISTED = 100;

/** Picks some cases of the library, at least and at most so many. */
export function PickCasesDialog(props: {
  readonly title: string;
  /** What the button says, for so many cases. */
  readonly action: (count: number) => string;
  readonly min: number;
  readonly max: number;
  readonly caseIds: readonly CaseId[];
  readonly summaries: ReadonlyMap<string, CaseSummary>;
  readonly onClose: () => void;
  readonly onChoose: (caseIds: readonly CaseId[]) => void;
}) {
  const { title, action, min, max, caseIds, summaries, onClose, onChoose } = props;
  const t = useT();
  const words = useWords();
  const [chosen, setChosen] = useState<readonly CaseId[]>(caseIds);
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const names = ({ title, place }: CaseSummary) =>
    `${title.zh} ${title.en} ${place.zh} ${place.en}`.toLowerCase();
  const listed = [...summaries.values()]
    .filter((one) => chosen.includes(one.id) || wanted === '' || names(one).includes(wanted))
    .sort((a, b) => Number(chosen.includes(b.id)) - Number(chosen.includes(a.id)));
  const isFine = chosen.length >= min && chosen.length <= max;
  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="filled"
            isDisabled={!isFine}
            onPress={() => {
              onChoose(chosen);
              onClose();
            }}
          >
            {action(chosen.length)}
          </Button>
        </>
      }
    >
      <SearchField
        size="small"
        label={t('cases.find')}
        clearLabel={t('library.clear-search')}
        placeholder={t('cases.find')}
        value={text}
        onChange={setText}
      />
      <ul className={styles.cases}>
        {listed.slice(0, MOST_LISTED).map((one) => (
          <li key={one.id}>
            <Checkbox
              isSelected={chosen.includes(one.id)}
              isDisabled={!chosen.includes(one.id) && chosen.length >= max}
              onChange={(isIn) =>
                setChosen((old) => (isIn ? [...old, one.id] : old.filter((id) => id !== one.id)))
              }
              className={styles.item}
            >
              <TypeShape type={one.type} size={10} />
              <span>
                {words(one.title)}
                <span className={styles.place}>{words(one.place)}</span>
              </span>
            </Checkbox>
          </li>
        ))}
        {listed.length > MOST_LISTED && (
          <li className={styles.more}>{t('cases.more', { count: listed.length - MOST_LISTED })}</li>
        )}
      </ul>
    </Dialog>
  );
}
