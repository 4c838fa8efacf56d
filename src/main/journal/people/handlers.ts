import type { Handlers, MethodsOf } from '../context.ts';
import { rememberAction } from '../history/undoActions.ts';
import { addPhoto, readPhoto } from '../photos/photos.ts';
import { removePerson } from '../trash/removePerson.ts';
import { getPerson } from './getPerson.ts';
import { listPeople } from './listPeople.ts';
import { listWords } from './personWords.ts';
import { createPerson, updatePerson } from './writePerson.ts';

/** Who is in the journal. */
export const people: Handlers<MethodsOf<'people'>> = {
  'people.list': listPeople,
  'people.get': (context, { id }) => getPerson(context, id),
  'people.suggest': (context, { text, limit }) =>
    context.people
      .suggest(text, limit)
      .map(({ id, name, preferredName, circleId }) => ({ id, name, preferredName, circleId })),
  'people.names': (context, { ids }) =>
    ids.flatMap((id) => {
      const row = context.people.row(id);
      return row ? [{ id, name: row.name, preferredName: row.preferredName }] : [];
    }),
  'people.words': ({ db }, { kind, limit }) => listWords(db, kind, limit),
  'people.photo': ({ db }, { photoId }) => readPhoto(db, photoId),
  'people.addPhoto': (context, { bytes }) => addPhoto(context, bytes),
  'people.create': (context, { person }) => createPerson(context, person),
  'people.update': (context, { id, person }) => {
    const kept = updatePerson(context, id, person);
    const name = context.people.row(id)?.name ?? '';
    if (kept !== null) rememberAction(context, { kind: 'personChanged', id, name, versionId: kept });
    return null;
  },
  'people.remove': (context, { id }) => {
    const { trashId, name } = removePerson(context, id);
    rememberAction(context, { kind: 'personRemoved', id, name, trashId });
    return { trashId };
  },
};
