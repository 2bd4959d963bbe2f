import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Case } from '#contract/case-tree.ts';
import { OwnCaseKey } from '#contract/own-cases.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { EditIcon } from '../../ui/icons.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';

/** Opens an own case for editing; of a bundled one it begins the user's own edition, which stands beside it. */
export function EditCase({ found }: { readonly found: Case }) {
  const t = useT();
  const { client, query } = useApi();
  const navigate = useNavigate();
  const describe = useFailure();
  const { mutateAsync: edition, isPending } = useMutation(query.ownCases.edition.mutationOptions());
  const isOwn = found.origin === 'own';
  const open = async () => {
    try {
      if (!isOwn) {
        const { key } = await edition({ id: found.id });
        await navigate({ to: '/own', search: { case: key } });
        return;
      }
      const { cases } = await client.ownCases.list();
      const key = cases.find(({ id }) => id === found.id)?.key ?? `${found.front.type}/${found.id}`;
      await navigate({ to: '/own', search: { case: OwnCaseKey.parse(key) } });
    } catch (error) {
      const { what, next } = describe(error);
      showToast({ tone: 'failed', title: what, detail: next });
    }
  };
  return (
    <IconButton
      label={t(isOwn ? 'own.edit' : 'own.edition')}
      isDisabled={isPending}
      onPress={() => void open()}
    >
      <EditIcon size={20} />
    </IconButton>
  );
}
