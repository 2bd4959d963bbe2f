import { useSearch } from '@tanstack/react-router';
import { OwnEditor } from './own-editor.tsx';
import { OwnList } from './own-list.tsx';

/** The user's own cases: all of them, or one under edit. */
export function OwnScreen() {
  const { case: key } = useSearch({ from: '/own' });
  return key === undefined ? <OwnList /> : <OwnEditor key={key} caseKey={key} />;
}
