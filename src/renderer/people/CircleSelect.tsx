import { Select } from '../ui/Select.tsx';
import { useCircles } from './useCircles.ts';

/** Stands for “no circle”, which a select cannot hold as `null`. */
const NONE = '';

export interface CircleSelectProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string | null;
  readonly onChange: (circleId: string | null) => void;
  /** What having no circle is called here: “No circle”, or “Everybody” where circles narrow a list. */
  readonly none?: string;
  readonly size?: 's' | 'm';
  readonly className?: string;
}

/** One of the circles, or none. */
export function CircleSelect(props: CircleSelectProps) {
  const { label, hideLabel = false, value, onChange, none = 'No circle', size = 'm', className } = props;
  const { circles } = useCircles();
  return (
    <Select
      label={label}
      hideLabel={hideLabel}
      value={value ?? NONE}
      onChange={(chosen) => onChange(chosen === NONE ? null : chosen)}
      options={[
        { value: NONE, label: none },
        ...circles.map((circle) => ({ value: circle.id, label: circle.name })),
      ]}
      size={size}
      {...(className === undefined ? {} : { className })}
    />
  );
}
