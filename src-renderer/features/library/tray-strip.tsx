import { useNavigate } from '@tanstack/react-router';
import { CaseId } from '#contract/ids.ts';
import type { CaseSummary } from '#contract/library.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { trayMax, useTray } from '../../app/preferences/use-tray.ts';
import { Button } from '../../ui/button/button.tsx';
import { Chip } from '../../ui/chip/chip.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import { draggedCases } from './dragged-cases.ts';
import styles from './tray-strip.module.css';

/** The cases waiting to be compared, at the foot; not there while it holds none. */
export function TrayStrip({ summaries }: { readonly summaries: ReadonlyMap<string, CaseSummary> }) {
  const t = useT();
  const words = useWords();
  const navigate = useNavigate();
  const tray = useTray();
  const cases = tray.ids.flatMap((id) => summaries.get(id) ?? []);
  if (cases.length === 0) return null;
  return (
    <section
      className={styles.tray}
      aria-label={t('tray.label')}
      onDragOver={(event) => draggedCases.isIn(event.dataTransfer) && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        tray.add(draggedCases.read(event.dataTransfer).flatMap((id) => CaseId.safeParse(id).data ?? []));
      }}
    >
      <span className={styles.count}>{t('tray.count', { count: cases.length, max: trayMax })}</span>
      <ul className={styles.chips}>
        {cases.map(({ id, title, type }) => (
          <li key={id} className={styles.chip}>
            <Chip
              icon={<TypeShape type={type} size={9} />}
              title={words(title)}
              removeLabel={t('common.remove', { what: words(title) })}
              onRemove={() => tray.toggle(id)}
            >
              {words(title)}
            </Chip>
          </li>
        ))}
      </ul>
      {cases.length < 2 ? (
        <span className={styles.more}>{t('tray.more')}</span>
      ) : (
        <Button
          variant="link"
          className={styles.go}
          onPress={() =>
            void navigate({
              to: '/compare/{-$comparisonId}',
              params: { comparisonId: undefined },
              search: { make: true },
            })
          }
        >
          {t('tray.go')}
        </Button>
      )}
    </section>
  );
}
