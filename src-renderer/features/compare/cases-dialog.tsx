import { useState } from 'react';
import { MAX_CASES, MIN_CASES } from '#contract/comparisons.ts';
import type { CaseId } from '#contract/ids.ts';
import type { CaseSummary } from '#contract/library.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/choice/checkbox.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { SearchField } from '../../ui/field/search-field.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import styles from './choose-dialog.module.css';

/** Which cases stand side by side, two to six. */
export function CasesDialog(props: {
  readonly caseIds: readonly CaseId[];
  readonly summaries: ReadonlyMap<string, CaseSummary>;
  readonly onClose: () => void;
  readonly onChoose: (caseIds: readonly CaseId[]) => void;
}) {
  const { caseIds, summaries, onClose, onChoose } = props;
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
  const isFine = chosen.length >= MIN_CASES && chosen.length <= MAX_CASES;
  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={t('compare.choose-cases.title', { min: MIN_CASES, max: MAX_CASES })}
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
            {t('compare.choose-cases.do', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <SearchField
        size="small"
        label={t('compare.choose-cases.find')}
        clearLabel={t('library.clear-search')}
        placeholder={t('compare.choose-cases.find')}
        value={text}
        onChange={setText}
      />
      <ul className={styles.cases}>
        {listed.map((one) => (
          <li key={one.id}>
            <Checkbox
              isSelected={chosen.includes(one.id)}
              isDisabled={!chosen.includes(one.id) && chosen.length >= MAX_CASES}
              onChange={(isIn) =>
                setChosen((old) => (isIn ? [...old, one.id] : old.filter((id) => id !== one.id)))
              }
              className={styles.item}
            >
              <TypeShape type={one.type} size={10} />
              <span>
                {words(one.title)}
                <span className={styles.define}>{words(one.place)}</span>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
