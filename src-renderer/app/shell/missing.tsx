import { useNavigate } from '@tanstack/react-router';
import { Blank } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { useT } from '../i18n/use-t.tsx';

/** The screen of an address that leads nowhere. */
export function Missing() {
  const t = useT();
  const navigate = useNavigate();
  return (
    <Blank
      level={1}
      title={t('missing.title')}
      actions={
        <Button variant="filled" onPress={() => void navigate({ to: '/library', search: {} })}>
          {t('crash.home')}
        </Button>
      }
    >
      {t('missing.then')}
    </Blank>
  );
}
