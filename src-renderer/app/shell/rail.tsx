import { Link } from '@tanstack/react-router';
import {
  CompareIcon,
  LibraryIcon,
  MatrixIcon,
  NotesIcon,
  PacketsIcon,
  PlacesIcon,
  SettingsIcon,
  StudyIcon,
} from '../../ui/icons.tsx';
import type { MessageId } from '../i18n/i18n.ts';
import { useT } from '../i18n/use-t.tsx';
import { type CommandId, keyOf } from '../keys/command-table.ts';
import styles from './rail.module.css';

interface Place {
  readonly to:
    | '/library'
    | '/matrix'
    | '/places'
    | '/compare/{-$comparisonId}'
    | '/packets/{-$packetId}'
    | '/study'
    | '/notes'
    | '/settings';
  readonly label: MessageId;
  readonly command: CommandId;
  readonly Icon: typeof LibraryIcon;
  /** Addresses that belong to the place beside its own. */
  readonly holds?: RegExp;
}

const places: readonly Place[] = [
  {
    to: '/library',
    label: 'place.library',
    command: 'go.library',
    Icon: LibraryIcon,
    holds: /^\/(?:case\/|framework|precedents|own)/,
  },
  { to: '/matrix', label: 'place.matrix', command: 'go.matrix', Icon: MatrixIcon },
  { to: '/places', label: 'place.places', command: 'go.places', Icon: PlacesIcon },
  { to: '/compare/{-$comparisonId}', label: 'place.compare', command: 'go.compare', Icon: CompareIcon },
  { to: '/packets/{-$packetId}', label: 'place.packets', command: 'go.packets', Icon: PacketsIcon },
  { to: '/study', label: 'place.study', command: 'go.study', Icon: StudyIcon },
  { to: '/notes', label: 'place.notes', command: 'go.notes', Icon: NotesIcon },
  { to: '/settings', label: 'place.settings', command: 'go.settings', Icon: SettingsIcon },
];

/** The places of the program, one link each; settings stand alone at the foot. */
export function Rail({ pathname, onSkip }: { readonly pathname: string; readonly onSkip: () => void }) {
  const t = useT();
  return (
    <nav className={styles.rail} data-print="none" aria-label={t('app.places')}>
      <button type="button" className={styles.skip} onClick={onSkip}>
        {t('app.skip')}
      </button>
      {places.map(({ to, label, command, Icon, holds }) => {
        const base = to.split('/{')[0] ?? to;
        const isCurrent = pathname.startsWith(base) || (holds?.test(pathname) ?? false);
        const key = keyOf(command);
        return (
          <Link
            key={to}
            to={to}
            {...(to === '/compare/{-$comparisonId}' ? { params: { comparisonId: undefined } } : {})}
            {...(to === '/packets/{-$packetId}' ? { params: { packetId: undefined } } : {})}
            search={{}}
            className={styles.item}
            aria-current={isCurrent ? 'page' : undefined}
            data-current={isCurrent}
            title={key === undefined ? undefined : `${t(label)} ${key}`}
          >
            <Icon size={20} className={styles.icon} />
            {t(label)}
          </Link>
        );
      })}
    </nav>
  );
}
