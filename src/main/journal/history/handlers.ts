import type { Handlers, MethodsOf } from '../context.ts';
import { requirePerson } from '../people/getPerson.ts';
import { updatePerson } from '../people/writePerson.ts';
import { listEntryVersions, listPersonVersions, readEntryText, readPersonText } from './listVersions.ts';
import { redoLast, rememberAction, undoLast } from './undoActions.ts';
import { readPersonVersion, restoreEntryVersion } from './versions.ts';
import { asFarAsKnown } from './wholePerson.ts';

/** What entries and people were before they were changed, and undoing. */
export const history: Handlers<MethodsOf<'history' | 'undo'>> = {
  'history.entry': listEntryVersions,
  'history.entryText': (context, { versionId }) => readEntryText(context, versionId),
  'history.restoreEntry': (context, { versionId }) => {
    const { id, kept } = restoreEntryVersion(context, versionId);
    if (kept !== null) rememberAction(context, { kind: 'entryChanged', id, name: '', versionId: kept });
    return null;
  },
  'history.person': listPersonVersions,
  'history.personText': (context, { versionId }) => readPersonText(context, versionId),
  'history.restorePerson': (context, { versionId }) => {
    const { id, person } = readPersonVersion(context.db, versionId);
    const kept = updatePerson(context, id, asFarAsKnown(context.db, requirePerson(context, id), person));
    if (kept !== null) {
      rememberAction(context, { kind: 'personChanged', id, name: person.name, versionId: kept });
    }
    return null;
  },
  'undo.undo': (context) => undoLast(context),
  'undo.redo': (context) => redoLast(context),
};
