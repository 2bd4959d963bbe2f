import {
  Button as AriaButton,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
  UNSTABLE_Toast as Toast,
} from 'react-aria-components';
import { Button } from '../button/button.tsx';
import { CheckIcon, CloseIcon, WarnIcon } from '../icons.tsx';
import styles from './toast.module.css';
import { toastQueue } from './toast-queue.ts';

/** Where toasts appear; a landmark, reached by F6. Once in the window. */
export function ToastRegion(props: { readonly label: string; readonly closeLabel: string }) {
  return (
    <AriaToastRegion queue={toastQueue} className={styles.region ?? ''} aria-label={props.label}>
      {({ toast }) => (
        <Toast toast={toast} className={styles.toast ?? ''}>
          {toast.content.tone === 'done' && <CheckIcon size={16} className={styles.done} />}
          {toast.content.tone === 'failed' && <WarnIcon size={16} className={styles.failed} />}
          <AriaToastContent className={styles.content ?? ''}>
            <span slot="title" className={styles.title} data-strong={toast.content.detail !== undefined}>
              {toast.content.title}
            </span>
            {toast.content.detail !== undefined && (
              <span slot="description" className={styles.detail}>
                {toast.content.detail}
              </span>
            )}
          </AriaToastContent>
          {[toast.content.action, toast.content.secondAction].map(
            (action) =>
              action !== undefined && (
                <Button
                  key={action.label}
                  variant="link"
                  className={styles.action}
                  onPress={() => {
                    action.run();
                    toastQueue.close(toast.key);
                  }}
                >
                  {action.label}
                </Button>
              ),
          )}
          <AriaButton slot="close" aria-label={props.closeLabel} className={styles.close ?? ''}>
            <CloseIcon size={16} />
          </AriaButton>
        </Toast>
      )}
    </AriaToastRegion>
  );
}
