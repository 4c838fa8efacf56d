import { type FunctionComponent, memo } from 'react';
import type { Person } from '../../shared/models/person.ts';
import { CircleSelect } from '../people/CircleSelect.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { FormSection } from './FormSection.tsx';
import { MetFields } from './MetFields.tsx';
import styles from './PersonForm.module.css';
import {
  ContactWayFields,
  DateFields,
  DetailFields,
  FormerNameFields,
  NicknameFields,
} from './PersonFormLists.tsx';
import type { FieldErrors, PersonFields } from './personFields.ts';
import { RhythmField } from './RhythmField.tsx';
import { WordFields } from './WordFields.tsx';

export interface PersonFormSectionsProps {
  readonly person: Person;
  readonly fields: PersonFields;
  readonly errors: FieldErrors;
  readonly onChange: <F extends keyof PersonFields>(field: F, value: PersonFields[F]) => void;
}

/** A part of the form, which is not drawn anew for what is typed in another. */
function part(
  fields: readonly (keyof PersonFields)[],
  Part: FunctionComponent<PersonFormSectionsProps>,
): FunctionComponent<PersonFormSectionsProps> {
  return memo(
    Part,
    (before, now) =>
      before.person === now.person &&
      before.errors === now.errors &&
      before.onChange === now.onChange &&
      fields.every((field) => before.fields[field] === now.fields[field]),
  );
}

/** Whether something is wrong in one of these fields, or in a line of it. */
function hasError(errors: FieldErrors, ...fields: readonly (keyof PersonFields)[]): boolean {
  return Object.keys(errors).some((key) => fields.some((field) => key.split('.')[0] === field));
}

const Names = part(
  ['pronunciation', 'pronouns', 'nicknames', 'formerNames'],
  function Names({ fields, errors, onChange }) {
    const { pronunciation, pronouns, nicknames, formerNames } = fields;
    return (
      <FormSection
        title="Names"
        hint="How it is said, pronouns, nicknames, former names"
        isFilled={pronunciation !== '' || pronouns !== '' || nicknames.length > 0 || formerNames.length > 0}
        hasError={hasError(errors, 'pronunciation', 'pronouns', 'nicknames', 'formerNames')}
      >
        <div className={styles['pair']}>
          <TextField
            label="How the name is said"
            placeholder="SHIV-awn"
            value={pronunciation}
            onChange={(value) => onChange('pronunciation', value)}
            errorMessage={errors['pronunciation']}
          />
          <TextField
            label="Pronouns"
            placeholder="she/her, they/them…"
            value={pronouns}
            onChange={(value) => onChange('pronouns', value)}
            errorMessage={errors['pronouns']}
          />
        </div>
        <NicknameFields rows={nicknames} errors={errors} onChange={(rows) => onChange('nicknames', rows)} />
        <FormerNameFields
          rows={formerNames}
          errors={errors}
          onChange={(rows) => onChange('formerNames', rows)}
        />
      </FormSection>
    );
  },
);

const Closeness = part(['circleId', 'rhythm'], function Closeness({ fields, errors, onChange }) {
  return (
    <FormSection
      title="Circle and rhythm"
      hint="How close, and how often"
      isFilled={fields.circleId !== null || fields.rhythm !== null}
      hasError={hasError(errors, 'circleId', 'rhythm')}
    >
      <CircleSelect
        label="Circle"
        value={fields.circleId}
        onChange={(value) => onChange('circleId', value)}
        className={styles['circle'] ?? ''}
      />
      <RhythmField
        rhythm={fields.rhythm}
        onChange={(value) => onChange('rhythm', value)}
        errorMessage={errors['rhythm']}
      />
    </FormSection>
  );
});

const Reach = part(['contactWays'], function Reach({ fields: { contactWays }, errors, onChange }) {
  return (
    <FormSection
      title="Ways to reach them"
      hint="Email, numbers, addresses, web pages"
      isFilled={contactWays.length > 0}
      hasError={hasError(errors, 'contactWays')}
    >
      <ContactWayFields
        rows={contactWays}
        errors={errors}
        onChange={(rows) => onChange('contactWays', rows)}
      />
    </FormSection>
  );
});

const Dates = part(['dates'], function Dates({ fields: { dates }, errors, onChange }) {
  return (
    <FormSection
      title="Dates"
      hint="Birthday, anniversaries, days to remember; as much of them as you know"
      isFilled={dates.length > 0}
      hasError={hasError(errors, 'dates')}
    >
      <DateFields rows={dates} errors={errors} onChange={(rows) => onChange('dates', rows)} />
    </FormSection>
  );
});

const Met = part(['met'], function Met({ person, fields: { met }, errors, onChange }) {
  return (
    <FormSection
      title="How you met"
      hint="When, where, through whom"
      isFilled={met.on !== '' || met.where !== '' || met.throughId !== null || met.entryId !== null}
      hasError={hasError(errors, 'met')}
    >
      <MetFields
        personId={person.id}
        met={met}
        errors={errors}
        onChange={(value) => onChange('met', value)}
      />
    </FormSection>
  );
});

const Belonging = part(['languages', 'groups', 'tags'], function Belonging({ fields, errors, onChange }) {
  const { languages, groups, tags } = fields;
  return (
    <FormSection
      title="Languages, groups and tags"
      hint="What they speak, where they belong"
      isFilled={languages.length + groups.length + tags.length > 0}
      hasError={hasError(errors, 'languages', 'groups', 'tags')}
    >
      <WordFields words={fields} errors={errors} onChange={onChange} />
    </FormSection>
  );
});

const Intention = part(['intention'], function Intention({ fields: { intention }, errors, onChange }) {
  return (
    <FormSection
      title="Why them"
      hint="Why do you keep this person in your life?"
      isFilled={intention !== ''}
      hasError={hasError(errors, 'intention')}
    >
      <TextArea
        label="Why do you keep this person in your life?"
        description="For your eyes only."
        rows={2}
        value={intention}
        onChange={(value) => onChange('intention', value)}
        errorMessage={errors['intention']}
      />
    </FormSection>
  );
});

const Notes = part(['notes', 'details'], function Notes({ fields: { notes, details }, errors, onChange }) {
  return (
    <FormSection
      title="Notes and details"
      hint="Anything else"
      isFilled={notes !== '' || details.length > 0}
      hasError={hasError(errors, 'notes', 'details')}
    >
      <DetailFields rows={details} errors={errors} onChange={(rows) => onChange('details', rows)} />
      <TextArea
        label="Notes"
        description="Markdown works here."
        value={notes}
        onChange={(value) => onChange('notes', value)}
        errorMessage={errors['notes']}
      />
    </FormSection>
  );
});

/** All that may be known of somebody beside their name, in parts that stay folded while they are empty. */
export function PersonFormSections(props: PersonFormSectionsProps) {
  return (
    <div className={styles['sections']}>
      <Names {...props} />
      <Closeness {...props} />
      <Reach {...props} />
      <Dates {...props} />
      <Met {...props} />
      <Belonging {...props} />
      <Intention {...props} />
      <Notes {...props} />
    </div>
  );
}
