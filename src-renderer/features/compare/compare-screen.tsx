import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { MIN_CASES } from '#contract/comparisons.ts';
import type { ComparisonId } from '#contract/ids.ts';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { useTray } from '../../app/preferences/use-tray.ts';
import { FailureNote } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { ComparisonList, toComparisonId } from './comparison-list.tsx';
import { ComparisonView } from './comparison-view.tsx';
import { useComparison } from './queries.ts';
import { useMake } from './use-make.ts';

/** Compare: the list of what is saved, or one comparison. */
export function CompareScreen() {
  const { comparisonId } = useParams({ from: '/compare/{-$comparisonId}' });
  const id = toComparisonId(comparisonId);
  useMakeFromTray(id === undefined);
  return id === undefined ? <ComparisonList /> : <OpenScreen key={id} id={id} />;
}

function OpenScreen({ id }: { readonly id: ComparisonId }) {
  const t = useT();
  const describe = useFailure();
  const navigate = useNavigate();
  const { data, error } = useComparison(id);
  if (data !== undefined) return <ComparisonView open={data} />;
  if (error === null) return <h1 tabIndex={-1} aria-label={t('common.loading')} />;
  const { what, next } = describe(error);
  return (
    <FailureNote
      what={what}
      next={next}
      actions={
        <Button
          variant="filled"
          onPress={() =>
            void navigate({
              to: '/compare/{-$comparisonId}',
              params: { comparisonId: undefined },
              search: {},
            })
          }
        >
          {t('compare.all')}
        </Button>
      }
    />
  );
}

/** An address that asks for it makes the comparison of the waiting cases, once. */
function useMakeFromTray(isList: boolean): void {
  const { make: asked } = useSearch({ from: '/compare/{-$comparisonId}' });
  const tray = useTray();
  const make = useMake();
  const isMade = useRef(false);
  useEffect(() => {
    if (!isList || asked !== true || isMade.current || tray.ids.length < MIN_CASES) return;
    isMade.current = true;
    make(tray.ids, 'replace');
  }, [isList, asked, tray.ids, make]);
}
