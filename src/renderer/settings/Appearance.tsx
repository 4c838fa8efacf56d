import { Label, Radio, RadioGroup } from 'react-aria-components';
import { Icon, type IconName } from '../ui/Icon.tsx';
import styles from './Appearance.module.css';
import { Section } from './Section.tsx';
import { type Theme, useThemeChoice } from './useTheme.ts';

const looks: readonly { readonly theme: Theme; readonly name: string; readonly icon: IconName }[] = [
  { theme: 'system', name: 'Like the system', icon: 'gear' },
  { theme: 'light', name: 'Paper', icon: 'sun' },
  { theme: 'dark', name: 'Lamplight', icon: 'moon' },
];

/** Light, dark, or as the system has it. */
export function Appearance() {
  const [theme, choose] = useThemeChoice();
  return (
    <Section title="Appearance">
      <RadioGroup
        value={theme}
        onChange={(value) => {
          const look = looks.find((one) => one.theme === value);
          if (look) choose(look.theme);
        }}
        orientation="horizontal"
        className={styles['group'] ?? ''}
      >
        <Label className="visually-hidden">Appearance</Label>
        {looks.map((look) => (
          <Radio key={look.theme} value={look.theme} className={styles['look'] ?? ''}>
            <Icon name={look.icon} size={18} />
            {look.name}
          </Radio>
        ))}
      </RadioGroup>
    </Section>
  );
}
