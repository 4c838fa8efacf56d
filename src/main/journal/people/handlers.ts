import type { Handlers, MethodsOf } from '../context.ts';
import { rememberAction } from '../history/undoActions.ts';
import { addPhoto, readPhoto } from '../photos/photos.ts';
import { removePerson } from '../trash/removePerson.ts';
import { getPerson } from './getPerson.ts';
import { listPeople } from './listPeople.ts';
import { listLookAlikes, setTwoPeople } from './lookAlikes/listLookAlikes.ts';
import { mergePeople } from './merge/mergePeople.ts';
import { listWords } from './personWords.ts';
import { createPerson, updatePerson } from './writePerson.ts';

/** Who is in the journal. */
export const people: Handlers<MethodsOf<'people'>> = {
  'people.list': listPeople,
  'people.get': (context, { id }) => getPerson(context, id),
  'people.suggest': (context, { text, limit }) =>
    context.people.suggest(text, limit).map(({ id, name, preferredName, circleId, photoId }) => ({
      id,
      name,
      preferredName,
      circleId,
      photoId,
    })),
  'people.names': (context, { ids }) =>
    ids.flatMap((id) => {
      const row = context.people.row(id);
      // Under the id that was asked for, which may be one from before they were merged.
      if (!row) return [];
      const { name, preferredName, photoId } = row;
      return [{ id, name, preferredName, photoId }];
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
  'people.merge': (context, wish) => {
    const { trashId, ...done } = mergePeople(context, wish);
    rememberAction(context, { kind: 'peopleMerged', ...done, name: done.person.name, trashId });
    return { trashId };
  },
  'people.lookAlikes': listLookAlikes,
  'people.setTwoPeople': setTwoPeople,
  'people.remove': (context, { id }) => {
    const { trashId, name } = removePerson(context, id);
    rememberAction(context, { kind: 'personRemoved', id, name, trashId });
    return { trashId };
  },
};
