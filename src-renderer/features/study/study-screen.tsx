import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Deck } from '#contract/study.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useT } from '../../app/i18n/use-t.tsx';
import { Segmented } from '../../ui/button/segmented.tsx';
import { Select } from '../../ui/select/select.tsx';
import type { StudyAddress } from './address.ts';
import { CardPractice } from './card-practice.tsx';
import { ProgressTables } from './progress-tables.tsx';
import styles from './study-screen.module.css';
import { TypePractice } from './type-practice.tsx';

const shows = ['cards', 'types', 'progress'] as const;
const RECENT = 'recent';

/** Study: cards of what was read, passages to tell a type by, and how far one is. */
export function StudyScreen() {
  const t = useT();
  const navigate = useNavigate();
  const { query } = useApi();
  const address = useSearch({ from: '/study' });
  const { data: packets = [] } = useQuery(query.packets.list.queryOptions());
  const show = address.show ?? 'cards';
  const packet = packets.find(({ id }) => id === address.packet);
  const deck: Deck = packet === undefined ? { kind: 'recent' } : { kind: 'packet', id: packet.id };
  const go = (change: Partial<StudyAddress>) =>
    void navigate({ to: '/study', search: { ...address, ...change }, replace: true });
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1 className={styles.title} data-face="serif" tabIndex={-1}>
          {t('place.study')}
        </h1>
        <Segmented
          label={t('study.show')}
          value={show}
          onChange={(next) => go({ show: next })}
          items={shows.map((id) => ({ id, label: t(`study.show.${id}`) }))}
        />
        {show === 'cards' && (
          <Select
            isQuiet
            isLabelHidden
            label={t('study.deck')}
            value={packet?.id ?? RECENT}
            onChange={(id) => go({ packet: packets.find((one) => one.id === id)?.id })}
            items={[
              { id: RECENT, label: t('study.deck.recent') },
              ...packets.map(({ id, title }) => ({ id: id as string, label: title })),
            ]}
          />
        )}
      </div>
      {show === 'cards' && <CardPractice key={packet?.id ?? RECENT} deck={deck} />}
      {show === 'types' && <TypePractice />}
      {show === 'progress' && <ProgressTables />}
    </div>
  );
}
