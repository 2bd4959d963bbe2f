import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CaseSummary } from '#contract/library.ts';
import { MOST_LEDGER_CASES, type OwnPlace, OwnPlaceId } from '#contract/transfer.ts';
import { useApi } from '../../../app/api/use-api.tsx';
import { useFailure } from '../../../app/api/use-failure.ts';
import { PickCasesDialog } from '../../../app/cases/pick-cases-dialog.tsx';
import { useSaveFile } from '../../../app/cases/use-save-file.ts';
import { useLanguage, useT, useWords } from '../../../app/i18n/use-t.tsx';
import { useTray } from '../../../app/preferences/use-tray.ts';
import { offerUndo } from '../../../app/undo/undo.ts';
import { Blank, FailureNote } from '../../../ui/blank/blank.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Chip } from '../../../ui/chip/chip.tsx';
import { ExportIcon } from '../../../ui/icons.tsx';
import { Menu, MenuItem } from '../../../ui/menu/menu.tsx';
import { Select } from '../../../ui/select/select.tsx';
import { showToast } from '../../../ui/toast/toast-queue.ts';
import { TypeShape } from '../../../ui/type-shape/type-shape.tsx';
import styles from '../pictures.module.css';
import { useMatrixAddress } from '../use-picture-address.ts';
import { ConditionItem } from './condition-item.tsx';
import { PlaceDialog, type PlaceWords } from './place-dialog.tsx';
import own from './transfer.module.css';

const NONE = 'none';
const formats = ['docx', 'pdf', 'md'] as const;

