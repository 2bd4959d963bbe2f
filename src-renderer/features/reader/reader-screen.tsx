import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { CaseId } from '#contract/ids.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { Reader } from './reader.tsx';

/** The reader: one case, with its sources and the user's notes. */
export function ReaderScreen() {
  const { caseId } = useParams({ from: '/case/$caseId' });
  const { query } = useApi();
  // An address that holds no id of a case is answered like one of a case that is not there.
  const id = CaseId.safeParse(caseId).data ?? CaseId.parse('no-such-case');
  const { data: found } = useSuspenseQuery(query.library.get.queryOptions({ input: { id } }));
  const { data: list } = useSuspenseQuery(query.library.list.queryOptions());
  const summary = list.cases.find((one) => one.id === found.id);
  return <Reader key={found.id} found={found} summary={summary} />;
}
