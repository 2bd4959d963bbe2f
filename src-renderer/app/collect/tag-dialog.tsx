import { useQuery } from '@tanstack/react-query';
import { Tag } from '#contract/annotations.ts';
import type { CaseId } from '#contract/ids.ts';
import { PickDialog } from '../../ui/pick-dialog/pick-dialog.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { useApi } from '../api/use-api.tsx';
import { useT } from '../i18n/use-t.tsx';
import type { RunChange } from './use-own-changes.ts';

/** Puts tags on cases and takes them off; each step can be taken back. */
export function TagDialog(props: {
  readonly caseIds: readonly CaseId[];
  readonly run: RunChange;
  readonly onClose: () => void;
}) {
  const { run, onClose } = props;
  const caseIds = [...props.caseIds];
  const t = useT();
  const { query } = useApi();
  const { data: tags } = useQuery(query.tags.list.queryOptions());
  const { data: worn } = useQuery(query.tags.ofCases.queryOptions());
  const wearing = (tag: string) =>
    worn?.filter((one) => caseIds.includes(one.caseId) && one.tags.includes(tag)).length ?? 0;
  const put = (tag: string, isOn: boolean) =>
    void run(
      (api) => api.tags.changeCases({ caseIds, ...(isOn ? { add: [tag] } : { remove: [tag] }) }),
      t('act.tag-cases', { name: tag, count: caseIds.length }),
    );
  return (
    <PickDialog
      title={t('collect.tag-title', { count: caseIds.length })}
      placeholder={t('collect.find-tag')}
      description={t('collect.tag-levels')}
      doneLabel={t('collect.done')}
      stateLabels={{ all: t('collect.all'), some: t('collect.some') }}
      onClose={onClose}
      choices={(tags ?? []).map(({ path, notes, cases }) => {
        const wear = wearing(path);
        return {
          id: path,
          label: path.split('/').at(-1) ?? path,
          depth: path.split('/').length - 1,
          count: notes + cases,
          state: wear === caseIds.length ? 'all' : wear > 0 ? 'some' : 'none',
        };
      })}
      onToggle={({ id, state }) => put(id, state !== 'all')}
      newLabel={(name) => t('collect.new-tag', { name })}
      onNew={(written) => {
        const tag = Tag.safeParse(written.replace(/^#/, ''));
        if (tag.success) put(tag.data, true);
        else showToast({ title: t('collect.tag-too-long') });
      }}
    />
  );
}
