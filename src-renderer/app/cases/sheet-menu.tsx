import { useQuery } from '@tanstack/react-query';
import type { CaseId } from '#contract/ids.ts';
import { Button } from '../../ui/button/button.tsx';
import { ExportIcon } from '../../ui/icons.tsx';
import { Menu, MenuItem, MenuSection } from '../../ui/menu/menu.tsx';
import { useApi } from '../api/use-api.tsx';
import { useLanguage, useT } from '../i18n/use-t.tsx';
import { useSaveFile } from './use-save-file.ts';

const formats = ['docx', 'pdf'] as const;
const variants = [false, true] as const;

/** Sheets to print from one case: the interview guide of its blanks, and the exercise on numbers told twice. */
export function SheetMenu(props: {
  readonly id: CaseId;
  readonly title: string;
  /** In lists, where it stands under every case. */
  readonly isQuiet?: boolean;
}) {
  const { id, title, isQuiet = false } = props;
  const t = useT();
  const language = useLanguage();
  const { client } = useApi();
  const { isWriting, save } = useSaveFile(t('sheets.done'));
  return (
    <Menu
      label={t('sheets.of', { title })}
      trigger={
        <Button
          variant={isQuiet ? 'link' : 'plain'}
          icon={isQuiet ? undefined : <ExportIcon />}
          isDisabled={isWriting}
          aria-label={t('sheets.of', { title })}
        >
          {t('sheets.menu')}
        </Button>
      }
    >
      <MenuSection label={t('sheets.interview')}>
        {variants.flatMap((both) =>
          formats.map((format) => (
            <MenuItem
              key={`${both} ${format}`}
              id={`interview-${both}-${format}`}
              textValue={t(both ? 'sheets.both' : 'sheets.one', { format: format.toUpperCase() })}
              onAction={() => void save(() => client.worksheets.interview({ id, language, format, both }))}
            />
          )),
        )}
      </MenuSection>
      <CitingSection id={id} save={save} />
    </Menu>
  );
}

/** Asked for only when the menu is open: a list of cases has a menu each. */
function CitingSection(props: {
  readonly id: CaseId;
  readonly save: ReturnType<typeof useSaveFile>['save'];
}) {
  const { id, save } = props;
  const t = useT();
  const language = useLanguage();
  const { client, query } = useApi();
  const { data } = useQuery(query.worksheets.accounts.queryOptions({ input: { id, language } }));
  const count = data?.count ?? 0;
  return (
    <MenuSection label={t('sheets.citing', { count })}>
      {variants.flatMap((withAnswers) =>
        formats.map((format) => (
          <MenuItem
            key={`${withAnswers} ${format}`}
            id={`citing-${withAnswers}-${format}`}
            isDisabled={count === 0}
            textValue={t(withAnswers ? 'sheets.trainer' : 'sheets.student', { format: format.toUpperCase() })}
            onAction={() => void save(() => client.worksheets.citing({ id, language, format, withAnswers }))}
          />
        )),
      )}
    </MenuSection>
  );
}
