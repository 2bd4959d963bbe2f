import { useQuery } from '@tanstack/react-query';
import type { Case } from '#contract/case-tree.ts';
import type { SearchHit, Snippet } from '#contract/search.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { langOf } from '../../app/i18n/i18n.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useLanguage, useT, useWords } from '../../app/i18n/use-t.tsx';
import styles from './preview-facts.module.css';

/** What the case says: its abstract, who pays, what to bear in mind, its sources, the user's notes. */
export function PreviewFacts(props: {
  readonly found: Case;
  readonly hit: SearchHit;
  readonly onOpen: (snippet?: Snippet) => void;
}) {
  const { found } = props;
  const t = useT();
  const words = useCaseWords();
  const inWords = useWords();
  const language = useLanguage();
  const text = found.texts[language] ?? found.texts.zh ?? found.texts.en;
  const summary = text?.sections.find(({ id }) => id === 'summary');
  const { funding, concerns } = found.front;
  const care = [concerns.role, concerns.capability, concerns.sustainability].flatMap((finding) =>
    typeof finding === 'string' ? [] : [finding],
  );
  const kinds = vocabulary.sourceKind.filter(({ id }) => found.evidence.sources[id] > 0);
  return (
    <>
      <p
        className={styles.abstract}
        data-face="serif"
        lang={text === undefined ? undefined : langOf[text.language]}
      >
        {summary?.text.split('\n')[0]}
      </p>
      {typeof funding !== 'string' && (
        <section className={styles.part}>
          <h3 className={styles.head}>{t('preview.money')}</h3>
          <table className={styles.table}>
            <tbody>
              {funding.map((source) => (
                <tr key={`${source.kind}-${source.note?.zh ?? ''}`}>
                  <th scope="row">{words.label('funding', source.kind)}</th>
                  <td data-silent={source.note === undefined}>
                    {source.note === undefined ? t('preview.money.unknown') : inWords(source.note)}
                  </td>
                  <td className={styles.refs}>{source.refs.join(' ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {care.length > 0 && (
        <section className={styles.part}>
          <h3 className={styles.head}>{t('preview.care')}</h3>
          {care.slice(0, 2).map(({ finding, refs }) => (
            <p key={finding.zh} className={styles.care}>
              {inWords(finding)}
              <span className={styles.refs}> {refs.join(' ')}</span>
            </p>
          ))}
        </section>
      )}
      <section className={styles.part}>
        <h3 className={styles.head}>{t('preview.sources')}</h3>
        <p>
          {t('preview.sources.count', {
            count: found.front.references.length,
            kinds: kinds
              .map(({ id }) =>
                t('preview.sources.kind', {
                  kind: words.label('sourceKind', id, 'short'),
                  count: found.evidence.sources[id],
                }),
              )
              .join(t('common.comma')),
          })}
        </p>
      </section>
      <OwnNotes found={found} />
    </>
  );
}

function OwnNotes({ found }: { readonly found: Case }) {
  const t = useT();
  const { query } = useApi();
  const { data } = useQuery(query.annotations.list.queryOptions({ input: { caseId: found.id } }));
  if (data === undefined || data.length === 0) return null;
  const told = data.filter(({ body }) => body !== '');
  return (
    <section className={styles.part}>
      <h3 className={styles.head}>{t('preview.notes', { count: data.length })}</h3>
      {told.length === 0 && <p className={styles.quiet}>{t('preview.empty-mark')}</p>}
      {told.slice(0, 2).map((note) => (
        <p key={note.id} className={styles.note} data-colour={note.colour}>
          {note.body}
        </p>
      ))}
    </section>
  );
}
