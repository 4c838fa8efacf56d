import { useSyncExternalStore } from 'react';
import {
  Button as AriaButton,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
} from 'react-aria-components';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import styles from './ToastRegion.module.css';
import { toastQueue } from './toasts.ts';

const subscribe = (listener: () => void) => toastQueue.subscribe(listener);
const newestMessage = () => toastQueue.visibleToasts[0]?.content.message ?? '';

/** Where toasts appear. Timers rest while one is pointed at or has focus; F6 reaches it. Put one at the root. */
export function ToastRegion() {
  const newest = useSyncExternalStore(subscribe, newestMessage);
  return (
    <>
      {/* A region that was there before its words did is announced most reliably. */}
      <div role="status" className="visually-hidden">
        {newest}
      </div>
      {/* Only with something to show, or React Aria would not find it among the landmarks that F6 goes through. */}
      {newest !== '' && <ToastList />}
    </>
  );
}

function ToastList() {
  return (
    <AriaToastRegion queue={toastQueue} aria-label="Messages" className={styles['region'] ?? ''}>
      {({ toast }) => (
        <AriaToast toast={toast} className={styles['toast'] ?? ''}>
          <Text slot="title" className={styles['message'] ?? ''}>
            {toast.content.message}
          </Text>
          {toast.content.action && (
            <Button
              variant="plain"
              size="s"
              className={styles['action'] ?? ''}
              onPress={() => {
                toast.content.action?.onPress();
                toastQueue.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <AriaButton slot="close" className={styles['close'] ?? ''}>
            <Icon name="close" size={15} />
          </AriaButton>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
