import { Link } from '@tanstack/react-router';
import type { Case } from '#contract/case-tree.ts';
import { SheetMenu } from '../../../app/cases/sheet-menu.tsx';
import { langOf } from '../../../app/i18n/i18n.ts';
import { useLanguage, useT, useWords } from '../../../app/i18n/use-t.tsx';
import { ActorMap } from './actor-map.tsx';
import { seriesOf } from './figure-series.ts';
import { FiguresChart } from './figures-chart.tsx';
import { LifeCyclePicture } from './life-cycle-picture.tsx';
import styles from './pictures.module.css';
import { TimelinePicture } from './timeline-picture.tsx';

/** The case in pictures, drawn from its data alone, at the foot of its text. */
export function CasePictures({ found }: { readonly found: Case }) {
  const t = useT();
  const language = useLanguage();
  const inWords = useWords();
  const { front } = found;
  const series = seriesOf(front.figures);
  return (
    <section className={styles.pictures} data-pictures lang={langOf[language]} data-face="sans">
      <h2 className={styles.heading} tabIndex={-1}>
        {t('reader.pictures')}
      </h2>
      <LifeCyclePicture front={front} />
      {typeof front.actors !== 'string' && <ActorMap actors={front.actors} />}
      {front.events.length > 0 && <TimelinePicture front={front} />}
      {series.map((one) => (
        <FiguresChart key={`${one.quantity} ${one.points[0]?.figure.id}`} series={one} />
      ))}
      <p className={styles.onward}>
        {front.transfer.length > 0 && (
          <Link to="/matrix" search={{ show: 'transfer', of: [found.id] }}>
            {t('reader.picture.transfer')}
          </Link>
        )}
        <SheetMenu id={found.id} title={inWords(front.title)} />
      </p>
    </section>
  );
}
