import type { PersonHit } from '../../shared/contract/search.ts';
import { sayLastTalk } from '../people/personTimes.ts';
import { useCircles } from '../people/useCircles.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Highlighted } from '../ui/Highlighted.tsx';
import { useToday } from '../ui/useToday.ts';
import styles from './HitList.module.css';

export function PersonHitView({ hit }: { readonly hit: PersonHit }) {
  const today = useToday();
  const { circleName } = useCircles();
  return (
    <div className={styles['person']}>
      <Avatar id={hit.id} name={hit.name} photoId={hit.photoId} />
      <div className={styles['words']}>
        <bdi className={styles['name']}>
          <Highlighted text={hit.name} ranges={hit.nameHighlights} />
        </bdi>
        {hit.snippet !== '' && (
          <bdi className={styles['aside']}>
            <Highlighted text={hit.snippet} ranges={hit.snippetHighlights} />
          </bdi>
        )}
      </div>
      <div className={styles['meta']}>
        {hit.circleId !== null && <span>{circleName(hit.circleId)}</span>}
        <span>{sayLastTalk(hit, today)}</span>
      </div>
    </div>
  );
}
