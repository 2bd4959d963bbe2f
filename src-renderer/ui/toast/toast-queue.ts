import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';

export interface ToastContent {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly tone?: 'plain' | 'done' | 'failed';
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  readonly secondAction?: { readonly label: string; readonly run: () => void } | undefined;
}

/** How long a toast stays when nobody hovers or focuses it, milliseconds. */
const stayMs = 8000;

export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

/** Shows a toast for eight seconds. Returns what takes it away. */
export function showToast(content: ToastContent): () => void {
  const key = toastQueue.add(content, { timeout: stayMs });
  return () => toastQueue.close(key);
}
