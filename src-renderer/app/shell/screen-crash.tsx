import { type ErrorComponentProps, useNavigate } from '@tanstack/react-router';
import { Blank } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { useFailure } from '../api/use-failure.ts';
import { useT } from '../i18n/use-t.tsx';

/** The screen in place of one that could not be drawn. */
export function ScreenCrash({ error, reset }: ErrorComponentProps) {
  const t = useT();
  const failure = useFailure()(error);
  const navigate = useNavigate();
  return (
    <Blank
      level={1}
      title={failure.what}
      actions={
        <>
          <Button variant="filled" onPress={reset}>
            {t('crash.retry')}
          </Button>
          <Button onPress={() => void navigate({ to: '/library', search: {} })}>{t('crash.home')}</Button>
          <Button variant="plain" onPress={() => void copyText(failure.details)}>
            {t('common.copy-details')}
          </Button>
        </>
      }
    >
      {failure.next}
    </Blank>
  );
}