/** The conditions that cases state, held against a place of the user's own; for each gap, how others met it. */
export function TransferPart() {
  const t = useT();
  const words = useWords();
  const language = useLanguage();
  const describe = useFailure();
  const { client, query } = useApi();
  const queries = useQueryClient();
  const { address, change } = useMatrixAddress();
  const tray = useTray();
  const [dialog, setDialog] = useState<'cases' | 'new' | 'edit'>();
  const { data: list } = useQuery(query.library.list.queryOptions());
  const { data: places = [] } = useQuery(query.transfer.places.queryOptions());
  const summaries = useMemo(
    () => new Map<string, CaseSummary>(list?.cases.map((one) => [one.id, one])),
    [list],
  );
  const titles = useMemo(
    () => new Map([...summaries].map(([id, { title }]) => [id, title] as const)),
    [summaries],
  );
  const cases = (address.of ?? tray.ids)
    .flatMap((id) => summaries.get(id)?.id ?? [])
    .slice(0, MOST_LEDGER_CASES);
  const place = places.find(({ id }) => id === address.place) ?? places[0];
  const asked = { placeId: place?.id ?? null, cases, language };
  const { data: ledger, error } = useQuery({
    ...query.transfer.ledger.queryOptions({ input: asked }),
    enabled: cases.length > 0,
    placeholderData: keepPreviousData,
  });
  const { isWriting, save } = useSaveFile(t('transfer.exported'));
  const failure = error === null ? undefined : describe(error);

  const fail = (thrown: unknown) => {
    const { what, next } = describe(thrown);
    showToast({ tone: 'failed', title: what, detail: next });
  };
  const renew = () => queries.invalidateQueries({ queryKey: query.transfer.key() });
  const run = (work: Promise<unknown>) => void work.then(renew, fail);
  const keep = (place: PlaceWords, of: OwnPlace | undefined) => {
    setDialog(undefined);
    if (of !== undefined) return run(client.transfer.updatePlace({ id: of.id, ...place }));
    const id = OwnPlaceId.parse(crypto.randomUUID());
    run(client.transfer.createPlace({ id, ...place }).then(() => change({ place: id }, 'replace')));
  };
  const remove = (of: OwnPlace) => {
    run(
      client.transfer.removePlace({ id: of.id }).then(() =>
        offerUndo({
          title: t('transfer.place.removed', { name: of.name }),
          label: t('common.undo'),
          undo: () => run(client.acts.undo()),
        }),
      ),
    );
  };
  const counts = ledger?.counts;

  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title} data-face="serif" tabIndex={-1}>
          {t('pictures.transfer.title')}
        </h1>
        {cases.length > 0 && (
          <Menu
            label={t('transfer.export')}
            placement="bottom end"
            trigger={
              <Button variant="plain" icon={<ExportIcon />} isDisabled={isWriting}>
                {t(isWriting ? 'pictures.exporting' : 'transfer.export')}
              </Button>
            }
          >
            {formats.map((format) => (
              <MenuItem
                key={format}
                id={format}
                textValue={t(`transfer.export.${format}`)}
                onAction={() => void save(() => client.transfer.export({ ...asked, format }))}
              />
            ))}
          </Menu>
        )}
      </div>
      <div className={styles.sentence}>
        <span>{t('transfer.place')}</span>
        {places.length > 0 && (
          <Select
            label={t('transfer.place')}
            isLabelHidden
            isQuiet
            value={place?.id ?? NONE}
            onChange={(id) => change({ place: id === NONE ? undefined : id }, 'replace')}
            items={places.map(({ id, name }) => ({ id: id as string, label: name }))}
          />
        )}
        <Button variant="link" onPress={() => setDialog('new')}>
          {t('transfer.place.new')}
        </Button>
        {place !== undefined && (
          <>
            <Button variant="link" onPress={() => setDialog('edit')}>
              {t('transfer.place.edit')}
            </Button>
            <Button variant="link" onPress={() => remove(place)}>
              {t('transfer.place.remove')}
            </Button>
          </>
        )}
      </div>
      <div className={own.cases}>
        {cases.map((id) => {
          const found = summaries.get(id);
          if (found === undefined) return null;
          const title = words(found.title);
          return (
            <Chip
              key={id}
              look="case"
              icon={<TypeShape type={found.type} size={10} />}
              removeLabel={t('common.remove', { what: title })}
              onRemove={() => change({ of: cases.filter((other) => other !== id) }, 'replace')}
            >
              {title}
            </Chip>
          );
        })}
        <Button onPress={() => setDialog('cases')}>{t('transfer.choose')}</Button>
      </div>
      {cases.length === 0 && (
        <Blank title={t('transfer.none.title')}>
          <p>{t('transfer.none')}</p>
        </Blank>
      )}
      {failure !== undefined && <FailureNote what={failure.what} next={failure.next} />}
      {cases.length > 0 && ledger !== undefined && (
        <>
          <p className={own.counts} role="status">
            {place === undefined || counts === undefined
              ? t('transfer.no-place')
              : t('transfer.counts', counts)}
          </p>
          {ledger.cases.map(({ id, title, conditions }) => (
            <section key={id} className={own.case} aria-label={words(title)}>
              <h2 data-face="serif">{words(title)}</h2>
              {conditions.length === 0 && <p className={own.quiet}>{t('transfer.silent')}</p>}
              <ul>
                {conditions.map((condition) => (
                  <ConditionItem
                    key={condition.id}
                    condition={condition}
                    titles={titles}
                    canAnswer={place !== undefined}
                    onAnswer={(answer, note) => {
                      if (place === undefined) return;
                      const input = { placeId: place.id, caseId: id, conditionId: condition.id };
                      run(client.transfer.answer({ ...input, answer, note }));
                    }}
                  />
                ))}
              </ul>
            </section>
          ))}
          <p className={own.quiet}>{t('transfer.meaning')}</p>
        </>
      )}
      {dialog === 'cases' && (
        <PickCasesDialog
          title={t('transfer.choose.title', { max: MOST_LEDGER_CASES })}
          action={(count) => t('transfer.choose.do', { count })}
          min={1}
          max={MOST_LEDGER_CASES}
          caseIds={cases}
          summaries={summaries}
          onClose={() => setDialog(undefined)}
          onChoose={(next) => change({ of: [...next] })}
        />
      )}
      {(dialog === 'new' || dialog === 'edit') && (
        <PlaceDialog
          place={dialog === 'edit' ? place : undefined}
          onClose={() => setDialog(undefined)}
          onKeep={(wanted) => keep(wanted, dialog === 'edit' ? place : undefined)}
        />
      )}
    </>
  );
}
