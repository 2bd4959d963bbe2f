import { useNavigate, useParams } from '@tanstack/react-router';
import { PacketId } from '#contract/packets.ts';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { FailureNote } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { PacketBuilder } from './packet-builder.tsx';
import { PacketList } from './packet-list.tsx';
import { usePacket } from './queries.ts';

/** Course packets: the list of what is saved, or one packet in its builder. */
export function PacketsScreen() {
  const { packetId } = useParams({ from: '/packets/{-$packetId}' });
  const id = PacketId.safeParse(packetId).data;
  return id === undefined ? <PacketList /> : <OpenScreen key={id} id={id} />;
}

function OpenScreen({ id }: { readonly id: PacketId }) {
  const t = useT();
  const describe = useFailure();
  const navigate = useNavigate();
  const { data, error } = usePacket(id);
  if (data !== undefined) return <PacketBuilder open={data} />;
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
            void navigate({ to: '/packets/{-$packetId}', params: { packetId: undefined }, search: {} })
          }
        >
          {t('packets.all')}
        </Button>
      }
    />
  );
}
