import { useState } from 'react';
import type { CaseId } from '#contract/ids.ts';
import { MAX_READINGS, type PacketCase, type PacketRemark, type Reading } from '#contract/packets.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { PickCasesDialog } from '../../app/cases/pick-cases-dialog.tsx';
import { useSummaries } from '../../app/cases/use-summaries.ts';
import { useFormats, useT, useWords } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { moved, OrderedList } from '../../ui/ordered-list/ordered-list.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import { FormSection, Remark } from './form-section.tsx';
import { ReadingDialog } from './reading-dialog.tsx';
import styles from './reading-list.module.css';
import type { SessionPart } from './session-part.ts';

/** The cases of a session: which, how much of each, before class or in it, and where one is cut. */
export function ReadingList({
  open,
  session,
  change,
  remarks,
  lengths,
}: SessionPart & {
  readonly remarks: readonly PacketRemark[];
  readonly lengths: Readonly<Record<string, number>>;
}) {
  const t = useT();
  const words = useWords();
  const { number } = useFormats();
  const { client } = useApi();
  const describe = useFailure();
  const summaries = useSummaries();
  const [isAdding, setAdding] = useState(false);
  const [edited, setEdited] = useState<string>();
  const cases = new Map(open.cases.map((one) => [one.id as string, one]));
  const name = (id: CaseId) => {
    const found = cases.get(id);
    return found === undefined ? id : words(found.title);
  };
  const add = async (caseIds: readonly CaseId[]) => {
    const { language } = open.packet.content;
    try {
      const added = await client.packets.material({ caseIds: [...caseIds], language });
      change((old) => ({ ...old, readings: [...old.readings, ...added.map(newReading)] }));
    } catch (error) {
      const { what, next } = describe(error);
      showToast({ tone: 'failed', title: what, detail: next });
    }
  };
  const reading = session.readings.find(({ id }) => id === edited);
  return (
    <FormSection
      title={t('packets.readings')}
      action={{ label: t('packets.add-cases'), run: () => setAdding(true) }}
    >
      <OrderedList
        label={t('packets.readings')}
        items={session.readings}
        rowClassName={styles.line}
        gripLabel={({ caseId }) => t('packets.move', { name: name(caseId) })}
        onMove={(from, to) => change((old) => ({ ...old, readings: moved(old.readings, from, to) }))}
      >
        {(one, { grip }) => {
          const found = cases.get(one.caseId);
          return (
            <>
              <div className={styles.row}>
                {grip}
                {found !== undefined && <TypeShape type={found.type} size={10} />}
                <Button variant="link" className={styles.name} onPress={() => setEdited(one.id)}>
                  {name(one.caseId)}
                </Button>
                <span className={styles.part}>
                  {partText(one, found, t('common.list-comma'), t('packets.whole'))}
                </span>
                <span className={styles.facts}>
                  {[
                    one.before ? '' : t('packets.in-class'),
                    t('packets.length', { length: number(lengths[one.id] ?? 0) }),
                    one.ending === null ? '' : t('packets.is-cut'),
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
                <IconButton
                  isSmall
                  label={t('packets.remove-line', { name: name(one.caseId) })}
                  onPress={() =>
                    change((old) => ({
                      ...old,
                      readings: old.readings.filter(({ id }) => id !== one.id),
                      blocks: old.blocks.map((block) =>
                        block.uses?.id === one.id ? { ...block, uses: null } : block,
                      ),
                    }))
                  }
                >
                  <CloseIcon size={14} />
                </IconButton>
              </div>
              {remarks
                .filter(({ at }) => at === one.id)
                .map((remark) => (
                  <Remark key={remark.rule} remark={remark} />
                ))}
            </>
          );
        }}
      </OrderedList>
      {session.readings.length === 0 && <p className={styles.facts}>{t('packets.no-readings')}</p>}
      {isAdding && (
        <PickCasesDialog
          title={t('packets.add-cases')}
          action={(count) => t('packets.add-chosen', { count })}
          min={1}
          max={MAX_READINGS - session.readings.length}
          caseIds={[]}
          summaries={
            new Map([...summaries].filter(([id]) => !session.readings.some(({ caseId }) => caseId === id)))
          }
          onClose={() => setAdding(false)}
          onChoose={(caseIds) => void add(caseIds)}
        />
      )}
      {reading !== undefined && (
        <ReadingDialog
          reading={reading}
          name={name(reading.caseId)}
          found={cases.get(reading.caseId)}
          language={open.packet.content.language}
          onClose={() => setEdited(undefined)}
          onChange={(next) =>
            change((old) => ({
              ...old,
              readings: old.readings.map((one) => (one.id === next.id ? next : one)),
            }))
          }
        />
      )}
    </FormSection>
  );
}

function newReading({ id, revision }: PacketCase): Reading {
  return {
    id: crypto.randomUUID(),
    caseId: id,
    revision,
    part: { kind: 'whole' },
    before: true,
    ending: null,
  };
}

/** What is read of a case, in the names of its sections. */
function partText({ part }: Reading, found: PacketCase | undefined, comma: string, whole: string): string {
  if (part.kind === 'whole') return whole;
  const ids =
    part.kind === 'sections' ? part.sections : [...new Set(part.passages.map(({ section }) => section))];
  return ids.map((id) => found?.sections.find((one) => one.id === id)?.heading ?? id).join(comma);
}
