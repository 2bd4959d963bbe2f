import { useState } from 'react';
import type { ImportPlan } from '#contract/exchange.ts';
import { CaseId } from '#contract/ids.ts';
import { useApi } from '../../app/api/use-api.tsx';
import type { RunChange } from '../../app/collect/use-own-changes.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Select } from '../../ui/select/select.tsx';
import styles from './import-dialog.module.css';
import { useCaseTitles } from './queries.ts';

/** One message may hold so many characters. */
const PART = 2_000_000;
const SHOWN = 200;

/** Shows what a file of notes would bring before anything of it is taken. */
export function ImportDialog(props: {
  readonly fileName: string;
  readonly text: string;
  readonly plan: ImportPlan;
  readonly run: RunChange;
  readonly onClose: () => void;
}) {
  const { fileName, text, run, onClose } = props;
  const t = useT();
  const titles = useCaseTitles();
  const [plan, setPlan] = useState(props.plan);
  const { replan } = usePlan(run);
  const { counts, places } = plan;
  const isForeign = plan.items.some(({ reasons }) =>
    reasons.some(({ reason }) => reason === 'source-foreign'),
  );
  const added = counts.new + counts.differs;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={t('notes.import-title', { file: fileName })}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="filled"
            isDisabled={added === 0}
            onPress={() => {
              void run(
                (api) => api.exchange.carryOut({ plan: plan.plan }),
                t('act.import', { count: added }),
              );
              onClose();
            }}
          >
            {t('notes.import-do', { count: added })}
          </Button>
        </>
      }
    >
      <p>{t('notes.import-counts', counts)}</p>
      <p>
        {t('notes.import-places', {
          sure: places.anchored + places.moved,
          ask: places['to-confirm'],
          orphan: places.orphan,
        })}
      </p>
      {isForeign && (
        <Select
          label={t('notes.import-case')}
          value=""
          onChange={(id) => {
            const caseId = CaseId.safeParse(id);
            if (caseId.success) void replan(text, caseId.data).then((next) => next && setPlan(next));
          }}
          items={[...titles].map(([id, { title }]) => ({ id, label: title }))}
        />
      )}
      <ol className={styles.items}>
        {plan.items.slice(0, SHOWN).map((item) => (
          <li key={item.index} data-outcome={item.outcome}>
            <span className={styles.outcome}>{t(`notes.plan.${item.outcome}`)}</span>
            <span>
              {item.quote !== '' && <q>{item.quote}</q>}{' '}
              {item.reasons.map(({ reason, detail }) => (
                <span key={reason} className={styles.reason}>
                  {t(`notes.reason.${reason}`)}
                  {detail !== '' && ` (${detail})`}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

/** Sends a file's text up in pieces and asks what it would bring. */
export function usePlan(run: RunChange) {
  const { client } = useApi();
  const language = useLanguage();
  const replan = async (text: string, caseId?: CaseId): Promise<ImportPlan | undefined> => {
    let plan: ImportPlan | undefined;
    await run(async () => {
      const upload = crypto.randomUUID();
      for (let part = 0; part * PART < Math.max(1, text.length); part++) {
        await client.exchange.upload({ upload, part, text: text.slice(part * PART, (part + 1) * PART) });
      }
      plan = await client.exchange.plan({ upload, language, ...(caseId === undefined ? {} : { caseId }) });
    });
    return plan;
  };
  return { replan };
}
