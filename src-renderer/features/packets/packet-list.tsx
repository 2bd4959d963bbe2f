import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { PacketId, type PacketSummary, PacketTemplate } from '#contract/packets.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { useTray } from '../../app/preferences/use-tray.ts';
import { useStoredActs } from '../../app/undo/use-acts.ts';
import { FailureNote } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { CopyIcon, DeleteIcon } from '../../ui/icons.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import styles from './packet-list.module.css';
import { usePackets } from './queries.ts';

/** The saved packets, and the forms that a new one can begin with. */
export function PacketList() {
  const t = useT();
  const language = useLanguage();
  const navigate = useNavigate();
  const describe = useFailure();
  const { client, query } = useApi();
  const queryClient = useQueryClient();
  const acts = useStoredActs();
  const list = usePackets();
  const { ids: waiting } = useTray();

  const run = (work: () => Promise<unknown>) => {
    work()
      .then(() => queryClient.invalidateQueries({ queryKey: query.packets.key() }))
      .catch((error: unknown) => {
        const { what, next } = describe(error);
        showToast({ tone: 'failed', title: what, detail: next });
      });
  };
  const begin = (template: PacketTemplate) =>
    run(async () => {
      const id = PacketId.parse(crypto.randomUUID());
      await client.packets.create({ id, template, language, caseIds: [...waiting] });
      await navigate({ to: '/packets/{-$packetId}', params: { packetId: id }, search: {} });
    });
  const takeAway = ({ id, title }: PacketSummary) =>
    run(async () => {
      await client.packets.remove({ id });
      acts.offerUndo(t('packets.removed', { name: title }));
    });
  const duplicate = ({ id }: PacketSummary) =>
    run(() => client.packets.duplicate({ id, newId: PacketId.parse(crypto.randomUUID()) }));

  if (list.error !== null) {
    const { what, next } = describe(list.error);
    return (
      <FailureNote
        what={what}
        next={next}
        actions={<Button onPress={() => void list.refetch()}>{t('common.retry')}</Button>}
      />
    );
  }
  const saved = list.data ?? [];
  return (
    <div className={styles.screen}>
      <h1 className={styles.title} tabIndex={-1} data-face="serif">
        {t('place.packets')}
      </h1>
      <section aria-labelledby="packets-begin">
        <h2 id="packets-begin" className={styles.subtitle}>
          {waiting.length === 0 ? t('packets.begin') : t('packets.begin-with', { count: waiting.length })}
        </h2>
        <ul className={styles.templates}>
          {PacketTemplate.options.map((template) => (
            <li key={template}>
              <button type="button" className={styles.template} onClick={() => begin(template)}>
                <span className={styles.templateName}>{t(`packets.template.${template}`)}</span>
                <span className={styles.facts}>{t(`packets.template.${template}.what`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {saved.length > 0 && (
        <section aria-labelledby="packets-saved">
          <h2 id="packets-saved" className={styles.subtitle}>
            {t('packets.saved', { count: saved.length })}
          </h2>
          <ul>
            {saved.map((one) => (
              <li key={one.id} className={styles.row}>
                <Link
                  to="/packets/{-$packetId}"
                  params={{ packetId: one.id }}
                  search={{}}
                  className={styles.name}
                  data-face="serif"
                >
                  {one.title}
                </Link>
                <span className={styles.facts}>
                  {[
                    one.subtitle,
                    t('packets.facts', { sessions: one.sessions, cases: one.cases, minutes: one.minutes }),
                    day(one.modifiedAt, language),
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
                <span className={styles.acts}>
                  <IconButton
                    label={t('packets.duplicate', { name: one.title })}
                    onPress={() => duplicate(one)}
                  >
                    <CopyIcon />
                  </IconButton>
                  <IconButton label={t('packets.remove', { name: one.title })} onPress={() => takeAway(one)}>
                    <DeleteIcon />
                  </IconButton>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function day(time: string, language: 'zh' | 'en'): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium' }).format(
    new Date(time),
  );
}
