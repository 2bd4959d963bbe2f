import { useState } from 'react';
import type { CaseId, Language } from '#contract/ids.ts';
import type { CaseSummary } from '#contract/library.ts';
import type { PacketCase } from '#contract/packets.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/choice/checkbox.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { SearchField } from '../../ui/field/search-field.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import styles from './pick-dialog.module.css';
import { useSummaries } from './queries.ts';

/** Rows drawn at once: who looks for a case among more types its name. */
const SHOWN = 200;

/** Chooses cases of the library for a session. */
export function AddCases(props: {
  readonly language: Language;
  readonly taken: readonly CaseId[];
  readonly onClose: () => void;
  readonly onAdd: (cases: readonly PacketCase[]) => void;
}) {
  const { language, taken, onClose, onAdd } = props;
  const t = useT();
  const words = useWords();
  const { client } = useApi();
  const describe = useFailure();
  const summaries = useSummaries();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly CaseId[]>([]);
  const wanted = text.trim().toLowerCase();
  const names = ({ title, place }: CaseSummary) =>
    `${title.zh} ${title.en} ${place.zh} ${place.en}`.toLowerCase();
  const listed = [...summaries.values()]
    .filter((one) => !taken.includes(one.id))
    .filter((one) => chosen.includes(one.id) || wanted === '' || names(one).includes(wanted))
    .slice(0, SHOWN);
  const add = async () => {
    try {
      onAdd(await client.packets.material({ caseIds: [...chosen], language }));
      onClose();
    } catch (error) {
      const { what, next } = describe(error);
      showToast({ tone: 'failed', title: what, detail: next });
    }
  };
  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={t('packets.add-cases')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="filled" isDisabled={chosen.length === 0} onPress={() => void add()}>
            {t('packets.add-chosen', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <SearchField
        size="small"
        autoFocus
        label={t('packets.find-case')}
        clearLabel={t('library.clear-search')}
        placeholder={t('packets.find-case')}
        value={text}
        onChange={setText}
      />
      <ul className={styles.list}>
        {listed.map((one) => (
          <li key={one.id}>
            <Checkbox
              className={styles.item}
              isSelected={chosen.includes(one.id)}
              onChange={(isIn) =>
                setChosen((old) => (isIn ? [...old, one.id] : old.filter((id) => id !== one.id)))
              }
            >
              <TypeShape type={one.type} size={10} />
              <span>
                {words(one.title)}
                <span className={styles.facts}>{words(one.place)}</span>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
