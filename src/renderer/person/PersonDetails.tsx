import type { Detail } from '../../shared/models/person.ts';
import styles from './PersonDetails.module.css';

/** What an import knew of somebody, in its own words. */
export function PersonDetails({ details }: { readonly details: readonly Detail[] }) {
  return (
    <dl className={styles['details']}>
      {details.map(({ label, value }) => (
        <div key={`${label} ${value}`} className={styles['detail']}>
          <dt className={styles['label']}>
            <bdi>{label}</bdi>
          </dt>
          <dd className={styles['value']}>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
