import type { ContactWay, Detail } from '../../shared/models/person.ts';
import { contactWayKinds, personDateKinds } from '../../shared/models/person.ts';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { contactKindNames } from './ContactWays.tsx';
import { dateNames } from './dateNames.ts';
import { FieldList } from './FieldList.tsx';
import type { FieldRow } from './fieldRows.ts';
import { guessContactKind } from './guessContactKind.ts';
import styles from './PersonForm.module.css';
import type { FieldErrors, TypedPersonDate } from './personFields.ts';
import { TypedDateField } from './TypedDateField.tsx';

interface ListProps<T> {
  readonly rows: readonly FieldRow<T>[];
  readonly errors: FieldErrors;
  readonly onChange: (rows: readonly FieldRow<T>[]) => void;
}

const kinds = contactWayKinds.map((value) => ({ value, label: contactKindNames[value] }));
const newWay: ContactWay = { kind: 'other', label: '', value: '' };
const dateKinds = personDateKinds.map((value) => ({ value, label: dateNames[value] }));
const newBirthday: TypedPersonDate = { kind: 'birthday', label: '', words: '' };
const newDate: TypedPersonDate = { kind: 'other', label: '', words: '' };
const newDetail: Detail = { label: '', value: '' };

export function NicknameFields({ rows, errors, onChange }: ListProps<string>) {
  return (
    <FieldList
      legend="Nicknames"
      addLabel="Add a nickname"
      rows={rows}
      onChange={onChange}
      empty=""
      describe={(value, index) => value || `nickname ${index + 1}`}
    >
      {(value, change, row) => (
        <TextField
          label="Nickname"
          hideLabel
          value={value}
          onChange={change}
          errorMessage={errors[`nicknames.${row.key}`]}
          className={styles['grow'] ?? ''}
        />
      )}
    </FieldList>
  );
}

export function FormerNameFields({ rows, errors, onChange }: ListProps<string>) {
  return (
    <FieldList
      legend="Former names"
      addLabel="Add a former name"
      rows={rows}
      onChange={onChange}
      empty=""
      describe={(value, index) => value || `former name ${index + 1}`}
    >
      {(value, change, row) => (
        <TextField
          label="Former name"
          hideLabel
          value={value}
          onChange={change}
          errorMessage={errors[`formerNames.${row.key}`]}
          className={styles['grow'] ?? ''}
        />
      )}
    </FieldList>
  );
}

export function DateFields({ rows, errors, onChange }: ListProps<TypedPersonDate>) {
  return (
    <FieldList
      legend="Dates"
      hideLegend
      addLabel="Add a date"
      rows={rows}
      onChange={onChange}
      empty={rows.some(({ value }) => value.kind === 'birthday') ? newDate : newBirthday}
      describe={(date, index) => `${date.label || dateNames[date.kind]} ${date.words || index + 1}`.trim()}
    >
      {(date, change, row) => (
        <>
          <Select
            label="Kind of date"
            hideLabel
            value={date.kind}
            onChange={(kind) => change({ ...date, kind })}
            options={dateKinds}
            className={styles['dateKind'] ?? ''}
          />
          <TypedDateField
            label={date.label || dateNames[date.kind]}
            hideLabel
            words={date.words}
            onChange={(words) => change({ ...date, words })}
            errorMessage={errors[`dates.${row.key}`]}
            className={styles['date'] ?? ''}
          />
          {date.kind === 'birthday' && date.label === '' ? (
            <span className={styles['grow']} />
          ) : (
            <TextField
              label="What it is"
              hideLabel
              placeholder="What it is"
              value={date.label}
              onChange={(label) => change({ ...date, label })}
              className={styles['grow'] ?? ''}
            />
          )}
        </>
      )}
    </FieldList>
  );
}

export function ContactWayFields({ rows, errors, onChange }: ListProps<ContactWay>) {
  return (
    <FieldList
      legend="Ways to reach them"
      hideLegend
      addLabel="Add a way to reach them"
      rows={rows}
      onChange={onChange}
      empty={newWay}
      describe={(way, index) => way.value || `way ${index + 1}`}
    >
      {(way, change, row) => (
        <>
          <TextField
            label="Email, number or address"
            hideLabel
            placeholder="Email, number, address…"
            value={way.value}
            onChange={(value) => change({ ...way, value, kind: kindAfter(way, value) })}
            errorMessage={errors[`contactWays.${row.key}`]}
            className={styles['grow'] ?? ''}
          />
          <Select
            label="Kind"
            hideLabel
            value={way.kind}
            onChange={(kind) => change({ ...way, kind })}
            options={kinds}
            className={styles['kind'] ?? ''}
          />
          <TextField
            label="What it is for"
            hideLabel
            placeholder="work, home…"
            value={way.label}
            onChange={(label) => change({ ...way, label })}
            className={styles['label'] ?? ''}
          />
        </>
      )}
    </FieldList>
  );
}

export function DetailFields({ rows, errors, onChange }: ListProps<Detail>) {
  return (
    <FieldList
      legend="Details"
      hideLegend
      addLabel="Add a detail"
      rows={rows}
      onChange={onChange}
      empty={newDetail}
      describe={(detail, index) => detail.label || `detail ${index + 1}`}
    >
      {(detail, change, row) => (
        <>
          <TextField
            label="What it is"
            hideLabel
            placeholder="What it is"
            value={detail.label}
            onChange={(label) => change({ ...detail, label })}
            errorMessage={errors[`details.${row.key}`]}
            className={styles['label'] ?? ''}
          />
          <TextField
            label={detail.label || 'Detail'}
            hideLabel
            value={detail.value}
            onChange={(value) => change({ ...detail, value })}
            className={styles['grow'] ?? ''}
          />
        </>
      )}
    </FieldList>
  );
}

/** What the kind becomes while the value is typed: what it looks like, unless the user has chosen something else. */
function kindAfter(way: ContactWay, value: string): ContactWay['kind'] {
  const wasGuessed = way.kind === (guessContactKind(way.value) ?? newWay.kind);
  return wasGuessed ? (guessContactKind(value) ?? newWay.kind) : way.kind;
}
